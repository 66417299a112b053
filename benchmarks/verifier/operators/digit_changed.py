"""One digit of a number is changed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NUMBER_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import approximate, carriers, edited, numbers_in, plain_numbers, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    for path, text in carriers(case):
        for match in plain_numbers(text):
            digits = match.group()
            place = chance.choice([at for at, sign in enumerate(digits) if sign.isdigit()])
            other = chance.choice([sign for sign in "123456789" if sign != digits[place]])
            new = digits[:place] + other + digits[place + 1 :]
            if approximate(text, match.start()) and place > 0:
                continue
            if new.replace(",", "") not in known:
                yield edited(case, path, replaced(text, *match.span(), new))


OPERATOR = operator("digit_changed", "One digit of a number is changed.", NUMBER_CODES, (*STATEMENTS, "deals"))(make)
