"""Somebody who is not said to have kept silent declines to comment."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator
from benchmarks.verifier.texts import key_words


def make(case: Case, _: random.Random) -> Iterator[Draft]:
    silent = r"declin|not willing|would not|wouldn|refus|no comment|not (?:say|discuss|comment)|did not respond|n['’]t say|neither confirm"
    mine = key_words(case.draft["speaker"]) | {"he", "she", "they", "spokesman", "spokeswoman"}
    for sentence in case.article.sentences:
        if re.search(silent, sentence.text) and mine & key_words(sentence.text):
            return
    if case.draft["mode"] == "direct":
        yield case.having(text="declined to comment", mode="no_comment")


OPERATOR = operator(
    "silence_invented",
    "Somebody who is not said to have kept silent declines to comment.",
    ("no_comment_unsupported", "quote_unsupported", "speaker_altered", "quote_altered", "quote_mode_altered"),
    ("quotes",),
)(make)
