"""A party gets the short name of another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import forms, others


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    free = others(case, case.draft)
    if free:
        other = chance.choice(free)
        yield case.having(aliases=[*case.draft.get("aliases", ()), chance.choice(forms(other))])


OPERATOR = operator("alias", "A party gets the short name of another.", ("alias_altered",), ("parties",))(make)
