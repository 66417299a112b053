"""Figures that have no digits: parts and multiples."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline import read_news
from summarizer.verdicts import Verdict


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    claims: list[dict[str, Any]] = read_news(Article.from_text(text))["claims"]
    return [(item["text"], item["measures"], item["period"]) for claim in claims for item in claim["figures"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvane cut its workforce by a third.", [("a third", "workforce", None)]),
        ("Sales fell by almost a fifth last year.", [("almost a fifth", "Sales", "last year")]),
        ("Profit halved in the second quarter.", [("halved", "Profit", "second quarter")]),
        ("At least three-quarters of the owners must agree.", [("At least three-quarters", "owners", None)]),
        ("Orvane halved its dividend to 5 cents.", [("5 cents", "dividend", None)]),
        ("Orvane lost $4 million in the first half of 2024.", [("$4 million", "Orvane", "first half of 2024")]),
        ("Orvane closed 40 shops in a quarter of an hour.", [("40 shops", "shops", None)]),
    ],
)
def test_a_part_or_a_multiple_is_a_figure(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert figures(text) == expected


def test_the_verifier_finds_no_fault_in_them() -> None:
    summary = summarize("Orvane cut its workforce by a third. Profit halved in the second quarter.", model="offline")
    assert summary.claims
    assert all(claim.verdict in (Verdict.VERIFIED, Verdict.INFERRED) for claim in summary.claims)
