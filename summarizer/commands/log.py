"""`summarizer log`: the requests of a batch, and what came back for them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.reporting import FINE, reporting


@reporting
def log(
    output: Annotated[Path, typer.Argument(help="The folder that `summarizer batch` wrote.", metavar="OUT")],
    article: Annotated[
        str | None,
        typer.Argument(
            help="The requests about this article alone, by its path in the folder.",
            metavar="ARTICLE",
            show_default=False,
        ),
    ] = None,
    failed: Annotated[bool, typer.Option("--failed", help="Those alone that brought no answer.")] = False,
    form: Annotated[
        Literal["text", "json", "jsonl"],
        typer.Option("--format", "-f", help="A line each, or JSON with the bodies: one list, or a line each."),
    ] = "text",
) -> int:
    """Show the requests of a batch, and what came back for them.

    They are kept where the batch was run with --log-requests.
    """
    from summarizer.batch.exchange_listing import write_exchanges

    write_exchanges(output, form, sys.stdout, path=article, failed=failed)
    return FINE
