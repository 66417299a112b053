"""May, might and could become will."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import MODALS_TO_WILL
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for text in swapped(case.statement, MODALS_TO_WILL):
        draft = case.with_statement(text)
        yield draft | ({"certainty": "asserted"} if case.section == "claims" else {})


OPERATOR = operator("may_as_will", "May, might and could become will.", ("certainty_altered",))(make)
