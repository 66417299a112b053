"""How often Python's collector looks while a batch runs, and that it is as before afterwards."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator

import pytest

from summarizer.article import Article
from summarizer.batch.collector import SELDOM, collect_seldom
from summarizer.batch.runner import Job, run_jobs
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline

TEXT = (
    "Velkamp agreed to buy Dorrin Rail for $40 million. “It fits,” said Mira Okonjo, who runs Velkamp. "
    "Dorrin's sales rose 4 percent to $31 million in 2011."
)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_a_batch_raises_the_threshold_and_sets_it_back() -> None:
    async def thresholds() -> list[int]:
        jobs = [Job("a", Article.from_text(TEXT)), Job("b", Article.from_text(TEXT))]
        return [gc.get_threshold()[0] async for _ in run_jobs(jobs, Pipeline(OfflineModel()))]

    assert asyncio.run(thresholds()) == [SELDOM, SELDOM]
    assert gc.get_threshold() == (700, 10, 10)


def test_of_two_batches_at_once_the_last_sets_it_back() -> None:
    first, second = collect_seldom(), collect_seldom()
    first()
    assert gc.get_threshold() == (SELDOM, 10, 10)
    second()
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("own", [0, SELDOM + 1])
def test_a_collector_that_is_off_or_looks_less_often_yet_is_left_alone(own: int) -> None:
    gc.set_threshold(own, 10, 10)
    set_back = collect_seldom()
    assert gc.get_threshold()[0] == own
    set_back()
    assert gc.get_threshold()[0] == own
