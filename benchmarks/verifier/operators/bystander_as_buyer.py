"""A rival, an adviser or a regulator is given as one of the two sides."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    sides = [
        entry["role"]
        for entry in case.draft["parties"]
        if entry["role"] not in ("other", "rival", "adviser", "regulator", "partner")
    ]
    for place, entry in enumerate(case.draft["parties"]):
        if entry["role"] in ("rival", "adviser", "regulator") and sides:
            yield with_path(case.draft, ("parties", place, "role"), chance.choice(sides))


OPERATOR = operator(
    "bystander_as_buyer",
    "A rival, an adviser or a regulator is given as one of the two sides.",
    ("role_altered",),
    ("deals",),
)(make)
