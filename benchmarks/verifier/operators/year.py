"""A year is another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import YEAR, dated, numbers_in, redated, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    published = str(case.article.published.year) if case.article.published else ""
    for path, text in dated(case):
        for match in YEAR.finditer(text):
            new = str(int(match.group()) + chance.choice((-3, -2, 2, 3)))
            if new not in known and new != published:
                text_new = replaced(text, *match.span(), new)
                yield redated(case, path, text_new)


OPERATOR = operator(
    "year", "A year is another.", (*DATE_CODES, "number_altered", "number_unsupported"), (*STATEMENTS, "deals")
)(make)
