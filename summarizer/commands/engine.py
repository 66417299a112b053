"""`summarizer batch --engine ray`: articles from any Arrow path to Parquet shards, on a Ray cluster."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarizer.errors import ConfigurationError
from summarizer.reporting import FAULTY, FINE, say

if TYPE_CHECKING:
    from summarizer.engines.ray_run import RayRun

FAILURES_SHOWN = 10
"""Failed articles that are named on standard error; all of them are in `failures.jsonl`, or in the shards."""
BLOCK = 256
"""Articles in a shard."""

EngineOption = Annotated[
    Literal["local", "ray"],
    typer.Option(
        "--engine", help="Where the work is done; ray: also from Parquet files and s3://…, to Parquet shards in OUT."
    ),
]
ActorsOption = Annotated[
    int | None,
    typer.Option(
        "--actors",
        help="With --engine ray: worker processes (one for each CPU).",
        min=1,
        metavar="N",
        show_default=False,
    ),
]
BlockOption = Annotated[
    int | None,
    typer.Option(
        "--block", help=f"With --engine ray: articles in a shard ({BLOCK}).", min=1, metavar="N", show_default=False
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        help="With --engine ray: where each machine keeps the answers (OUT/answers where OUT is a local path).",
        metavar="DIR",
        show_default=False,
    ),
]
TextColumnOption = Annotated[
    str | None,
    typer.Option(
        "--text-column",
        help="With --engine ray: the column of Parquet files that has the texts (text).",
        metavar="NAME",
        show_default=False,
    ),
]


def refuse(places: Sequence[str], given: Mapping[str, object]) -> None:
    """Raises `ConfigurationError` where an address, or an option of the Ray engine, was given without it."""
    for place in places:
        if "://" in place:
            scheme = place.partition("://")[0]  # what follows may hold a key
            raise ConfigurationError(f"{scheme}://… is no local path: add --engine ray, or copy the files")
    if names := [name for name, value in given.items() if value is not None]:
        raise ConfigurationError(f"{', '.join(names)}: with --engine ray only")


def on_ray(
    source: str,
    target: str,
    *,
    actors: int | None,
    block: int | None,
    cache: Path | None,
    text_column: str | None,
    not_there: Mapping[str, bool],
    quiet: bool,
    **settings: Any,
) -> int:
    """Does the batch; `settings` are those of `SummarizeRows`, `not_there` the options that Ray has nothing for."""
    from summarizer.batch.progress import open_progress
    from summarizer.engines import SummarizeRows
    from summarizer.engines.ray_run import RayRun, check_installed
    from summarizer.exports.brief import plural

    if names := [name for name, given in not_there.items() if given]:
        raise ConfigurationError(f"{', '.join(names)}: not with --engine ray, whose results are Parquet shards")
    check_installed()
    rows = SummarizeRows(cache=cache, text=text_column or "text", **settings)
    if settings["model"] is None and rows.model == "offline" and not quiet:
        say("no model is configured, so the offline rules answer (see `summarizer models`)")
    run = RayRun(source, target, rows, actors=actors, block=block or BLOCK)
    if not quiet and run.counts.known:
        say(run.counts.words())
    shown, left = 0, run.counts.total
    try:
        # The blocks are closed first, and with them the cluster.
        with (
            run,
            open_progress(run.counts.total, sys.stderr, quiet=quiet) as progress,
            closing(run.run()) as blocks,
        ):
            for done in blocks:
                left -= done.articles
                for at in range(done.articles):
                    progress.advance(failed=at < done.failed)
                for name, message in done.failures[: FAILURES_SHOWN - shown]:
                    say(message if name in message else f"{name}: {message}")
                    shown += 1
                    if shown == FAILURES_SHOWN:
                        say("further failures are in the shards only")
    except KeyboardInterrupt:
        say(f"{plural(left, 'article')} {'is' if left == 1 else 'are'} left: the same command goes on from here")
        raise
    finally:
        if not quiet:
            typer.echo(_table(run), err=True)
    return FAULTY if run.totals.failed or run.totals.sums["faulty"] else FINE


def _table(run: RayRun) -> str:
    from summarizer.batch.progress import table
    from summarizer.exports.brief import plural, verdict_words
    from summarizer.records import Verification

    totals = run.totals
    counts = Verification(**{name: totals.sums[name] for name in Verification.model_fields})
    rows = [("articles", f"{totals.done:,} done, {totals.failed:,} failed")]
    if run.counts.known:
        rows.append(("", run.counts.words()))
    rows.append(("records", f"{counts.records:,}: {verdict_words(counts)}"))
    if totals.sums["input_tokens"]:
        rows.append(("tokens", f"{totals.sums['input_tokens']:,} in, {totals.sums['output_tokens']:,} out"))
    rows.append(("results", f"{plural(totals.shards, 'Parquet shard')} in {run.out}"))
    return table(rows)
