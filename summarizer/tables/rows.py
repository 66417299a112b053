"""The rows of results in the tables of their class."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.tables.layout import RECORDS, Column, Table, tables_of
from summarizer.tables.shapes import OPEN_FIELDS, Struct, sections_of, shape_of

Row = tuple[Any, ...]
Document = Mapping[str, Any]
"""A result's JSON."""

_ADDED = ("evidence", "spans", "verdict", "findings")


class Rows:
    """Makes rows of one result after the other; the keys count on, from 1, in the order in which results come.

    A row has the values of `Table.kinds` in their order: texts, ints, floats, bools or None; a date as an ISO text, a
    `json` column as a text.
    """

    def __init__(self, cls: type[BaseModel]) -> None:
        self.tables = tables_of(cls)
        self._articles = self._records = 0
        self._sections = [_Section(name, struct, self.tables) for name, struct in sections_of(shape_of(cls)).items()]
        at = {table.name: index for index, table in enumerate(self.tables)}
        self._records_at = at[RECORDS]
        self._article = _getter(self.tables[0].columns)
        self._lists = [
            (index, _reach(table.path), _getter(table.columns))
            for index, table in enumerate(self.tables)
            if table.per == "list"
        ]

    def of(self, document: Document) -> list[list[Row]]:
        """The rows of one result, for each table those that it adds there."""
        rows: list[list[Row]] = [[] for _ in self.tables]
        self._articles += 1
        article = self._articles
        rows[0].append((article, *self._article(document)))
        for section in self._sections:
            for position, record in enumerate(section.records(document)):
                self._records += 1
                number = self._records
                rows[self._records_at].append((number, article, position, section.name, record.get("verdict")))
                rows[section.at].append((number, article, position, *section.getter(record)))
                for index, reach, getter in section.lists:
                    items = reach(record)
                    if items:
                        rows[index].extend((number, place, *getter(item)) for place, item in enumerate(items))
        for index, reach, getter in self._lists:
            rows[index].extend((article, place, *getter(item)) for place, item in enumerate(reach(document) or ()))
        return rows


class _Section:
    """How the records of one section become rows."""

    def __init__(self, name: str, struct: Struct, tables: Sequence[Table]) -> None:
        self.name = name
        [self.at] = [index for index, table in enumerate(tables) if table.per == "record" and table.section == name]
        self.getter = _getter(tables[self.at].columns, open_record=struct.open)
        self.lists = [
            (index, _reach(table.path), _getter(table.columns))
            for index, table in enumerate(tables)
            if table.per == "item" and table.section in (name, None)
        ]

    def records(self, document: Document) -> Sequence[Document]:
        given = document.get(self.name)
        return given if isinstance(given, list) else () if given is None else (given,)


def _getter(columns: Sequence[Column], *, open_record: bool = False) -> Callable[[Any], Row]:
    """What takes the values of `columns` from a row's JSON value."""
    getters = tuple(_column_getter(column, open_record=open_record) for column in columns)
    return lambda value: tuple(get(value) for get in getters)


def _column_getter(column: Column, *, open_record: bool) -> Callable[[Any], Any]:
    if open_record and column.path == (OPEN_FIELDS,):
        return lambda value: json_text({name: item for name, item in value.items() if name not in _ADDED})
    reach = _reach(column.path)
    if column.kind != "json":
        return reach
    return lambda value: None if (found := reach(value)) is None else json_text(found)


def _reach(path: tuple[str, ...]) -> Callable[[Any], Any]:
    """What goes down these keys, to None where one is missing."""
    match path:
        case ():
            return lambda value: value
        case (name,):
            return lambda value: value.get(name)
        case (*_,):
            first, rest = path[0], _reach(path[1:])
            return lambda value: None if (inner := value.get(first)) is None else rest(inner)
    raise AssertionError(path)


def json_text(value: Any) -> str:
    """`value` as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
