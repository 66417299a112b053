"""The shape of what a class of results writes as JSON, read from the class's annotations."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, cached_property
from typing import Annotated, Any, Literal, TypeVar, Union

from pydantic import BaseModel, SerializeAsAny

from summarizer.fields import FieldKind, Record, Value, own_fields

Kind = Literal["text", "integer", "number", "boolean", "date", "json"]


@dataclass(frozen=True)
class Scalar:
    """One value: `json` is any JSON value, written as text."""

    kind: Kind
    copied: bool = False
    """Whether it is copied from the article, so that a span shows where it stands."""


@dataclass(frozen=True)
class ListOf:
    """Any number of values of one shape."""

    item: Shape


@dataclass(frozen=True)
class Struct:
    """The fields of a class, in the order in which they are written."""

    name: str
    """The class's name."""
    fields: tuple[tuple[str, Shape], ...]
    record: bool = False
    """Whether it is a record, with a citation and a verdict."""
    copied: bool = False
    """Whether it is an amount or a time, whose words are copied."""
    open: bool = False
    """Whether its own fields are not known, as of a user's records without their class: the field `fields` has them."""

    @cached_property
    def singular(self) -> str:
        """The class's name in snake case: `ClinicalTrial` → `clinical_trial`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", self.name).lower()


Shape = Scalar | ListOf | Struct

OPEN_FIELDS = "fields"
_COMMON = ("evidence", *Record.verifier_fields)
_COPIED = frozenset((FieldKind.NAME, FieldKind.QUOTATION, FieldKind.VERBATIM))
_SCALARS: tuple[tuple[type, Kind], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (datetime, "text"),
    (date, "date"),
    (str, "text"),
)
"""In the order in which a class is looked for among them: a bool is an int too."""


@cache
def shape_of(cls: type[BaseModel]) -> Struct:
    """The shape of what is written for `cls`.

    What JSON leaves open (a dict, a union of several classes, `Any`, a class within itself) is `json`. A `Decimal` is
    `text`, as JSON has it.
    """
    return _struct(cls, ())


def sections_of(shape: Struct) -> dict[str, Struct]:
    """The sections of a result with the shape of their records."""
    found = {}
    for name, field in shape.fields:
        item = field.item if isinstance(field, ListOf) else field
        if isinstance(item, Struct) and item.record:
            found[name] = item
    return found


def copied_paths(shape: Shape, prefix: str = "") -> Iterator[str]:
    """The fields of a record that are copied from the article: `value`, `parties.name`."""
    match shape:
        case ListOf(item):
            yield from copied_paths(item, prefix)
        case Scalar(copied=True):
            yield prefix
        case Struct():
            if shape.copied:
                yield prefix
            for name, field in shape.fields:
                if not (shape.record and name in _COMMON) and not (shape.copied and name in ("text", "unit")):
                    yield from copied_paths(field, f"{prefix}.{name}" if prefix else name)


def _struct(cls: type[BaseModel], within: tuple[type[BaseModel], ...]) -> Struct:
    record = issubclass(cls, Record)
    names = [*own_fields(cls), *_COMMON] if record else list(cls.model_fields)
    fields = [(name, _shape(cls.model_fields[name].rebuild_annotation(), (*within, cls))) for name in names]
    if cls is Record:
        fields.insert(0, (OPEN_FIELDS, Scalar("json")))
    return Struct(cls.__name__, tuple(fields), record, copied=issubclass(cls, Value), open=cls is Record)


def _shape(annotation: Any, within: tuple[type[BaseModel], ...]) -> Shape:
    inner, copied = _bare(annotation)
    origin, arguments = typing.get_origin(inner), typing.get_args(inner)
    if origin in (Union, types.UnionType):
        return _union([_shape(branch, within) for branch in arguments if branch is not type(None)])
    if origin is Literal:
        return _union([_scalar(type(value)) for value in arguments])
    if origin in (list, set, frozenset) or (origin is tuple and arguments[1:] == (Ellipsis,)):
        return ListOf(_shape(arguments[0], within))
    if isinstance(inner, TypeVar) and isinstance(inner.__bound__, type):
        inner = inner.__bound__
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return Scalar("json") if inner in within else _struct(inner, within)
    found = _scalar(inner)
    return Scalar("text", copied=True) if copied and found == Scalar("text") else found


def _bare(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its wrappers, and whether one of them says that the value is copied."""
    copied = False
    while typing.get_origin(annotation) in (Annotated, SerializeAsAny):
        annotation, *marks = typing.get_args(annotation)
        copied = copied or any(mark in _COPIED for mark in marks if isinstance(mark, FieldKind))
    return annotation, copied


def _scalar(cls: Any) -> Shape:
    if not isinstance(cls, type):
        return Scalar("json")
    if cls.__name__ == "Decimal":
        return Scalar("text")
    if issubclass(cls, Enum):
        return _union([_scalar(type(member.value)) for member in cls])
    return Scalar(next((kind for base, kind in _SCALARS if issubclass(cls, base)), "json"))


def _union(branches: list[Shape]) -> Shape:
    shapes = set(branches)
    if len(shapes) == 1:
        return branches[0]
    return Scalar("number") if shapes == {Scalar("integer"), Scalar("number")} else Scalar("json")
