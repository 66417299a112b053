"""A quarter or a half of a year is another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, STATEMENTS, operator
from benchmarks.verifier.tables import QUARTERS
from benchmarks.verifier.texts import dated, redated, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    whole = case.article.text.lower()
    for path, text in dated(case):
        match = re.search(r"\b(first|second|third|fourth)([ -](?:fiscal )?quarter|[ -]half)\b", text, re.I)
        if match:
            free = [
                one
                for one in (QUARTERS if "quarter" in match[2] else QUARTERS[:2])
                if not re.search(rf"{one}[ -](?:quarter|half)", whole)
            ]
            if free:
                new = chance.choice(free)
                new = replaced(text, *match.span(), (new.capitalize() if match[1][0].isupper() else new) + match[2])
                yield redated(case, path, new)
        match = re.search(r"\bQ([1-4])\b", text)
        if match:
            free = [one for one in "1234" if f"Q{one}" not in case.article.text]
            new = replaced(text, *match.span(), "Q" + chance.choice(free))
            yield redated(case, path, new)


OPERATOR = operator(
    "quarter", "A quarter or a half of a year is another.", (*DATE_CODES, "number_altered"), (*STATEMENTS, "deals")
)(make)
