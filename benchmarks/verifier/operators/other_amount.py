"""A deal's value is another amount of the cited sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import MONEY, value_of


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    value = case.draft.get("value")
    if not isinstance(value, dict):
        return
    mine = [value_of(match) for match in MONEY.finditer(value["text"])]
    if len(mine) != 1:
        return
    for match in MONEY.finditer(case.cited):
        before = case.cited[max(0, match.start() - 30) : match.start()]
        after = case.cited[match.end() : match.end() + 12]
        if re.search(r"a share|per share", after) or re.search(r"[(=]\s*$|equal to ", before):
            continue
        if not 0.9 < value_of(match) / (mine[0] or 1) < 1.1 and value_of(match) < mine[0]:
            yield case.having(value={"text": match.group(), "currency": value.get("currency")})


OPERATOR = operator(
    "other_amount",
    "A deal's value is another amount of the cited sentences.",
    ("number_altered", "number_unsupported", "text_altered", "unit_altered", "bound_altered"),
    ("deals",),
)(make)
