"""Two neighbouring digits of a number change places."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NUMBER_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import YEAR, carriers, edited, numbers_in, plain_numbers, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    for path, text in carriers(case):
        for match in plain_numbers(text):
            digits = match.group()
            for at in range(len(digits) - 1):
                pair = digits[at : at + 2]
                if pair.isdigit() and pair[0] != pair[1] and pair[1] != "0":
                    new = digits[:at] + pair[::-1] + digits[at + 2 :]
                    if new.replace(",", "") not in known and not YEAR.fullmatch(digits):
                        yield edited(case, path, replaced(text, *match.span(), new))


OPERATOR = operator(
    "digits_transposed", "Two neighbouring digits of a number change places.", NUMBER_CODES, (*STATEMENTS, "deals")
)(make)
