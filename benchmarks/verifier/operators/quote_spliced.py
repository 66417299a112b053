"""The words of two speakers are joined into one quote."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.texts import key_words


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft["mode"] != "direct":
        return
    rest = [
        draft
        for section, draft in case.siblings
        if section == "quotes"
        and draft["mode"] == "direct"
        and not key_words(draft["speaker"]) & key_words(case.draft["speaker"])
    ]
    for other in rest:
        evidence = [*case.evidence, *(number for number in other["evidence"] if number not in case.evidence)]
        for link in (" ", " … "):
            yield case.having(
                text=case.draft["text"].rstrip(" ,.") + "." * (link == " ") + link + other["text"], evidence=evidence
            )


OPERATOR = operator(
    "quote_spliced",
    "The words of two speakers are joined into one quote.",
    ("quote_spliced", *QUOTE_CODES, "speaker_altered"),
    ("quotes",),
)(make)
