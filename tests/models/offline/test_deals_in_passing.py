"""Deals told in passing, denied ones, and what is worded like a deal and is none."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd"


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"].rstrip("."): party["role"] for party in deal["parties"]}


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} denied that it was negotiating to sell a 20 percent stake to {LUND}.",
        f"{TARN} denied on Monday that it was negotiating to sell its kiln unit to {LUND}.",
        f"{TARN} denied reports that it was in talks to sell its kiln unit to {LUND}.",
    ],
)
def test_a_denied_deal_is_a_rumor_and_the_verifier_agrees(text: str) -> None:
    [deal] = summarize(Article.from_text(text), model="offline").deals

    assert deal.status == "rumored"
    assert {party.name: party.role for party in deal.parties} == {TARN: "seller", LUND: "acquirer"}
    assert deal.verdict.value != "altered"


@pytest.mark.parametrize(
    "aside", ["whose $4 billion takeover of {} closed in May", "whose $4 billion purchase of {} was completed in May"]
)
def test_a_takeover_in_a_relative_clause_is_its_owners(aside: str) -> None:
    [deal] = deals(f"{TARN}, {aside.format(LUND)}, said profit rose.")

    assert roles(deal) == {TARN: "acquirer", LUND: "target"}
    assert deal["status"] == "closed"
    assert deal["value"]["text"] == "$4 billion"


def test_a_company_that_makes_power_chips_is_no_power_that_is_bought() -> None:
    text = f"{TARN} fell 3%. Analysts cut their targets. Rates rose. Nobody was surprised. It rained.\n\n"
    [deal] = deals(text + "Last month, Tarn completed its $1.1 billion purchase of power-chip designer Velkor.")

    assert roles(deal) == {TARN: "acquirer", "Velkor": "target"}


@pytest.mark.parametrize("verbs", ["develop and sell", "make and sell", "market and sell"])
def test_who_makes_and_sells_a_thing_sells_no_part_of_itself(verbs: str) -> None:
    assert deals(f"{TARN} will {verbs} Velkor Tools in Japan.") == []


def test_the_adviser_of_a_rival_is_no_rival() -> None:
    text = f"{TARN} offered $1.3 billion for {LUND}. Rival {ORRIN} is working with Banco Velk on a counteroffer."
    [deal] = deals(text)

    assert roles(deal) == {TARN: "acquirer", LUND: "target", ORRIN: "rival"}
