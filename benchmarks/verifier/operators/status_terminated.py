"""A deal that goes on is given as called off."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft["status"] in ("agreed", "closed", "in_talks"):
        yield case.having(status="terminated")


OPERATOR = operator(
    "status_terminated", "A deal that goes on is given as called off.", ("status_altered",), ("deals",)
)(make)
