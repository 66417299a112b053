"""How long a question waits that was refused with no word on when to come again, and when all wait with it.

Each waits for itself, at random up to 1, 2, 4 … s ("full jitter": Exponential Backoff And Jitter, AWS Architecture
Blog, 2015), so that those that were refused together do not come again together and nobody waits for another's refusal.
"""

from __future__ import annotations

import math
import random

from summarizer.models.breaker import FAILURES
from summarizer.models.permits import Turn

MOST_DOUBLED = 10
"""How often a wait is doubled."""
FULL_JITTER = (0.0, 1.0)
LITTLE_JITTER = (1.0, 1.25)
"""Shares of a wait between which it lies: the second where it should not be shorter."""


class BackOff:
    """The waits of one model's questions.

    first    seconds of the first wait; doubled, up to `longest`
    """

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._in_a_row = 0
        """Refusals with no answer between them."""
        self._pauses = 0
        self._paused_at = -math.inf

    def answered(self, turn: Turn, *, since_pause: bool) -> None:
        """A question was answered; `since_pause`: its request was sent after the last pause."""
        turn.refusals = self._in_a_row = 0
        if since_pause:
            self._pauses = 0

    def refused(self, turn: Turn, sent_at: float, now: float, under_way: int) -> float:
        """Sets until when `turn` waits, whose request is one of so many under way. Returns for how many seconds nobody
        sends anything: more than 0 after several refusals and no answer, where nothing else is under way."""
        self._in_a_row += 1
        several = self._in_a_row >= FAILURES
        alone = under_way == 1
        turn.until = now + self._wait(turn.refusals, *(LITTLE_JITTER if several or alone else FULL_JITTER))
        turn.refusals += 1
        if not (several and alone and sent_at > self._paused_at):
            return 0.0
        self._pauses += 1
        self._paused_at = now
        return self._wait(self._pauses - 1, *LITTLE_JITTER)

    def _wait(self, doubled: int, least: float, most: float) -> float:
        wait = min(self._longest, self._first * 2 ** min(doubled, MOST_DOUBLED))
        return float(wait * random.uniform(least, most))  # noqa: S311
