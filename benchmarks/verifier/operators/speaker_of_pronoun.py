"""What “he said” or “she said” marks is given to somebody else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import key_words


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if re.search(r"\b(?:[Hh]e|[Ss]he) (?:said|says|added|wrote|told)\b|\b(?:said|added) (?:he|she)\b", case.cited):
        people = [party for party in case.parties if party.get("kind") == "person"]
        for person in people:
            if not key_words(person["name"]) & key_words(case.draft["speaker"]):
                yield case.having(speaker=person["name"], affiliation=None, role=None)


OPERATOR = operator(
    "speaker_of_pronoun",
    "What “he said” or “she said” marks is given to somebody else.",
    ("speaker_altered",),
    ("quotes",),
)(make)
