"""A claim is of another kind: a fact as denial, a forecast as fact."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import negated


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    kind = case.draft["kind"]
    if kind == "fact" and case.draft["certainty"] == "asserted" and not negated(case.statement):
        yield case.having(kind="denial")
    elif kind == "forecast" and re.search(r"\b(?:will|expects?|expected|forecasts?|sees)\b", case.statement):
        yield case.having(kind="fact", certainty="asserted")


OPERATOR = operator(
    "claim_kind",
    "A claim is of another kind: a fact as denial, a forecast as fact.",
    ("kind_altered", "certainty_altered", "negation_altered"),
    ("claims",),
)(make)
