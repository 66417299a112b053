"""Several articles at once: workers that take the next article when they are done with the last."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from summarizer import telemetry
from summarizer.article import Article
from summarizer.batch.collector import collect_seldom
from summarizer.batch.folder import find_articles, relative_name, shown_name, unlisted
from summarizer.batch.gate import Gate, Room
from summarizer.errors import ENDS_RUN, ConfigurationError, ReadError
from summarizer.pipeline import Pipeline
from summarizer.readers import read_article
from summarizer.records import Result

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True)
class Job:
    """One article to do: where it is, or the article itself where it has been read already."""

    path: str
    """The name it goes by in the outcome."""
    source: Path | Article | ReadError


@dataclass(frozen=True)
class Outcome:
    """What became of one article: one of `result`, `error`, `stored` and `elsewhere` is there."""

    path: str
    """Its path inside the folder, with `/` between the parts."""
    result: Result | None = None
    error: Exception | None = None
    """An `ArticleError`, or whatever else went wrong inside this program while it did this article."""
    stored: bool = False
    """Its result is in the store, from another run, an article of the same text or another process, and was not read
    from there."""
    left: bool = False
    """It was not begun: the budget, or who runs this, would have it so. Nothing else is there then."""
    elsewhere: bool = False
    """It belongs to another shard, and nothing was done."""


def run(
    folder: Path,
    pipeline: Pipeline,
    *,
    published: date | None = None,
    concurrency: int = 8,
    exclude: Path | None = None,
) -> AsyncGenerator[Outcome, None]:
    """Summarizes the articles of `folder` and below, `concurrency` at once; yields as they are finished.

    The folder `exclude` is left out. What goes wrong with one article is its outcome and no more. Raises what
    `run_jobs` does.
    """
    return run_jobs(_jobs(folder, exclude), pipeline, published=published, concurrency=concurrency)


async def run_jobs(
    jobs: Iterable[Job], pipeline: Pipeline, *, published: date | None = None, concurrency: int = 8
) -> AsyncGenerator[Outcome, None]:
    """Summarizes each of `jobs`, which are taken one by one as workers get free; yields as they are finished.

    Raises what `ENDS_RUN` names (a configuration, a key or a quota that does not do, a service that is down) from the
    first article that meets it, since the others would meet it too. Whatever ends it, what was finished by then is
    yielded first, and what was under way is given up.
    """

    if pipeline.waits:
        # Sections of long articles are questions too: no more of all than there would be articles.
        room = Room(concurrency, one_by_one=False)
        pipeline = pipeline.with_models(lambda model: Gate(model, room), at_once=None)

    async def do(job: Job, emit: Callable[[Outcome], None]) -> None:
        emit(await _do(job, pipeline, published))

    # New work is taken only where the consumer is done with an outcome: so few answers are lost by a crash.
    async with aclosing(work_off(jobs, do, concurrency=concurrency, most_open=concurrency)) as outcomes:
        async for outcome in outcomes:
            yield outcome


async def work_off(
    jobs: Iterable[T],
    do: Callable[[T, Callable[[Outcome], None]], Awaitable[None]],
    *,
    concurrency: int,
    most_open: int,
) -> AsyncGenerator[Outcome, None]:
    """The outcomes of `jobs`, each of which `do` tells of to the function that it is given, once, then or later.

    `concurrency` of them are done at once; `most_open` are begun whose outcome has not been dealt with yet.

    Raises what `ENDS_RUN` names from the first outcome that has it. Whatever ends it, what was
    finished by then is yielded first, and what was under way is given up.
    """
    if concurrency < 1:
        raise ConfigurationError(f"the number of articles at once is 1 or more, not {concurrency}")
    waiting = iter(jobs)
    finished: asyncio.Queue[Outcome | None] = asyncio.Queue()
    room = asyncio.Semaphore(most_open)
    begun = dealt_with = 0
    broken: list[Exception] = []

    async def work() -> None:
        nonlocal begun
        try:
            while await room.acquire() and (job := next(waiting, None)) is not None:
                begun += 1
                await do(job, finished.put_nowait)
        except Exception as fault:
            broken.append(fault)
        finally:
            # A place for the next worker, which will find no job either.
            room.release()
            finished.put_nowait(None)

    workers = [asyncio.create_task(work()) for _ in range(concurrency)]
    busy = len(workers)
    fatal: BaseException | None = None
    set_back = collect_seldom()
    try:
        while (busy or dealt_with < begun) and not fatal:
            try:
                outcome = await finished.get()
            except asyncio.CancelledError as fault:
                fatal = fault
            else:
                if outcome is None:
                    busy -= 1
                    fatal = broken[0] if broken else None
                elif isinstance(outcome.error, ENDS_RUN):
                    fatal = outcome.error
                else:
                    yield outcome
                    dealt_with += 1
                    room.release()
        while not finished.empty():
            outcome = finished.get_nowait()
            if outcome and not isinstance(outcome.error, ENDS_RUN):
                yield outcome
        if fatal:
            raise fatal
    finally:
        set_back()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


async def _do(job: Job, pipeline: Pipeline, published: date | None) -> Outcome:
    try:
        if isinstance(job.source, ReadError):
            raise job.source
        article = job.source
        if isinstance(article, Path):
            # A slow disk must not hold up the answers that are coming in.
            article = named(await asyncio.to_thread(read_article, article, published=published))
        return Outcome(job.path, result=await pipeline.run(article))
    except Exception as fault:
        # A bug that one article brings to light must not lose the others.
        log.debug("%s failed", job.path, exc_info=True)
        if isinstance(fault, ReadError) and (told := telemetry.current()) is not None:
            told.unread(fault)
        return Outcome(job.path, error=fault)


def named(article: Article) -> Article:
    """`article` under a path that is Unicode text."""
    path = article.path or ""
    shown = shown_name(path)
    return article if shown == path else replace(article, path=shown)


def _jobs(folder: Path, exclude: Path | None) -> Iterator[Job]:
    faults: list[OSError] = []
    for path in find_articles(folder, exclude=exclude, on_error=faults.append):
        yield Job(relative_name(path, folder), path)
    for fault in faults:
        path = Path(fault.filename)
        error = ReadError(unlisted(fault.strerror or str(fault)))
        yield Job(relative_name(path, folder) if path != folder else ".", error)
