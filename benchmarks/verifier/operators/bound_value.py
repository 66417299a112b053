"""The words of an amount are right, the bound given beside them is not."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import STRICT_BOUNDS
from benchmarks.verifier.texts import MONEY


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    value = case.draft.get("value")
    if isinstance(value, dict):
        strict = next((bound for bound in STRICT_BOUNDS if bound in value["text"]), None)
        if strict:
            yield case.having(value={**value, "bound": "exactly"})
            yield case.having(value={**value, "bound": "about"})
        elif MONEY.match(value["text"]) and not re.search(
            rf"(?:{'|'.join(STRICT_BOUNDS)}|over|under|nearly|almost|below|above) {re.escape(value['text'])}",
            case.cited,
        ):
            yield case.having(value={**value, "bound": "more_than"})
            yield case.having(value={**value, "bound": "less_than"})


OPERATOR = operator(
    "bound_value",
    "The words of an amount are right, the bound given beside them is not.",
    ("bound_altered",),
    ("deals",),
)(make)
