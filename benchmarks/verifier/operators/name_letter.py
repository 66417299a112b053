"""A letter of a name is changed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NAME_CODES, STATEMENTS, operator
from benchmarks.verifier.texts import mentions, once, replaced, with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    def misspelt(name: str) -> str | None:
        places = [at for at in range(2, len(name) - 1) if name[at - 1 : at + 2].isalpha() and name[at].islower()]
        if len(name) < 6 or not places:
            return None
        at = chance.choice(places)
        new = chance.choice([sign for sign in ("aeiou" if name[at] in "aeiou" else "bdfklmnprt") if sign != name[at]])
        return replaced(name, at, at + 1, new)

    for party in case.parties:
        first = party["name"].split()[0]
        wrong = misspelt(first)
        if wrong is None or wrong in case.article.text:
            continue
        if case.section == "parties":
            if case.draft["name"] == party["name"]:
                yield case.having(name=party["name"].replace(first, wrong, 1), aliases=[])
        elif case.section == "deals":
            for place, entry in enumerate(case.draft["parties"]):
                if entry["name"].startswith(first):
                    yield with_path(case.draft, ("parties", place, "name"), entry["name"].replace(first, wrong, 1))
        elif once(case.statement, re.escape(first)) and mentions(case.statement, party):
            yield case.with_statement(case.statement.replace(first, wrong))


OPERATOR = operator(
    "name_letter", "A letter of a name is changed.", (*NAME_CODES, "text_altered"), (*STATEMENTS, "parties", "deals")
)(make)
