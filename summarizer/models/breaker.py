"""Whether a service is down: then all calls wait, and one at a time probes whether it is back.

No clock in here: `now` is always given, in seconds.
"""

from __future__ import annotations

from typing import Literal

Trouble = Literal["limited", "overloaded", "failing", "timeout", "unreachable"]
"""What a failed call says of the service: too many requests (429), too much work (529, some 503), another fault of its
own (5xx), no answer in time, no connection."""

FAILURES = 5
"""Failures in a row, with no answer of any kind between them, from which a service may be down…"""
QUESTIONS = 3
"""… if they met so many questions: an article on which the service breaks must not stop the others."""
UNREACHED_QUESTIONS = 2
"""The same where there is no connection, which is no article's fault."""
LIMITED_SECONDS = 30.0
"""So long a service may grant nothing to anybody before it counts as down."""


class Breaker:
    """Closed while the service answers, open while it is down.

    patience    seconds that a service may be down
    """

    def __init__(self, patience: float, *, first_interval: float = 1.0, longest_interval: float = 60.0) -> None:
        self.patience = patience
        self._first_interval = first_interval
        self._longest_interval = longest_interval
        self.open_since: float | None = None
        self.reset()

    def reset(self) -> None:
        """Forgets everything."""
        self.open_since = None
        self._failures = 0
        self._questions: set[int] = set()
        self._first_failure = 0.0
        self._probing = False
        self._next_probe = 0.0
        self._interval = self._first_interval
        self._doubted = self._probe_failed = False

    def doubt(self, now: float) -> None:
        """Opens as if the service had been down for nearly as long as the patience lasts: if the next call fails, it
        has been."""
        self.reset()
        self.open_since = self._next_probe = now
        self._doubted = True

    @property
    def questions(self) -> int:
        """How many questions met a failure since the last answer."""
        return len(self._questions)

    def delay(self, now: float) -> float | None:
        """Seconds until a call may go; None: not before the probe that is under way has ended."""
        if self.open_since is None:
            return 0.0
        return None if self._probing else max(0.0, self._next_probe - now)

    def go(self) -> bool:
        """A call goes; whether it is the probe."""
        self._probing = self.open_since is not None
        return self._probing

    def abandon(self) -> None:
        """The probe was given up before it came to anything: the next call probes in its place."""
        self._probing = False

    def spent(self, now: float) -> bool:
        """Whether the service has been down for longer than the patience lasts."""
        if self.open_since is None:
            return False
        return self._probe_failed if self._doubted else now - self.open_since >= self.patience

    def answered(self, now: float) -> float | None:
        """The service answered, with whatever. Seconds that it was down, if it was."""
        down = None if self.open_since is None else now - self.open_since
        if down is not None or self._failures:
            self.reset()
        return down

    def failed(self, question: int, trouble: Trouble, now: float, *, probe: bool = False) -> bool:
        """A call for this question failed. Whether the breaker has opened by that."""
        if self.open_since is not None:
            if probe:
                self._probing = False
                self._probe_failed = True
                self._interval = min(self._longest_interval, 2 * self._interval)
                self._next_probe = now + self._interval
            return False
        if not self._failures:
            self._first_failure = now
        self._failures += 1
        self._questions.add(question)
        if self._failures < FAILURES:
            return False
        if len(self._questions) < (UNREACHED_QUESTIONS if trouble == "unreachable" else QUESTIONS):
            return False
        if trouble == "limited" and now - self._first_failure < LIMITED_SECONDS:
            return False
        self.open_since = now
        self._next_probe = now + self._interval
        return True


def duration(seconds: float) -> str:
    """`30 s`, `10 minutes`."""
    return f"{seconds:.3g} s" if seconds < 120 else f"{seconds / 60:.3g} minutes"
