"""Python's collector of cyclic garbage while a batch runs: how often it looks."""

from __future__ import annotations

import gc
from collections.abc import Callable

SELDOM = 20_000
"""More objects made than given up at which the collector looks, in place of Python's 700.

What is read of an article is some thousands of small objects, all in use until it is done; then they go by themselves,
since no circle holds them. A look after every 700 of them walks through what is in use and finds nothing.
"""

_usual: list[int] = []
"""What was there before, once for each batch under way: several may run at once."""


def collect_seldom() -> Callable[[], None]:
    """Lets the collector look for circles less often until the function that is returned is called, which is to be
    called once. A collector that is off, or that looks less often yet, stays as it is.
    """
    now, *others = gc.get_threshold()
    usual = _usual[0] if _usual else now
    _usual.append(usual)
    if 0 < now < SELDOM:  # 0 is a collector that is off
        gc.set_threshold(SELDOM, *others)

    def set_back() -> None:
        _usual.pop()
        now, *others = gc.get_threshold()
        if not _usual and now == SELDOM:
            gc.set_threshold(usual, *others)

    return set_back
