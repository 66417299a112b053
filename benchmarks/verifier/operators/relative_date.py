"""Last year becomes next year, the second half the first."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, STATEMENTS, operator
from benchmarks.verifier.tables import RELATIVE_TIMES
from benchmarks.verifier.texts import dated, once, redated, replaced, squeezed


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text).lower()
    for path, text in dated(case):
        for old, new in RELATIVE_TIMES:
            match = once(text, old)
            if match and new not in whole:
                put = replaced(text, *match.span(), new)
                yield redated(case, path, put)


OPERATOR = operator(
    "relative_date",
    "Last year becomes next year, the second half the first.",
    (*DATE_CODES, "event_altered"),
    (*STATEMENTS, "deals"),
)(make)
