"""Deals and parties that "and" joins: two sales of one verb, the members of a consortium, a group beside a firm."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN, VELK = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd", "Velk Kilns SE"


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def told(text: str) -> list[tuple[dict[str, str], str | None, list[str]]]:
    """Roles by name, the value's words and the dates' words of each deal."""
    return [
        (
            {party["name"].rstrip("."): party["role"] for party in deal["parties"]},
            deal["value"] and deal["value"]["text"],
            [date["when"] for date in deal["dates"]],
        )
        for deal in deals(text)
    ]


def verdicts(text: str) -> set[str]:
    return {deal.verdict.value for deal in summarize(Article.from_text(text), model="offline").deals}


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} agreed to sell its mill to {LUND} for $90 million and its lime kiln to {ORRIN} for $60 million.",
        f"{TARN} sold its mill in Ohio to {LUND} for $90 million, and its kiln in Texas to {ORRIN} for $60 million.",
    ],
)
def test_two_sales_of_one_verb_are_two_deals(text: str) -> None:
    assert told(text) == [
        ({TARN: "seller", LUND: "acquirer"}, "$90 million", []),
        ({TARN: "seller", ORRIN: "acquirer"}, "$60 million", []),
    ]
    assert "altered" not in verdicts(text)


def test_two_purchases_of_one_verb_have_their_own_sellers() -> None:
    text = (
        f"{TARN} will buy the rolling mill from {LUND} for $90 million and the lime kiln from {ORRIN} for $60 million."
    )

    assert told(text) == [
        ({TARN: "acquirer", LUND: "seller"}, "$90 million", []),
        ({TARN: "acquirer", ORRIN: "seller"}, "$60 million", []),
    ]
    assert "altered" not in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} bought {LUND} for $900 million in 2019, {ORRIN} for $400 million in 2021 and {VELK} for $2 billion.",
        f"{TARN} paid $900 million for {LUND} in 2019, $400 million for {ORRIN} in 2021 and $2 billion for {VELK}.",
    ],
)
def test_each_purchase_of_a_list_has_its_price_and_its_year(text: str) -> None:
    assert told(text) == [
        ({TARN: "acquirer", LUND: "target"}, "$900 million", ["2019"]),
        ({TARN: "acquirer", ORRIN: "target"}, "$400 million", ["2021"]),
        ({TARN: "acquirer", VELK: "target"}, "$2 billion", []),
    ]
    assert "altered" not in verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A consortium of Velk Capital and Orrin Partners agreed to buy {LUND} for $2 billion.",
        f"{LUND} agreed to be bought by a consortium of Velk Capital and Orrin Partners for $2 billion.",
        f"Velk Capital, together with Orrin Partners, agreed to buy {LUND} for $2 billion.",
    ],
)
def test_both_members_of_a_consortium_buy(text: str) -> None:
    [(parties, value, _)] = told(text)

    assert parties == {"Velk Capital": "acquirer", "Orrin Partners": "acquirer", LUND: "target"}
    assert value == "$2 billion"


def test_managers_and_a_firm_buy_together() -> None:
    [(parties, _, _)] = told(
        f"{TARN} will sell its Velk unit to a group of managers and Orrin Partners for $46 million."
    )

    assert parties == {TARN: "seller", "Velk": "target", "group of managers": "acquirer", "Orrin Partners": "acquirer"}


def test_somebody_who_invests_beside_a_firm_is_an_investor() -> None:
    text = (
        "Ledgerly Ltd has raised $85 million in a Series C round led by Velk Growth, with participation from existing "
        "backers Orrin Ventures and Odalys Brenneke, the founder of Payfold."
    )
    [(parties, _, _)] = told(text)

    assert parties == {
        "Ledgerly Ltd": "investee",
        "Velk Growth": "investor",
        "Orrin Ventures": "investor",
        "Odalys Brenneke": "investor",
    }


def test_buyers_of_whom_nothing_is_told_are_no_party() -> None:
    [(parties, _, _)] = told(f"{TARN} will sell its two biggest businesses to separate buyers for $2 billion.")

    assert parties == {TARN: "seller"}
