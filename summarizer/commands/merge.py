"""`summarizer merge`: the shards of a folder put together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.commands.report import leave_report
from summarizer.options import QuietOption, ReportOption
from summarizer.reporting import FAULTY, FINE, reporting, say


@reporting
def merge(
    shards: Annotated[
        list[Path], typer.Argument(help="The folders that `summarizer batch --shard` wrote.", metavar="SHARD")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into.", metavar="OUT", show_default=False)
    ],
    partial: Annotated[bool, typer.Option("--partial", help="Also where shards are missing.")] = False,
    report: ReportOption = None,
    quiet: QuietOption = False,
) -> int:
    """Put the shards of a folder together.

    What comes out is what one run over the whole folder would have left, and `summarizer batch` goes on from it.
    """
    from summarizer.batch.merging import merge as put_together
    from summarizer.batch.progress import merged_table
    from summarizer.exports.brief import plural

    merged = put_together(shards, output, partial=partial)
    if not quiet:
        if merged.missing:
            say(f"without {plural(len(merged.missing), 'shard')} of {merged.missing[0].of}")
        if merged.undone:
            say(
                f"at least {plural(merged.undone, 'file')} of the folder that no shard has done: `summarizer batch` on "
                f"{output} does the rest"
            )
        typer.echo(merged_table(merged, output), err=True)
    leave_report(output, merged.totals.done + merged.totals.failed, asked=report, quiet=quiet)
    return FAULTY if merged.totals.failed or merged.totals.faulty else FINE
