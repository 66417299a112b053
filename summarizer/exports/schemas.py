"""The published JSON Schemas, generated from the records: what `schemas/` holds and `summarizer schema` prints."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from summarizer.dossier.model import DossierData
from summarizer.errors import ConfigurationError
from summarizer.exports.formats.published import published_layouts
from summarizer.fields import Record
from summarizer.foreign.results import ForeignResult
from summarizer.models.strict import wire_schema
from summarizer.records import Extraction
from summarizer.schema import NEWS, Schema

EXPORTS = "exports"
"""The folder in that of the schemas for the layouts of what is exported."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _AsWritten(GenerateJsonSchema):
    """The schema of what is written: every field present, in the shape that the class declares.

    A record only reorders its fields on the way out, which Pydantic takes for an unknown shape.
    """

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        return None if schema["type"] == "function-wrap" else super().ser_schema(schema)


def schema_of(cls: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of what this program writes for `cls`, a result or a record."""
    data = cls.model_json_schema(mode="serialization", schema_generator=_AsWritten)
    return {"$schema": _DIALECT, **data}


def wire_schema_of(schema: Schema) -> dict[str, Any]:
    """The JSON Schema that a model's answer is held to, as an OpenAI strict structured output."""
    return wire_schema(schema.wire)


def named_records(schema: Schema) -> dict[str, type[Record]]:
    """The record classes of `schema` under the names that `summarizer schema` takes: `deal`, `abstract_sentence`."""
    return {_file_name(section.record): section.record for section in schema.sections.values()}


def schema_named(name: str | None, schema: Schema, *, wire: bool = False) -> dict[str, Any]:
    """The JSON Schema of the whole result, or of the record called `name`; `wire`: of what a model answers.

    Names are read without regard to case and to a plural's s. Raises `ConfigurationError` for an unknown one.
    """
    whole = _file_name(schema.result)
    if name is None or _same_name(name, whole) or (wire and _same_name(name, "wire")):
        return wire_schema_of(schema) if wire else schema_of(schema.result)
    for known, result in (("dossier", DossierData), ("extraction", Extraction), ("foreign", ForeignResult)):
        if _same_name(name, known) and not wire:
            return schema_of(result)
    record = record_named(name, schema)
    return wire_schema(schema.record_wire(record)) if wire else schema_of(record)


def record_named(name: str, schema: Schema) -> type[Record]:
    """The record of `schema` that somebody calls `name`, read as in `schema_named`.

    Raises `ConfigurationError` for an unknown one.
    """
    records = named_records(schema)
    for known, record in records.items():
        if _same_name(name, known):
            return record
    raise ConfigurationError(
        f"there is no record {name!r}: there are {', '.join([_file_name(schema.result), *records])}"
    )


def published_schemas() -> Mapping[str, str]:
    """The files of `schemas/` by name: the summary, each record, the wire, the other kinds of results."""
    schemas = {
        "dossier": schema_of(DossierData),
        "extraction": schema_of(Extraction),
        "foreign": schema_of(ForeignResult),
        "summary": schema_of(NEWS.result),
        "wire": wire_schema_of(NEWS),
        **{name: schema_of(record) for name, record in named_records(NEWS).items()},
    }
    return {f"{name}.json": schema_text(schemas[name]) for name in sorted(schemas)}


def schema_text(schema: dict[str, Any]) -> str:
    """`schema` as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Writes the published schemas into `folder`, which is made where it is missing; returns the files.

    Raises `ConfigurationError` where that is not possible.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        layouts = {f"{EXPORTS}/{name}": text for name, text in published_layouts().items()}
        (folder / EXPORTS).mkdir(exist_ok=True)
        for name, text in {**published_schemas(), **layouts}.items():
            path = folder / name
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as fault:
        raise ConfigurationError(f"cannot write the schemas into {folder}: {fault.strerror}") from fault
    return written


def _file_name(cls: type[BaseModel]) -> str:
    """`AbstractSentence` → `abstract_sentence`; a generic class by its own name alone."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__.split("[")[0]).lower()


def _same_name(one: str, other: str) -> bool:
    """Whether somebody who writes `one` means `other`: `Deal`, `deals`, `AbstractSentence`, `abstract-sentence`."""
    folded = re.sub("[-_ ]", "", one).casefold()
    return other.replace("_", "") in (folded, folded.removesuffix("s"), re.sub("ies$", "y", folded))
