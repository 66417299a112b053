"""A verb becomes its opposite: bought and sold, accepted and rejected."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import OPPOSITE_VERBS
from benchmarks.verifier.texts import negated, swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if re.search(r"\b(?:neither|closed|opened) (?:confirmed|\w*\d|up|down|at|on|higher|lower)", case.statement):
        return
    if negated(case.statement):
        return  # whoever did not sell may well not have bought
    for text in swapped(case.statement, OPPOSITE_VERBS, both_ways=True):
        if not re.search(r"\bwon (?:by |about )?[\d$€£]", text):
            yield case.with_statement(text)


OPERATOR = operator(
    "antonym",
    "A verb becomes its opposite: bought and sold, accepted and rejected.",
    ("negation_altered", "direction_altered", "role_altered", "status_altered", "statement_unsupported"),
)(make)
