"""What refusals mean that name neither a limit nor a time to wait: bare 429s.

Additive increase and multiplicative decrease take every loss for a sign of too much load, and where losses come by
themselves they close the window: TCP's old trouble with noisy lines. What tells the two apart is what a cut does. Here
a cut is on trial: refusals that come from load become fewer by it, and then the next one cuts again; where their share
stays what it was though less is sent, the cuts are taken back, as by TCP's answer to a spurious time-out (RFC 4015),
and refusals are borne for a while. One cut for all that was sent before it is what RFC 6582 does; that it goes by what
is being answered, TCP Westwood (Casetti and others, 2002).

No clock in here: times are given, in seconds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

Meaning = Literal["nothing", "cut", "undo"]
"""To send less from now on (and to have fewer under way, which `answered` says when); to take the last cuts back."""

SHORTEST_TRIAL = 60
"""Requests by which a cut is judged that was followed by refusals…"""
FEWEST = 4
"""… and by so many of them at least…"""
LONGEST_TRIAL = 150
"""… and after which a cut with fewer has done what it was for."""
LESS = 0.9
"""Where more than this part of what was sent before is sent, nothing follows from the share of refusals."""
SHORTEST_SECONDS = 0.001
UNDECIDED = 0.6
"""Where between the share that a cut should have left and the one before it the judgement turns."""
BORNE = 1000
"""So long refusals are borne before it is tried again whether less load makes fewer."""
BORNE_RISE = 0.2
"""Or until their share has risen by so much."""
LEARNED_SHARE = 0.25
"""The weight of one stretch of outcomes in the share that is borne."""


class Refusals:
    """Judges refusals by what followed upon the cuts that they led to."""

    def __init__(self) -> None:
        self.on_trial = False
        """Whether a cut is being judged: until it is, nothing should grow."""
        self._due = False
        """Whether the next answer cuts: by then it is seen how much is being answered."""
        self._since = -math.inf
        self._sent = self._refused = 0
        """Since then; what is still under way counts as answered, since refusals come sooner than answers."""
        self._borne_for = 0
        self._before: _Stretch | None = None
        """The trial before; None: this is the first in a row."""
        self._borne: float | None = None
        """The share of refusals that comes whatever is sent; None where there is none."""

    def sent(self) -> None:
        """A request goes out."""
        self._sent += 1

    def answered(self, now: float) -> bool:
        """A request was answered. Whether now is the time to cut how many are under way."""
        if self._due:
            self._due, self.on_trial = False, True
            self._begin(now)
            return True
        if self.on_trial and self._sent >= LONGEST_TRIAL and self._refused < FEWEST:
            self.on_trial, self._before = False, None
        return False

    def refused(self, sent_at: float, now: float) -> Meaning:
        """What it means that a request was refused that was sent then."""
        if sent_at <= self._since or self._due:
            return "nothing"
        self._refused += 1
        if self._borne is not None:
            self._bear(self._borne, now)
        elif not self.on_trial:
            self._due = True
        elif self._refused >= FEWEST and self._sent >= SHORTEST_TRIAL and self._judge(now):
            return "undo"
        return "cut" if self._due else "nothing"

    def _judge(self, now: float) -> bool:
        now_sent, before = self._stretch(now), self._before
        if before is None or now_sent.rate > LESS * before.rate or now_sent.share < before.turning(now_sent.rate):
            self._due, self._before = True, now_sent
            return False
        self.on_trial, self._before, self._borne, self._borne_for = False, None, now_sent.share, 0
        self._begin(now)
        return True

    def _bear(self, borne: float, now: float) -> None:
        if self._sent < SHORTEST_TRIAL:
            return
        share = self._stretch(now).share
        self._borne_for += self._sent
        if self._borne_for >= BORNE or share > borne + BORNE_RISE:
            self._borne, self._due = None, True
        else:
            self._borne = borne + LEARNED_SHARE * (share - borne)
            self._begin(now)

    def _stretch(self, now: float) -> _Stretch:
        return _Stretch(self._refused / self._sent, self._sent / max(now - self._since, SHORTEST_SECONDS))

    def _begin(self, now: float) -> None:
        self._since, self._sent, self._refused = now, 0, 0


@dataclass(frozen=True)
class _Stretch:
    """What came of the requests of some time."""

    share: float
    """Of them, so many were refused."""
    rate: float
    """Requests a second."""

    def turning(self, rate: float) -> float:
        """The share of refusals from which on it has not helped to send only `rate` requests a second.

        A service that takes so much and no more refuses what is beyond that.
        """
        helped = max(0.0, 1 - (1 - self.share) * self.rate / rate)
        return helped + UNDECIDED * (self.share - helped)
