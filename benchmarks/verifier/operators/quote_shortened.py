"""Words of a quote are left out without a mark."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    words = case.draft["text"].split()
    if len(words) >= 8 and case.draft["mode"] in ("direct", "mixed"):
        at = chance.randrange(2, len(words) - 3)
        if words[at].strip(".,;").isalpha() and "…" not in words:
            yield case.having(text=" ".join([*words[:at], *words[at + 2 :]]))


OPERATOR = operator("quote_shortened", "Words of a quote are left out without a mark.", QUOTE_CODES, ("quotes",))(make)
