"""What nobody denies is given as a denial."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import negated


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    """Between the other kinds (fact and opinion, forecast and fact about a plan) readers differ: they are left out."""
    asserted = case.draft["certainty"] == "asserted" and case.draft["kind"] in ("fact", "forecast", "estimate")
    if asserted and not negated(case.statement):
        yield case.having(kind="denial")


OPERATOR = operator(
    "claim_kind",
    "What nobody denies is given as a denial.",
    ("kind_altered", "certainty_altered", "negation_altered"),
    ("claims",),
)(make)
