"""The same record with more cited than it needs."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft


def neighbour(case: Case, chance: random.Random) -> Iterator[Draft]:
    """One sentence more, before or after what is cited."""
    count = len(case.article.sentences)
    near = [number + step for number in case.evidence for step in (-1, 1)]
    near = sorted({number for number in near if 1 <= number <= count} - set(case.evidence))
    if near:
        yield case.having(evidence=sorted([*case.evidence, chance.choice(near)]))


def everything(case: Case, _: random.Random) -> Iterator[Draft]:
    """All sentences of an article of ordinary length."""
    if len(case.article.sentences) <= 60:
        yield case.having(evidence=[sentence.number for sentence in case.article.sentences])


def reversed_order(case: Case, _: random.Random) -> Iterator[Draft]:
    if len(case.evidence) > 1:
        yield case.having(evidence=case.evidence[::-1])
