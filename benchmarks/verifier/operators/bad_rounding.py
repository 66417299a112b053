"""A number is rounded to one that it is not near."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import NUMBER, YEAR, numbers_in, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    for match in NUMBER.finditer(case.statement):
        digits = match.group().replace(",", "")
        before = case.statement[max(0, match.start() - 12) : match.start()]
        if (
            YEAR.fullmatch(digits)
            or len(digits.replace(".", "").lstrip("0")) < 2
            or re.search(r"(?:about|nearly|almost|roughly) ?[$€£]?$", before)
        ):
            continue
        number = float(digits)
        if "." in digits:
            new = str(int(number) + 2 if number - int(number) >= 0.5 else max(1, int(number) - 1))
        else:
            size = 10 ** (len(digits) - 1)
            up = (int(number) // size + 1) * size
            down = int(number) // size * size
            new = str(up if number - down < size / 2 else down)
            if abs(float(new) - number) < 0.15 * number:
                continue
            new = f"{int(new):,}" if "," in match.group() else new
        if new.replace(",", "") not in known and new != digits and float(new.replace(",", "")) > 0:
            yield case.with_statement(replaced(case.statement, *match.span(), new))


OPERATOR = operator(
    "bad_rounding",
    "A number is rounded to one that it is not near.",
    ("number_altered", "number_unsupported", "bound_altered"),
)(make)
