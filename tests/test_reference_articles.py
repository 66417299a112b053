"""The two real articles of the issue, read in place: the first that everything must work on, with the offline rules."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline
from summarizer.readers import read_article
from summarizer.records import Deal, Summary

AGENCY = "000_0224e74ceeef4b6c.txt"
PORTAL = "001_e73ac461c3a7b935.txt"

STATEMENTS = [
    # (a word or two of what was said, who said it, in which ways a reader may call it)
    ("declined to comment", "Hewlett Packard Enterprise", {"no_comment"}),
    ("may have played a role", "Woo Jin Ho", {"indirect"}),
    ("larger transactions", "Woo Jin Ho", {"indirect"}),
    ("strong partnerships", "Super Micro", {"direct", "mixed"}),
    ("remains in high demand", "Super Micro", {"direct", "mixed"}),
    ("not commented", "Dell", {"no_comment"}),
    ("not respond", "X", {"no_comment"}),
    ("competitive and irregular", "Marie Myers", {"direct", "mixed"}),
    ("$282 billion", "Synergy Research Group", {"indirect"}),
    ("The big story", "Synergy", {"direct", "mixed"}),
]


@pytest.fixture(scope="module")
def summaries(shared: Path) -> dict[str, Summary]:
    pipeline = Pipeline(OfflineModel())
    found = {}
    for name in (AGENCY, PORTAL):
        article = read_article(shared / "articles" / name, published=date(2025, 1, 10))
        summary = asyncio.run(pipeline.run(article))
        assert isinstance(summary, Summary)
        found[name] = summary
        for _, record in summary.records():
            for span in record.spans:
                assert article.text[span.start : span.end] == span.text
    return found


def parties(deal: Deal, role: str) -> list[str]:
    return [party.name for party in deal.parties if party.role == role]


@pytest.mark.parametrize("name", [AGENCY, PORTAL])
def test_the_server_deal_is_found_with_who_supplies_whom_for_how_much(name: str, summaries: dict[str, Summary]) -> None:
    [deal] = summaries[name].deals
    assert deal.kind == "supply"
    [supplier], [customer] = parties(deal, "supplier"), parties(deal, "customer")
    assert "Hewlett Packard Enterprise" in supplier or supplier == "HPE"
    assert customer.split()[-1] == "X" or customer.startswith("X ")
    assert deal.value is not None
    assert (deal.value.amount, deal.value.currency, deal.value.bound) == (1_000_000_000, "USD", "more_than")


@pytest.mark.parametrize("name", [AGENCY, PORTAL])
def test_the_deal_is_dated_to_the_end_of_2024(name: str, summaries: dict[str, Summary]) -> None:
    [deal] = summaries[name].deals
    [when] = [entry.when for entry in deal.dates if entry.event in ("closed", "signed")]
    assert when.earliest is not None
    assert when.latest is not None
    assert date(2024, 7, 1) <= when.earliest <= when.latest <= date(2024, 12, 31)


def test_each_statement_of_a_named_source_has_its_speaker(summaries: dict[str, Summary]) -> None:
    quotes = summaries[AGENCY].quotes
    missed = [
        (words, speaker)
        for words, speaker, modes in STATEMENTS
        if not any(words in quote.text and speaker in quote.speaker and quote.mode in modes for quote in quotes)
    ]
    assert len(missed) <= 2, [(quote.text[:60], quote.speaker, quote.mode) for quote in quotes]


@pytest.mark.parametrize("name", [AGENCY, PORTAL])
def test_the_verifier_marks_none_of_the_rules_records(name: str, summaries: dict[str, Summary]) -> None:
    assert [(path, record.findings) for path, record in summaries[name].faulty()] == []
