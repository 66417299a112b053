"""A false statement cites no sentence, or one that does not exist."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    fields = {"figures": []} if case.section == "claims" else {}
    text = chance.choice(
        (
            "Tarrenby Holdings will close its Lucerne bottling plant.",
            "The festival sold all its tickets within an hour.",
            "The airline was fined for cancelling flights without notice.",
        )
    )
    for evidence in ([], [len(case.article.sentences) + 7]):
        yield case.having(**{str(case.statement_field): text}, evidence=evidence, **fields)


OPERATOR = operator(
    "evidence_missing",
    "A false statement cites no sentence, or one that does not exist.",
    ("citation_missing", "statement_unsupported", "name_unsupported", "number_unsupported"),
)(make)
