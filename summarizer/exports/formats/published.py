"""The layouts of what is exported, as `schemas/exports/` publishes them; no library is needed to write them down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from summarizer.exports.formats import sqlite
from summarizer.exports.formats.items import LAYOUT_VERSION
from summarizer.records import SCHEMA_VERSION, Summary
from summarizer.tables.shapes import Kind, ListOf, Scalar, Shape, Struct, shape_of

ARROW_TYPES: dict[Kind, str] = {
    "boolean": "bool",
    "date": "date32",
    "integer": "int64",
    "json": "string",
    "number": "float64",
    "text": "string",
}
"""By kind of column, the type that Arrow has for it."""


def published_layouts() -> Mapping[str, str]:
    """The files by name: the columns of Parquet and Arrow, and the statements that make the SQLite tables."""
    columns = {
        "layout_version": LAYOUT_VERSION,
        "schema_version": SCHEMA_VERSION,
        "fields": arrow_fields(shape_of(Summary)),
    }
    return {
        "parquet.json": json.dumps(columns, indent=2) + "\n",
        "tables.sql": sqlite.schema_text(Summary),
    }


def arrow_fields(shape: Struct) -> list[dict[str, Any]]:
    """The fields of a struct by name, with Arrow's types; the item of a list is called `element`."""
    return [{"name": name, **_arrow_type(field)} for name, field in shape.fields]


def _arrow_type(shape: Shape) -> dict[str, Any]:
    match shape:
        case Scalar():
            return {"type": ARROW_TYPES[shape.kind]}
        case ListOf():
            return {"type": "list", "element": _arrow_type(shape.item)}
        case Struct():
            return {"type": "struct", "fields": arrow_fields(shape)}
