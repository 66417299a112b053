"""What is expected, likely or reported is given as certain."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import HEDGES_TO_CERTAINTY
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for text in swapped(case.statement, HEDGES_TO_CERTAINTY):
        draft = case.with_statement(text)
        yield draft | ({"certainty": "asserted"} if case.section == "claims" else {})


OPERATOR = operator(
    "hedge_dropped", "What is expected, likely or reported is given as certain.", ("certainty_altered",)
)(make)
