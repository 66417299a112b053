"""A model that is left out while its service is down, and others that answer in its place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import (
    EmptyAnswer,
    ModelError,
    NoneAnswered,
    NotAuthorized,
    OutOfQuota,
    RateLimited,
    Refused,
    ServiceDown,
    Unavailable,
)
from summarizer.models.base import Answer, Question
from summarizer.models.breaker import Breaker
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.limits import Limits
from summarizer.models.standby import LONGEST_INTERVAL, Guarded, Standby
from summarizer.schema import NEWS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Flaky:
    """A model that raises what is set, or answers."""

    needs_prompt = True

    def __init__(self, name: str = "cheap") -> None:
        self.name = name
        self.fault: Exception | None = None
        self.asked = 0
        self.gate: asyncio.Event | None = None

    async def answer(self, _: Question) -> Answer:
        self.asked += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.fault is not None:
            raise self.fault
        return Answer({}, self.name)

    async def close(self) -> None:
        pass


QUESTION = Question("extract", Article.from_text("Ostrava Rail ordered 12 trains."), NEWS, NEWS.wire)


def ask(model: Guarded | Standby) -> str:
    """Who answered, or the class of what was raised."""
    try:
        return asyncio.run(model.answer(QUESTION)).model
    except ModelError as fault:
        return type(fault).__name__


@pytest.mark.parametrize("kind", [ServiceDown, OutOfQuota])
def test_after_an_outage_a_model_is_not_asked_before_a_trial_is_due(kind: type[ModelError]) -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = kind("cheap: it is away")
    assert [ask(guarded) for _ in range(3)] == [kind.__name__] * 3
    assert model.asked == 1
    clock.now = 59.9
    ask(guarded)
    assert model.asked == 1
    clock.now, model.fault = 60.0, None
    assert ask(guarded) == "cheap"
    assert ask(guarded) == "cheap"
    assert model.asked == 3


def test_the_trials_of_a_model_that_stays_away_become_fewer() -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = ServiceDown("cheap: it is away")
    for second in range(0, 7200, 10):
        clock.now = float(second)
        ask(guarded)
    # 0, 60, 180, 420, 900 s, and every ten minutes then.
    assert model.asked == 5 + (7200 - 900) // int(LONGEST_INTERVAL)


def test_a_key_that_was_refused_is_not_tried_again() -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = NotAuthorized("cheap: the key")
    ask(guarded)
    clock.now = 1e9
    assert ask(guarded) == "NotAuthorized"
    assert model.asked == 1


@pytest.mark.parametrize("kind", [Refused, EmptyAnswer, Unavailable, RateLimited])
def test_what_one_article_meets_leaves_the_model_in(kind: type[ModelError]) -> None:
    model = Flaky()
    guarded = Guarded(model, Clock())
    model.fault = kind("cheap: no")
    ask(guarded)
    model.fault = None
    assert ask(guarded) == "cheap"


@pytest.mark.parametrize(("kind", "back"), [(Refused, True), (Unavailable, False), (RateLimited, False)])
def test_whether_a_trial_that_fails_puts_the_model_back(kind: type[ModelError], back: bool) -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = ServiceDown("cheap: it is away")
    ask(guarded)
    clock.now, model.fault = 60.0, kind("cheap: no")
    ask(guarded)
    model.fault = None
    assert (ask(guarded) == "cheap") is back


def test_one_question_tries_while_the_others_go_on() -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = ServiceDown("cheap: it is away")
    ask(guarded)
    clock.now, model.fault = 60.0, None

    async def several() -> list[Any]:
        model.gate = asyncio.Event()
        asked = [asyncio.create_task(guarded.answer(QUESTION)) for _ in range(4)]
        await asyncio.wait(asked[1:])
        model.gate.set()
        return await asyncio.gather(*asked, return_exceptions=True)

    ended = asyncio.run(several())
    assert [type(one) for one in ended] == [Answer, ServiceDown, ServiceDown, ServiceDown]
    assert model.asked == 2


def test_a_trial_that_is_given_up_leaves_the_next_one_to_try() -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = ServiceDown("cheap: it is away")
    ask(guarded)
    clock.now, model.fault = 60.0, None

    async def cancelled() -> None:
        model.gate = asyncio.Event()
        trial = asyncio.create_task(guarded.answer(QUESTION))
        await asyncio.sleep(0)
        trial.cancel()
        await asyncio.gather(trial, return_exceptions=True)
        model.gate.set()

    asyncio.run(cancelled())
    assert ask(guarded) == "cheap"


def test_the_outage_is_said_once_and_so_is_its_end(caplog: pytest.LogCaptureFixture) -> None:
    model, clock = Flaky(), Clock()
    guarded = Guarded(model, clock)
    model.fault = ServiceDown("cheap: 503: what is done is kept, run the same command again later")
    for _ in range(3):
        ask(guarded)
    clock.now, model.fault = 60.0, None
    ask(guarded)
    assert [record.getMessage() for record in caplog.records] == [
        "cheap: 503; it is left out from now on, and others answer in its place",
        "cheap answers again",
    ]


def test_a_trial_of_a_service_that_is_down_is_a_single_request(service: Any, failed: Callable[..., Any]) -> None:
    options = ChatOptions(limits=Limits(patience=30.0))
    clock = Clock()

    async def sleep(seconds: float) -> None:
        clock.now += seconds
        await asyncio.sleep(0)

    model = ChatModel("cheap", "cheap", Endpoint(service.base_url, "none"), options, sleep=sleep, clock=clock)
    guarded = Guarded(model)
    service.script = [failed(503)]

    async def several() -> tuple[int, int, list[str]]:
        texts = [Article.from_text(f"Ostrava Rail ordered {number} trains.") for number in range(4)]
        questions = [Question("extract", one, NEWS, NEWS.wire) for one in texts]
        ended = await asyncio.gather(*map(guarded.answer, questions), return_exceptions=True)
        first = len(service.asked)
        clock.now += 60.0
        again = await asyncio.gather(guarded.answer(questions[0]), return_exceptions=True)
        await model.close()
        return first, len(service.asked), [type(one).__name__ for one in (*ended, *again)]

    first, all_in_all, ended = asyncio.run(several())
    assert all_in_all == first + 1
    assert ended == ["ServiceDown"] * 5


def test_a_breaker_in_doubt_is_spent_by_one_failure_and_closed_by_one_answer() -> None:
    breaker = Breaker(600.0)
    breaker.doubt(100.0)
    assert (breaker.delay(100.0), breaker.spent(100.0), breaker.go()) == (0.0, False, True)
    breaker.failed(1, "failing", 101.0, probe=True)
    assert breaker.spent(101.0)
    breaker.doubt(200.0)
    assert not breaker.spent(200.0)
    assert breaker.answered(201.0) == 1.0
    assert breaker.open_since is None


def test_the_first_that_answers_answers() -> None:
    models = [Flaky("cheap"), Flaky("spare")]
    assert ask(Standby(models)) == "cheap"
    models[0].fault = Refused("cheap: no")
    assert ask(Standby(models)) == "spare"
    models[1].fault = NotAuthorized("spare: the key")
    with pytest.raises(NoneAnswered, match="no model gave a usable answer: cheap: no; spare: the key"):
        asyncio.run(Standby(models).answer(QUESTION))
