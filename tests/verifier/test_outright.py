"""Deals told in other words, proven by who did what to whom and how far it has come."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.records import Claim
from summarizer.verdicts import Verdict
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

TEXT = (
    "Morrow Quay Ltd said it signed a letter of intent to be bought by Veltrane Holdings Inc for about 40 mln dlrs, "
    "including six mln dlrs of debt.\n\n"
    "Kessom Dairy has completed the sale of its cheese business to Brelant Foods. The business had sales of 40 mln "
    "dlrs.\n\n"
    "Orlin plc is in talks to buy Tarn Mills. Castor Lane denied it had agreed to buy Dunmere Group. "
    "Halden Rail said it agreed to purchase Ferrow Signals from Ostrel AG for 18 mln stg."
)


def verdict(statement: str) -> Verdict:
    article = Article.from_text(TEXT)
    claim = Claim(
        statement=statement,
        claimant=None,
        kind="fact",
        certainty="asserted",
        evidence=[sentence.number for sentence in article.sentences],
    )
    found = verify_record(claim, Index(article)).verdict
    assert found is not None
    return found


@pytest.mark.parametrize(
    "statement",
    [
        "Veltrane Holdings has reached a preliminary agreement to acquire Morrow Quay for 40 mln dlrs.",
        "Veltrane Holdings has agreed to acquire Morrow Quay.",
        "Brelant Foods has bought the cheese business of Kessom Dairy.",
        "Halden Rail has agreed to acquire Ferrow Signals for 18 mln stg.",
        "Ferrow Signals has agreed to be bought by Halden Rail.",
        "Orlin is negotiating to acquire Tarn Mills.",
    ],
)
def test_a_deal_in_other_words_is_proven(statement: str) -> None:
    assert verdict(statement) is Verdict.VERIFIED


@pytest.mark.parametrize(
    "statement",
    [
        "Veltrane Holdings has acquired Morrow Quay.",  # a letter of intent
        "Veltrane Holdings has a definitive agreement to acquire Morrow Quay.",
        "Veltrane Holdings has agreed to acquire Morrow Quay for six mln dlrs.",  # the debt
        "Brelant Foods has bought the cheese business of Kessom Dairy for 40 mln dlrs.",  # its sales
        "Brelant Foods has acquired Kessom Dairy.",  # only its cheese business
        "Castor Lane has agreed to acquire Dunmere Group.",  # denied
        "Tarn Mills has agreed to acquire Orlin.",
        "Orlin has agreed to acquire Tarn Mills.",  # talks
        "Halden Rail has acquired Ostrel AG.",  # the seller
        "Halden Rail has agreed to acquire Ferrow Signals after a long contest.",  # more than the deal
    ],
)
def test_another_stage_party_or_amount_is_never_proven(statement: str) -> None:
    assert verdict(statement) is not Verdict.VERIFIED
