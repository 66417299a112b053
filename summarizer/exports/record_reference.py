"""The reference of the records as Markdown, read off the classes: `summarizer schema --format md`, docs/records.md."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, Union

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summarizer.exports.schemas import named_records, record_named
from summarizer.fields import FieldKind, Record, Value, own_fields, unwrapped
from summarizer.schema import Schema
from summarizer.verdicts import Finding, Frozen, Span

CHECKS: dict[FieldKind, str] = {
    FieldKind.VERBATIM: "copied from the cited sentences, and so placed by offsets",
    FieldKind.NAME: "a name that the article uses for this person, company or thing",
    FieldKind.QUOTATION: "the words of the quote, copied, and spoken by the speaker that is given",
    FieldKind.STATEMENT: "names, numbers, dates, negations, hedges and directions are those of the cited sentences",
    FieldKind.LABEL: "a free word that names another field; a judgement, never looked up",
    FieldKind.MONEY: "an amount of money: the words are copied, the value is read from them",
    FieldKind.PERCENT: "a share or a change in percent: the words are copied, the value is read from them",
    FieldKind.QUANTITY: "a count or a measure: the words are copied, the value is read from them",
    FieldKind.FIGURE: "money, percent or a quantity, with what it measures and for which period",
    FieldKind.WHEN: "a day or a stretch of time: the words are copied, the dates are read from them",
    FieldKind.JUDGEMENT: "one of the words of a list: a judgement, compared with the cues in the cited sentences",
    FieldKind.NUMBER: "a bare number that stands in the cited sentences",
}
"""How a field of each kind is verified, in a line."""

_PLAIN: dict[Any, str] = {str: "text", int: "number", float: "number", bool: "true or false", Any: "anything"}
_ADDED_CLASSES = (Span, Finding)
_KINDS = {kind: kind.value.capitalize() for kind in FieldKind}


def reference(schema: Schema, name: str | None = None) -> str:
    """The result of `schema` and its records, or the one record called `name`, field by field.

    What they are made of follows them, each once. Raises `ConfigurationError` for an unknown name.
    """
    pages: list[type[BaseModel]]
    pages = [schema.result, *named_records(schema).values()] if name is None else [record_named(name, schema)]
    for page in pages:  # grows as it goes
        pages += [part for part in _parts_of(page) if part not in pages]
    return "\n".join([*map(_page, pages), _checks(), _added()])


def _page(cls: type[BaseModel]) -> str:
    lines = [f"## {cls.__name__}", "", (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " "), ""]
    lines += ["| field | holds | |", "| --- | --- | --- |"]
    for field, info in own_fields(cls).items():
        lines.append(f"| `{field}` | {_held(info.rebuild_annotation())} | {_cell(_about(cls, field, info))} |")
    return "\n".join([*lines, ""])


def _about(cls: type[BaseModel], field: str, info: FieldInfo) -> str:
    about = info.description or ""
    if issubclass(cls, Value) and field not in cls.wire:
        return f"{about}{'; ' if about else ''}read from the words"
    return about


def _held(annotation: Any) -> str:
    """What a field holds, in words: `Name`, `Money or null`, `list of DealParty`, `one of …`."""
    inner, marks = unwrapped(annotation)
    for mark in marks:
        if isinstance(mark, FieldKind):
            return _KINDS[mark]
    origin, arguments = typing.get_origin(inner), typing.get_args(inner)
    if origin in (Union, types.UnionType):
        held = ["null" if one is type(None) else _held(one) for one in arguments]
        return " or ".join(dict.fromkeys(held))
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in arguments)
    if origin in (list, tuple, set, frozenset):
        return f"list of {_held(arguments[0])}"
    if isinstance(inner, type) and issubclass(inner, Enum):
        return ", ".join(f"`{one.value}`" for one in inner)
    if isinstance(inner, type) and issubclass(inner, BaseModel) and inner not in _ADDED_CLASSES:
        return f"[{inner.__name__}](#{inner.__name__.lower()})"
    return _PLAIN.get(inner) or str(getattr(inner, "__name__", inner))


def _parts_of(cls: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The parts and values in the fields of `cls`, in their order."""
    for info in own_fields(cls).values():
        yield from _classes_in(info.rebuild_annotation())


def _classes_in(annotation: Any) -> Iterator[type[BaseModel]]:
    inner, _ = unwrapped(annotation)
    if isinstance(inner, type) and issubclass(inner, Frozen) and inner not in _ADDED_CLASSES:
        yield inner
    for one in typing.get_args(inner):
        yield from _classes_in(one)


def _checks() -> str:
    rows = [f"| {_KINDS[kind]} | {check} |" for kind, check in CHECKS.items()]
    return "\n".join(["## How a field is checked", "", "| kind | |", "| --- | --- |", *rows, ""])


def _added() -> str:
    lines = ["## In every record", "", "| field | |", "| --- | --- |"]
    for field in ("evidence", *Record.verifier_fields):
        lines.append(f"| `{field}` | {_ADDED[field]} |")
    return "\n".join([*lines, ""])


_ADDED = {
    "evidence": "numbers of the sentences that say so, from 1",
    "spans": "of each cited sentence and copied field: `field`, `start`, `end` (in characters, half open), `text`",
    "verdict": "`verified`, `inferred`, `altered` or `unsupported`",
    "findings": "what the verifier has to say about it: code, field, said, source, start, end, message",
}


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
