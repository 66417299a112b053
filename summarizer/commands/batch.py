"""`summarizer batch`: a folder of articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.commands.engine import (
    ActorsOption,
    BlockOption,
    CacheOption,
    EngineOption,
    TextColumnOption,
    on_ray,
    refuse,
)
from summarizer.commands.opening import chat_options, open_summarizer
from summarizer.options import (
    BaseUrlOption,
    JudgeModelOption,
    JudgeOption,
    ModelOption,
    PatienceOption,
    PolicyOption,
    PromptsOption,
    PublishedOption,
    QuietOption,
    RepairOption,
    RpmOption,
    SchemaOption,
    ShardOption,
    TimeoutOption,
    TpmOption,
)
from summarizer.reporting import FAULTY, FINE, reporting, say, say_failed

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.batch import StoredRun
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.progress import Progress

FAILURES_SHOWN = 10
"""Failed articles of a batch that are named on standard error; all of them are in its `failures.jsonl`."""


@reporting
def batch(
    source: Annotated[str, typer.Argument(help="A folder of articles, searched with all below it.", metavar="FOLDER")],
    target: Annotated[
        str,
        typer.Option("--output", "-o", help="The folder to write into, or to carry on in.", metavar="OUT"),
    ],
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    schema: SchemaOption = None,
    policy: PolicyOption = "flag",
    repair: RepairOption = 1,
    judge: JudgeOption = False,
    judge_model: JudgeModelOption = None,
    prompts: PromptsOption = None,
    published: PublishedOption = None,
    timeout: TimeoutOption = None,
    concurrency: Annotated[int, typer.Option("--concurrency", "-j", help="Articles at once.", min=1, metavar="N")] = 8,
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
    shard: ShardOption = None,
    engine: EngineOption = "local",
    actors: ActorsOption = None,
    block: BlockOption = None,
    cache: CacheOption = None,
    text_column: TextColumnOption = None,
    quiet: QuietOption = False,
) -> int:
    """Summarize a folder of articles into a folder of results.

    Run again, it does what is new or changed, and what failed.
    """
    import asyncio

    from summarizer.batch import Shard, StoredRun, check_folder, left_out
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.plan import said
    from summarizer.batch.progress import closing_table, open_progress
    from summarizer.exports.brief import plural

    if engine == "ray":
        return on_ray(
            source,
            target,
            actors=actors,
            block=block,
            cache=cache,
            text_column=text_column,
            not_there={"--documents": documents is not None, "--shard": shard is not None},
            quiet=quiet,
            model=model,
            base_url=base_url,
            schema=schema,
            policy=policy,
            repairs=repair,
            judge=judge if judge_model is None else judge_model,
            prompts=prompts,
            published=published.date() if published else None,
            options=chat_options(timeout, patience),
            concurrency=concurrency,
            rpm=rpm,
            tpm=tpm,
        )
    refuse([source, target], {"--actors": actors, "--block": block, "--cache": cache, "--text-column": text_column})
    folder, output = Path(source), Path(target)
    part = None if shard is None else Shard.parse(shard)
    check_folder(folder, exclude=left_out(folder, output))
    day = published.date() if published else None
    summarizer = open_summarizer(
        model=model,
        base_url=base_url,
        schema=schema,
        policy=policy,
        repair=repair,
        judge=judge if judge_model is None else judge_model,
        prompts=prompts,
        published=day,
        timeout=timeout,
        quiet=quiet,
        rpm=rpm,
        tpm=tpm,
        patience=patience,
    )
    run = StoredRun(folder, output, summarizer.pipeline, published=day, documents=documents, shard=part)
    if not quiet and run.plan.known:
        say(said(run.plan))
    if not quiet and run.lost:
        say(f"calls under way when the last run was broken off, which may be paid for twice: {run.lost}")
    interrupts = Interrupts()
    try:
        with run, open_progress(run.plan.total, sys.stderr, quiet=quiet) as progress:
            left = asyncio.run(_batch(summarizer, run, progress, concurrency, interrupts))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        if not quiet:
            print(closing_table(run), file=sys.stderr)
    if interrupts.asked() and left:
        say(f"{plural(left, 'article')} {'is' if left == 1 else 'are'} left: the same command goes on from here")
        raise KeyboardInterrupt
    return FAULTY if run.totals.failed or run.totals.faulty else FINE


async def _batch(
    summarizer: Summarizer, run: StoredRun, progress: Progress, concurrency: int, interrupts: Interrupts
) -> int:
    """Works the run off; returns how many articles were left."""
    from contextlib import aclosing

    left, failed = run.plan.total, 0
    with interrupts.heard(lambda: say("finishing what is under way; once more to stop at once")):
        async with summarizer, aclosing(run.run(concurrency, interrupts.asked)) as outcomes:
            async for outcome in outcomes:
                left -= 1
                failed += outcome.error is not None
                progress.advance(failed=outcome.error is not None)
                if outcome.error and failed <= FAILURES_SHOWN:
                    say_failed(outcome.path, outcome.error)
                    if failed == FAILURES_SHOWN:
                        say(f"further failures are listed in {run.failures} only")
    return left
