"""A loss is given as a profit, and the reverse."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import OPPOSITE_RESULTS
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if re.search(
        r"\b(?:to|will|would|could|may|can) gain\b|profit (?:margin|taking|warning)|profits? and loss", case.statement
    ):
        return
    if len(re.findall(r"\b(?:profits?|loss(?:es)?|surplus|deficit|gain)\b", case.statement)) == 1:
        for text in swapped(case.statement, OPPOSITE_RESULTS, both_ways=True):
            yield case.with_statement(text.replace("net net", "net"))


OPERATOR = operator(
    "profit_for_loss",
    "A loss is given as a profit, and the reverse.",
    ("sign_altered", "direction_altered", "negation_altered", "number_altered", "statement_unsupported"),
)(make)
