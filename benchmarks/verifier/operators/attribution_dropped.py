"""What somebody alleges or thinks is given as the article's own fact."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import sentence_case


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft["kind"] in ("allegation", "opinion") and case.draft.get("claimant"):
        match = re.match(
            r".{3,80}? (?:said|says|argued|argues|alleged|alleges|claimed|claims|accused|thinks|believes)(?: that)? (?=[A-Za-z])",
            case.statement,
        )
        if match and not case.statement[match.end() :].startswith(("to ", "on ", "in ", "at ")):
            rest = sentence_case(case.statement[match.end() :])
            if not re.search(r"\b(?:and|but|who) (?:asked|added|said|says|wrote)\b", rest) and not re.match(
                r"(?:He|She|It|They|His|Her|Its|Their)\b", rest
            ):
                yield case.with_statement(rest) | {"claimant": None, "kind": "fact", "certainty": "asserted"}


OPERATOR = operator(
    "attribution_dropped",
    "What somebody alleges or thinks is given as the article's own fact.",
    ("certainty_altered", "claimant_altered"),
    ("claims",),
)(make)
