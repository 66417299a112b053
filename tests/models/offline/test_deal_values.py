"""The price of a deal: which amount it is, and the words that keep it back."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND = "Tarn Steel Inc", "Lund Forge Corp"
BUYS = f"{TARN} agreed to buy {LUND}"


def only(text: str) -> dict[str, Any]:
    [deal] = find_deals(Reading(Article.from_text(text)))
    return deal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{BUYS} for 12.2 mln dlrs.", "12.2 mln dlrs"),
        (f"{BUYS} for 12 dlrs a share, or 40.5 mln stg.", "40.5 mln stg"),
        (f"{BUYS} for 12 dlrs per common or preferred share.", None),
        (f"{BUYS} in a transaction worth around two mln stg.", "around two mln stg"),
        (f"{BUYS} in exchange for 6.3 mln dlrs.", "6.3 mln dlrs"),
        (f"{BUYS}.\n\nThe purchase price is 38 mln dlrs, payable in cash.", "38 mln dlrs"),
        (f"{BUYS}.\n\nLund had 1986 sales of 54 mln dlrs and assets of 20 mln dlrs.", None),
        (f"{BUYS}, a 62.5 mln dlr state-chartered stock association.", None),
        ("Tarn Steel Inc's $40 million takeover of Lund Forge Corp was approved.", "$40 million"),
        ("Tarn Steel Inc spent $3.3 billion buying Lund Forge Corp.", "$3.3 billion"),
        ("Tarn Steel Inc valued its proposed buyout of Lund Forge Corp at 757 mln dlrs.", "757 mln dlrs"),
        (
            "Oskar Vell told the agency he has acquired 89,450 shares of Lund Forge Corp, or 5.3 pct.\n\n"
            "Vell bought the stock for 350,000 dlrs as an investment.",
            "350,000 dlrs",
        ),
    ],
)
def test_the_value_is_what_is_paid(text: str, value: str | None) -> None:
    found = only(text)["value"]
    assert (found and found["text"]) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tarn Bank Corp and Lund Bancorp agreed to merge in an all-stock deal that creates a bank worth $18 billion.",
         None),
        ("Tarn Bank Corp and Lund Bancorp agreed to merge. The combined company will be worth $18 billion.", None),
        (f"{BUYS} for $14 in cash and 0.4 of a Tarn share for each share.", None),
        (f"{BUYS} for 640 pence a share.\n\nTarn offered 640 pence a share, valuing the chain at 2.1 billion pounds.",
         "2.1 billion pounds"),
        ("Tarn Pharma will pay Lund Bio $30 million for the rights to its drug.", "$30 million"),
        ("Tarn Plc said it had offered 33 mln stg for Lund Forge Plc.", "33 mln stg"),
        ("Tarn Pharma licensed a heart drug from Lund Bio for an upfront payment of $50 million and up to $700 million"
         " in milestones.", None),
        ("Tarn Pharma licensed a heart drug from Lund Bio. Lund Bio gets $50 million upfront. The deal is worth up to"
         " $750 million.", "up to $750 million"),
    ],
)  # fmt: skip
def test_what_is_made_or_paid_besides_is_no_price(text: str, value: str | None) -> None:
    found = only(text)["value"]
    assert (found and found["text"]) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{BUYS} for undisclosed terms.", "undisclosed terms"),
        (f"{BUYS} for an undisclosed amount of cash.", "undisclosed amount"),
        (f"{BUYS}.\n\nTerms of the deal were not disclosed.", "Terms of the deal were not disclosed"),
        (f"{BUYS}.\n\nTerms were not immediately released.", "Terms were not immediately released"),
        (f"{BUYS}.\n\nThe company did not disclose the price.", "did not disclose the price"),
    ],
)
def test_words_that_keep_the_price_back_are_a_term(text: str, words: str) -> None:
    deal = only(text)
    assert deal["value"] is None
    assert {term["name"]: term["text"] for term in deal["terms"]}["price"] == words


def test_a_price_that_is_told_is_not_kept_back() -> None:
    deal = only(f"{BUYS} for 12 mln dlrs. Other terms were not disclosed.")
    assert "price" not in {term["name"] for term in deal["terms"]}


def test_the_report_says_more_than_its_headline() -> None:
    text = (
        "Tarn Steel Wins $1 Billion Rail Contract from Brindle Rail\n\n"
        "Tarn Steel Inc has won a contract exceeding $1 billion from Brindle Rail AG to supply rails."
    )
    assert only(text)["value"]["text"] == "exceeding $1 billion"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{TARN} will pay 640 million pounds ($810 million) for {LUND}.", "640 million pounds"),
        (f"{TARN} will pay 640 million pounds, or $810 million, for {LUND}.", "640 million pounds"),
        (f"{TARN} agreed a 640 million pound ($810 million) takeover of {LUND}.", "640 million pound"),
        (f"{TARN} won a 640 million euro ($700 million) contract to supply rails to {LUND}.", "640 million euro"),
        (f"{TARN} has secured a 40 million euro ($46 million) loan from Havik Bank.", "40 million euro"),
    ],
)
def test_an_amount_that_is_converted_behind_it_is_the_value(text: str, value: str) -> None:
    deal = only(text)

    assert deal["value"]["text"] == value
    assert len(deal["parties"]) == 2


@pytest.mark.parametrize("shares", ["51:49", "51-49", "50:50", "60/40"])
def test_a_venture_is_found_behind_the_shares_of_its_partners(shares: str) -> None:
    deal = only(f"{TARN} and {LUND} will form a {shares} joint venture worth $400 million to make rails.")

    assert deal["kind"] == "joint_venture"
    assert [party["role"] for party in deal["parties"]] == ["partner", "partner"]
    assert deal["value"]["text"] == "$400 million"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            f"{TARN} hid at least $130 million in losses before its merger with {LUND}, a lawsuit says. "
            "The $2.9 billion all-stock merger closed in May.",
            "$2.9 billion",
        ),
        (f"{TARN} hid $130 million of losses before its $2.9 billion all-stock merger with {LUND}.", "$2.9 billion"),
        (f"Ledgerly Ltd raised $85 million from {TARN}, valuing it at $700 million.", "$85 million"),
        (
            f"Ledgerly, a start-up that reviews invoices, has raised $85 million in a Series C round led by {TARN}. "
            "The round values Ledgerly at $700 million.",
            "$85 million",
        ),
        (f"{TARN} agreed to buy {LUND}, valuing the company at $900 million.", "$900 million"),
    ],
)
def test_losses_and_valuations_beside_a_price_are_none(text: str, value: str) -> None:
    assert only(text)["value"]["text"] == value
