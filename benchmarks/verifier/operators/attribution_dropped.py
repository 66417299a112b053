"""What somebody alleges or thinks is given as the article's own fact."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import sentence_case

HELD = r"argued|argues|alleged|alleges|claimed|claims|accused|thinks|believes"


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    """Only what the article leaves with its claimant: allegations, and opinions that are argued or believed."""
    if case.draft["kind"] in ("allegation", "opinion") and case.draft.get("claimant"):
        verbs = HELD + ("|said|says" if case.draft["kind"] == "allegation" else "")
        match = re.match(rf".{{2,80}}?[^,] (?:{verbs})(?: that)? (?=[A-Za-z])", case.statement)
        if match and not case.statement[match.end() :].startswith(("to ", "on ", "in ", "at ", "of ")):
            rest = sentence_case(case.statement[match.end() :])
            # Quotation marks show that the words are somebody's, and “and that” shows the same.
            if not re.search(r"\b(?:and|but|who) (?:asked|added|said|says|wrote|that)\b|[\"“”]", rest) and not re.match(
                r"(?:He|She|It|They|His|Her|Its|Their)\b", rest
            ):
                yield case.with_statement(rest) | {"claimant": None, "kind": "fact", "certainty": "asserted"}


OPERATOR = operator(
    "attribution_dropped",
    "What somebody alleges or thinks is given as the article's own fact.",
    ("certainty_altered", "claimant_altered"),
    ("claims",),
)(make)
