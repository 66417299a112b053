from __future__ import annotations

import re

import pytest

from summarizer.text.patterns import alternatives

JOBS = ("chief", "chief of staff", "c.e.o", "analyst", "anchor", "vice-president")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Chief of Staff", "Chief of Staff"),
        ("the chief of police", "chief"),
        ("a C.E.O speaks", "C.E.O"),
        ("a CXEXO speaks", None),
        ("Vice-President", "Vice-President"),
        ("an ANCHOR, an analyst", "ANCHOR"),
    ],
)
def test_the_longest_word_is_found_as_among_plain_alternatives(text: str, found: str | None) -> None:
    match = re.search(rf"\b(?:{alternatives(JOBS)})\b", text, re.IGNORECASE)
    assert (match.group() if match else None) == found


def test_words_of_one_first_letter_stand_together() -> None:
    assert alternatives(["bid", "acre", "b", "axis"]) == "a(?:cre|xis)|b(?:id|)"
