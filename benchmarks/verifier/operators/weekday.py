"""A day of the week is another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, STATEMENTS, operator
from benchmarks.verifier.tables import WEEKDAYS
from benchmarks.verifier.texts import dated, redated, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    for path, text in dated(case):
        match = re.search(rf"\b({'|'.join(WEEKDAYS)})\b", text)
        free = [day for day in WEEKDAYS if day not in case.article.text]
        if match and free:
            new = replaced(text, *match.span(), chance.choice(free))
            yield redated(case, path, new)


OPERATOR = operator("weekday", "A day of the week is another.", DATE_CODES, (*STATEMENTS, "deals"))(make)
