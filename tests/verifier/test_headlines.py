"""A headline that is copied from the article is verified only where its line is plainly the headline."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.verifier import Code

STORY = (
    "\n\nTARN, March 4 - Lund Rail said on Tuesday that it would buy Tarn Ferries for $40 million.\n\nIt needs votes.\n"
)


def doubts(check: Any, top: str, headline: str) -> list[Code]:
    article = Article.from_text(top + STORY)
    number = next(sentence.number for sentence in article.sentences if headline in " ".join(sentence.text.split()))
    record = check("headline", {"text": headline, "evidence": [number]}, article=article)
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Lund Rail buys Tarn Ferries", "Lund Rail buys Tarn Ferries"),
        ("The Tarn Courier\n\nLund Rail buys Tarn Ferries", "Lund Rail buys Tarn Ferries"),
        ("THE LANDING\nLund Rail buys all of Tarn Ferries", "Lund Rail buys all of Tarn Ferries"),
        ("Sail & Rail – Rolling stock\n\nLund Rail buys all of Tarn Ferries", "Lund Rail buys all of Tarn Ferries"),
        ("Lund Rail buys Tarn Ferries\nBy Ida Stent\nTuesday 4 March 2031", "Lund Rail buys Tarn Ferries"),
        ("Lund's Low-Tide Bid", "Lund's Low-Tide Bid"),
        ("Lund licenses a hull paint\nNo fee is due yet", "Lund licenses a hull paint"),
        ("Hulls & Rails Week\nIssue 4 | 2 March 2031\n\nLund Rail buys Tarn Ferries", "Lund Rail buys Tarn Ferries"),
    ],
)
def test_a_line_that_is_plainly_the_headline_holds(check: Any, top: str, headline: str) -> None:
    assert doubts(check, top, headline) == []


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("The Tarn Courier\n\nLund Rail buys Tarn Ferries", "The Tarn Courier"),
        ("Deals in brief", "Deals in brief"),
        ("Hulls & Rails Week\nIssue 4 | 2 March 2031\n\nLund Rail buys Tarn Ferries", "Hulls & Rails Week"),
        ("The Purser's Ledge\n\nA port that nobody wants", "A port that nobody wants"),
        ("The Purser's Ledge\n\nA port that nobody wants", "The Purser's Ledge"),
        ("PRESS RELEASE\nTarn Rederi AB (publ)\nLund, 3 March\n\nNew head appointed at Tarn", "Tarn Rederi AB (publ)"),
        ("Lund's Low-Tide Bid\n\nWhy a railway wants ships", "Why a railway wants ships"),
    ],
)
def test_a_line_that_may_be_a_label_is_not_proven(check: Any, top: str, headline: str) -> None:
    assert doubts(check, top, headline) == [Code.JUDGEMENT_UNPROVEN]


def test_a_headline_in_other_words_is_not_held_against_the_lines(check: Any) -> None:
    article = Article.from_text("Deals in brief" + STORY)
    record = check("headline", {"text": "Lund Rail said it would buy Tarn Ferries.", "evidence": [2]}, article=article)
    assert record.findings == []


def test_a_sentence_of_the_text_is_not_the_headline_for_certain(check: Any) -> None:
    line = "Lund Rail is close to a deal for Tarn Ferries, the Tarn Courier reports."
    article = Article.from_text(f"THE EARLY BERTH\n\nThursday 6 June\n\nGood morning.\n\n{line}")
    number = next(one.number for one in article.sentences if one.text == line)
    record = check("headline", {"text": line, "evidence": [number]}, article=article)
    assert [one.code for one in record.findings] == [Code.JUDGEMENT_UNPROVEN]
    cut = check(
        "headline", {"text": "Lund Rail is close to a deal for Tarn Ferries", "evidence": [number]}, article=article
    )
    assert Code.JUDGEMENT_UNPROVEN in [one.code for one in cut.findings]
    bare = Article.from_text(f"{line} It has the money.")
    assert check("headline", {"text": line, "evidence": [1]}, article=bare).findings == []
