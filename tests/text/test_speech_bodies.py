"""Whom "the group", "the company" and "it" mean where more than one body stands near by."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline import read_news


def speakers(text: str) -> list[str]:
    return [quote["speaker"] for quote in read_news(Article.from_text(text))["quotes"]]


@pytest.mark.parametrize("subject", ["The group", "It"])
@pytest.mark.parametrize("lead", ["A group led by Ines Varga", "An investor group led by Bergen trader Ines Varga"])
def test_the_group_goes_on_from_the_group_that_spoke_and_not_from_the_body_named_last(lead: str, subject: str) -> None:
    text = f"{lead} told the Federal Trade Board it holds 6.1 pct of Orvane Corp. {subject} said it may buy more."
    assert speakers(text) == ["Ines Varga", "Ines Varga"]


def test_the_company_is_not_the_consortium_that_spoke_before_it() -> None:
    text = "The consortium said it would pay. The company said it would study the request."
    assert speakers(text) == ["The consortium", "The company"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tarn Ltd sued Orvane Inc over a loan. The company said it had paid.", "The company"),
        ("Tarn Ltd agreed to buy Orvane Inc. The company said it would cut 40 jobs.", "Tarn Ltd"),
    ],
)
def test_after_a_quarrel_the_company_stays_open(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
