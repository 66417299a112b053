"""Percent becomes percentage points or basis points, and the reverse."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import PERCENT, carriers, edited, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for path, text in carriers(case):
        for match in PERCENT.finditer(text):
            if re.match(r"\s*(?:age)?[ -]?points?", text[match.end() :]):
                continue
            for unit in (" percentage points", " basis points"):
                yield edited(case, path, replaced(text, *match.span(), match[1] + unit))
        for match in re.finditer(r"(\d[\d,.]*)[ -](?:basis|percentage) points?", text):
            yield edited(case, path, replaced(text, *match.span(), match[1] + "%"))


OPERATOR = operator(
    "percent_unit",
    "Percent becomes percentage points or basis points, and the reverse.",
    ("unit_altered", "number_altered", "number_unsupported", "text_altered", "text_unsupported"),
)(make)
