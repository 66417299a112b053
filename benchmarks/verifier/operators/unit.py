"""A number counts something else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, operator
from benchmarks.verifier.tables import NUMBER_WORDS, UNIT_SWAPS
from benchmarks.verifier.texts import carriers, edited, replaced, squeezed


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text)
    number = rf"(?:\d[\d,.]*(?: (?:million|billion|mln|bn))?|{'|'.join(NUMBER_WORDS)})"
    for path, text in carriers(case):
        for old, new in UNIT_SWAPS:
            match = re.search(rf"(\b{number}[ -](?:more )?){old}\b(?! of )", text)
            if match and not re.search(rf"{re.escape(match[1])}{new}", whole):
                yield edited(case, path, replaced(text, *match.span(), match[1] + new))


OPERATOR = operator(
    "unit",
    "A number counts something else.",
    ("unit_altered", "number_altered", "number_unsupported", "text_altered", "text_unsupported", *DATE_CODES),
)(make)
