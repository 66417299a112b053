"""All becomes some, most a few, only also."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import EXTENTS
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for text in swapped(case.statement, EXTENTS):
        yield case.with_statement(text)


OPERATOR = operator(
    "extent",
    "All becomes some, most a few, nearly all nearly none.",
    ("extent_altered", "number_altered", "negation_altered", "bound_altered", "statement_unsupported"),
)(make)
