"""What is still to come is told as done."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import EXPECTED_TO_DONE
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for text in swapped(case.statement, EXPECTED_TO_DONE):
        yield case.with_statement(text)


OPERATOR = operator(
    "expected_as_done",
    "What is still to come is told as done.",
    (
        "certainty_altered",
        "event_altered",
        "status_altered",
        "date_altered",
        "negation_altered",
        "statement_unsupported",
    ),
)(make)
