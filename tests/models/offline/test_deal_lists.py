"""Deals in one sentence with a price, buyer or rival of their own; headlines in capitals; supplies in the passive."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading


def told(text: str) -> list[tuple[dict[str, str], str | None]]:
    """The parties with their roles, and the words of the price, of each deal."""
    return [
        ({party["name"]: party["role"] for party in deal["parties"]}, deal["value"] and deal["value"]["text"])
        for deal in find_deals(Reading(Article.from_text(text)))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel Inc. bought Lund Forge Corp. and Dorn Mills Ltd. for $40 million and $50 million, respectively.",
        "Tarn Steel Inc. bought Lund Forge Corp. for $40 million and Dorn Mills Ltd. for $50 million.",
    ],
)
def test_each_target_of_a_list_has_its_own_price(text: str) -> None:
    assert told(text) == [
        ({"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"}, "$40 million"),
        ({"Tarn Steel Inc.": "acquirer", "Dorn Mills Ltd.": "target"}, "$50 million"),
    ]


def test_prices_that_do_not_pair_with_the_targets_split_nothing() -> None:
    [(parties, _)] = told(
        "Tarn Steel Inc. bought Lund Forge Corp. and Dorn Mills Ltd. in deals of $4 million, $5 million and $6 million "
        "respectively."
    )
    assert parties == {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target", "Dorn Mills Ltd.": "target"}


def test_a_clause_behind_a_comma_has_its_own_buyer() -> None:
    assert told(
        "Tarn Steel Inc. bought Lund Forge Corp. for $40 million, Orrin Holdings Ltd. acquired Dorn Mills Ltd. for "
        "$50 million."
    ) == [
        ({"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"}, "$40 million"),
        ({"Orrin Holdings Ltd.": "acquirer", "Dorn Mills Ltd.": "target"}, "$50 million"),
    ]


@pytest.mark.parametrize(
    ("text", "buyer", "price"),
    [
        (
            "Tarn Steel Inc.'s $40 million bid for Lund Forge Corp. was topped by Orrin Holdings Ltd.'s $50 million "
            "offer.",
            "Tarn Steel Inc.",
            "$40 million",
        ),
        (
            "Orrin Holdings Ltd. offered $50 million for Lund Forge Corp., topping Tarn Steel Inc.'s $40 million bid.",
            "Orrin Holdings Ltd.",
            "$50 million",
        ),
    ],
)
def test_the_price_of_a_rival_is_not_the_price_of_the_bid(text: str, buyer: str, price: str) -> None:
    [(parties, value)] = told(text)
    assert {name for name, role in parties.items() if role == "acquirer"} == {buyer}
    assert parties["Lund Forge Corp."] == "target"
    assert value == price


@pytest.mark.parametrize(
    "headline",
    [
        "TARN STEEL INC TO BUY LUND FORGE CORP",
        "<TARN STEEL INC> TO BUY <LUND FORGE CORP>",
        "TARN STEEL BUYS LUND FORGE",
    ],
)
def test_a_headline_in_capitals_tells_the_deal_of_the_report_in_its_spelling(headline: str) -> None:
    report = "Tarn Steel Inc said it agreed to buy Lund Forge Corp from Orrin Holdings Ltd for $40 million."
    assert told(f"{headline}\n\n{report}") == [
        ({"Tarn Steel Inc": "acquirer", "Lund Forge Corp": "target", "Orrin Holdings Ltd": "seller"}, "$40 million")
    ]


def test_a_unit_that_a_headline_in_capitals_only_names_is_the_one_of_the_report() -> None:
    text = "TARN STEEL INC SELLS UNIT\n\nTarn Steel Inc said it sold its tube unit to Lund Forge Corp for $40 million."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["subject"] == "its tube unit"
    assert {"name": "target business", "text": "tube"} in deal["terms"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Power Inc. will be supplied by Lund Forge Corp. with boilers worth $40 million.",
        "Boilers worth $40 million will be supplied to Tarn Power Inc. by Lund Forge Corp.",
        "Twelve boilers were ordered from Lund Forge Corp. by Tarn Power Inc. for $40 million.",
    ],
)
def test_a_supply_in_the_passive_has_both_sides(text: str) -> None:
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["kind"] == "supply"
    assert {party["name"]: party["role"] for party in deal["parties"]} == {
        "Tarn Power Inc.": "customer",
        "Lund Forge Corp.": "supplier",
    }
    assert deal["value"]["text"] == "$40 million"


def test_what_is_always_supplied_is_no_deal() -> None:
    assert (
        find_deals(Reading(Article.from_text("Tarn Power Inc. was supplied by Lund Forge Corp. with boilers."))) == []
    )


def test_an_investment_of_an_amount_has_who_gets_it() -> None:
    text = "Tarn Power Inc. will make an investment of $20 million in Lund Forge Corp."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert {party["name"]: party["role"] for party in deal["parties"]} == {
        "Tarn Power Inc.": "investor",
        "Lund Forge Corp.": "investee",
    }
    assert deal["value"]["text"] == "$20 million"
