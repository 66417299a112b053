"""`summarizer batch`: a folder of articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.commands.asked import Asked, takes_asked
from summarizer.commands.engine import (
    FAILURES_SHOWN,
    ActorsOption,
    BlockOption,
    CacheOption,
    EngineOption,
    TextColumnOption,
    on_ray,
    refuse,
)
from summarizer.commands.estimate import print_estimate
from summarizer.commands.opening import open_summarizer, options_of, route_options
from summarizer.commands.report import leave_report
from summarizer.errors import ConfigurationError
from summarizer.options import (
    BudgetOption,
    PatienceOption,
    PricesOption,
    PublishedOption,
    QuietOption,
    ReportOption,
    RpmOption,
    SchemaOption,
    ShardOption,
    TpmOption,
)
from summarizer.reporting import FAULTY, FINE, INTERRUPTED, MISUSED, reporting, say, say_failed, tell

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.batch import StoredRun
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.progress import Progress


@reporting
@takes_asked()
def batch(
    asked: Asked,
    source: Annotated[str, typer.Argument(help="A folder of articles, searched with all below it.", metavar="FOLDER")],
    target: Annotated[
        str,
        typer.Option("--output", "-o", help="The folder to write into, or to carry on in.", metavar="OUT"),
    ],
    schema: SchemaOption = None,
    published: PublishedOption = None,
    concurrency: Annotated[
        int, typer.Option("--concurrency", "-j", help="Questions to the model at once.", min=1, metavar="N")
    ] = 8,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            help="Processes that read and verify; as many as there are cores where none is said and articles are many.",
            min=1,
            metavar="N",
            show_default=False,
        ),
    ] = None,
    rpm: RpmOption = None,
    tpm: TpmOption = None,
    patience: PatienceOption = None,
    documents: Annotated[
        bool | None,
        typer.Option(
            "--documents/--no-documents",
            help="Also a JSON file for each article, in OUT/summaries; as in the last run where neither is said.",
            show_default=False,
        ),
    ] = None,
    estimated: Annotated[
        bool,
        typer.Option("--estimate", help="Say what the run would take, and do not run: nobody is asked."),
    ] = False,
    form: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", help="The estimate as a table or as JSON."),
    ] = "text",
    budget: BudgetOption = None,
    prices: PricesOption = None,
    provider_batch: Annotated[
        bool,
        typer.Option(
            "--provider-batch",
            help="Send the requests as batches, which the service works off within a day, at a lower price.",
        ),
    ] = False,
    no_wait: Annotated[
        bool,
        typer.Option("--no-wait", help="With --provider-batch: end when all is sent; run again to collect."),
    ] = False,
    shard: ShardOption = None,
    engine: EngineOption = "local",
    actors: ActorsOption = None,
    block: BlockOption = None,
    cache: CacheOption = None,
    text_column: TextColumnOption = None,
    report: ReportOption = None,
    log_requests: Annotated[
        bool,
        typer.Option(
            "--log-requests", help="Keep every request with what came back, keys taken out: see `summarizer log`."
        ),
    ] = False,
    quiet: QuietOption = False,
) -> int:
    """Summarize a folder of articles into a folder of results.

    Run again, it does what is new or changed, and what failed.
    """
    import asyncio

    from summarizer.batch import Shard, StoredRun, check_folder, left_out
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.plan import said
    from summarizer.batch.progress import Account, closing_table, open_progress, refusal
    from summarizer.exports.brief import plural

    if no_wait and not provider_batch:
        raise ConfigurationError("--no-wait goes with --provider-batch")
    day = published.date() if published else None
    if engine == "ray":
        return on_ray(
            source,
            target,
            actors=actors,
            block=block,
            cache=cache,
            text_column=text_column,
            not_there={
                "--documents": documents is not None,
                "--shard": shard is not None,
                "--estimate": estimated,
                "--budget": budget is not None,
                "--price": bool(prices),
                "--provider-batch": provider_batch,
                "--processes": processes is not None,
                "--log-requests": log_requests,
            },
            quiet=quiet,
            model=asked.model,
            base_url=asked.base_url,
            schema=schema,
            policy=asked.policy,
            repairs=asked.repair,
            passes=asked.passes,
            section_tokens=asked.section_tokens,
            judge=asked.judged_by,
            prompts=asked.prompts,
            published=day,
            options=options_of(asked, patience),
            **route_options(asked),
            concurrency=concurrency,
            rpm=rpm,
            tpm=tpm,
        )
    refuse([source, target], {"--actors": actors, "--block": block, "--cache": cache, "--text-column": text_column})
    folder, output = Path(source), Path(target)
    part = None if shard is None else Shard.parse(shard)
    check_folder(folder, exclude=left_out(folder, output))
    summarizer = open_summarizer(
        asked,
        schema=schema,
        published=day,
        quiet=quiet,
        rpm=rpm,
        tpm=tpm,
        patience=patience,
        prices=prices,
    )
    if log_requests and not summarizer.pipeline.waits and not quiet:
        say("the offline rules send no requests: there is nothing for --log-requests to keep")
    if estimated:
        return print_estimate(summarizer, folder, output, form, budget, shard)
    if form != "text":
        raise ConfigurationError("--format goes with --estimate: the results of a run are files in its output folder")
    batches = None
    shown: list[Progress] = []

    def said_beside(words: str) -> None:
        say(words)
        for progress in shown:
            progress.refresh()

    if provider_batch:
        from summarizer.batch.provider import ProviderBatches

        batches = ProviderBatches(wait=not no_wait, say=(lambda _: None) if quiet else said_beside)
    run = StoredRun(
        folder,
        output,
        summarizer.pipeline,
        published=day,
        documents=documents,
        budget=budget,
        processes=processes,
        batches=batches,
        shard=part,
        log_requests=log_requests,
    )
    if not quiet and run.plan.known:
        say(said(run.plan, of_all_shards=part is not None))
    if not quiet and run.lost:
        say(f"calls under way when the last run was broken off, which may be paid for twice: {run.lost}")
    interrupts = Interrupts()
    try:
        account = Account(run.spending, run.budget)
        with run, open_progress(run.articles_in(run.plan.total), sys.stderr, account, quiet=quiet) as progress:
            shown.append(progress)
            left = asyncio.run(_batch(summarizer, run, progress, concurrency, interrupts, quiet=quiet))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        if not quiet:
            tell(closing_table(run))
        if run.in_part:
            are = "article was" if run.in_part == 1 else "articles were"
            say(f"{run.in_part} long {are} read in part only: run the same command again for the rest")
        leave_report(run.out, run.totals.done + run.totals.failed, asked=report, quiet=quiet)
        if run.waiting:
            say(f"{run.waiting} at the service, where it goes on: run the same command again to collect it")
    if interrupts.asked() and left:
        if not quiet:
            articles = run.articles_in(left)
            are = f"{'' if part is None else 'about '}{plural(articles, 'article')} {'is' if articles == 1 else 'are'}"
            say(f"{are} left: the same command goes on from here")
        raise KeyboardInterrupt
    if run.budget and run.budget.refused is not None and left:
        say(refusal(run, left))
        return INTERRUPTED if run.budget.spent else MISUSED
    if provider_batch and (left or run.waiting):
        return INTERRUPTED
    return FAULTY if run.totals.failed or run.totals.faulty or run.in_part else FINE


async def _batch(
    summarizer: Summarizer, run: StoredRun, progress: Progress, concurrency: int, interrupts: Interrupts, *, quiet: bool
) -> int:
    """Works the run off; returns how many files of the plan were left."""
    from asyncio import CancelledError
    from contextlib import aclosing

    from summarizer.batch.interrupts import GRACE

    left, done, failed = run.plan.total, 0, 0
    # Batches are sent whole: one that is broken off would be looked for at the service in the next run.
    grace = None if run.by_batch else GRACE

    def stopping() -> None:
        if quiet:
            return
        within = "" if grace is None else f", for {grace:g} seconds at most"
        say("stopping" if run.waits_for_batches else f"finishing what is under way{within}; once more to stop at once")

    with interrupts.heard(stopping, grace):
        try:
            async with summarizer, aclosing(run.run(concurrency, interrupts.asked)) as outcomes:
                async for outcome in outcomes:
                    left -= 1
                    if run.shard is not None:
                        done += not outcome.elsewhere
                        progress.expect(done + run.articles_in(left))
                    if outcome.elsewhere:
                        continue
                    failed += outcome.error is not None
                    progress.advance(failed=outcome.error is not None)
                    if outcome.error and failed <= FAILURES_SHOWN:
                        say_failed(outcome.path, outcome.error)
                        if failed == FAILURES_SHOWN:
                            say(f"further failures are listed in {run.failures} only")
        except CancelledError:
            # What did not answer in time is left, like what was not begun.
            if not interrupts.grace_over:
                raise
    return left
