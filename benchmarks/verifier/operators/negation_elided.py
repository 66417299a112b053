"""Dots stand for the words of a quote that negate it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.texts import replaced


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.draft["text"]
    if case.draft["mode"] != "no_comment":
        for match in re.finditer(r"(?<=\w) (?:not|never) (?=\w)", text):
            yield case.having(text=replaced(text, *match.span(), " … "))


OPERATOR = operator(
    "negation_elided",
    "Dots stand for the words of a quote that negate it.",
    ("negation_elided", *QUOTE_CODES, "negation_altered"),
    ("quotes",),
)(make)
