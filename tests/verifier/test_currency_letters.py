"""The letters of a currency are no name, and the buyer of a company is somebody else than the company."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.text.names import find_names
from summarizer.verdicts import Verdict
from summarizer.verifier import verify

QUARRY = "Castor Lane said on Monday that it paid C$75 million for a mill in Ontario."


@pytest.mark.parametrize("text", ["It cost US$75 million.", "It cost CAD 75 million.", "It cost HK$75 million."])
def test_the_letters_of_a_currency_are_no_name(text: str) -> None:
    assert find_names(text) == []


def test_a_company_named_as_a_currency_keeps_its_name() -> None:
    assert [name.text for name in find_names("Shares of CAD Systems rose after 75 days.")] == ["CAD Systems"]


@pytest.mark.parametrize(
    ("amount", "verdict"),
    [("CAD 75 million", "right"), ("CAD 57 million", "wrong"), ("EUR 75 million", "wrong")],
)
def test_an_amount_may_be_written_with_the_code_of_its_currency(amount: str, verdict: str) -> None:
    claim = {
        "statement": f"Castor Lane paid {amount} for a mill in Ontario.",
        "claimant": "Castor Lane",
        "kind": "fact",
        "certainty": "asserted",
        "evidence": [1],
    }
    found = verify(Article.from_text(QUARRY), {"claims": [claim]}).claims[0].verdict
    assert found is not None
    assert found.faulty == (verdict == "wrong"), found


def test_the_buyer_of_a_company_is_not_that_company() -> None:
    article = Article.from_text("Brelant Foods is the buyer of Kessom Dairy. The price is $20 million.")
    deal = {
        "kind": "acquisition",
        "status": "agreed",
        "parties": [{"name": "Brelant Foods", "role": "acquirer"}, {"name": "Kessom Dairy", "role": "target"}],
        "subject": "Kessom Dairy",
        "evidence": [1],
    }
    assert verify(article, {"deals": [deal]}).deals[0].verdict is Verdict.INFERRED
