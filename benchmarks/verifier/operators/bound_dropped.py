"""A bound that matters (more than, at least, up to) is left out."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import STRICT_BOUNDS
from benchmarks.verifier.texts import once, replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    """In statements alone: of an amount copied without its bound, the verifier reads the bound beside it."""
    for bound in STRICT_BOUNDS:
        match = once(case.statement, bound + r" (?=(?:[A-Z]{0,3}[$€£₹]|Rs|\d))")
        if match:
            text = replaced(case.statement, *match.span(), "")
            yield case.with_statement(text[0].upper() + text[1:])


OPERATOR = operator(
    "bound_dropped",
    "A bound that matters (more than, at least, up to) is left out.",
    ("bound_altered", "text_altered"),
)(make)
