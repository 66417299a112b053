"""`summarizer batches`: the provider batches of a run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.options import QuietOption
from summarizer.reporting import FINE, reporting, say


@reporting
def batches(
    output: Annotated[Path, typer.Argument(help="The folder that `summarizer batch` wrote.", metavar="OUT")],
    cancel: Annotated[
        bool,
        typer.Option("--cancel", help="Stop those that are open, keep what they have answered, and give up the rest."),
    ] = False,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="A table, or the same as JSON.")
    ] = "text",
    quiet: QuietOption = False,
) -> int:
    """Show the provider batches of a run, or cancel them.

    They are shown as they were when a run last looked at them.
    """
    from summarizer.batch.provider.listing import write_batches

    if cancel:
        import asyncio

        from summarizer.batch.provider.cancelling import cancel_batches

        asyncio.run(cancel_batches(output, (lambda _: None) if quiet else say))
    write_batches(output, form, sys.stdout)
    return FINE
