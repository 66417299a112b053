"""Bare 429s: told apart by what a cut does, in figures, in virtual time and over a loopback service."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from summarizer.errors import RateLimited
from summarizer.models import backoff
from summarizer.models.limits import Limiter
from summarizer.models.refusals import BORNE, Refusals
from summarizer.models.retries import CallFailed

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

GOOD = '{"items": []}'


def every(refused: int, of: int) -> Iterator[bool]:
    """Whether each request is refused: so many of so many, evenly."""
    return (number * refused % of < refused for number in itertools.count())


def told(judge: Refusals, pattern: Iterator[bool], requests: int, start: float, rate: float) -> list[str]:
    """What the outcomes of so many requests mean, sent one after the other from `start` on, `rate` a second."""
    meanings = []
    for number in range(requests):
        now = start + (number + 1) / rate
        judge.sent()
        if next(pattern):
            meanings.append(judge.refused(now - 0.1 / rate, now))
        elif judge.answered(now):
            meanings.append("fewer")
    return [meaning for meaning in meanings if meaning != "nothing"]


def test_the_first_refusal_cuts_and_the_next_answer_says_to_how_many() -> None:
    judge = Refusals()
    judge.sent()
    assert (judge.refused(0.0, 1.0), judge.on_trial) == ("cut", False)
    assert judge.refused(0.0, 1.0) == "nothing"
    assert (judge.answered(2.0), judge.on_trial) == (True, True)


def test_what_was_sent_before_a_cut_does_not_cut_again() -> None:
    judge = Refusals()
    told(judge, every(1, 2), 2, 0.0, 1.0)
    assert [judge.refused(sent, 10.0) for sent in (0.5, 1.0, 2.0)] == ["nothing"] * 3


def test_refusals_that_stay_when_less_is_sent_take_the_cuts_back() -> None:
    judge = Refusals()
    assert told(judge, every(3, 10), 65, 0.0, 40.0) == ["cut", "fewer", "cut"]
    assert told(judge, every(3, 10), 70, 100.0, 20.0) == ["fewer", "undo"]
    assert told(judge, every(3, 10), 200, 200.0, 40.0) == []


def test_refusals_that_become_fewer_cut_again() -> None:
    judge = Refusals()
    assert told(judge, every(5, 10), 63, 0.0, 40.0) == ["cut", "fewer", "cut"]
    # Of 40 a second 20 were taken, so that of 30 a third is refused.
    assert told(judge, every(1, 3), 70, 100.0, 30.0) == ["fewer", "cut", "fewer"]


def test_nothing_follows_from_refusals_where_no_less_was_sent() -> None:
    judge = Refusals()
    told(judge, every(3, 10), 65, 0.0, 40.0)
    assert "undo" not in told(judge, every(3, 10), 70, 100.0, 40.0)


def test_a_cut_that_is_followed_by_hardly_any_refusal_has_done_its_work() -> None:
    judge = Refusals()
    told(judge, every(1, 2), 2, 0.0, 1.0)
    told(judge, every(1, 60), 151, 10.0, 40.0)
    assert not judge.on_trial


@pytest.mark.parametrize(("share", "after"), [((3, 10), BORNE), ((6, 10), 60)], ids=["in time", "when there are more"])
def test_what_is_borne_is_tried_again(share: tuple[int, int], after: int) -> None:
    judge = Refusals()
    told(judge, every(3, 10), 65, 0.0, 40.0)
    assert told(judge, every(3, 10), 70, 100.0, 20.0)[-1] == "undo"
    assert told(judge, every(*share), after - 15, 200.0, 40.0) == []
    assert "cut" in told(judge, every(*share), 140, 300.0, 40.0)


class Refusing:
    """A service that answers after a second and refuses some requests, whatever it is sent."""

    def __init__(self, share: float) -> None:
        self.chance, self.share, self.refused = random.Random(7), share, 0  # noqa: S311

    async def __call__(self) -> None:
        if self.chance.random() < self.share:
            self.refused += 1
            raise CallFailed(RateLimited("x: answered 429"), retried=True, status=429, trouble="limited")
        await asyncio.sleep(1.0)


@pytest.mark.parametrize("share", [0.05, 0.3])
@pytest.mark.parametrize("at_once", [8, 64])
def test_refusals_by_chance_do_not_close_the_window(
    in_virtual_time: Any, monkeypatch: pytest.MonkeyPatch, share: float, at_once: int
) -> None:
    monkeypatch.setattr(backoff, "random", random.Random(3))  # noqa: S311
    service = Refusing(share)
    calls = 60 * at_once

    async def run() -> float:
        clock = asyncio.get_running_loop().time
        limiter = Limiter(clock=clock)
        numbers = iter(range(calls))

        async def worker() -> None:
            for number in numbers:
                turn = limiter.begin(number)
                answered = False
                while not answered:
                    async with limiter.permit(turn) as permit:
                        try:
                            await service()
                        except CallFailed as failed:
                            permit.failed(failed)
                        else:
                            permit.answered()
                            answered = True

        await asyncio.gather(*(worker() for _ in range(at_once)))
        return clock()

    seconds = in_virtual_time(run())
    # One second for the answer, and at most about half a one for each refusal, which others do not wait for.
    assert seconds < 2 * 60 * (1 + 0.7 * share / (1 - share))


def test_a_run_over_a_service_that_refuses_every_third_call_loses_nothing_and_slows_nobody(
    service: Any, said: Any, failed: Any, with_chat: Callable[..., Any], question: Any, slept: list[float]
) -> None:
    numbers, met = itertools.count(), []

    def answer(_: Any) -> Any:
        refused = next(numbers) * 3 % 10 < 3
        met.append(refused)
        return failed(429, "slow down") if refused else said(GOOD)

    service.script = [answer]

    async def run(model: Any) -> int:
        articles = iter(range(300))

        async def worker() -> int:
            return len([await model.answer(question(f"Article {number}")) for number in articles])

        return sum(await asyncio.gather(*(worker() for _ in range(8))))

    assert with_chat(run) == 300
    assert met.count(True) > 100
    # Each waits for itself, a second at most the first time: nobody waits for another's refusal.
    assert sum(slept) < 2 * met.count(True)
    assert max(slept) < 20
