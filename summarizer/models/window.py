"""How many calls may be under way at once: as TCP finds out what a network carries (RFC 5681).

No clock in here: times are given, in seconds.
"""

from __future__ import annotations

import math

FIRST_WINDOW = 32.0
"""Calls at once with which a run begins; doubled each round until the service is overloaded for the first time."""
CUT = 0.7
"""What an overload leaves of the calls at once: less is cut than TCP's half, since a pause or a pace comes with it."""
ROUND_SHARE = 1 / 16
"""What a round adds after that, as a share of what was too much, and one call at least."""


class Window:
    """How many calls may be under way: additive increase, multiplicative decrease, with a slow start."""

    def __init__(self, most: int | None = None) -> None:
        self._most = math.inf if most is None else most
        self.size = min(FIRST_WINDOW, self._most)
        self._round = 0.0
        """What a round of answers adds; 0: as much as there is, until the first cut."""
        self._cut_at = -math.inf

    def grow(self, sent_at: float) -> None:
        """A call was answered while others waited for the window; else it would not tell of a larger one."""
        if sent_at > self._cut_at:
            self.size = min(self._most, self.size + (self._round / self.size if self._round else 1.0))

    def cut(self, under_way: int, sent_at: float, now: float) -> None:
        """A call was too much, one of so many; those that were sent before the last cut have been cut for already."""
        if sent_at > self._cut_at:
            before = min(self.size, under_way)
            self.size = max(1.0, before * CUT)
            self._round = max(1.0, before * ROUND_SHARE)
            self._cut_at = now

    def restore(self, size: float) -> None:
        """Takes cuts back that were for nothing."""
        self.size = min(self._most, max(self.size, size))
