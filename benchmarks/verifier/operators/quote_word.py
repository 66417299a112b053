"""A word of a quote is replaced."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.tables import REPLACED_WORDS
from benchmarks.verifier.texts import squeezed, swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text)
    if case.draft["mode"] != "no_comment":
        for text in swapped(case.draft["text"], REPLACED_WORDS):
            if squeezed(text) not in whole:
                yield case.having(text=text)


OPERATOR = operator(
    "quote_word",
    "A word of a quote is replaced.",
    (*QUOTE_CODES, "negation_altered", "direction_altered", "number_altered"),
    ("quotes",),
)(make)
