"""A rise becomes a fall, above becomes below, beat becomes missed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import OPPOSITE_DIRECTIONS, UP_AND_DOWN_NEED_A_NUMBER
from benchmarks.verifier.texts import replaced, swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    pairs = [pair for pair in OPPOSITE_DIRECTIONS if pair[0] not in UP_AND_DOWN_NEED_A_NUMBER]
    for text in swapped(case.statement, pairs, both_ways=True):
        yield case.with_statement(text)
    for one, other in (("up", "down"), ("down", "up")):
        match = re.search(rf"\b{one}(?= (?:by )?(?:about )?\d)", case.statement)
        if match:
            yield case.with_statement(replaced(case.statement, *match.span(), other))


OPERATOR = operator(
    "direction",
    "A rise becomes a fall, above becomes below, beat becomes missed.",
    ("direction_altered", "sign_altered", "negation_altered", "bound_altered", "statement_unsupported"),
)(make)
