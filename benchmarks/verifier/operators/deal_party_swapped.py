"""A party of a deal is replaced by somebody else of the article."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NAME_CODES, operator
from benchmarks.verifier.texts import forms, others, party_named, with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    taken = {entry["name"] for entry in case.draft["parties"]}
    for place, entry in enumerate(case.draft["parties"]):
        party = party_named(case, entry["name"])
        if party is None or entry["role"] in ("other", "rival", "adviser", "regulator"):
            continue
        free = [
            other for other in others(case, party) if not set(forms(other)) & taken and other.get("kind") != "person"
        ]
        if free and party.get("kind") != "person":
            yield with_path(case.draft, ("parties", place, "name"), chance.choice(free)["name"])


OPERATOR = operator(
    "deal_party_swapped",
    "A party of a deal is replaced by somebody else of the article.",
    (*NAME_CODES, "role_altered"),
    ("deals",),
)(make)
