"""Articles with one question between them, at the same time: asked once, whatever becomes of the one that asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.batch import StoredRun
from summarizer.batch.single_flight import SingleFlight
from summarizer.errors import Unavailable
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.pricing import Prices
from summarizer.models.retries import RetryPolicy
from summarizer.pipeline import Pipeline
from summarizer.schema import NEWS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TWINS = {f"{number}.txt": f"Orrin rose.{' ' * number}\n\nTessel fell." for number in range(4)}


class Slow:
    """A model that knows what it has answered, and takes a turn of the loop, or the `gate`, for what it has not."""

    name = "slow"
    needs_prompt = False

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.asked = 0
        self.known = False
        self.gate = asyncio.Event()

    async def answer(self, _: Question) -> Answer:
        if not self.known:
            self.asked += 1
            await self.gate.wait()
            if self.faults:
                raise self.faults.pop(0)
            self.known = True
        return Answer({}, self.name)

    async def close(self) -> None:
        return None


def question(text: str = "Orrin rose.") -> Question:
    return Question("extract", Article.from_text(text), NEWS, NEWS.wire)


async def under_way(model: Slow, many: int = 4) -> tuple[SingleFlight, list[asyncio.Task[Answer]]]:
    flights = SingleFlight(model, ("slow",))
    tasks = [asyncio.create_task(flights.answer(question())) for _ in range(many)]
    for _ in range(5):
        await asyncio.sleep(0)
    assert model.asked == 1
    return flights, tasks


async def ended(tasks: list[asyncio.Task[Answer]]) -> list[str]:
    results = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 10)
    return [type(result).__name__ for result in results]


def test_three_that_wait_are_answered_by_what_the_first_got() -> None:
    async def run() -> None:
        model = Slow()
        flights, tasks = await under_way(model)
        model.gate.set()
        assert await ended(tasks) == ["Answer"] * 4
        assert (model.asked, flights._under_way) == (1, {})

    asyncio.run(run())


def test_where_the_first_fails_the_next_one_asks() -> None:
    async def run() -> None:
        model = Slow(Unavailable("out of order"))
        flights, tasks = await under_way(model)
        model.gate.set()
        assert await ended(tasks) == ["Unavailable", "Answer", "Answer", "Answer"]
        assert (model.asked, flights._under_way) == (2, {})

    asyncio.run(run())


def test_where_the_first_is_given_up_the_next_one_asks() -> None:
    async def run() -> None:
        model = Slow()
        flights, tasks = await under_way(model)
        tasks[0].cancel()
        model.gate.set()
        assert await ended(tasks) == ["CancelledError", "Answer", "Answer", "Answer"]
        assert (model.asked, flights._under_way) == (2, {})

    asyncio.run(run())


def test_who_waits_may_be_given_up_and_so_may_all() -> None:
    async def run() -> None:
        model = Slow()
        flights, tasks = await under_way(model)
        tasks[2].cancel()
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        assert await ended(tasks) == ["CancelledError"] * 4
        assert (model.asked, flights._under_way) == (1, {})

    asyncio.run(run())


def test_other_questions_wait_for_nobody() -> None:
    async def run() -> None:
        model = Slow()
        flights, tasks = await under_way(model, 1)
        other = asyncio.create_task(flights.answer(Question("judge", question().article, NEWS, NEWS.wire)))
        for _ in range(3):
            await asyncio.sleep(0)
        assert model.asked == 2
        model.gate.set()
        assert await ended([*tasks, other]) == ["Answer"] * 2

    asyncio.run(run())


@pytest.mark.parametrize("processes", [1, 2])
def test_articles_that_differ_in_white_space_are_asked_about_once(
    folder: Any, go: Any, chat: Callable[..., Pipeline], service: Any, processes: int
) -> None:
    service.seconds = 0.05
    done = go(folder(TWINS), chat(), concurrency=8, processes=processes)
    assert set(done.headlines.values()) == {"Orrin rose."}
    assert len({document["source"]["sha256"] for document in done.documents}) == 4
    assert service.calls == 1


def test_their_repairs_are_asked_for_once_too(
    folder: Any, go: Any, chat: Callable[..., Pipeline], service: Any
) -> None:
    service.seconds = 0.05
    done = go(folder({name: f"LIE: {text}" for name, text in TWINS.items()}), chat(), concurrency=8)
    assert len(done.documents) == 4
    assert service.calls == 2


def test_a_refusal_is_shared_and_a_fault_of_the_service_is_not(
    folder: Any, go: Any, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    service.seconds, service.busy = 0.02, True
    declined = go(folder({name: f"DECLINE {text}" for name, text in TWINS.items()}), chat(), concurrency=8)
    assert (set(declined.failures.values()), service.calls) == ({"Refused"}, 1)
    service.asked.clear()
    # Two: more of them would pass for a service that is down.
    busy = folder({name: f"BUSY {TWINS[name]}" for name in ("1.txt", "2.txt")}, "busy")
    failed = go(busy, chat(), tmp_path / "busy-out", concurrency=8)
    assert set(failed.failures.values()) == {"Unavailable"}
    assert service.calls == 2 * 2  # each with its own two tries


def test_a_run_that_is_broken_off_leaves_nobody_waiting(
    folder: Any, go: Any, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    service.seconds = 0.2
    root = folder({**TWINS, "first.txt": "Velkamp stood still."})

    async def broken_off(run: StoredRun, pipeline: Pipeline) -> None:
        async with aclosing(run.run(8)) as outcomes:
            task = asyncio.ensure_future(anext(outcomes))
            await asyncio.to_thread(service.was_asked.wait, 20)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await pipeline.close()

    pipeline = chat()
    with StoredRun(root, tmp_path / "out", pipeline) as run:
        asyncio.run(asyncio.wait_for(broken_off(run, pipeline), 30))
    service.asked.clear()
    done = go(root, chat(), concurrency=8)
    assert len(done.headlines) == 5
    assert service.calls == 2


def test_a_budget_for_one_of_them_does_them_all(folder: Any, go: Any, service: Any) -> None:
    service.seconds = 0.02
    options = ChatOptions(retries=RetryPolicy(attempts=1))
    model = ChatModel("relay", "relay", Endpoint(service.base_url, "none", Prices(0.0, 0.0, 0.001)), options)
    done = go(folder(TWINS), Pipeline(model), concurrency=8, budget=1.5)
    assert len(done.headlines) == 4
    assert service.calls == 1
    assert done.run.budget.spent == pytest.approx(0.02)
