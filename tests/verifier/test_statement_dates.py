"""Dates in statements: the days that the article has."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The purchase is expected to close in the fourth quarter.", 2),
        ("The deal could lift Brightwater's earnings by 3% to 5% in 2027.", 9),
    ],
)
def test_another_date_is_a_fault(check: Any, faults: Any, text: str, sentence: int) -> None:
    assert Code.DATE_ALTERED in faults(check("headline", {"text": text, "evidence": [sentence]}))
