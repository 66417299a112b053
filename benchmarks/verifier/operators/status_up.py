"""A deal is further on than the article has it: talks as agreed, agreed as closed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    up = {
        "rumored": ("agreed", "closed"),
        "in_talks": ("agreed", "closed"),
        "proposed": ("agreed", "closed"),
        "agreed": ("closed",),
    }
    for status in up.get(case.draft["status"], ()):
        yield case.having(status=status)


OPERATOR = operator(
    "status_up",
    "A deal is further on than the article has it: talks as agreed, agreed as closed.",
    ("status_altered", "certainty_altered", "event_altered"),
    ("deals",),
)(make)
