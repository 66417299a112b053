"""The schemas that go over the wire, against the rules of OpenAI's strict structured outputs.

The rules: a root object; every property required, every object closed, no defaults; no `oneOf`, `allOf`, `not` or
conditionals; nothing beside a `$ref`; at most 5,000 properties, 10 levels, 1,000 enum values (15,000 characters in one
enum of more than 250), 120,000 characters of names and values; the schema's name of 64 characters from [A-Za-z0-9_-].
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, create_model

from summarizer.fields import Figure, Label, Money, Name, Part, Percent, Quantity, Quotation, Record, Verbatim, When
from summarizer.judging.wire import Judgements
from summarizer.models.strict import plain_words, schema_name, wire_schema
from summarizer.schema import NEWS, Schema

KEYWORDS = {
    "$defs",
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "items",
    "maxItems",
    "maximum",
    "minItems",
    "minimum",
    "multipleOf",
    "pattern",
    "properties",
    "required",
    "type",
}
TYPES = {"string", "number", "integer", "boolean", "object", "array", "null"}
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}


def faults(schema: dict[str, Any]) -> list[str]:
    """What OpenAI would refuse in `schema`, empty where it is a strict structured output."""
    found = []
    if schema.get("type") != "object" or "anyOf" in schema:
        found.append("the root is not an object")
    properties, levels, names, values = 0, 0, 0, 0
    for path, node, depth in nodes(schema, schema, "$", 1):
        levels = max(levels, depth)
        found += [f"{path}: keyword {key}" for key in node.keys() - KEYWORDS]
        if "$ref" in node and len(node) > 1:
            found.append(f"{path}: something beside a $ref")
        if node.get("type", "string") not in TYPES or node.get("format", "date") not in FORMATS:
            found.append(f"{path}: type {node.get('type')}, format {node.get('format')}")
        if not node.keys() & {"type", "anyOf", "$ref", "enum", "const"}:
            found.append(f"{path}: no type")
        if node.get("type") == "object":
            if node.get("additionalProperties") is not False:
                found.append(f"{path}: open to other properties")
            if sorted(node.get("required", [])) != sorted(node.get("properties", {})):
                found.append(f"{path}: not every property is required")
            properties += len(node.get("properties", {}))
            names += sum(map(len, node.get("properties", {})))
        if node.get("type") == "array" and "items" not in node:
            found.append(f"{path}: a list of anything")
        choices = [*node.get("enum", []), *([node["const"]] if "const" in node else [])]
        values += len(choices)
        names += sum(len(str(choice)) for choice in choices)
        if len(choices) > 250 and sum(len(str(choice)) for choice in choices) > 15_000:
            found.append(f"{path}: an enum of more than 15,000 characters")
    names += sum(map(len, schema.get("$defs", {})))
    limits = [("properties", properties, 5000), ("levels", levels, 10), ("enum values", values, 1000)]
    limits.append(("characters of names and values", names, 120_000))
    return found + [f"{count} {what}, more than {most}" for what, count, most in limits if count > most]


def nodes(schema: dict[str, Any], node: dict[str, Any], path: str, depth: int) -> Iterator[tuple[str, Any, int]]:
    """Every schema inside `schema` with its path and the levels of objects and lists above it, references followed."""
    yield path, node, depth
    if "$ref" in node:
        name = node["$ref"].removeprefix("#/$defs/")
        yield from nodes(schema, schema["$defs"][name], f"{path}→{name}", depth)
    for name, child in node.get("properties", {}).items():
        yield from nodes(schema, child, f"{path}.{name}", depth + 1)
    if isinstance(node.get("items"), dict):
        yield from nodes(schema, node["items"], f"{path}[]", depth + 1)
    for at, child in enumerate(node.get("anyOf", [])):
        yield from nodes(schema, child, f"{path}|{at}", depth)


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Arm(Part):
    """A group."""

    dose: Quantity
    patients: int | None = None


class Everything(Record):
    """A record with a field of every kind."""

    title: Name = Field(description="a field whose name is a keyword of JSON Schema")
    default: Verbatim = "x"
    properties: list[str] = Field(default_factory=list)
    quote: Quotation
    label: Label | None = None
    colour: Colour = Colour.RED
    only: Literal["this"] = "this"
    blinded: bool
    patients: int
    share: float | None = None
    price: Decimal
    day: date | None = None
    money: Money | None = None
    percent: Percent
    when: list[When] = Field(default_factory=list)
    figures: list[Figure] = Field(default_factory=list)
    arm: Arm = Field(description="a description beside a reference")
    other: Arm | None = Field(None, description="another")


@pytest.mark.parametrize(
    "wire",
    [NEWS.wire, NEWS.repair_wire(list(NEWS.sections)), Schema.of(Everything).wire, Judgements],
    ids=["extract", "repair", "own", "judge"],
)
def test_a_wire_schema_is_a_strict_structured_output(wire: type[BaseModel]) -> None:
    assert faults(wire_schema(wire)) == []


@pytest.mark.parametrize("section", list(NEWS.sections))
def test_the_repair_of_one_section_is_a_strict_structured_output(section: str) -> None:
    assert faults(wire_schema(NEWS.repair_wire([section]))) == []


def test_the_checker_finds_what_is_not_strict() -> None:
    class Loose(BaseModel):
        a: int = 1
        b: dict[str, int]
        c: list[Any]
        d: tuple[int, str]

    found = " ".join(faults(Loose.model_json_schema()))
    for fault in (
        "keyword default",
        "$.b: open to other properties",
        "$: not every property",
        "prefixItems",
        "no type",
    ):
        assert fault in found


def test_a_reference_has_nothing_beside_it() -> None:
    arm = wire_schema(Schema.of(Everything).wire)["$defs"]["Everything"]["properties"]["arm"]
    assert arm["description"] == "a description beside a reference"
    assert list(arm["properties"]) == ["dose", "patients"]


def test_fields_named_like_keywords_are_kept() -> None:
    properties = wire_schema(Schema.of(Everything).wire)["$defs"]["Everything"]["properties"]
    assert {"title", "default", "properties"} <= set(properties)
    assert properties["title"] == {
        "description": "a field whose name is a keyword of JSON Schema",
        "type": "string",
    }


def test_the_schema_holds_no_titles() -> None:
    assert '"title"' not in json.dumps(wire_schema(NEWS.wire))


def test_the_schema_is_the_same_bytes_every_time() -> None:
    again = Schema("business_news", NEWS.sections, NEWS.result, NEWS.answer).wire
    assert json.dumps(wire_schema(again)) == json.dumps(wire_schema(NEWS.wire))


def test_what_satisfies_the_schema_satisfies_the_class() -> None:
    answer = {"headline": "x [1]"} | {name: [] for name in list(NEWS.wire.model_fields)[1:]}
    assert NEWS.wire.model_validate_json(json.dumps(answer)).model_dump(mode="json") == answer


@pytest.mark.parametrize("name", ["notes", "Données cliniques", "日本", "x" * 200])
def test_a_schemas_name_is_one_that_services_take(name: str) -> None:
    wire = create_model(name, __config__=ConfigDict(extra="forbid"), a=(int, ...))
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", schema_name(wire))


def test_the_plain_words_hold_the_whole_schema() -> None:
    words = plain_words(NEWS.wire)
    assert json.loads(words[words.index("{") :]) == wire_schema(NEWS.wire)
