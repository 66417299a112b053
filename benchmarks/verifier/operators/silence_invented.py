"""Somebody who is not said to have kept silent declines to comment."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.draft["mode"] == "direct":
        yield case.having(text="declined to comment", mode="no_comment")


OPERATOR = operator(
    "silence_invented",
    "Somebody who is not said to have kept silent declines to comment.",
    ("no_comment_unsupported", "quote_unsupported", "speaker_altered", "quote_altered", "quote_mode_altered"),
    ("quotes",),
)(make)
