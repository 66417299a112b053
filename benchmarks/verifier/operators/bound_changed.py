"""A bound becomes another: more than for about, at least for up to."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import STATEMENTS, operator
from benchmarks.verifier.tables import BOUNDS
from benchmarks.verifier.texts import carriers, edited, once, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    for path, text in carriers(case):
        for old, new in BOUNDS:
            match = once(text, old + r"(?= (?:[A-Z]{0,3}[$€£₹]|Rs|\d|half|two|three|four|five|six))")
            if match:
                put = new[0].upper() + new[1:] if match.start() == 0 and text[0].isupper() else new
                yield edited(case, path, replaced(text, *match.span(), put))


OPERATOR = operator(
    "bound_changed",
    "A bound becomes another: more than for about, at least for up to.",
    ("bound_altered", "text_altered", "number_altered"),
    (*STATEMENTS, "deals"),
)(make)
