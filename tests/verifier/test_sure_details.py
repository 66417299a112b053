"""Details that are left open where the article does not settle them: names in brackets, whose words, first lines."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import quote

PARTY = {"description": None, "aliases": [], "kind": "company", "evidence": [1]}


@pytest.mark.parametrize(
    ("article", "ticker", "sure"),
    [
        ("Harrow Cable (HCB) won a contract for wire.\n", "HCB", False),
        ("Harrow Cable (HCB) won a contract. HCB shares rose.\n", "HCB", False),
        ("Shares of Harrow Cable (HCB) rose by a tenth.\n", "HCB", True),
        ("Harrow Cable (NYSE: HCB) won a contract for wire.\n", "HCB", True),
        ("Harrow Cable (NYSE: HCB) won a contract for wire.\n", "NYSE: HCB", True),
        ("Harrow Cable (HCB) won a contract for wire. The stock of Harrow Cable fell.\n", "HCB", True),
    ],
)
def test_a_bare_symbol_is_a_ticker_where_shares_are_spoken_of(
    check: Any, article: str, ticker: str, sure: bool
) -> None:
    record = check("parties", {**PARTY, "name": "Harrow Cable", "ticker": ticker}, article=article)
    assert ("ticker" not in [finding.field for finding in record.findings]) is sure


@pytest.mark.parametrize(
    ("words", "sure"),
    [("Tarn Rail's said it was worth “under 65”.", False), ("Tarn Rail said it was worth “under 65”.", True)],
)
def test_somebody_of_a_firm_is_not_the_firm(check: Any, words: str, sure: bool) -> None:
    article = f"Our expert put the fleet at 80. {words}\n"
    draft = quote("it was worth “under 65”", "Tarn Rail", 2, mode="mixed", speaker_kind="company")
    codes = [finding.code for finding in check("quotes", draft, article=article).findings]
    assert ("speaker_unproven" not in codes) is sure


def test_the_first_item_of_a_column_is_no_headline(check: Any) -> None:
    body = "Retailer Orlo Stores has hired a bank to look for a buyer for its shops, a newspaper said."
    article = f"Corporate briefs\n\nLIMA — {body}\n\nTarn Rail ordered nine engines.\n"
    assert check("headline", {"text": body, "evidence": [2]}, article=article).verdict == "inferred"


@pytest.mark.parametrize("bound", ["exactly", "up_to"])
def test_up_to_a_further_amount_is_a_bound(check: Any, bound: str) -> None:
    draft = {
        "statement": "Tarn Rail may raise up to a further $16 million.", "claimant": None, "kind": "forecast",
        "certainty": "hedged", "evidence": [1],
        "figures": [
            {
                "text": "$16 million", "measures": None, "period": None, "type": "money", "amount": 16_000_000,
                "currency": "USD", "unit": None, "bound": bound, "high": None,
            }
        ],
    }  # fmt: skip
    record = check("claims", draft, article="Tarn Rail may raise up to a further $16 million.\n")
    assert record.figures[0].bound == "up_to" or record.verdict == "altered"
