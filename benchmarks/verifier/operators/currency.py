"""An amount is given in another currency."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import STATEMENTS, operator
from benchmarks.verifier.tables import CURRENCY_SWAPS
from benchmarks.verifier.texts import MONEY, carriers, edited, replaced, squeezed


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text)
    for path, text in carriers(case):
        for match in MONEY.finditer(text):
            old = match.group()
            for one, other in CURRENCY_SWAPS:
                new = re.sub(
                    rf"(?<![A-Za-z]){re.escape(one)}(?![A-Za-z])"
                    if one[0].isalpha()
                    else rf"(?<![A-Za-z]){re.escape(one)}(?=\s?\d)",
                    other,
                    old,
                )
                if new != old and new not in whole and old in whole:
                    yield edited(case, path, replaced(text, *match.span(), new))
                    break


OPERATOR = operator(
    "currency",
    "An amount is given in another currency.",
    ("currency_altered", "number_altered", "number_unsupported", "text_altered"),
    (*STATEMENTS, "deals"),
)(make)
