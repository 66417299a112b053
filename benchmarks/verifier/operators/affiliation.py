"""A speaker is placed in another organisation of the article."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import others, party_named, related


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    mine = party_named(case, case.draft.get("affiliation"))
    if mine and case.draft.get("speaker_kind") in ("executive", "analyst"):
        own = party_named(case, case.draft["speaker"]) or {"name": case.draft["speaker"]}
        free = [
            other
            for other in others(case, mine)
            if other.get("kind") not in ("person", "media", "government") and not related(own, other)
        ]
        if free:
            yield case.having(affiliation=chance.choice(free)["name"])


OPERATOR = operator(
    "affiliation", "A speaker is placed in another organisation of the article.", ("affiliation_altered",), ("quotes",)
)(make)
