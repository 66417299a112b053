"""The field types: what a model may write in a field, and so how the field is checked.

A record's class is made of them, ours and users' alike; the verifier asks `leaves` which values a record holds
and of which kind each is, and needs to know nothing else about the class.

    Verbatim    words copied from the article
    Name        a person, company or thing by a name that the article uses
    Quotation   the words of a quote, copied
    Statement   a sentence in the model's own words, borne out by the cited sentences
    Label       a free word that names another field ("premium"); a judgement, never looked up
    Money, Percent, Quantity, Figure, When
                an amount or a time: its words copied, its value read from the words

A `Literal`, an `Enum` or a bool is a judgement; a bare `str` counts as a Statement; a bare number must stand in the
cited sentences.
"""

from __future__ import annotations

import functools
import operator
import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Union

from pydantic import BaseModel, ConfigDict, Field, create_model, model_serializer, model_validator
from pydantic.fields import FieldInfo
from pydantic_core.core_schema import SerializerFunctionWrapHandler

from summarizer.errors import ConfigurationError
from summarizer.verdicts import Finding, Frozen, Span, Verdict


class FieldKind(StrEnum):
    """How a field is verified."""

    VERBATIM = "verbatim"
    NAME = "name"
    QUOTATION = "quotation"
    STATEMENT = "statement"
    LABEL = "label"
    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    FIGURE = "figure"
    WHEN = "when"
    JUDGEMENT = "judgement"
    NUMBER = "number"


Verbatim = Annotated[str, FieldKind.VERBATIM]
Name = Annotated[str, FieldKind.NAME]
Quotation = Annotated[str, FieldKind.QUOTATION]
Statement = Annotated[str, FieldKind.STATEMENT]
Label = Annotated[str, FieldKind.LABEL]

Number = int | float
Bound = Literal["exactly", "about", "more_than", "at_least", "up_to", "less_than", "between"]


def number(value: Decimal) -> Number:
    """`value` as the number that JSON shows: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


class Value(Frozen):
    """An amount or a time: `text` is copied from the article, the rest is read from those words.

    A model writes the `wire` fields only (`text` alone travels as a bare string); an extraction from elsewhere may
    bring values for the others, which are then compared with the reading of `text`.
    """

    kind: ClassVar[FieldKind]
    wire: ClassVar[tuple[str, ...]] = ("text",)

    text: Annotated[str, Field(description="the words, copied from the article")]

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data


class Money(Value):
    """An amount of money."""

    kind = FieldKind.MONEY
    wire = ("text", "currency")

    text: Annotated[str, Field(description='the amount with its bound, copied: "more than $1 billion"')]
    amount: Annotated[Number | None, Field(description="in units of the currency, scale words applied")] = None
    currency: Annotated[
        str | None, Field(description='ISO 4217 code; null only where the article leaves "$" or "pounds" open')
    ] = None
    bound: Bound | None = None
    high: Annotated[Number | None, Field(description="the upper end of a range, for bound `between`")] = None


class Percent(Value):
    """A share or a change in percent."""

    kind = FieldKind.PERCENT
    amount: Number | None = None
    unit: Annotated[
        Literal["percent", "percentage_points", "basis_points"] | None, Field(description="what the words say")
    ] = None
    bound: Bound | None = None
    high: Number | None = None


class Quantity(Value):
    """A count or a measure of anything but money and percent."""

    kind = FieldKind.QUANTITY
    amount: Number | None = None
    unit: Annotated[str | None, Field(description='the counted thing or the unit, as in the text: "servers"')] = None
    bound: Bound | None = None
    high: Number | None = None


class When(Value):
    """A day or a stretch of time."""

    kind = FieldKind.WHEN
    text: Annotated[str, Field(description='the date words, copied: "late last year"')]
    earliest: Annotated[date | None, Field(description="first day it can mean, given the article's date")] = None
    latest: Annotated[date | None, Field(description="last day it can mean")] = None


class Figure(Value):
    """A number in a claim: money, percent or a quantity, with what it measures and for which period."""

    kind = FieldKind.FIGURE
    wire = ("text", "measures", "period")

    text: Annotated[str, Field(description='the number with its unit and bound, copied: "34%"')]
    measures: Annotated[Statement | None, Field(description='what the number measures: "spending"')] = None
    period: Annotated[When | None, Field(description="the date words of the period it is for, copied, or null")] = None
    type: Annotated[Literal["money", "percent", "quantity"] | None, Field(description="which the words are")] = None
    amount: Number | None = None
    currency: str | None = None
    unit: str | None = None
    bound: Bound | None = None
    high: Number | None = None


class Part(Frozen):
    """A group of fields inside a record, with no citation of its own: a deal's party, date or term."""


class Record(BaseModel):
    """One thing that the article says. Make your own by deriving from it, with the field types of this module.

    The model fills your fields and `evidence`; the verifier adds `spans`, `verdict` and `findings`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    verifier_fields: ClassVar[tuple[str, ...]] = ("spans", "verdict", "findings")

    evidence: Annotated[list[int], Field(description="numbers of the sentences that say so")] = Field(
        default_factory=list
    )
    spans: list[Span] = Field(default_factory=list)
    verdict: Verdict | None = None
    findings: list[Finding] = Field(default_factory=list)

    @model_serializer(mode="wrap")
    def _own_fields_first(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name in ("evidence", *self.verifier_fields):
            if name in data:
                data[name] = data.pop(name)
        return data


class Leaf(NamedTuple):
    """One checkable value of a record: `path` is where it stands, e.g. `parties[0].name`."""

    path: str
    kind: FieldKind
    value: Any


@cache
def own_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields that a model fills: all but the citation and what the verifier adds."""
    hidden = ("evidence", *Record.verifier_fields) if issubclass(cls, Record) else ()
    return {name: info for name, info in cls.model_fields.items() if name not in hidden}


def leaves(record: BaseModel, prefix: str = "") -> list[Leaf]:
    """Every value of `record` with its path and kind, in the order of the fields; nulls are left out.

    A `Value` is one leaf; the statement and the period of a `Figure` come out as leaves of their own behind it.
    """
    found: list[Leaf] = []
    _gather(record, prefix, found)
    return found


_leaf = functools.partial(tuple.__new__, Leaf)
"""A `Leaf` of its three values in a tuple; a named tuple's own call takes twice as long."""


def _gather(record: BaseModel, prefix: str, found: list[Leaf]) -> None:
    values = record.__dict__
    for name, kinds in _text_kinds(type(record)):
        value = values[name]
        if type(value) is str:
            found.append(_leaf((prefix + name, kinds[0], value)))
        elif value is not None and (value or type(value) is not list):
            _gather_from(value, kinds, prefix + name, found)


@cache
def _text_kinds(cls: type[BaseModel]) -> tuple[tuple[str, tuple[FieldKind, ...]], ...]:
    """Each own field of a class with the kind that a text in it is of, in a list in it, in a list in that and so on."""
    found = []
    for name in own_fields(cls):
        kinds, annotation = [], _annotation(cls, name)
        while annotation is not Any:
            kinds.append(_kind_of_text(annotation))
            annotation = _item_annotation(annotation)
        found.append((name, (*kinds, _kind_of_text(Any))))
    return tuple(found)


def _gather_from(value: Any, kinds: tuple[FieldKind, ...], path: str, found: list[Leaf]) -> None:
    if value is None:
        return
    if isinstance(value, (list, tuple)):
        kinds = kinds[1:] or kinds
        for index, item in enumerate(value):
            if type(item) is str:
                found.append(_leaf((f"{path}[{index}]", kinds[0], item)))
            else:
                _gather_from(item, kinds, f"{path}[{index}]", found)
    elif isinstance(value, Value):
        found.append(_leaf((path, value.kind, value)))
        if isinstance(value, Figure):
            if value.measures is not None:
                found.append(_leaf((f"{path}.measures", FieldKind.STATEMENT, value.measures)))
            if value.period is not None:
                found.append(_leaf((f"{path}.period", FieldKind.WHEN, value.period)))
    elif isinstance(value, BaseModel):
        _gather(value, f"{path}.", found)
    elif isinstance(value, bool | Enum):
        found.append(_leaf((path, FieldKind.JUDGEMENT, value)))
    elif isinstance(value, int | float | Decimal):
        found.append(_leaf((path, FieldKind.NUMBER, value)))
    elif isinstance(value, date):
        found.append(_leaf((path, FieldKind.JUDGEMENT, value)))
    else:
        found.append(_leaf((path, kinds[0], value)))


@cache
def _annotation(cls: type[BaseModel], name: str) -> Any:
    return cls.model_fields[name].rebuild_annotation()


def _branches(annotation: Any) -> list[Any]:
    """The members of a union, or the annotation itself, `None` left out."""
    if typing.get_origin(annotation) in (Union, types.UnionType):
        return [branch for branch in typing.get_args(annotation) if branch is not type(None)]
    return [annotation]


def unwrapped(annotation: Any) -> tuple[Any, list[Any]]:
    """An annotation without its `Annotated` wrapper, and what the wrapper carried."""
    if typing.get_origin(annotation) is Annotated:
        inner, *metadata = typing.get_args(annotation)
        return inner, metadata
    return annotation, []


def _item_annotation(annotation: Any) -> Any:
    for branch in _branches(unwrapped(annotation)[0]):
        inner = unwrapped(branch)[0]
        if typing.get_origin(inner) in (list, tuple):
            return typing.get_args(inner)[0]
    return Any


def _kind_of_text(annotation: Any) -> FieldKind:
    inner, metadata = unwrapped(annotation)
    for mark in metadata:
        if isinstance(mark, FieldKind):
            return mark
    branches = _branches(inner)
    if branches != [inner]:
        kinds = [_kind_of_text(branch) for branch in branches]
        return next((kind for kind in kinds if kind is not FieldKind.STATEMENT), FieldKind.STATEMENT)
    return FieldKind.JUDGEMENT if typing.get_origin(inner) is Literal else FieldKind.STATEMENT


@cache
def wire_model(cls: type[BaseModel]) -> type[BaseModel]:
    """The class that a model answers with, for a record, a part or a value of the domain.

    The same fields with the same names, less what the program computes: every field required, absence said with
    null, closed to others. Its JSON Schema is an OpenAI strict structured output. `cls.model_validate` takes what
    the wire model dumps: that is the one mapping back.

    Raises `ConfigurationError` for a field that has no such form (a dict, a tuple of mixed types, `Any`).
    """
    if issubclass(cls, Value):
        names: dict[str, FieldInfo] = {name: cls.model_fields[name] for name in cls.wire}
    else:
        names = own_fields(cls)
    fields: dict[str, Any] = {}
    if issubclass(cls, Record):
        fields["evidence"] = _required(list[int], cls.model_fields["evidence"])
    for name, info in names.items():
        fields[name] = _required(_wire(_annotation(cls, name), f"{cls.__name__}.{name}"), info)
    checks: dict[str, Any] = {"domain": _domain_check(cls)} if issubclass(cls, Record) and _may_refuse(cls) else {}
    return create_model(
        cls.__name__, __config__=ConfigDict(extra="forbid"), __doc__=_doc(cls), __validators__=checks, **fields
    )


def _domain_check(cls: type[Record]) -> Any:
    """A validator for the wire class by which the record's own validators and limits lead to a re-ask."""

    def domain(wire: BaseModel) -> BaseModel:
        cls.model_validate(wire.model_dump())
        return wire

    return model_validator(mode="after")(domain)


_FREE = (Money, Percent, Quantity, When, Figure)


def _may_refuse(cls: type[BaseModel]) -> bool:
    """False for a class that takes whatever its wire class takes, as it has no validators, limits or settings of its
    own: its records need not be made twice."""
    if issubclass(cls, Value):
        return cls not in _FREE
    own = cls.__pydantic_decorators__
    if own.validators or own.field_validators or own.root_validators or own.model_validators:
        return True
    if cls.__pydantic_custom_init__ or cls.__pydantic_post_init__ or cls.model_config != Record.model_config:
        return True
    return any(_has_limits(_annotation(cls, name)) for name in cls.model_fields if name not in Record.verifier_fields)


def _has_limits(annotation: Any) -> bool:
    inner, marks = unwrapped(annotation)
    branches = _branches(inner)
    if len(branches) > 1 or not all(isinstance(mark, FieldKind) for mark in marks):
        return True
    if branches != [inner]:
        return _has_limits(branches[0])
    if typing.get_origin(inner) is list:
        return any(map(_has_limits, typing.get_args(inner)))
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _may_refuse(inner)
    return inner not in (str, int, bool) and typing.get_origin(inner) is not Literal


def _doc(cls: type[BaseModel]) -> str | None:
    return (cls.__doc__ or "").strip().split("\n")[0] or None


def _required(annotation: Any, info: FieldInfo) -> Any:
    return (Annotated[annotation, Field(description=info.description)] if info.description else annotation, ...)


def _wire(annotation: Any, where: str) -> Any:
    inner, _ = unwrapped(annotation)
    branches = _branches(inner)
    if branches != [inner]:
        optional = len(branches) < len(typing.get_args(inner))
        members = [_wire(branch, where) for branch in branches] + ([type(None)] if optional else [])
        return functools.reduce(operator.or_, members)
    origin = typing.get_origin(inner)
    if origin in (list, tuple):
        arguments = [argument for argument in typing.get_args(inner) if argument is not Ellipsis]
        if len(arguments) == 1:
            return list[_wire(arguments[0], where)]  # type: ignore[misc]
    elif origin is Literal:
        return inner
    elif isinstance(inner, type):
        if issubclass(inner, Value):
            return str if inner.wire == ("text",) else wire_model(inner)
        if issubclass(inner, BaseModel):
            return wire_model(inner)
        if issubclass(inner, str | int | float | bool | Enum | date):
            return inner
        if issubclass(inner, Decimal):
            return float
    raise ConfigurationError(
        f"{where}: a model cannot be asked for {inner!r}; use the field types of summarizer.fields, "
        "Literal, str, int, float, bool, date, a list of these, or a nested model"
    )
