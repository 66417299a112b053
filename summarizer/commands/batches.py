"""`summarizer batches`: the provider batches of a run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.errors import ConfigurationError
from summarizer.options import PriceOption, QuietOption
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
    prices: PriceOption = None,
    quiet: QuietOption = False,
) -> int:
    """Show the provider batches of a run, or cancel them.

    They are shown as they were when a run last looked at them. What is kept of cancelled ones counts at the prices that
    their run was given, or that --price gives now.
    """
    from summarizer.batch.provider.listing import write_batches

    if prices is not None and not cancel:
        raise ConfigurationError("--price goes with --cancel: without it nothing is collected that would cost")
    if cancel:
        import asyncio

        from summarizer.batch.provider.cancelling import cancel_batches
        from summarizer.models.pricing import read_prices

        given = None if prices is None else read_prices(prices)
        asyncio.run(cancel_batches(output, (lambda _: None) if quiet else say, prices=given))
    write_batches(output, form, sys.stdout)
    return FINE
