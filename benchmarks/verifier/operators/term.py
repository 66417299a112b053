"""A number or a word of a deal's term is changed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import RELATIVE_TIMES, REPLACED_WORDS
from benchmarks.verifier.texts import NUMBER, numbers_in, replaced, squeezed, swapped, with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    known = numbers_in(case.article.text)
    whole = squeezed(case.article.text)
    for place, term in enumerate(case.draft.get("terms", ())):
        text = term["text"]
        for match in NUMBER.finditer(text):
            new = str(
                chance.choice([number for number in (14, 17, 29, 36, 58, 74, 81, 93) if str(number) not in known])
            )
            yield with_path(case.draft, ("terms", place, "text"), replaced(text, *match.span(), new))
        for new in swapped(text, REPLACED_WORDS + RELATIVE_TIMES):
            if squeezed(new) not in whole:
                yield with_path(case.draft, ("terms", place, "text"), new)


OPERATOR = operator(
    "term",
    "A number or a word of a deal's term is changed.",
    (
        "text_altered",
        "text_unsupported",
        "number_altered",
        "number_unsupported",
        "negation_altered",
        "currency_altered",
        "scale_altered",
    ),
    ("deals",),
)(make)
