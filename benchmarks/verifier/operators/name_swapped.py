"""A statement says it of another party of the article."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import forms, mentions, others, renamed, squeezed, standing_alone


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    for party in case.parties:
        if not mentions(case.statement, party) or not standing_alone(case.statement, party):
            continue
        free = [other for other in others(case, party) if not mentions(case.statement, other)]
        if free:
            other = chance.choice(free)
            new = renamed(case.statement, party, chance.choice(forms(other)))
            if squeezed(new) not in squeezed(case.article.text):
                yield case.with_statement(new)


OPERATOR = operator(
    "name_swapped",
    "A statement says it of another party of the article.",
    ("name_altered", "name_unsupported", "role_altered", "statement_unsupported", "claimant_altered"),
)(make)
