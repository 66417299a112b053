"""What was denied is given as confirmed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.tables import DENIALS
from benchmarks.verifier.texts import swapped


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if re.search(r"\bn(?:or|either) (?:den|confirm)", case.statement):
        return
    for text in swapped(case.statement, DENIALS):
        draft = case.with_statement(text)
        if case.section == "claims":
            draft |= {"kind": "fact", "certainty": "asserted"}
        yield draft


OPERATOR = operator(
    "denial_dropped",
    "What was denied is given as confirmed.",
    ("negation_altered", "certainty_altered", "status_altered", "direction_altered", "statement_unsupported"),
)(make)
