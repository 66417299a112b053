"""A name that the article does not hold stands for a party."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import NAME_CODES, STATEMENTS, operator
from benchmarks.verifier.tables import INVENTED_COMPANIES, INVENTED_PEOPLE
from benchmarks.verifier.texts import forms, mentions, renamed, standing_alone, with_path


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    for party in case.parties:
        new = chance.choice(INVENTED_PEOPLE if party.get("kind") == "person" else INVENTED_COMPANIES)
        if case.section == "parties":
            if case.draft["name"] == party["name"]:
                yield case.having(name=new)
        elif case.section == "deals":
            for place, entry in enumerate(case.draft["parties"]):
                if entry["name"] in forms(party):
                    yield with_path(case.draft, ("parties", place, "name"), new)
        elif mentions(case.statement, party) and standing_alone(case.statement, party):
            yield case.with_statement(renamed(case.statement, party, new))


OPERATOR = operator(
    "name_invented",
    "A name that the article does not hold stands for a party.",
    NAME_CODES,
    (*STATEMENTS, "parties", "deals"),
)(make)
