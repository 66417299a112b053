"""Ownership deals by the clauses of a sentence: who buys, sells or merges what, however it is worded."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN, HERON = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd", "Heron Capital"


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> dict[str, Any]:
    [deal] = deals(text)
    return deal


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"].rstrip("."): party["role"] for party in deal["parties"]}


def terms(deal: dict[str, Any]) -> dict[str, str]:
    return {term["name"]: term["text"] for term in deal["terms"]}


BOUGHT = {TARN: "acquirer", LUND: "target"}
BOUGHT_FROM = {TARN: "acquirer", LUND: "target", ORRIN: "seller"}
SOLD = {ORRIN: "seller", LUND: "target", TARN: "acquirer"}
MERGED = {TARN: "partner", LUND: "partner"}
STAKE = {TARN: "investor", LUND: "investee"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{TARN} said it reached agreement with {ORRIN} to acquire the whole share capital of {LUND}.", BOUGHT_FROM),
        (f"{TARN} and {LUND} said they signed a pact under which Tarn will acquire Lund for 12 dlrs a share.", BOUGHT),
        (f"{LUND} said it has agreed to be acquired by {TARN} for about 40 mln dlrs.", BOUGHT),
        (f"{LUND} said it received a letter from {TARN} proposing to acquire the company for 12 dlrs a share.", BOUGHT),
        (f"{LUND} said it had no comment on an offer it received from {TARN} to buy Lund for 52 dlrs a share.", BOUGHT),
        (f"{TARN} said it extended its offer for all outstanding shares of {LUND} until May 3.", BOUGHT),
        (f"{TARN} is extending its offer of 17 dlrs a share for 2.6 mln {LUND} shares.", BOUGHT),
        (f"{TARN} offered 12 dlrs a share for {LUND}.", BOUGHT),
        (f"The offer by {TARN} for {LUND} values the company at 300 mln dlrs.", BOUGHT),
        (f"{LUND} said its directors have turned down, as one, a 31 dlr a share takeover offer by {TARN}.", BOUGHT),
        (f"{TARN} said {LUND} has accepted its previously announced acquisition offer.", BOUGHT),
        (f"{LUND} said it will become a wholly-owned subsidiary of {TARN} under an accord.", BOUGHT),
        (f"{LUND} said it will be taken private in a 300 mln dlr leveraged buyout led by {TARN}.", BOUGHT),
        (f"{LUND} said its leveraged buyout by {TARN} has been completed.", BOUGHT),
        (f"Shareholders of {LUND} approved the company's acquisition by {TARN}.", BOUGHT),
        (f"{TARN} said the Dorn Supreme Court overturned its proposed acquisition of {LUND}.", BOUGHT),
        (f"{LUND} said it filed a report indicating that {TARN} had assumed control of the company.", BOUGHT),
        (f"{TARN} won control of {LUND}.", BOUGHT),
        (f"{TARN} will issue 1.2 mln shares for all the stock of {LUND}.", BOUGHT),
        (f"{TARN} paid 12 mln dlrs for {LUND}.", BOUGHT),
        (f"{TARN}, which makes rails and lost money, has agreed to buy {LUND}.", BOUGHT),
        (f"{TARN} will purchase from {ORRIN} the remaining 49 pct of {LUND}.", BOUGHT_FROM),
        (f"{TARN} agreed to buy {ORRIN}'s steel unit, {LUND}.", BOUGHT_FROM),
        (f"{TARN} agreed to buy {LUND}, a wholly owned subsidiary of {ORRIN} for 70 mln dlrs.", BOUGHT_FROM),
        (f"{TARN} signed a letter of intent with {ORRIN} for the acquisition of its {LUND} unit.", BOUGHT_FROM),
        (f"{ORRIN} granted {TARN} an option to buy its {LUND} unit.", BOUGHT_FROM),
        (f"{TARN} said it agreed to acquire the assets and operations of the {LUND} division of {ORRIN}.", BOUGHT_FROM),
        (f"{TARN}'s bid for {LUND} was sweetened.", BOUGHT),
    ],
)
def test_a_purchase_has_its_buyer_target_and_seller(text: str, parties: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == ("acquisition", parties)


@pytest.mark.parametrize(
    "text",
    [
        f"{ORRIN} said it agreed in principle to sell its {LUND} subsidiary to {TARN}, a steel maker.",
        f"{ORRIN} said it completed the sale of its {LUND} unit to Dorn-based {TARN} for 350 mln dlrs in cash.",
        f"{ORRIN} announced the sale to {TARN} of its {LUND} unit for 40 mln dlrs.",
        f"{ORRIN}'s {LUND} unit has been sold to {TARN} for 40 mln dlrs.",
        f"{ORRIN} said it would sell {LUND}, its pump maker, to {TARN}.",
        f"{ORRIN} is selling its Dorn steel subsidiary {LUND} to {TARN}.",
        f"{ORRIN} has proposed to sell, in two steps, {LUND} to {TARN}.",
    ],
)
def test_a_sale_has_its_seller_target_and_buyer(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == ("divestiture", SOLD)


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} and {LUND} plan to combine.",
        f"{TARN} said it has completed its merger with {LUND}.",
        f"{TARN} said it ended merger talks with {LUND}.",
        f"{LUND} said shareholders at a special meeting approved a merger into {TARN} for 40 dlrs per share.",
        f"{TARN} said its board and the board of {LUND} have approved a definitive agreement to merge.",
        f"{TARN} said shareholders of {LUND} have approved the merger of the two companies.",
        f"{TARN} said its shareholders approved the merger of Tarn with {LUND}, a pump maker.",
    ],
)
def test_a_merger_has_two_partners(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == ("merger", MERGED)


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} told the Securities and Exchange Commission it has acquired 91,600 shares of {LUND}, or 5.6 pct.",
        f"{TARN} said it raised its stake in {LUND} to what amounts to 512,300 shares, or 8.7 pct of all.",
        f"{TARN} has agreed to buy six mln shares, or 18 pct, of {LUND} for 4.15 dlrs a share.",
        f"{TARN} agreed to take a 15 pct stake in {LUND}.",
        f"{TARN} said it now owns 12 pct of {LUND}.",
        f"{TARN} and {LUND} called off their plans for Tarn to buy a 16 pct voting interest in Lund.",
    ],
)
def test_a_part_below_half_is_an_investment(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == ("investment", STAKE)


def test_a_stake_that_is_cut_is_sold() -> None:
    deal = only(f"{ORRIN} told the agency it reduced its stake in {LUND} to 1,087,500 shares or 4.2 pct of all.")
    assert (deal["kind"], roles(deal)) == ("divestiture", {ORRIN: "seller", LUND: "target"})


@pytest.mark.parametrize(
    ("text", "parties", "target"),
    [
        (f"{ORRIN} agreed to sell its coffee roasting plant to {TARN}.", {ORRIN: "seller", TARN: "acquirer"},
         "coffee roasting plant"),
        (f"{TARN} agreed to buy ten pizza restaurants in Dorn from {ORRIN}.", {TARN: "acquirer", ORRIN: "seller"},
         "ten pizza restaurants"),
        (f"{TARN} agreed to buy an 80 pct interest in a privately-held plastics company it did not name.",
         {TARN: "acquirer"}, "privately-held plastics company"),
        (f"{ORRIN} said a group of investors offered to buy its Dorn steel plate mill for eight mln dlrs.",
         {"group of investors": "acquirer", ORRIN: "seller"}, "Dorn steel plate mill"),
        (f"{ORRIN} completed the sale of its water properties serving 8,000 customers to {TARN}.",
         {ORRIN: "seller", TARN: "acquirer"}, "water properties"),
    ],
)  # fmt: skip
def test_a_target_without_a_name_is_a_term(text: str, parties: dict[str, str], target: str) -> None:
    deal = only(text)
    assert (roles(deal), terms(deal)["target"]) == (parties, target)


@pytest.mark.parametrize(
    ("buyer", "name"),
    [
        ("A group led by investor Oskar Vell", "Oskar Vell"),
        ("A group of firms and funds controlled by Dorn investor Oskar Vell", "Oskar Vell"),
        ("Brim SA's Heron Capital unit", HERON),
        ("Oskar Vell, a Dorn investor,", "Oskar Vell"),
        ("Ostland's central bank", "Ostland's central bank"),
    ],
)
def test_the_buyer_is_who_acts_for_the_phrase(buyer: str, name: str) -> None:
    parties = roles(only(f"{buyer} said it agreed to acquire {LUND}."))
    assert parties == {name: "acquirer", LUND: "target"}


def test_it_and_the_company_mean_who_speaks() -> None:
    text = f"{TARN} had a good year. The company said it agreed to buy {LUND}."
    assert roles(only(text)) == BOUGHT


def test_a_dateline_is_no_party() -> None:
    deal = only(f"DORN, Vt., June 11, 1987 - {ORRIN} said it agreed to sell its {LUND} unit to {TARN}.")
    assert roles(deal) == SOLD


def test_the_company_of_a_town_is_who_was_spoken_of() -> None:
    text = f"{TARN} agreed to buy {LUND}.\n\nThe Milwaukee company will pay $58.50 for each Lund share."
    assert roles(only(text)) == BOUGHT


def test_a_subsidiary_with_a_legal_form_is_not_its_parent() -> None:
    text = "Brim Corp said it signed a letter of intent to sell its courier unit, Brim Express Ltd, to Dorn Air Inc."
    assert roles(only(text)) == {"Brim Corp": "seller", "Brim Express Ltd": "target", "Dorn Air Inc": "acquirer"}


def test_two_bidders_for_one_company_are_two_deals() -> None:
    text = f"{TARN} offered to buy {LUND}.\n\n{HERON} also offered to acquire {LUND}."
    assert [roles(deal) for deal in deals(text)] == [BOUGHT, {HERON: "acquirer", LUND: "target"}]


def test_a_deal_told_three_times_is_one() -> None:
    text = (
        f"{TARN} agreed to buy {LUND} from {ORRIN}.\n\nLund will be acquired for $40 million by Tarn.\n\n"
        "Orrin's sale of Lund to Tarn is subject to approval."
    )
    deal = only(text)
    assert (roles(deal), deal["value"]["text"], deal["evidence"]) == (BOUGHT_FROM, "$40 million", [1, 2, 3])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{TARN} said its proposed acquisition of {LUND} has been terminated.", "terminated"),
        (f"{TARN} said it was unable to complete talks to acquire {LUND}.", "terminated"),
        (f"{ORRIN} said its talks to sell the {LUND} unit have ended without agreement.", "terminated"),
        (f"{TARN} is negotiating the purchase of {LUND}.", "in_talks"),
        (f"{TARN} said it is exploring the possible sale of its {LUND} unit.", "rumored"),
        (f"{TARN} has made a 300 mln dlr bid for {LUND}.", "proposed"),
        (f"{TARN} said it completed the previously announced purchase of {LUND}.", "closed"),
        (f"{TARN} said that, under a plan that was offered to holders, it has acquired {LUND}.", "closed"),
    ],
)
def test_the_status_is_that_of_the_clause(text: str, status: str) -> None:
    assert only(text)["status"] == status


@pytest.mark.parametrize(
    "text",
    [
        "Heron Capital bought 4,000 Lund shares last week.",
        "Analysts advise buying Lund Forge shares before May.",
        "Tarn sells four Lund 737 jets and leases them back.",
        "Tarn could sell all of the Lund 8 models that it makes.",
        f"{TARN} could have bought {LUND} for less.",
        f"The commission is to fine {ORRIN} for misleading it during the 2014 takeover of {LUND}.",
        "Tarn's goods are available for purchase from the retailer Lund through its new store.",
        "The board tapped Oskar Vell to take over Lund Forge as chief executive.",
        f"Holders should vote for the directors of {LUND}, which makes pumps.",
        "Oskar Vell owns 40 pct of Lund Forge, and his firm makes rails.",
        "Buying Lund Forge would help.",
        "Tarn sold 60,004 units in May.",
    ],
)
def test_what_is_worded_like_a_deal_is_none(text: str) -> None:
    assert deals(text) == []


def test_a_long_sentence_costs_no_more_than_its_words() -> None:
    text = "Tarn Inc said it " + "agreed to buy the mill of the unit in the plant, " * 60 + "and sold it."
    assert isinstance(deals(text), list)
