"""One end of a range is changed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NUMBER_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import carriers, edited, numbers_in, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    pattern = re.compile(
        r"(\d[\d.]*)((?: ?%| (?:million|mln|billion|bn))? ?(?:–|-|to|and) ?[A-Z]{0,3}[$€£]?)(\d[\d.]*)(?![\d,])"
    )
    for path, text in carriers(case):
        for match in pattern.finditer(text):
            for group in (1, 3):
                digits = match[group].rstrip(".")
                number = float(digits)
                step = 10 if number >= 30 else 1 if "." not in digits else 0.3
                new = f"{number + step:.{len(digits.partition('.')[2])}f}"
                if new not in known:
                    yield edited(case, path, replaced(text, match.start(group), match.start(group) + len(digits), new))


OPERATOR = operator(
    "range_end", "One end of a range is changed.", (*NUMBER_CODES, "bound_altered"), (*STATEMENTS, "deals")
)(make)
