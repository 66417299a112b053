"""Several deals in one sentence: whose the amounts, the terms and the words for the stage are."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deal_shares import belongs, clause_of
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading


def deals(text: str) -> dict[str, dict[str, Any]]:
    """The deals of a text by their target."""
    found = find_deals(Reading(Article.from_text(text)))
    return {next(party["name"] for party in deal["parties"] if party["role"] == "target"): deal for deal in found}


def value(deal: dict[str, Any]) -> str | None:
    return deal["value"] and deal["value"]["text"]


def term(deal: dict[str, Any], name: str) -> str | None:
    return next((term["text"] for term in deal["terms"] if term["name"] == name), None)


@pytest.mark.parametrize(
    ("text", "amount", "owner"),
    [
        ("Tarn sold Lund for $3, and Orrin acquired Vell", "$3", "sold"),
        ("Tarn sold Lund for $3, and Orrin acquired Vell for $5", "$5", "acquired"),
        ("Tarn, which acquired Vell in May, sold Lund for $3", "$3", "sold"),
        ("Tarn sold Lund, which acquired Vell in May, for $3", "$3", "sold"),
        ("Tarn acquired Vell in a $3 cash deal after it sold Lund", "$3", "acquired"),
        ("For $3 Tarn acquired Vell after it sold Lund", "$3", "acquired"),
    ],
)
def test_an_amount_belongs_to_one_of_two_deals(text: str, amount: str, owner: str) -> None:
    cues = {word: (text.index(word), text.index(word) + len(word)) for word in ("sold", "acquired")}
    words = (text.index(amount), text.index(amount) + len(amount))
    owners = [
        word
        for word, cue in cues.items()
        if belongs(text, words, cue, [cues[other] for other in cues if other != word])
    ]
    assert owners == [owner]


def test_a_clause_of_its_own_begins_behind_the_comma_and_the_conjunction() -> None:
    text = "Tarn agreed to sell Lund, and Orrin acquired Vell."
    sell, acquired = (text.index("sell"), text.index("sell") + 4), (text.index("acquired"), text.index("acquired") + 8)
    assert text[clause_of(text, acquired, [sell]) :].startswith("Orrin acquired")
    assert clause_of(text, sell, [acquired]) == 0


def test_a_value_is_not_that_of_the_next_clause() -> None:
    found = deals(
        "Tarn Steel Inc sold Lund Forge Corp to Orrin Ltd for $3 million, and Vell Energy acquired Brindle Gas."
    )
    assert value(found["Lund Forge Corp"]) == "$3 million"
    assert value(found["Brindle Gas"]) is None
    assert term(found["Brindle Gas"], "status") == "acquired"


def test_a_purchase_beside_a_sale_has_not_its_words() -> None:
    text = "Tarn Steel Inc sold Lund Forge Corp to Orrin Ltd for $4 million and bought Brindle Tools."
    deal = deals(text)["Brindle Tools"]
    assert (value(deal), deal["status"], term(deal, "status")) == (None, "closed", None)


def test_the_verb_agreed_rules_both_of_two_deeds() -> None:
    found = deals("Tarn Steel Inc agreed to sell Lund Forge Corp to Orrin Ltd and to buy Brindle Tools.")
    assert {deal["status"] for deal in found.values()} == {"agreed"}


def test_a_bid_has_the_amount_that_stands_before_its_noun() -> None:
    text = (
        "Lund Forge Corp received a $900 million bid from Orrin Ltd, topping an $850 million offer from Tarn Steel Inc."
    )
    found = find_deals(Reading(Article.from_text(text)))
    by_bidder = {
        party["name"]: value(deal) for deal in found for party in deal["parties"] if party["role"] == "acquirer"
    }
    assert by_bidder == {"Orrin Ltd": "$900 million", "Tarn Steel Inc": "$850 million"}


def test_what_was_sold_before_is_not_the_trade_of_the_target() -> None:
    text = "Tarn Inc bought Lund Forge Corp for $30 million, after selling Brindle Ltd, a kiln maker, to Vell Corp."
    found = deals(text)
    assert term(found["Lund Forge Corp"], "target business") is None
    assert term(found["Brindle Ltd"], "target business") == "kiln maker"
    assert (value(found["Brindle Ltd"]), found["Brindle Ltd"]["status"]) == (None, "closed")
