"""A negation is taken out of a quote, or put into it."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.texts import negated, swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.draft["text"]
    if case.draft["mode"] == "no_comment":
        return
    pairs = (
        (r"not ", ""),
        (r"(is|are|was|were|did|do|does|has|have|had|would|could|should)n['’]t", r"\1"),
        (r"never ", ""),
        ("no ", "a "),
    )
    yield from (case.having(text=new) for new in swapped(text, pairs))
    if not negated(text):
        pairs = ((r"(will|would|is|are|was|were|has|have|can|must)", r"\1 not"),)
        yield from (case.having(text=new) for new in swapped(text, pairs))


OPERATOR = operator(
    "quote_negation",
    "A negation is taken out of a quote, or put into it.",
    (*QUOTE_CODES, "negation_altered"),
    ("quotes",),
)(make)
