"""Names in statements: those of whom the article says it, and who does what to whom."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


@pytest.mark.parametrize(
    ("text", "sentence", "code"),
    [
        ("Tessel to buy Brightwater for about $2.4 billion", 1, Code.ROLE_ALTERED),
        ("Halden agreed to buy Tessel for about $2.4 billion.", 1, Code.NAME_ALTERED),
        ("Oakhurst Freight agreed to buy Tessel.", 1, Code.NAME_ALTERED),
        ("Tessel shares fell 4.5%.", 12, Code.NAME_ALTERED),
    ],
)
def test_somebody_elses_name_is_found_with_its_code(
    check: Any, faults: Any, text: str, sentence: int, code: Code
) -> None:
    assert code in faults(check("headline", {"text": text, "evidence": [sentence]}))
