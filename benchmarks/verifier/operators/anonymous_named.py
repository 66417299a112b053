"""Words of an unnamed source get a name."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import key_words


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft.get("speaker_kind") == "anonymous" and re.match(
        r"(?:[a-z]|One\b|Two\b|Three\b|People\b|Sources?\b|Person\b|A\b|Some\b)", case.draft["speaker"]
    ):
        for party in case.parties:
            if (
                party.get("kind") in ("person", "company")
                and not key_words(party["name"]) & key_words(case.draft["speaker"])
                and party["name"] not in case.draft["text"]
            ):
                yield case.having(speaker=party["name"], speaker_kind="executive")


OPERATOR = operator(
    "anonymous_named",
    "Words of an unnamed source get a name.",
    ("speaker_altered", "name_altered", "name_unsupported"),
    ("quotes",),
)(make)
