"""A claim is given to somebody else of the article."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NAME_CODES, operator
from benchmarks.verifier.texts import forms, mentions, others, party_named, renamed

TOGETHER = re.compile(r"\b(?:companies|both|jointly|two sides|partners)\b[^.]{0,40}\b(?:said|say|expect|announced)\b")
"""Words of several: any of them may be the claimant."""


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    mine = party_named(case, case.draft.get("claimant"))
    if mine is None or party_named(case, case.draft["claimant"]) is None:
        return
    if TOGETHER.search(case.cited):
        return
    free = [other for other in others(case, mine) if not mentions(case.statement, other)]
    if free:
        other = chance.choice(free)
        text = (
            renamed(case.statement, mine, other["name"])
            if re.match(rf".{{0,20}}{re.escape(forms(mine)[-1])}", case.statement)
            else case.statement
        )
        yield case.having(claimant=other["name"])
        if text != case.statement:
            yield case.with_statement(text) | {"claimant": other["name"]}


OPERATOR = operator(
    "claimant", "A claim is given to somebody else of the article.", ("claimant_altered", *NAME_CODES), ("claims",)
)(make)
