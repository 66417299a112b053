"""`summarizer report`: the HTML report of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.errors import ConfigurationError
from summarizer.options import QuietOption
from summarizer.reporting import FINE, reporting, say, tell

MOST_UNASKED = 20_000
"""Articles above which a run ends without a report that nobody asked for: it has a page for each of them."""


def leave_report(out: Path, articles: int, *, asked: bool | None, quiet: bool) -> None:
    """Writes the report of the results in `out`, of so many `articles`, where anything is new since the last one.

    asked    None: where it takes no longer than somebody waits for who did not ask for it

    What goes wrong with it is said, and costs the results nothing.
    """
    if asked is False or not articles:
        return
    from summarizer.batch.report import REPORT, is_current, write_report

    if asked is None and articles > MOST_UNASKED:
        if not quiet:
            tell(f"report    none of {articles:,} articles unless asked for: `summarizer report {out}`")
        return
    try:
        if not is_current(out):
            write_report(out)
        if not quiet:
            tell(f"report    {out / REPORT}")
    except ConfigurationError as fault:
        say(f"no report: {fault}")
    except Exception as fault:
        say(f"no report: {fault}; `summarizer report {out}` makes it")


@reporting
def report(
    output: Annotated[Path, typer.Argument(help="The folder that `summarizer batch` wrote.", metavar="OUT")],
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write (OUT/report.html).", metavar="FILE", show_default=False),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            help="The folder of the articles, where it is not where the run found it.",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
    one_file: Annotated[
        bool | None,
        typer.Option(
            "--one-file/--pages",
            help="All in one file, or a page for each article in a folder beside it; one file up to 1 MB where neither "
            "is said.",
            show_default=False,
        ),
    ] = None,
    quiet: QuietOption = False,
) -> int:
    """Write the HTML report of a batch.

    It has the deals, the verdicts, and each article beside its records. `summarizer batch` writes it too, at its end.
    """
    from summarizer.batch.report import write_report
    from summarizer.exports.brief import plural

    if articles is not None and not articles.is_dir():
        raise ConfigurationError(f"{articles} is no folder: name the one that the articles lie in")
    written = write_report(output, target, articles=articles, one_file=one_file)
    if not quiet:
        if written.without_text:
            say(
                f"of {plural(written.without_text, 'article')} only the cited sentences are shown: the files are not "
                "where they were, or have changed since; --articles says where they are"
            )
        say(f"{written.path}: {plural(written.articles, 'article')}" + (", each on a page" if written.pages else ""))
    return FINE
