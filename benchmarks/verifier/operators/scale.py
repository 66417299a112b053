"""Million becomes billion, crore lakh, and the reverse."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import STATEMENTS, operator
from benchmarks.verifier.tables import SCALE_SWAPS
from benchmarks.verifier.texts import carriers, edited, replaced, squeezed


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text)
    for path, text in carriers(case):
        for old, new in SCALE_SWAPS:
            for match in re.finditer(rf"(\d[\d,.]*)([ -]?){old}\b", text):
                put = f"{match[1]}{match[2]}{new}"
                if not re.search(rf"{re.escape(match[1])}[ -]?{new[0]}", whole):
                    yield edited(case, path, replaced(text, *match.span(), put))


OPERATOR = operator(
    "scale",
    "Million becomes billion, crore lakh, and the reverse.",
    ("scale_altered", "number_altered", "number_unsupported", "text_altered"),
    (*STATEMENTS, "deals"),
)(make)
