"""Who may send the next request, and when: one limiter for all calls of a model.

It holds the calls that are under way to what the service can do (*window*, `window.py`), to what it grants (*pace*,
`pace.py`), lets all wait where it says so (*pause*), and all but one where it is down (*breaker*, `breaker.py`).
Whoever asked first goes first; a call that takes long holds one place and nothing else. Time comes from a clock and a
sleep that are given, so that tests need not wait.
"""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
from bisect import insort
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from summarizer.errors import RUN_AGAIN, ConfigurationError, ServiceDown
from summarizer.models.backoff import BackOff
from summarizer.models.breaker import Breaker, duration
from summarizer.models.pace import Pace, Taken
from summarizer.models.permits import Permit, Turn
from summarizer.models.refusals import Refusals
from summarizer.models.retries import CallFailed
from summarizer.models.window import Window

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What all calls of a model together are held to."""

    concurrency: int | None = None
    """Requests at once at most; None: as many as are asked for. Fewer where the service is overloaded."""
    rpm: float | None = None
    """Requests a minute at most."""
    tpm: float | None = None
    """Tokens a minute at most, those of the answers included."""
    patience: float = 600.0
    """Seconds for which a service that is down, or that asks to wait, is waited for where several articles are asked
    about."""

    def __post_init__(self) -> None:
        if (self.concurrency is not None and self.concurrency < 1) or self.patience < 0:
            raise ConfigurationError("requests at once are 1 or more, and patience is 0 s or more")
        if any(limit is not None and limit <= 0 for limit in (self.rpm, self.tpm)):
            raise ConfigurationError("the limits on requests and tokens a minute are more than 0")


class Limiter:
    """Gives the permits.

    name        who is limited, for messages
    first_wait  seconds of the first pause where the service is overloaded and names none; doubled, up to `longest_wait`
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        name: str = "the service",
        first_wait: float = 1.0,
        longest_wait: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self.name = name
        self.clock = clock
        self.pace = Pace(self.limits.rpm, self.limits.tpm)
        self.window = Window(self.limits.concurrency)
        self.refusals = Refusals()
        self.breaker = Breaker(self.limits.patience, first_interval=first_wait, longest_interval=longest_wait)
        self.several = False
        """Whether this is a run over several articles, which waits where a single one would be given up."""
        self.answers = 0
        """Requests that were answered."""
        self._lock = threading.Lock()
        """Threads with an event loop each may share a model."""
        self._places = 0
        self._first_article: object = None
        self._back_off = BackOff(first_wait, longest_wait)
        self._longest_wait = longest_wait
        self._sleep = sleep
        self._under_way = 0
        self._waiting: list[Permit] = []
        """By their places: the lowest goes first."""
        self._narrow = False
        """Whether the first in line waits for the window."""
        self._until = -math.inf
        self._paused = 0.0
        self._uncut = 0.0
        """What the window was before the cuts that are on trial."""
        self._why = ""

    @property
    def is_open(self) -> bool:
        """Whether the service is down."""
        return self.breaker.open_since is not None

    def begin(self, article: object) -> Turn:
        """The place of a new question about `article`: behind all others."""
        with self._lock:
            self._first_article = article if self._first_article is None else self._first_article
            self.several = self.several or article is not self._first_article
            return Turn(self._next_place())

    def doubt(self) -> None:
        """Takes a service that was down for down still: the next request shows whether it is, and is not repeated."""
        with self._lock:
            self.breaker.doubt(self.clock())

    def permit(self, turn: Turn, characters: int = 0, most_output: int | None = None) -> Permit:
        """A permit for a request of so many characters with at most so many tokens in the answer, to be entered."""
        return Permit(self, turn, characters, most_output)

    def pause_left(self) -> float:
        """Seconds for which nobody sends anything."""
        return max(0.0, self._until - self.clock())

    async def enter(self, permit: Permit) -> None:
        """Waits until `permit` may be used. Raises `ServiceDown` where waiting has no end in sight."""
        began = self.clock()
        while (own := permit.turn.until - self.clock()) > 0:
            await self._sleep(own)
        with self._lock:
            insort(self._waiting, permit, key=lambda one: one.turn.place)
        try:
            while (wait := self._admit(permit)) > 0:
                await self._called(permit, wait)
        except BaseException:
            with self._lock:
                self._waiting.remove(permit)
                if not self._waiting and self.breaker.spent(self.clock()):
                    # Everybody has given up: whoever comes later begins anew.
                    self.breaker.reset()
                self._call_next()
            raise
        permit.waited = self.clock() - began

    def leave(self, permit: Permit) -> None:
        """Takes the permit back."""
        with self._lock:
            self._under_way -= 1
            if permit.probe and not permit.told:
                self.breaker.abandon()
            self._call_next()

    def answered(self, permit: Permit, headers: Mapping[str, str], input_tokens: int, output_tokens: int) -> None:
        """What an answer says of the service."""
        with self._lock:
            now, taken = self._tell(permit, headers)
            self.answers += 1
            self._back_off.answered(permit.turn, since_pause=taken.at >= self._until)
            running = self._running(now)
            self.pace.answered(running, grows=not self.refusals.on_trial)
            if self.refusals.answered(now):
                self._uncut = max(self._uncut, self.window.size)
                self.window.cut(self._under_way, now, now)
            self.pace.settle(taken, permit.characters, input_tokens, output_tokens)
            if self._waiting and self._narrow and not self.refusals.on_trial:
                self.window.grow(taken.at)
            self._back(now)

    def failed(self, permit: Permit, failed: CallFailed) -> None:
        """What a failure says of the service."""
        with self._lock:
            self._fail(permit, failed)

    def _fail(self, permit: Permit, failed: CallFailed) -> None:
        now, taken = self._tell(permit, failed.headers)
        trouble = failed.trouble
        if trouble is None:
            self._back(now)
            return
        self._why = str(failed.error)
        permit.turn.failures += 1
        if permit.turn.failures % 2 == 0:
            permit.turn.place = self._next_place()
        if self.breaker.failed(permit.turn.number, trouble, now, probe=permit.probe):
            most = duration(self.limits.patience)
            log.warning("%s; the service is down, it is waited for (for %s at most)", self._why, most)
        if trouble == "limited":
            self._refused(permit, taken, now, failed.wait)
        # One article may take a service too long, which is no sign of too many; two in a row are.
        elif trouble == "overloaded" or (trouble == "timeout" and self.breaker.questions > 1):
            self.window.cut(self._under_way, taken.at, now)
        if failed.wait is not None:
            self._pause(now, failed.wait)

    def _refused(self, permit: Permit, taken: Taken, now: float, wait: float | None) -> None:
        """A request came to a 429, which asks to `wait`, or says nothing."""
        if wait is None and (pause := self._back_off.refused(permit.turn, taken.at, now, self._under_way)) > 0:
            self.window.cut(math.ceil(self.window.size), taken.at, now)
            self._pause(now, pause)
        if self.pace.is_why(taken, now):
            return
        if wait is not None:
            self.pace.slow_down(taken.at, now, self._running(now))
            self.window.cut(self._under_way, taken.at, now)
        elif (meaning := self.refusals.refused(taken.at, now)) == "cut":
            self.pace.slow_down(taken.at, now, self._running(now))
        elif meaning == "undo":
            self.pace.forget_observed()
            self.window.restore(self._uncut)
        if not self.refusals.on_trial:
            self._uncut = 0.0

    def _pause(self, now: float, seconds: float) -> None:
        longer = now + seconds - max(now, self._until)
        if longer > 0:
            self._paused += longer
            self._until = now + seconds

    def _running(self, now: float) -> float:
        """The time less that of the pauses."""
        return now - self._paused + max(0.0, self._until - now)

    def _next_place(self) -> int:
        self._places += 1
        return self._places

    def _tell(self, permit: Permit, headers: Mapping[str, str]) -> tuple[float, Taken]:
        assert permit.taken is not None  # noqa: S101
        permit.told = True
        now = self.clock()
        self.pace.read(headers, permit.taken, now)
        return now, permit.taken

    def _back(self, now: float) -> None:
        down = self.breaker.answered(now)
        if down is not None:
            log.warning("%s: the service answers again, after %.0f s", self.name, down)
            self.window, self.refusals = Window(self.limits.concurrency), Refusals()

    def _admit(self, permit: Permit) -> float:
        """0: `permit` may be used, and is. Otherwise the seconds to wait, or until it is called."""
        with self._lock:
            wait = self._wait(permit)
            if wait > 0:
                permit.called = asyncio.get_running_loop().create_future()
                return wait
            self._waiting.remove(permit)
            permit.probe = self.breaker.go()
            permit.taken = self.pace.take(self.pace.guess(permit.characters, permit.most_output), self.clock())
            self._under_way += 1
            self.refusals.sent()
            self._call_next()
            return 0.0

    def _wait(self, permit: Permit) -> float:
        """Seconds until `permit` may be used; infinite: until something happens. Raises `ServiceDown`."""
        if self._waiting[0] is not permit:
            return math.inf
        now = self.clock()
        if self.breaker.spent(now):
            raise ServiceDown(f"{self._why}; it has been down for {duration(self.limits.patience)}{RUN_AGAIN} later")
        pause = self.pause_left()
        if pause > max(self.limits.patience, self._longest_wait):
            raise ServiceDown(f"{self._why}; it asks to wait {math.ceil(pause)} s{RUN_AGAIN} then")
        down = self.breaker.delay(now)
        if down is None:
            return math.inf
        pace = self.pace.wait(self.pace.guess(permit.characters, permit.most_output), now)
        wait = max(pause, down, pace)
        full = not self.is_open and self._under_way + 1 > self.window.size
        self._narrow = full
        return math.inf if full else wait

    async def _called(self, permit: Permit, seconds: float) -> None:
        """Waits for so long, or until `permit` is called."""
        called = permit.called
        assert called is not None  # noqa: S101
        if seconds == math.inf:
            await called
            return
        nap = asyncio.ensure_future(self._sleep(seconds))
        try:
            await asyncio.wait({nap, called}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            nap.cancel()
            with suppress(asyncio.CancelledError):
                await nap

    def _call_next(self) -> None:
        """Wakes whoever is first in line, to look whether it may go."""
        if self._waiting and (called := self._waiting[0].called) is not None and not called.done():
            called.get_loop().call_soon_threadsafe(_set, called)


def _set(called: asyncio.Future[None]) -> None:
    if not called.done():
        called.set_result(None)
