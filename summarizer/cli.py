"""The command line: parses, calls, prints.

Whatever is heavy is imported inside the command that needs it, so that `--help` and shell completion are quick.
Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarizer.errors import ConfigurationError
from summarizer.escaping import one_line
from summarizer.options import (
    BaseUrlOption,
    JudgeModelOption,
    JudgeOption,
    MapOption,
    ModelOption,
    PatienceOption,
    PolicyOption,
    PromptsOption,
    PublishedOption,
    QuietOption,
    RepairOption,
    RpmOption,
    SchemaOption,
    TimeoutOption,
    TpmOption,
)
from summarizer.reporting import FAULTY, FINE, MISUSED, reporting, say, say_failed

if TYPE_CHECKING:
    from summarizer.api import Summarizer
    from summarizer.article import Article
    from summarizer.batch import Job, Outcome, StoredRun
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.progress import Progress
    from summarizer.exports.stream import ResultStream
    from summarizer.records import Result

FAILURES_SHOWN = 10
"""Failed articles of a batch that are named on standard error; all of them are in its `failures.jsonl`."""

EXTRACT_PATIENCE = 30.0
"""Seconds that a service which is down is waited for where somebody waits for a few articles."""

app = typer.Typer(
    name="summarizer",
    help="Business-news articles as records that can be trusted.",
    epilog="Exit codes: 0 all well; 1 something is wrong in the articles or records; 2 bad usage or configuration; "
    "130 interrupted.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """The entry point of the command `summarizer`."""
    app(prog_name="summarizer")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"summarizer {version('summarizer')}")
        except PackageNotFoundError:
            print("summarizer, not installed")
        raise typer.Exit(FINE)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    pass


@app.command()
@reporting
def extract(
    articles: Annotated[list[str], typer.Argument(help="Files, or - for standard input.", metavar="ARTICLE")],
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
    summarizer = _open(
        model,
        base_url,
        schema,
        policy,
        repair,
        judge if judge_model is None else judge_model,
        prompts,
        day,
        timeout,
        quiet,
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
        return FAULTY if outcome.result.faulty() else FINE

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


@app.command()
@reporting
def batch(
    folder: Annotated[Path, typer.Argument(help="A folder of articles, searched with all below it.", metavar="FOLDER")],
    output: Annotated[
        Path,
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
    quiet: QuietOption = False,
) -> int:
    """Summarize a folder of articles into a folder of results.

    Run again, it does what is new or changed, and what failed.
    """
    import asyncio

    from summarizer.batch import StoredRun, check_folder, left_out
    from summarizer.batch.interrupts import Interrupts
    from summarizer.batch.plan import said
    from summarizer.batch.progress import closing_table, open_progress
    from summarizer.exports.brief import plural

    check_folder(folder, exclude=left_out(folder, output))
    day = published.date() if published else None
    summarizer = _open(
        model,
        base_url,
        schema,
        policy,
        repair,
        judge if judge_model is None else judge_model,
        prompts,
        day,
        timeout,
        quiet,
        rpm,
        tpm,
        patience,
    )
    run = StoredRun(folder, output, summarizer.pipeline, published=day, documents=documents)
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


@app.command()
@reporting
def usage(
    output: Annotated[Path, typer.Argument(help="The folder that `summarizer batch` wrote.", metavar="OUT")],
    form: Annotated[
        Literal["text", "json", "jsonl"],
        typer.Option("--format", "-f", help="A table by model, the same as JSON, or a line of JSON for each article."),
    ] = "text",
) -> int:
    """Say what a batch took: calls, tokens and dollars, by model."""
    from summarizer.batch.usage import write_usage

    write_usage(output, form, sys.stdout)
    return FINE


@app.command()
@reporting
def verify(
    article: Annotated[
        str,
        typer.Argument(
            help="The article's file, or -; may be left out where the extraction holds the text.", metavar="ARTICLE"
        ),
    ],
    extraction: Annotated[
        str | None,
        typer.Argument(help="JSON or JSON Lines, ours or anyone's; or -.", metavar="EXTRACTION", show_default=False),
    ] = None,
    schema: SchemaOption = None,
    mapping: MapOption = None,
    published: PublishedOption = None,
    form: Annotated[
        Literal["text", "json", "md"], typer.Option("--format", "-f", help="A list of findings, the JSON, or Markdown.")
    ] = "text",
    judge: JudgeOption = False,
    judge_model: JudgeModelOption = None,
    base_url: BaseUrlOption = None,
    prompts: PromptsOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
) -> int:
    """Check anyone's extraction against its article.

    Exit code 1 if a record is altered or unsupported.
    """
    from summarizer.exports.stream import print_verified
    from summarizer.extractions import is_of_other_text, open_extractions, verify_document

    asked, fields = _schema_or_model(schema), _mapping(mapping)
    day = published.date() if published else None
    name, pairs, unread = open_extractions(article, extraction, day, items=asked is not None)
    if not quiet and any(is_of_other_text(document, source) for document, source in pairs):
        say(f"{name} was made from another text than {article} now holds; it is verified against the latter")
    results: list[tuple[Result, Article]] = []
    for document, source in pairs:
        try:
            results.append((verify_document(document, source, asked, name, fields), source))
        except ConfigurationError as fault:
            unread.append(fault)
    for unreadable in unread if results else unread[:1]:
        say_failed(name, unreadable)
    if not results:
        return MISUSED
    if judge or judge_model is not None:
        judged = _judged(results, judge_model, base_url, prompts, timeout)
        results = [(result, source) for result, (_, source) in zip(judged, results, strict=True)]
    print_verified(results, form, sys.stdout)
    if unread:
        return MISUSED
    return FAULTY if any(result.faulty() for result, _ in results) else FINE


@app.command("eval")
@reporting
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="What is right: a folder of JSON files, a JSON or JSON Lines file.", metavar="GOLD"),
    ],
    output: Annotated[
        Path,
        typer.Argument(help="What is scored: the output of `summarizer batch`, or as GOLD.", metavar="OUT"),
    ],
    form: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", help="Tables to read, or JSON with the figures of every article."),
    ] = "text",
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            help="Exit with 1 where the F1 of all records is below this.",
            min=0.0,
            max=1.0,
            metavar="F1",
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        int,
        typer.Option(
            "--show", help="Name so many missed, spurious and different records of each kind.", min=0, metavar="N"
        ),
    ] = 0,
    quiet: QuietOption = False,
) -> int:
    """Score an output against gold, by record and field.

    Precision, recall and F1. Exit code 1 if a file cannot be read, or the F1 of all records is below --fail-under.
    """
    from summarizer.evaluation import evaluate as score
    from summarizer.exports.documents import dump
    from summarizer.exports.evaluation import evaluation_text

    evaluation = score(gold, output)
    for unread in evaluation.unread:
        say(unread)
    sys.stdout.write(dump(evaluation.document()) + "\n" if form == "json" else evaluation_text(evaluation, show))
    low = fail_under is not None and evaluation.f1 < fail_under
    if low and not quiet:
        say(f"the F1 of all records is {evaluation.f1:.4f}, below {fail_under}")
    return FAULTY if low or evaluation.unread else FINE


@app.command("schema")
@reporting
def print_schema(
    record: Annotated[
        str | None,
        typer.Argument(help="summary (the default), deal, quote, party, claim, …", metavar="RECORD"),
    ] = None,
    wire: Annotated[bool, typer.Option("--wire", help="The schema that a model's answer is held to.")] = False,
    schema: SchemaOption = None,
    write: Annotated[
        Path | None,
        typer.Option("--write", help="Write all published schemas here instead.", metavar="DIR", show_default=False),
    ] = None,
) -> int:
    """Print the JSON Schema of what this program writes."""
    from summarizer.errors import ConfigurationError
    from summarizer.exports.schemas import schema_named, schema_text, write_schemas

    if write is None:
        sys.stdout.write(schema_text(schema_named(record, _schema(schema), wire=wire)))
    elif record or wire or schema:
        raise ConfigurationError("--write writes the published schemas, all of them: leave the rest away")
    else:
        for path in write_schemas(write):
            print(one_line(str(path)))
    return FINE


@app.command()
@reporting
def models() -> int:
    """Show which models can be used here, and what others need."""
    from summarizer.exports.model_table import model_table
    from summarizer.models.providers import model_statuses

    sys.stdout.write(model_table(model_statuses()))
    return FINE


def _open(
    model: str | None,
    base_url: str | None,
    schema: str | None,
    policy: Literal["flag", "drop", "fail"],
    repair: int,
    judge: bool | str,
    prompts: Path | None,
    published: date | None,
    timeout: float | None,
    quiet: bool,
    rpm: float | None = None,
    tpm: float | None = None,
    patience: float | None = None,
) -> Summarizer:
    from summarizer.api import Summarizer

    summarizer = Summarizer(
        model,
        schema=_schema(schema),
        policy=policy,
        repairs=repair,
        base_url=base_url,
        prompts=prompts,
        published=published,
        options=_chat_options(timeout, patience),
        judge=judge,
        rpm=rpm,
        tpm=tpm,
    )
    if model is None and summarizer.model_name == "offline" and not quiet:
        say("no model is configured, so the offline rules answer (see `summarizer models`)")
    return summarizer


def _judged(
    results: list[tuple[Result, Article]],
    model: str | None,
    base_url: str | None,
    prompts: Path | None,
    timeout: float | None,
) -> list[Result]:
    import asyncio

    from summarizer.api import judge_results

    options = _chat_options(timeout)
    return asyncio.run(judge_results(results, model, base_url=base_url, prompts=prompts, options=options))


def _chat_options(timeout: float | None, patience: float | None = None) -> Any:
    if timeout is None and patience is None:
        return None
    from summarizer.models.chat import ChatOptions
    from summarizer.models.limits import Limits

    limits = Limits() if patience is None else Limits(patience=patience)
    return ChatOptions(limits=limits) if timeout is None else ChatOptions(timeout=timeout, limits=limits)


def _schema(reference: str | None) -> Any:
    from summarizer.schema import NEWS
    from summarizer.user_schemas import load_schema

    return load_schema(reference) if reference else NEWS


def _schema_or_model(reference: str | None) -> Any:
    if reference is None:
        return None
    from summarizer.user_schemas import load_schema_or_model

    return load_schema_or_model(reference)


def _mapping(given: list[str] | None) -> Any:
    if not given:
        return None
    from summarizer.foreign import read_mapping

    return read_mapping(given)


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
