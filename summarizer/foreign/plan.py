"""What is known of the fields of an extraction, as a tree beside it: from a mapping, or from a Pydantic class."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from summarizer.errors import ConfigurationError
from summarizer.fields import FieldKind, Value
from summarizer.foreign.mapping import FieldMapping, FieldSpec, Group
from summarizer.foreign.paths import Every, Step


@dataclass(eq=False)
class Plan:
    """What is known of the value at one place of the tree, and of those below it."""

    pattern: str = ""
    """As the mapping has it, for messages."""
    spec: FieldSpec | None = None
    group: Group | None = None
    below: dict[str | int, Plan] = field(default_factory=dict)
    every: Plan | None = None

    def at(self, step: str | int) -> Plan | None:
        """What is known of a field or an item."""
        return self.below.get(step, self.every)

    def grown(self, step: Step, pattern: str) -> Plan:
        """The plan below `step`, made where it is missing."""
        if isinstance(step, Every):
            if self.every is None:
                self.every = Plan(pattern)
            return self.every
        return self.below.setdefault(step, Plan(pattern))

    def children(self) -> Iterator[Plan]:
        """All plans right below."""
        yield from self.below.values()
        if self.every is not None:
            yield self.every


def plan_of(mapping: FieldMapping) -> Plan:
    """The tree of a mapping; a later word on a field takes the place of an earlier one."""
    root = Plan()
    for group in mapping.groups:
        top = root
        for step in group.records:
            top = top.grown(step, group.where)
        if top.group is None or group.kind or group.evidence or group.ignore_rest:
            top.group = group
        for path, (steps, spec) in group.fields.items():
            node = top
            for step in steps:
                node = node.grown(step, path)
            node.spec = spec
    return root


def plan_of_class(cls: type[BaseModel]) -> Plan:
    """The tree of a Pydantic class that is none of ours: what its annotations say of each field.

    A `str` is copied words, or what `Annotated[str, …]` with one of our field types says; a number must stand in the
    article; a `Literal`, an `Enum` and a bool are judgements; a date is a date. What is a dict or `Any` is taken
    value by value. A class may hold itself.
    """
    return _of_class(cls, {})


_BY_KIND = {
    FieldKind.VERBATIM: "verbatim",
    FieldKind.NAME: "name",
    FieldKind.QUOTATION: "quotation",
    FieldKind.STATEMENT: "statement",
    FieldKind.LABEL: "judgement",
    FieldKind.JUDGEMENT: "judgement",
    FieldKind.NUMBER: "number",
}


def _of_class(cls: type[BaseModel], known: dict[type[BaseModel], Plan]) -> Plan:
    if cls in known:
        return known[cls]
    known[cls] = plan = Plan(cls.__name__)
    for name, info in cls.model_fields.items():
        below = _of_annotation(info.rebuild_annotation(), known)
        for key in {name, *([info.alias] if info.alias else [])}:
            plan.below[key] = below
    return plan


def _of_annotation(annotation: Any, known: dict[type[BaseModel], Plan]) -> Plan:
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *marks = typing.get_args(annotation)
        kind = next((_BY_KIND[mark] for mark in marks if isinstance(mark, FieldKind) and mark in _BY_KIND), None)
        return Plan(spec=FieldSpec(kind)) if kind else _of_annotation(inner, known)
    if origin is typing.Literal:
        return Plan(spec=FieldSpec("judgement"))
    if origin in (list, tuple, set, frozenset):
        arguments = [one for one in typing.get_args(annotation) if one is not Ellipsis]
        return Plan(every=_of_annotation(arguments[0], known)) if len(arguments) == 1 else Plan()
    if origin in (dict, Mapping):
        return Plan(every=_of_annotation(typing.get_args(annotation)[1], known))
    if origin is not None:
        branches = [one for one in typing.get_args(annotation) if one is not type(None)]
        return _either([_of_annotation(branch, known) for branch in branches])
    if isinstance(annotation, type):
        return _of_type(annotation, known)
    return Plan()


def _of_type(cls: type, known: dict[type[BaseModel], Plan]) -> Plan:
    if issubclass(cls, Value):
        kind = cls.kind.value if cls.kind is not FieldKind.FIGURE else "quantity"
        return Plan(spec=FieldSpec(kind))
    if issubclass(cls, BaseModel):
        return _of_class(cls, known)
    if issubclass(cls, bool | Enum):
        return Plan(spec=FieldSpec("judgement"))
    if issubclass(cls, date):
        return Plan(spec=FieldSpec("when"))
    if issubclass(cls, int | float | Decimal):
        return Plan(spec=FieldSpec("number"))
    return Plan(spec=FieldSpec("verbatim")) if issubclass(cls, str) else Plan()


def _either(plans: list[Plan]) -> Plan:
    """The one plan of a union, or none: values of several types are told by what they are."""
    return plans[0] if len(plans) == 1 else Plan()


@dataclass
class Matched:
    """Which parts of a mapping were met in a document."""

    seen: set[int] = field(default_factory=set)
    """Of plans, by identity."""
    bare: set[int] = field(default_factory=set)
    """Plans that were met where there was nothing below: null, or an empty list or object."""
    slots: dict[int, set[str]] = field(default_factory=dict)
    """By a group of records: the places of it that were filled."""

    def check(self, plan: Plan, name: str) -> None:
        """Raises `ConfigurationError` for the first path of the mapping that leads nowhere in the document."""
        for below in plan.children():
            if id(below) in self.seen:
                self.check(below, name)
            elif id(plan) not in self.bare:
                raise ConfigurationError(f"the mapping's path `{below.pattern}` matches nothing in {name}")
        if plan.group is not None and (filled := self.slots.get(id(plan.group))) is not None:
            for path in plan.group.slots:
                if path not in filled:
                    raise ConfigurationError(
                        f"the mapping's path `{path}` matches nothing in any record of {name}"
                        + (f" at `{plan.group.where}`" if plan.group.where else "")
                    )
