"""Words that stand outside the quotation marks are taken into a direct quote."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator
from benchmarks.verifier.texts import squeezed


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.draft["text"]
    at = case.article.text.find(text)
    if case.draft["mode"] == "direct" and at >= 0:
        after = re.match(
            r"[,.]?[\"”'’]+,? ((?:said|says|added|wrote|told|admitted|insisted) [^.,\"“”]{4,40})",
            case.article.text[at + len(text) :],
        )
        if after:
            yield case.having(text=text.rstrip(",.") + ", " + squeezed(after[1]))
        before = re.search(r"((?:[\w’']+ ){3})[\"“‘]$", case.article.text[max(0, at - 60) : at])
        if before:
            yield case.having(text=squeezed(before[1]) + " " + text)


OPERATOR = operator(
    "quote_outside_words",
    "Words that stand outside the quotation marks are taken into a direct quote.",
    (*QUOTE_CODES, "quote_mode_altered", "quote_spliced"),
    ("quotes",),
)(make)
