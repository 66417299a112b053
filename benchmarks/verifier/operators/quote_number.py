"""A number of a quote is changed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.tables import NUMBER_WORDS
from benchmarks.verifier.texts import NUMBER, numbers_in, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    text = case.draft["text"]
    for match in NUMBER.finditer(text):
        new = chance.choice(
            [number for number in ("14", "17", "29", "36", "58", "74", "81", "93") if number not in known]
        )
        yield case.having(text=replaced(text, *match.span(), new))
    for match in re.finditer(rf"\b({'|'.join(NUMBER_WORDS[1:])})\b", text):
        yield case.having(
            text=replaced(
                text, *match.span(), chance.choice([word for word in NUMBER_WORDS[1:] if word not in case.article.text])
            )
        )


OPERATOR = operator(
    "quote_number",
    "A number of a quote is changed.",
    (*QUOTE_CODES, "number_altered", "number_unsupported"),
    ("quotes",),
)(make)
