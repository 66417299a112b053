"""A party gets the description of another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import others


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    free = [other for other in others(case, case.draft) if other.get("description")]
    if free:
        other = chance.choice(free)
        if other["description"] != case.draft.get("description"):
            yield case.having(description=other["description"])


OPERATOR = operator("description", "A party gets the description of another.", ("description_altered",), ("parties",))(
    make
)
