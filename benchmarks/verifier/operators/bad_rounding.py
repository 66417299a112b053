"""A number is rounded to one that it is not near."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import approximate, numbers_in, plain_numbers, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    near = [float(number.rstrip(".")) for number in numbers_in(case.cited)]
    for match in plain_numbers(case.statement):
        digits = match.group().replace(",", "")
        if len(digits.replace(".", "").lstrip("0")) < 2 or approximate(case.statement, match.start()):
            continue
        number = float(digits)
        if "." in digits:
            new = str(int(number) + 2 if number - int(number) >= 0.5 else int(number) - 1)
        else:
            size = 10 ** (len(digits) - 1)
            up, down = (int(number) // size + 1) * size, int(number) // size * size
            new = str(up if number - down < size / 2 else down)
            if abs(float(new) - number) < 0.15 * number:
                continue
            new = f"{int(new):,}" if "," in match.group() else new
        value = float(new.replace(",", ""))
        if (
            value <= 0
            or abs(value - number) < 0.9
            or any(abs(value - one) < 0.05 * one for one in near if one != number)
        ):
            continue
        if new.replace(",", "") not in known:
            yield case.with_statement(replaced(case.statement, *match.span(), new))


OPERATOR = operator(
    "bad_rounding",
    "A number is rounded to one that it is not near.",
    ("number_altered", "number_unsupported", "bound_altered"),
)(make)
