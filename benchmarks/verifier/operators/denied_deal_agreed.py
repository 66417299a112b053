"""A deal that is only rumored, or denied, is given as agreed with its price."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft["status"] == "rumored" and re.search(
        r"\b(?:den(?:y|ied|ies)|not in (?:talks|discussions)|false|rumou?r|report)\b", case.article.text
    ):
        yield case.having(status="agreed", dates=[])


OPERATOR = operator(
    "denied_deal_agreed",
    "A deal that is only rumored, or denied, is given as agreed with its price.",
    ("status_altered", "certainty_altered"),
    ("deals",),
)(make)
