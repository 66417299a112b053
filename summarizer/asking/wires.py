"""Shapes of answers that are a part of a schema's own: what an answer lacked, and the overview of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

from summarizer.models.base import Task
from summarizer.schema import NEWS, Schema

OVERVIEW = ("headline", "abstract")
"""The sections of the news schema that are about the whole article."""


def overview_sections(schema: Schema) -> tuple[str, ...]:
    """The sections of `schema` that are about the whole article, and so written anew where it was read in parts."""
    return OVERVIEW if schema is NEWS else ()


@cache
def again_wire(schema: Schema) -> type[BaseModel]:
    """The class of an answer with further records: without those that are about the whole."""
    left = {
        name: (info.annotation, info)
        for name, info in schema.wire.model_fields.items()
        if name not in overview_sections(schema)
    }
    members: dict[str, Any] = left
    return create_model(f"{schema.name}_again", __config__=ConfigDict(extra="forbid"), **members)


@cache
def overview_wire(schema: Schema) -> type[BaseModel]:
    """The class of the answer that tells what the whole article is about."""
    members: dict[str, Any] = {}
    for name in overview_sections(schema):
        section = schema.sections[name]
        item = schema.record_wire(section.record)
        members[name] = (item if section.single else list[item], ...)  # type: ignore[valid-type]
    return create_model(f"{schema.name}_overview", __config__=ConfigDict(extra="forbid"), **members)


def wire_of(schema: Schema, task: Task, fields: Sequence[str]) -> type[BaseModel]:
    """The class of an answer about an article's records; `fields` are its own, which tell one repair from another."""
    if task == "again":
        return again_wire(schema)
    if task == "overview":
        return overview_wire(schema)
    return schema.repair_wire(fields) if task == "repair" else schema.wire
