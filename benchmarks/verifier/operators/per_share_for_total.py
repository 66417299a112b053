"""The price of one share is given as a deal's value."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import MONEY


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    value = case.draft.get("value")
    if not isinstance(value, dict):
        return
    for match in MONEY.finditer(case.cited):
        after = case.cited[match.end() : match.end() + 12]
        if re.match(r"[ -](?:a|per|each)[ -]?share|-a-share| each", after):
            yield case.having(value={"text": match.group(), "currency": value.get("currency")})


OPERATOR = operator(
    "per_share_for_total",
    "The price of one share is given as a deal's value.",
    ("number_altered", "number_unsupported", "unit_altered", "text_altered"),
    ("deals",),
)(make)
