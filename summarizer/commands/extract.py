"""`summarizer extract`: an article or a few, to read."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.commands.asked import Asked, takes_asked
from summarizer.commands.opening import open_summarizer
from summarizer.options import (
    PublishedOption,
    QuietOption,
    SchemaOption,
)
from summarizer.reporting import FAULTY, FINE, reporting, say_failed

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.batch import Job, Outcome
    from summarizer.exports.stream import ResultStream

EXTRACT_PATIENCE = 30.0
"""Seconds that a service which is down is waited for where somebody waits for a few articles."""


@reporting
@takes_asked()
def extract(
    asked: Asked,
    articles: Annotated[list[str], typer.Argument(help="Files, or - for standard input.", metavar="ARTICLE")],
    schema: SchemaOption = None,
    published: PublishedOption = None,
    form: Annotated[
        Literal["text", "json", "jsonl", "md"],
        typer.Option("--format", "-f", help="A brief to read, JSON (a list for several), JSON Lines, Markdown."),
    ] = "text",
    concurrency: Annotated[int, typer.Option("--concurrency", "-j", help="Articles at once.", min=1, metavar="N")] = 4,
    quiet: QuietOption = False,
) -> int:
    """Summarize one article or a few, and print what they say."""
    import asyncio

    from summarizer.exports.stream import ResultStream

    day = published.date() if published else None
    summarizer = open_summarizer(
        asked,
        schema=schema,
        published=day,
        quiet=quiet,
        patience=EXTRACT_PATIENCE,
    )
    jobs = _jobs(articles, day)
    with ResultStream(sys.stdout, form, several=len(articles) > 1) as stream:
        return asyncio.run(_extract(summarizer, jobs, articles, stream, day, concurrency))


async def _extract(
    summarizer: Summarizer,
    jobs: list[Job],
    names: list[str],
    stream: ResultStream,
    published: date | None,
    concurrency: int,
) -> int:
    """Does the jobs, whose paths are their places in `names`, and shows what became of them in that order."""
    from contextlib import aclosing

    from summarizer.batch import run_jobs

    ready: dict[int, Outcome] = {}
    shown, code = 0, FINE

    def show(outcome: Outcome, name: str) -> int:
        if outcome.result is None:
            say_failed(name, outcome.error)
            return FAULTY
        stream.write(outcome.result)
        return FAULTY if outcome.result.faulty() or outcome.result.provenance.unread else FINE

    run = run_jobs(jobs, summarizer.pipeline, published=published, concurrency=concurrency)
    async with summarizer, aclosing(run) as outcomes:
        try:
            async for outcome in outcomes:
                ready[int(outcome.path)] = outcome
                while shown in ready:
                    code = max(code, show(ready.pop(shown), names[shown]))
                    shown += 1
        finally:
            # Broken off: what is done is shown, though an earlier one is missing.
            for at in sorted(ready):
                show(ready[at], names[at])
    return code


def _jobs(articles: list[str], published: date | None) -> list[Job]:
    """The articles as jobs named by their places. Standard input is read here: a thread that waits for it could not
    be interrupted."""
    from summarizer.batch import Job
    from summarizer.errors import ConfigurationError, ReadError
    from summarizer.readers import read_article

    if articles.count("-") > 1:
        raise ConfigurationError("standard input can be given once")
    jobs = []
    for at, name in enumerate(articles):
        if name != "-":
            jobs.append(Job(str(at), Path(name)))
            continue
        try:
            jobs.append(Job(str(at), read_article("-", published=published)))
        except ReadError as fault:
            jobs.append(Job(str(at), fault))
    return jobs
