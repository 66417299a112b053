"""`summarizer export`: the results of a run in a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.options import QuietOption, SchemaOption
from summarizer.reporting import FAULTY, FINE, reporting, say

if TYPE_CHECKING:
    from summarizer.schema import Schema

_NAMED = 5
"""Lines of a kind that are said."""


@reporting
def export(
    source: Annotated[
        str,
        typer.Argument(
            help="The folder that `summarizer batch` wrote, a file of results in JSON Lines or JSON, or -.",
            metavar="OUT",
        ),
    ],
    to: Annotated[
        Literal["jsonl", "csv", "parquet", "arrow", "sqlite", "annotations", "label-studio", "spacy"],
        typer.Option("--to", "-t", help="The format.", show_default=False),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            help="The file or folder to write, or - for standard output; else one in OUT/exports.",
            metavar="PATH",
            show_default=False,
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            help="Only the records of this section, such as deals. May be repeated.",
            metavar="SECTION",
            show_default=False,
        ),
    ] = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option(
            "--verdict",
            help="Only records of this verdict, such as verified. May be repeated.",
            metavar="VERDICT",
            show_default=False,
        ),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            help="The folder of the articles, if it is not where it was.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    schema: SchemaOption = None,
    bom: Annotated[bool, typer.Option("--bom", help="CSV: with a byte order mark, for Excel.")] = False,
    formulas: Annotated[
        bool,
        typer.Option("--formulas", help="CSV: no apostrophe before cells that a spreadsheet takes for a formula."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Also write over what no export wrote.")] = False,
    quiet: QuietOption = False,
) -> int:
    """Write results for other programs: tables, databases, annotations.

    Exit code 1 if an article could not be exported.
    """
    from summarizer.batch.exporting import export_results
    from summarizer.errors import ConfigurationError
    from summarizer.exports.brief import plural
    from summarizer.exports.formats import FORMATS
    from summarizer.exports.formats.items import Selection
    from summarizer.verdicts import Verdict

    if strange := sorted(set(verdict or ()) - set(Verdict)):
        raise ConfigurationError(f"there is no verdict {', '.join(strange)}: there are {', '.join(Verdict)}")
    selection = Selection(frozenset(map(Verdict, verdict or ())), frozenset(only or ()))
    form = FORMATS[to]
    done = export_results(
        source,
        form,
        output,
        selection=selection,
        schema=_schema(schema),
        articles=articles,
        bom=bom,
        formulas=formulas,
        force=force,
    )
    for lines in (done.unread, done.job.skipped):
        for line in lines[:_NAMED]:
            say(line)
        if len(lines) > _NAMED:
            say(f"… and {len(lines) - _NAMED:,} more")
    if not quiet:
        for note in done.job.notes:
            say(note)
        where = f" to {done.place}" if done.place else ""
        say(f"exported {plural(done.job.articles, 'article')}, {plural(done.job.records, 'record')}{where}")
    return FAULTY if done.unread or done.job.skipped else FINE


def _schema(reference: str | None) -> Schema | None:
    if reference is None:
        return None
    from summarizer.user_schemas import load_schema

    return load_schema(reference)
