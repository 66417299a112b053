"""The limiter against services that are played here, in virtual time: no second of it passes."""

from __future__ import annotations

import asyncio
import itertools
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from summarizer.errors import ConfigurationError, RateLimited, ServiceDown, Unavailable
from summarizer.models.limits import Limiter, Limits
from summarizer.models.retries import CallFailed


def limited(wait: float | None = None, **headers: str) -> CallFailed:
    failed = CallFailed(RateLimited("x: answered 429"), retried=True, status=429, trouble="limited")
    failed.wait, failed.headers = wait, {name.replace("_", "-"): value for name, value in headers.items()}
    return failed


def failing(trouble: Any = "failing") -> CallFailed:
    return CallFailed(Unavailable("x: answered 500"), retried=True, status=500, trouble=trouble)


def now() -> float:
    return asyncio.get_running_loop().time()


@dataclass
class Played:
    """A service that takes `latency` seconds, and grants `rate` requests a second in a bucket of one second."""

    latency: float = 0.2
    rate: float = 0.0
    speaks: bool = True
    """Whether it says its limit in headers, and how long to wait."""
    at_once: float = float("inf")
    """Requests at once that it takes."""
    answered: list[float] = field(default_factory=list)
    refused: int = 0
    busy: int = 0
    most: int = 0

    async def __call__(self) -> dict[str, str]:
        headers = self.granted()
        self.busy += 1
        self.most = max(self.most, self.busy)
        try:
            if self.busy > self.at_once:
                self.refused += 1
                raise limited()
            await asyncio.sleep(self.latency)
        finally:
            self.busy -= 1
        self.answered.append(now())
        return headers

    def granted(self) -> dict[str, str]:
        if not self.rate:
            return {}
        if not hasattr(self, "level"):
            self.level, self.at = self.rate, 0.0
        self.level, self.at = min(self.rate, self.level + (now() - self.at) * self.rate), now()
        if self.level < 1 - 1e-6:
            self.refused += 1
            raise limited((1 - self.level) / self.rate if self.speaks else None)
        self.level -= 1
        if not self.speaks:
            return {}
        return {
            "x-ratelimit-limit-requests": str(int(self.rate)),
            "x-ratelimit-remaining-requests": str(int(self.level)),
            "x-ratelimit-reset-requests": f"{(self.rate - self.level) / self.rate * 1000:.0f}ms",
        }


Send = Callable[[], Any]


async def work(limiter: Limiter, send: Send, calls: int, workers: int, tries: int = 1000) -> int:
    """So many calls by so many workers, each tried again until it is answered; returns how many were not."""
    numbers = iter(range(calls))
    lost = 0

    async def worker() -> None:
        nonlocal lost
        for number in numbers:
            question = limiter.begin(f"article {number}")
            for _ in range(tries):
                async with limiter.permit(question, 1000) as permit:
                    try:
                        headers = await send()
                    except CallFailed as fault:
                        failed = fault
                        permit.failed(failed)
                    else:
                        permit.answered(headers, 300, 100)
                        break
                if failed.trouble != "limited" and not limiter.is_open:
                    await asyncio.sleep(1.0)
            else:
                lost += 1

    await asyncio.gather(*(worker() for _ in range(workers)))
    return lost


@pytest.fixture
def play(in_virtual_time: Any) -> Callable[..., tuple[float, Limiter]]:
    """Runs `work`; returns the virtual seconds that it took, and the limiter."""

    def run(send: Send, calls: int, workers: int, limits: Limits | None = None) -> tuple[float, Limiter]:
        async def once() -> tuple[float, Limiter]:
            limiter = Limiter(limits, name="x", clock=now)
            assert await work(limiter, send, calls, workers) == 0
            return now(), limiter

        result: tuple[float, Limiter] = in_virtual_time(once())
        return result

    return run


@pytest.mark.parametrize("workers", [8, 32])
def test_a_service_without_limits_is_used_to_the_full(play: Any, workers: int) -> None:
    seconds, _ = play(Played(latency=0.2), workers * 10, workers)
    assert seconds == pytest.approx(10 * 0.2)


def test_a_run_begins_with_few_calls_and_doubles_them(play: Any) -> None:
    service = Played(latency=1.0)
    play(service, 2000, 256)
    rounds = [service.answered.count(second) for second in (1.0, 2.0, 3.0, 4.0, 5.0)]
    assert rounds == [32, 64, 128, 256, 256]


def test_the_ceiling_is_never_passed(play: Any) -> None:
    service = Played()
    play(service, 300, 100, Limits(concurrency=20))
    assert service.most == 20


def test_the_headers_of_a_service_keep_its_limit_with_nothing_refused(play: Any) -> None:
    service = Played(latency=0.2, rate=50.0)
    seconds, _ = play(service, 1500, 64)
    assert service.refused == 0
    # 50 are there at the beginning, the others come at 50 a second.
    assert seconds == pytest.approx((1500 - 50) / 50 + 0.2, rel=0.03)


@pytest.mark.parametrize("latency", [0.2, 1.0])
def test_a_service_that_says_nothing_of_its_limit_is_kept_to_what_it_answers(play: Any, latency: float) -> None:
    service = Played(latency=latency, rate=50.0, speaks=False)
    seconds, _ = play(service, 3000, 64)
    assert service.refused < 0.03 * 3000
    assert seconds < 1.15 * 3000 / 50


def test_a_service_that_takes_few_at_once_is_found_out(play: Any) -> None:
    service = Played(latency=1.0, at_once=10)
    seconds, _ = play(service, 600, 64)
    assert service.refused < 0.15 * 600
    assert seconds < 1.8 * 600 / 10


def test_a_pause_is_everybodys_and_as_long_as_it_was_asked_for(play: Any) -> None:
    sent = []

    async def send() -> dict[str, str]:
        sent.append(now())
        if len(sent) == 5:
            raise limited(30.0)
        await asyncio.sleep(1.0)
        return {}

    play(send, 12, 4)
    # Four at once; the first of the next four is refused, and of four at once 2.8 are left when the pause ends.
    assert sent[:7] == [0.0] * 4 + [1.0] + [31.0] * 2
    assert sent[7] == 32.0


def test_a_refusal_that_names_no_time_is_waited_for_longer_each_time(in_virtual_time: Any) -> None:
    sent = []

    async def send() -> dict[str, str]:
        sent.append(now())
        if len(sent) <= 4:
            raise limited()
        return {}

    async def once() -> None:
        await work(Limiter(clock=now), send, 1, 1)

    in_virtual_time(once())
    waits = [after - before for before, after in itertools.pairwise(sent)]
    assert [1 <= waits[0] <= 1.25, 2 <= waits[1] <= 2.5, 4 <= waits[2] <= 5, 8 <= waits[3] <= 10] == [True] * 4


@pytest.mark.parametrize("limits", [Limits(rpm=600), Limits(tpm=600 * 400)])
def test_a_users_limit_is_kept(play: Any, limits: Limits) -> None:
    # 400 tokens a call, so that both limits come to ten calls a second.
    service = Played(latency=0.1)
    seconds, _ = play(service, 600, 64, limits)
    assert seconds == pytest.approx(60, rel=0.08)


def test_tokens_are_settled_by_what_was_used(play: Any) -> None:
    """A guess that is wrong by a factor of three must not make the run three times as long, or break the limit."""
    _, limiter = play(Played(latency=0.1), 200, 8, Limits(tpm=60_000))
    assert limiter.pace.guess(1000, None) == pytest.approx(400, rel=0.02)


def test_a_slow_call_holds_up_nobody(play: Any) -> None:
    done = []

    async def send() -> dict[str, str]:
        slow = not done and now() == 0.0 and not begun
        begun.append(now())
        await asyncio.sleep(1000.0 if slow else 1.0)
        done.append(now())
        return {}

    begun: list[float] = []
    play(send, 100, 4, Limits(concurrency=4))
    # The 99 others take 33 rounds of the three places that are left.
    assert done == [float(second) for second in range(1, 34) for _ in range(3)] + [1000.0]


def test_whoever_asked_first_goes_first_also_when_tried_again(in_virtual_time: Any) -> None:
    went = []

    async def once() -> None:
        limiter = Limiter(Limits(concurrency=1), clock=now)

        async def article(name: str, fails: int) -> None:
            question = limiter.begin(name)
            for left in range(fails, -1, -1):
                async with limiter.permit(question) as permit:
                    went.append(name)
                    await asyncio.sleep(1.0)
                    if left:
                        permit.failed(failing())
                    else:
                        permit.answered()

        await asyncio.gather(article("a", 0), article("b", 1), article("c", 0), article("d", 0))

    in_virtual_time(once())
    assert went == ["a", "b", "b", "c", "d"]


def test_a_caller_that_gives_up_leaves_its_place_to_the_next(in_virtual_time: Any) -> None:
    async def once() -> float:
        limiter = Limiter(Limits(concurrency=1), clock=now)
        began = asyncio.Event()

        async def call(seconds: float) -> float:
            async with limiter.permit(limiter.begin("x")) as permit:
                began.set()
                await asyncio.sleep(seconds)
                permit.answered()
            return now()

        first = asyncio.create_task(call(10.0))
        await began.wait()
        second, third = asyncio.create_task(call(10.0)), asyncio.create_task(call(1.0))
        await asyncio.sleep(1.0)
        second.cancel()
        first.cancel()
        return await third

    assert in_virtual_time(once()) == 2.0


class Outage:
    """A service that is down between two times; counts what it was sent meanwhile."""

    def __init__(self, start: float, end: float, trouble: str = "unreachable", latency: float = 0.5) -> None:
        self.start, self.end, self.trouble, self.latency = start, end, trouble, latency
        self.sent: list[float] = []

    async def __call__(self) -> dict[str, str]:
        if self.start <= now() < self.end:
            self.sent.append(now())
            raise failing(self.trouble)
        await asyncio.sleep(self.latency)
        return {}


@pytest.mark.parametrize("trouble", ["unreachable", "failing", "timeout"])
def test_an_outage_is_waited_for_with_one_probe_at_growing_intervals(
    play: Any, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    service = Outage(1.2, 100.0, trouble)
    with caplog.at_level(logging.WARNING):
        play(service, 100, 8)
    # Eight at once fail, and up to five of them once more until it is noticed; the last probe finds it back at 126 s.
    assert len(service.sent) <= 8 + 5 + 6
    assert [after - before for before, after in itertools.pairwise(service.sent[-6:])] == [2.0, 4.0, 8.0, 16.0, 32.0]
    said = [record.getMessage() for record in caplog.records]
    assert said == [
        "x: answered 500; the service is down, it is waited for (for 10 minutes at most)",
        "x: the service answers again, after 124 s",
    ]


def test_an_outage_that_outlasts_the_patience_ends_every_call(in_virtual_time: Any) -> None:
    service = Outage(0.0, 1e9)

    async def once() -> tuple[float, list[Any]]:
        limiter = Limiter(Limits(patience=60.0), name="x", clock=now)
        results = await asyncio.gather(*(work(limiter, service, 1, 1) for _ in range(5)), return_exceptions=True)
        limiter.begin("another")
        results += await asyncio.gather(*(work(limiter, service, 5, 5) for _ in range(1)), return_exceptions=True)
        return now(), results

    seconds, results = in_virtual_time(once())
    assert all(isinstance(result, ServiceDown) for result in results)
    assert "answered 500; it has been down for 60 s: what is done is kept, run the same command" in str(results[0])
    # The second batch of calls is not given up at once: it begins anew.
    assert seconds >= 2 * 60.0
    assert len(service.sent) < 40


def test_one_article_on_which_the_service_breaks_opens_nothing(play: Any) -> None:
    calls = 0

    async def send() -> dict[str, str]:
        nonlocal calls
        calls += 1
        if calls <= 20:
            raise failing("timeout")
        return {}

    _, limiter = play(send, 1, 1)
    assert (calls, limiter.is_open) == (21, False)


def test_a_service_that_asks_for_more_than_the_patience_ends_the_run(in_virtual_time: Any) -> None:
    async def send() -> dict[str, str]:
        raise limited(3600.0)

    async def once() -> float:
        with pytest.raises(ServiceDown, match="it asks to wait 3600 s: what is done is kept"):
            await work(Limiter(clock=now), send, 1, 1)
        return now()

    assert in_virtual_time(once()) == 0.0


def test_a_service_that_grants_nothing_to_anybody_counts_as_down(in_virtual_time: Any) -> None:
    async def send() -> dict[str, str]:
        raise limited()

    async def once() -> float:
        limiter = Limiter(Limits(patience=120.0), clock=now)
        with pytest.raises(ServiceDown):
            await work(limiter, send, 4, 4)
        return now()

    assert 120 < in_virtual_time(once()) < 300


@pytest.mark.parametrize(
    "limits", [{"concurrency": 0}, {"rpm": 0}, {"tpm": -1}, {"patience": -1}], ids=lambda limits: next(iter(limits))
)
def test_limits_that_cannot_work_are_refused(limits: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        Limits(**limits)


def test_threads_with_an_event_loop_each_may_share_a_limiter() -> None:
    limiter = Limiter(Limits(concurrency=1))
    order: list[int] = []

    def run(number: int) -> None:
        async def calls() -> None:
            for _ in range(20):
                async with limiter.permit(limiter.begin(number)) as permit:
                    order.append(number)
                    await asyncio.sleep(0.001)
                    order.append(number)
                    permit.answered()

        asyncio.run(calls())

    threads = [threading.Thread(target=run, args=(number,), daemon=True) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(order) == 3 * 20 * 2
    assert order[::2] == order[1::2]
