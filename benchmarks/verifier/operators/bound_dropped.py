"""A bound that matters (more than, at least, up to) is left out."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import STATEMENTS, operator
from benchmarks.verifier.tables import STRICT_BOUNDS
from benchmarks.verifier.texts import carriers, edited, once, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for path, text in carriers(case):
        for bound in STRICT_BOUNDS:
            match = once(text, bound + r" (?=(?:[A-Z]{0,3}[$€£₹]|Rs|\d))")
            if match and match.start() + len(match.group()) < len(text):
                yield edited(case, path, replaced(text, *match.span(), ""))


OPERATOR = operator(
    "bound_dropped",
    "A bound that matters (more than, at least, up to) is left out.",
    ("bound_altered", "text_altered"),
    (*STATEMENTS, "deals"),
)(make)
