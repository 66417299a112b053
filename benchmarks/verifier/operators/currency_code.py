"""The words of an amount are right, the currency's code is another's."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import with_path


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    value = case.draft.get("value")
    if isinstance(value, dict) and value.get("currency"):
        for code in ("EUR", "GBP", "INR", "CAD"):
            if code != value["currency"] and not (value["currency"] in ("USD", "AUD") and code == "CAD"):
                yield with_path(case.draft, ("value", "currency"), code)


OPERATOR = operator(
    "currency_code",
    "The words of an amount are right, the currency's code is another's.",
    ("currency_altered",),
    ("deals",),
)(make)
