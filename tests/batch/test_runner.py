from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import aclosing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.batch.runner import Job, Outcome, run, run_jobs
from summarizer.errors import ConfigurationError, NotAuthorized, ReadError
from summarizer.pipeline import Pipeline
from summarizer.records import Summary

MakeFolder = Callable[..., Path]


def outcomes(root: Path, pipeline: Pipeline, **options: Any) -> dict[str, Outcome]:
    async def collect() -> dict[str, Outcome]:
        return {outcome.path: outcome async for outcome in run(root, pipeline, **options)}

    return asyncio.run(collect())


def headline(outcome: Outcome) -> str | None:
    assert isinstance(outcome.result, Summary)
    return outcome.result.headline.text if outcome.result.headline else None


def test_every_article_of_the_folder_has_its_outcome(folder: MakeFolder, pipeline: Pipeline) -> None:
    root = folder({"a.txt": "Orrin rose.", "deep/er/b.txt": "Tessel fell."})
    done = outcomes(root, pipeline)
    assert {path: headline(outcome) for path, outcome in done.items()} == {
        "a.txt": "Orrin rose.",
        "deep/er/b.txt": "Tessel fell.",
    }


def test_a_refused_an_unreadable_and_a_crashing_article_leave_the_others_alone(
    folder: MakeFolder, pipeline: Pipeline
) -> None:
    root = folder({"a.txt": "REFUSE this.", "b.txt": "", "c.txt": "BUG here.", "d.txt": "Orrin rose."})
    done = outcomes(root, pipeline)
    assert {path: type(outcome.error).__name__ for path, outcome in done.items()} == {
        "a.txt": "Refused",
        "b.txt": "ReadError",
        "c.txt": "ZeroDivisionError",
        "d.txt": "NoneType",
    }


@pytest.mark.parametrize("concurrency", [1, 2, 3, 50])
def test_no_more_articles_are_under_way_than_allowed(
    folder: MakeFolder, pipeline: Pipeline, model: Any, concurrency: int
) -> None:
    root = folder({f"{number}.txt": "Orrin rose." for number in range(12)})
    assert len(outcomes(root, pipeline, concurrency=concurrency)) == 12
    assert model.most_at_once <= concurrency


def test_less_than_one_at_once_is_refused(folder: MakeFolder, pipeline: Pipeline) -> None:
    with pytest.raises(ConfigurationError, match="1 or more"):
        outcomes(folder({"a.txt": "Orrin rose."}), pipeline, concurrency=0)


def test_the_date_given_goes_to_every_article(folder: MakeFolder, pipeline: Pipeline) -> None:
    done = outcomes(folder({"a.txt": "Orrin rose."}), pipeline, published=date(2031, 3, 4))
    assert done["a.txt"].result
    assert done["a.txt"].result.source.published == date(2031, 3, 4)


@pytest.mark.parametrize(("word", "error"), [("UNAUTHORIZED", NotAuthorized), ("MISCONFIGURED", ConfigurationError)])
def test_what_every_article_would_meet_stops_the_run_and_keeps_what_is_done(
    folder: MakeFolder, pipeline: Pipeline, model: Any, word: str, error: type[Exception]
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": f"{word}.", "c.txt": "Tessel fell."})
    done: list[str] = []

    async def collect() -> None:
        async for outcome in run(root, pipeline, concurrency=1):
            done.append(outcome.path)

    with pytest.raises(error):
        asyncio.run(collect())
    assert done == ["a.txt"]
    assert "Tessel fell." not in model.asked


def test_a_run_that_is_cancelled_hands_over_what_is_finished_first(pipeline: Pipeline) -> None:
    done: list[str] = []

    async def consume() -> None:
        consumer = asyncio.current_task()
        assert consumer

        def jobs() -> Iterator[Job]:
            yield Job("finished", ReadError("it is empty"))
            consumer.cancel()
            yield Job("under way", Article.from_text("SLOW and steady."))

        async for outcome in run_jobs(jobs(), pipeline, concurrency=2):
            done.append(outcome.path)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(consume())
    assert done == ["finished"]


def test_a_consumer_that_leaves_ends_the_work(folder: MakeFolder, pipeline: Pipeline, model: Any) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "SLOW one.", "c.txt": "SLOW two."})

    async def main() -> int:
        async with aclosing(run(root, pipeline, concurrency=3)) as outcomes:
            async for _ in outcomes:
                break
        return len(asyncio.all_tasks())

    assert asyncio.run(main()) == 1
    assert model.at_once == 0


def test_new_work_waits_until_the_consumer_is_done_with_the_last(pipeline: Pipeline) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(6):
            taken.append(number)
            yield Job(str(number), ReadError("it is empty"))

    async def main() -> None:
        async with aclosing(run_jobs(jobs(), pipeline, concurrency=2)) as outcomes:
            await anext(outcomes)
            for _ in range(20):
                await asyncio.sleep(0)

    asyncio.run(main())
    assert taken == [0, 1]


def test_a_fault_in_the_list_of_jobs_is_raised_and_hangs_nothing(pipeline: Pipeline) -> None:
    def jobs() -> Iterator[Job]:
        yield Job("0", ReadError("it is empty"))
        raise OSError("the disk is gone")

    async def main() -> None:
        async for _ in run_jobs(jobs(), pipeline):
            pass

    with pytest.raises(OSError, match="the disk is gone"):
        asyncio.run(main())


def test_a_name_that_is_not_utf8_is_done_like_any_other(folder: MakeFolder, pipeline: Pipeline) -> None:
    root = folder({})
    (root / os.fsdecode(b"caf\xe9.txt")).write_text("Orrin rose.")
    [outcome] = outcomes(root, pipeline).values()
    assert outcome.result
    assert outcome.result.source.path
    assert outcome.result.source.path.endswith("caf\\xe9.txt")
