"""`summarizer schema` and `summarizer models`: what is written, and who can write it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.commands.opening import schema_of
from summarizer.escaping import one_line
from summarizer.options import SchemaOption
from summarizer.reporting import FINE, reporting


class SchemaFormat(StrEnum):
    """How the records are described."""

    json = "json"
    md = "md"


@reporting
def print_schema(
    record: Annotated[
        str | None,
        typer.Argument(help="summary (the default), deal, quote, party, claim, …", metavar="RECORD"),
    ] = None,
    wire: Annotated[bool, typer.Option("--wire", help="The schema that a model's answer is held to.")] = False,
    schema: SchemaOption = None,
    format: Annotated[
        SchemaFormat, typer.Option("--format", "-f", help="json: a JSON Schema; md: what each field holds, as tables.")
    ] = SchemaFormat.json,
    write: Annotated[
        Path | None,
        typer.Option("--write", help="Write all published schemas here instead.", metavar="DIR", show_default=False),
    ] = None,
) -> int:
    """Print the JSON Schema of what is written, or its fields."""
    from summarizer.errors import ConfigurationError
    from summarizer.exports.record_reference import reference
    from summarizer.exports.schemas import schema_named, schema_text, write_schemas

    if format is SchemaFormat.md:
        if wire or write:
            raise ConfigurationError(
                "--format md describes the records as they are written: leave --wire and --write away"
            )
        sys.stdout.write(reference(schema_of(schema), record))
    elif write is None:
        sys.stdout.write(schema_text(schema_named(record, schema_of(schema), wire=wire)))
    elif record or wire or schema:
        raise ConfigurationError("--write writes the published schemas, all of them: leave the rest away")
    else:
        for path in write_schemas(write):
            print(one_line(str(path)))
    return FINE


class TableFormat(StrEnum):
    """How the models are listed."""

    table = "table"
    json = "json"


@reporting
def models(
    name: Annotated[
        str | None,
        typer.Argument(help="provider/model: what is known of this one.", metavar="MODEL", show_default=False),
    ] = None,
    format: Annotated[TableFormat, typer.Option("--format", "-f", help="table, or json.")] = TableFormat.table,
) -> int:
    """Show which models can be used here, what their services take of a request, and what others need."""
    from summarizer.exports.model_table import details_json, details_table, model_json, model_table
    from summarizer.models.describing import details_of
    from summarizer.models.providers import model_statuses

    as_json = format is TableFormat.json
    if name is not None:
        details = details_of(name)
        sys.stdout.write(details_json(details) if as_json else details_table(details))
    else:
        statuses = model_statuses()
        sys.stdout.write(model_json(statuses) if as_json else model_table(statuses))
    return FINE
