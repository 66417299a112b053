"""Two amounts of a sentence change places."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import MONEY, PERCENT, numbers_in, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for pattern in (MONEY, PERCENT):
        found = list(pattern.finditer(case.statement))
        if len(found) == 2 and numbers_in(found[0].group()) != numbers_in(found[1].group()):
            between = case.statement[found[0].end() : found[1].start()]
            if re.search(r"^\s*(?:to|and|or|-|–)\s*(?:[A-Z$€£]{0,3})$|^\s*\(", between):
                continue
            text = replaced(case.statement, *found[1].span(), found[0].group())
            yield case.with_statement(replaced(text, *found[0].span(), found[1].group()))


OPERATOR = operator(
    "amounts_exchanged",
    "Two amounts of a sentence change places.",
    ("number_altered", "number_unsupported", "statement_unsupported", "direction_altered", "unit_altered"),
)(make)
