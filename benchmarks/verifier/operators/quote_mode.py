"""Paraphrase is given as direct speech, direct speech as paraphrase or silence."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import QUOTE_CODES, operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    mode, text = case.draft["mode"], case.draft["text"]
    marked = bool(re.search(r"[\"“”«»„‟]", text))
    if mode == "direct":
        yield case.having(mode="indirect")
        yield case.having(mode="no_comment")
    elif mode == "indirect" and not marked:
        yield case.having(mode="direct")
    elif mode == "mixed" and marked:
        yield case.having(mode="no_comment")
        if text[0].isalpha() and text[-1].isalpha():
            yield case.having(mode="direct")


OPERATOR = operator(
    "quote_mode",
    "Paraphrase is given as direct speech, direct speech as paraphrase or silence.",
    ("quote_mode_altered", "no_comment_unsupported", *QUOTE_CODES),
    ("quotes",),
)(make)
