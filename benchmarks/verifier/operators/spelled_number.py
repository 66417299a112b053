"""A number written in words is another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NUMBER_CODES, operator
from benchmarks.verifier.tables import NUMBER_WORDS, TENS_WORDS
from benchmarks.verifier.texts import numbers_in, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    whole = case.article.text.lower()
    for words in (NUMBER_WORDS[1:], TENS_WORDS):
        for match in re.finditer(
            rf"\b({'|'.join(words)})\b(?=[ -](?!(?:thirds?|quarters?|fifths?|tenths?|halves)\b|of (?:the|its|them)\b)[a-z])",
            case.statement,
            re.I,
        ):
            new = chance.choice([word for word in words if word != match[1].lower()])
            if not re.search(rf"\b{new}\b", whole) and str(
                NUMBER_WORDS.index(new) + 1 if new in NUMBER_WORDS else new
            ) not in numbers_in(whole):
                new = new.capitalize() if match[1][0].isupper() else new
                yield case.with_statement(replaced(case.statement, *match.span(), new))


OPERATOR = operator(
    "spelled_number", "A number written in words is another.", (*NUMBER_CODES, "unit_altered", "date_altered")
)(make)
