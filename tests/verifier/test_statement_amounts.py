"""Amounts in statements: the article's value, scale, currency and bound."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


@pytest.mark.parametrize(
    ("text", "sentence", "code"),
    [
        ("Brightwater to buy Tessel for about $2.6 billion", 1, Code.NUMBER_ALTERED),
        ("Brightwater to buy Tessel for about $2.4 million", 1, Code.SCALE_ALTERED),
        ("Brightwater to buy Tessel for about €2.4 billion", 1, Code.CURRENCY_ALTERED),
        ("Brightwater to buy Tessel for more than $2.4 billion", 1, Code.BOUND_ALTERED),
        ("Brightwater had earlier offered $38 a share.", 4, Code.BOUND_ALTERED),
    ],
)
def test_a_changed_amount_is_found_with_its_code(check: Any, faults: Any, text: str, sentence: int, code: Code) -> None:
    assert code in faults(check("headline", {"text": text, "evidence": [sentence]}))


def test_a_lower_bound_may_be_dropped_and_an_upper_one_may_not(check: Any, faults: Any) -> None:
    text = "Norvane won a contract worth more than $1 billion. It may hire up to 400 people."
    assert faults(check("headline", {"text": "Norvane wins $1 billion contract", "evidence": [1]}, article=text)) == []
    record = check("headline", {"text": "Norvane may hire 400 people.", "evidence": [2]}, article=text)
    assert faults(record) == [Code.BOUND_ALTERED]


def test_a_rounding_that_says_so_is_allowed(check: Any, faults: Any) -> None:
    text = "Norvane sold its ferries for $1.02 billion."
    for right in ("about $1 billion", "more than $1 billion", "$1 billion"):
        assert (
            faults(check("headline", {"text": f"Norvane sold its ferries for {right}.", "evidence": [1]}, article=text))
            == []
        )
    record = check(
        "headline", {"text": "Norvane sold its ferries for about $1.2 billion.", "evidence": [1]}, article=text
    )
    assert faults(record) == [Code.NUMBER_ALTERED]
