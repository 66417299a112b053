"""`summarizer usage`: what a batch took."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.reporting import FINE, reporting


@reporting
def usage(
    output: Annotated[Path, typer.Argument(help="The folder that `summarizer batch` wrote.", metavar="OUT")],
    form: Annotated[
        Literal["text", "json", "jsonl"],
        typer.Option("--format", "-f", help="A table by model, the same as JSON, or a line of JSON for each article."),
    ] = "text",
) -> int:
    """Say what a batch took: calls, tokens and dollars, by model."""
    from summarizer.batch.usage import write_usage

    write_usage(output, form, sys.stdout)
    return FINE
