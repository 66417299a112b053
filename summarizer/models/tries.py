"""When a call that failed is tried again, where all calls share the service's limits.

What all calls meet is waited for by all of them in the limiter, and is not counted against the attempts of the one that
met it: else an outage or a busy minute would use up the attempts of every article under way.
"""

from __future__ import annotations

from collections.abc import Callable

from tenacity import AsyncRetrying, RetryCallState

from summarizer.models.limits import Limiter
from summarizer.models.permits import Turn
from summarizer.models.retries import CallFailed, RetryPolicy

MOST_FORGIVEN = 20
"""How often a refusal that others were spared is not counted: what is always refused is refused for its own sake."""


class Tries:
    """The tries of one question's calls, within the attempts and the time of `policy`."""

    def __init__(
        self,
        policy: RetryPolicy,
        limiter: Limiter,
        turn: Turn,
        read: Callable[[BaseException], CallFailed | None] = lambda fault: (
            fault if isinstance(fault, CallFailed) else None
        ),
    ) -> None:
        self.policy = policy
        self.deadline = limiter.clock() + policy.total_seconds
        """When the question is given up, by the limiter's clock; moved by what is waited for with all the others."""
        self._limiter = limiter
        self._turn = turn
        self._read = read
        self._answers = limiter.answers
        self._free = False
        self._forgiven = 0

    @property
    def longest_wait(self) -> float:
        """Seconds that a service may ask to wait."""
        if self._limiter.several:
            return max(self.policy.longest_wait, self._limiter.limits.patience)
        return self.policy.longest_wait

    def retrying(self, base: AsyncRetrying) -> AsyncRetrying:
        """`base` for one call: it holds state."""
        self._forgiven = 0
        self._backoff = base.wait
        return base.copy(wait=self.wait, stop=self.stop)

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next try; the limiter may make it wait longer."""
        fault = state.outcome.exception() if state.outcome else None
        failed = None if fault is None else self._read(fault)
        limiter, answers = self._limiter, self._answers
        self._answers = limiter.answers
        self._free = False
        if failed is None:
            self._forgiven += 1
            return 0.0
        if limiter.is_open:
            self._free = True
            return 0.0
        if failed.wait is None and failed.trouble != "limited":
            return float(self._backoff(state))
        own = max(limiter.pause_left(), self._turn.until - limiter.clock())
        wait = own if failed.wait is None else failed.wait
        if limiter.several:
            self.deadline += wait
            # While others get answers, this one will in its turn.
            others = failed.trouble == "limited" and limiter.answers > answers
            self._free = others and self._forgiven < MOST_FORGIVEN
        return wait

    def stop(self, state: RetryCallState) -> bool:
        """Whether the attempts are used up, or the next wait would end behind the deadline."""
        if self._free:
            self._forgiven += 1
            return False
        late = self._limiter.clock() + state.upcoming_sleep >= self.deadline
        return late or state.attempt_number - self._forgiven >= self.policy.attempts
