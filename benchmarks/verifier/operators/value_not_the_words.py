"""The words of an amount are right, the number given beside them is not."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import MONEY, value_of


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    value = case.draft.get("value")
    if not isinstance(value, dict):
        return
    matches = list(MONEY.finditer(value["text"]))
    if len(matches) == 1:
        amount = value_of(matches[0])
        for wrong in (amount * 1000, amount / 1000, round(amount * 1.25, 2), amount + 1e6):
            yield case.having(value={**value, "amount": wrong})


OPERATOR = operator(
    "value_not_the_words",
    "The words of an amount are right, the number given beside them is not.",
    ("number_altered", "scale_altered"),
    ("deals",),
)(make)
