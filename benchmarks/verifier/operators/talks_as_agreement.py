"""A statement makes an agreement of talks, plans or an offer."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import TALKS_TO_AGREEMENT
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for text in swapped(case.statement, TALKS_TO_AGREEMENT):
        yield case.with_statement(text)


OPERATOR = operator(
    "talks_as_agreement",
    "A statement makes an agreement of talks, plans or an offer.",
    ("certainty_altered", "status_altered", "event_altered", "statement_unsupported"),
)(make)
