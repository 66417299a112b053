"""A deal is less far on than the article has it: closed as talked about."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    """An agreement in principle may as well be called talks: it is left out."""
    if case.draft["status"] == "agreed" and re.search(r"in principle|preliminar|tentativ|letter of intent", case.cited):
        return
    down = {
        "closed": ("in_talks", "rumored"),
        "agreed": ("in_talks", "rumored"),
        "terminated": ("in_talks", "agreed", "closed"),
    }
    for status in down.get(case.draft["status"], ()):
        yield case.having(status=status)


OPERATOR = operator(
    "status_down",
    "A deal is less far on than the article has it: closed as talked about.",
    ("status_altered",),
    ("deals",),
)(make)
