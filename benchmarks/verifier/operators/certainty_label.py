"""A claim's certainty says asserted of what is denied or hedged, and denied of what is asserted."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import negated

OPEN = re.compile(r"[^“\"]{0,60}\b(?:may|might|could) (?!not\b|only\b|n't|terminate\b|demand\b)[^“\"]*$")
CONDITION = re.compile(r"\b(?:if|unless|whether|so that|as (?:much|many|long) as)\b")
"""What may or could happen under a condition, or by right, some call asserted."""


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    certainty, kind = case.draft["certainty"], case.draft["kind"]
    if certainty == "asserted" and kind == "fact" and not negated(case.statement):
        yield case.having(certainty="denied")
    elif certainty == "denied" and re.search(r"\bden(?:y|ies|ied)\b", case.statement):
        yield case.having(certainty="asserted", kind="fact")
    elif certainty == "hedged" and OPEN.match(case.statement) and not CONDITION.search(case.statement):
        yield case.having(certainty="asserted")


OPERATOR = operator(
    "certainty_label",
    "A claim's certainty says asserted of what is denied or hedged, and denied of what is asserted.",
    ("certainty_altered", "negation_altered", "kind_altered"),
    ("claims",),
)(make)
