"""Two parties of a statement change places: who did it, and to whom."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import kin, mentions, related, replaced, standing_alone


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    named = [(party, mentions(case.statement, party)) for party in case.parties]
    named = [(party, found) for party, found in named if len(found) == 1 and standing_alone(case.statement, party)]
    if re.search(
        r"\b(?:and|merge[rd]?|merging|both|partners?|team(?:ed)? up|between|signed|agreement)\b", case.statement
    ):
        return
    for one, [first] in named:
        for other, [second] in named:
            if first < second and kin(one, other) and not related(one, other):
                between = case.statement[first[1] : second[0]]
                if not re.search(
                    r"\b(?:will|would|has|to|agreed|bought|sold|pay|buy|acquire|supply|said|sued|rejected|offered|accused)\b",
                    between,
                ):
                    continue
                a, b = case.statement[slice(*first)], case.statement[slice(*second)]
                yield case.with_statement(replaced(replaced(case.statement, *second, a), *first, b))


OPERATOR = operator(
    "names_exchanged",
    "Two parties of a statement change places: who did it, and to whom.",
    ("name_altered", "role_altered", "direction_altered", "claimant_altered", "statement_unsupported"),
)(make)
