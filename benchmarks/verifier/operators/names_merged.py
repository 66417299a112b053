"""Two names are made into one that nobody bears."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NAME_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import LEGAL, forms, mentions, others, renamed, squeezed, standing_alone, with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    whole = squeezed(case.article.text)
    for party in case.parties:
        words = party["name"].split()
        ends = [other["name"].split() for other in others(case, party) if len(other["name"].split()) > 1]
        ends = [end for end in ends if len(end[1]) > 3 and end[1].isalpha() and end[1].lower() not in LEGAL]
        if not ends:
            continue
        merged = f"{words[0]} {chance.choice(ends)[1]}"
        if merged in whole or len(words) < 2:
            continue
        if case.section == "parties":
            if case.draft["name"] == party["name"]:
                yield case.having(name=merged, aliases=[])
        elif case.section == "deals":
            for place, entry in enumerate(case.draft["parties"]):
                if entry["name"] in forms(party):
                    yield with_path(case.draft, ("parties", place, "name"), merged)
        elif mentions(case.statement, party) and standing_alone(case.statement, party):
            yield case.with_statement(renamed(case.statement, party, merged))


OPERATOR = operator(
    "names_merged",
    "Two names are made into one that nobody bears.",
    (*NAME_CODES, "alias_altered", "text_altered", "text_unsupported"),
    (*STATEMENTS, "parties", "deals"),
)(make)
