"""The tables that a class of results is written to, and the keys that join them.

    articles            a row an article: where it comes from, who answered, how many records have which verdict
    records             a row a record, of whatever kind: its section, its place there, its verdict
    headline … claims   a row a record of one section, with the same `record_id`
    deal_parties …      a row an item of a list in a record, by `record_id` and `position`
    spans, findings     the same of what the verifier added
    notes, dropped …    a row an item of a list of the article's own, by `article_id` and `position`

A field within a field has both names (`value_amount`). A list within the item of a list is JSON in one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import BaseModel

from summarizer.tables.shapes import Kind, ListOf, Scalar, Shape, Struct, sections_of, shape_of

ARTICLES, RECORDS, SPANS, FINDINGS = "articles", "records", "spans", "findings"
ARTICLE_ID, RECORD_ID, POSITION = "article_id", "record_id", "position"

_HOISTED = ("source", "provenance", "usage", "verification")
"""Groups of an article's fields whose names need not stand before those of their fields."""
_CITED = ("evidence", "verdict")
"""What every record's own table has of the citation and the verdict."""

Per = Literal["article", "record", "item", "list"]
"""What a table has a row for: each article, each record of a section or of any, each item of a record's list, each item
of an article's list."""


@dataclass(frozen=True)
class Column:
    """A column, and where in the row's JSON value it is found."""

    name: str
    kind: Kind
    path: tuple[str, ...]
    """The keys that lead to it; none where the row is the value itself."""


@dataclass(frozen=True)
class Table:
    """A table: `keys` come first, then `columns`."""

    name: str
    per: Per
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    section: str | None = None
    """The section whose records it is about."""
    path: tuple[str, ...] = ()
    """The keys that lead from the record, or from the article, to the list it has the items of."""

    @property
    def kinds(self) -> dict[str, Kind]:
        """Every column with the kind of its values."""
        return {**dict.fromkeys(self.keys, "integer"), **{column.name: column.kind for column in self.columns}}

    @property
    def references(self) -> dict[str, str]:
        """The tables that its keys point into, by key."""
        if self.per == "article":
            return {}
        to: dict[str, str] = {ARTICLE_ID: ARTICLES} if ARTICLE_ID in self.keys else {}
        if self.per in ("record", "item") and self.name != RECORDS:
            to[RECORD_ID] = RECORDS
        return to

    @property
    def primary_key(self) -> tuple[str, ...]:
        """The columns that tell its rows apart."""
        return (RECORD_ID,) if self.per == "record" else self.keys


@cache
def tables_of(cls: type[BaseModel]) -> tuple[Table, ...]:
    """The tables for the results of `cls`, each after those that its keys point into."""
    whole = shape_of(cls)
    articles = _table(ARTICLES, "article", [_hoisted(column) for column in _columns(whole, ())])
    records = _table(RECORDS, "record", [Column("section", "text", ()), Column("verdict", "text", ("verdict",))])
    taken = {ARTICLES, RECORDS, SPANS, FINDINGS}
    found, shared, lists = [articles, records], dict[str, Table](), []
    for section, struct in sections_of(whole).items():
        singular = section if struct.open else struct.singular
        own = _free(singular if section == "items" else section, taken)
        found.append(_table(own, "record", _columns(struct, ()), section))
        for path, item in _lists(struct, ()):
            if path in ((SPANS,), (FINDINGS,)):
                shared[path[0]] = _table(path[0], "item", _item_columns(item), None, path)
            elif path[0] not in _CITED:
                child = _free("_".join((singular, *path)), taken)
                found.append(_table(child, "item", _item_columns(item), section, path))
    for path, item in _lists(whole, ()):
        if path[0] not in sections_of(whole):
            lists.append(_table(_free(path[-1], taken), "list", _item_columns(item), None, path))
    return (*found, *(shared[name] for name in (SPANS, FINDINGS) if name in shared), *lists)


_KEYS: dict[Per, tuple[str, ...]] = {
    "article": (ARTICLE_ID,),
    "record": (RECORD_ID, ARTICLE_ID, POSITION),
    "item": (RECORD_ID, POSITION),
    "list": (ARTICLE_ID, POSITION),
}


def _table(
    name: str, per: Per, columns: Iterable[Column], section: str | None = None, path: tuple[str, ...] = ()
) -> Table:
    """The table, each of its columns with a name of its own."""
    taken = set(_KEYS[per])
    own = tuple(replace(column, name=_free(column.name, taken)) for column in columns)
    return Table(name, per, _KEYS[per], own, section, path)


def _columns(shape: Struct, prefix: tuple[str, ...]) -> Iterator[Column]:
    """The columns of a struct's single values, those of structs in it included; lists and records are other tables."""
    for name, field in shape.fields:
        path = (*prefix, name)
        if isinstance(field, Scalar):
            yield Column("_".join(path), field.kind, path)
        elif isinstance(field, Struct) and not field.record:
            yield from _columns(field, path)
        elif shape.record and name in _CITED:
            yield Column(name, "json", path)


def _item_columns(item: Shape) -> tuple[Column, ...]:
    if isinstance(item, Scalar):
        return (Column("value", item.kind, ()),)
    if isinstance(item, ListOf):
        return (Column("value", "json", ()),)
    within = tuple(Column("_".join(path), "json", path) for path, _ in _lists(item, ()))
    return (*_columns(item, ()), *within)


def _lists(shape: Struct, prefix: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Shape]]:
    """The lists of a struct, those in structs in it included, with the shape of their items."""
    for name, field in shape.fields:
        if isinstance(field, ListOf):
            yield (*prefix, name), field.item
        elif isinstance(field, Struct) and not field.record:
            yield from _lists(field, (*prefix, name))


def _hoisted(column: Column) -> Column:
    """A column of `articles` without the names of the groups that it stands in."""
    *groups, last = column.path
    return replace(column, name="_".join((*(name for name in groups if name not in _HOISTED), last)))


def _free(name: str, taken: set[str]) -> str:
    """`name`, or with as many underscores behind it as make it one that no other table has."""
    while name.lower() in taken:
        name += "_"
    taken.add(name.lower())
    return name
