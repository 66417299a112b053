"""A quote is given to somebody else of the article."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import forms, key_words, kin, party_named, related


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    if re.search(r"\b(?:companies|both|jointly|two sides) (?:said|say|announced|expect)\b", case.cited):
        return
    mine = party_named(case, case.draft["speaker"]) or {"name": case.draft["speaker"], "kind": "other"}
    place = party_named(case, case.draft.get("affiliation"))
    silent = {
        draft["speaker"] for section, draft in case.siblings if section == "quotes" and draft["mode"] == "no_comment"
    }
    for other in case.parties:
        if case.draft["mode"] == "no_comment" and set(forms(other)) & silent:
            continue
        if related(mine, other) or (place and related(place, other)) or other.get("kind") in ("media", "other"):
            continue
        if key_words(other["name"]) & key_words(" ".join(filter(None, [case.draft.get("role"), case.draft["text"]]))):
            continue
        if kin(mine, other) or chance.random() < 0.3:
            yield case.having(speaker=other["name"], affiliation=None, role=None)


OPERATOR = operator("speaker", "A quote is given to somebody else of the article.", ("speaker_altered",), ("quotes",))(
    make
)
