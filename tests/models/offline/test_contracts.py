"""Deals other than ownership: who deals with whom in supply, loans, rounds, licences and partnerships."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN = "Tarn Steel Inc."
LUND = "Lund Forge Corp."
RAIL = "Brindle Rail AG"
BANK = "Orrin Bank"
SOLD = {TARN: "supplier", RAIL: "customer"}
LENT = {TARN: "borrower", BANK: "lender"}
BOTH = {TARN: "partner", LUND: "partner"}
TAKEN = {TARN: "licensee", LUND: "licensor"}


def deals_of(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> dict[str, Any]:
    deals = deals_of(text)
    assert len(deals) == 1, deals
    return deals[0]


def parties(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"]: party["role"] for party in deal["parties"]}


@pytest.mark.parametrize(
    "text",
    [
        # Verbs, active and passive.
        f"{TARN} will supply {RAIL} with rails for $2 billion.",
        f"{TARN} has agreed to provide signals to {RAIL}.",
        f"{RAIL} ordered ten ferries from {TARN} for $90 million.",
        f"{RAIL} ordered ten ferries from the Ostrian shipyard {TARN} for $90 million.",
        f"{RAIL} will buy 40 trams from {TARN} in 2031.",
        f"{TARN} was chosen by {RAIL} to supply rails.",
        f"{RAIL} has picked {TARN} to build a depot.",
        f"{TARN} has been selected by {RAIL} as its supplier of rails.",
        f"Under a five-year deal, {TARN} will make brake discs for {RAIL}.",
        # Nouns, by the verb that leads to them.
        f"{TARN} won a contract worth €40 million to supply {RAIL} with rails.",
        f"{TARN} said on Monday it had won a £12m contract to build two bridges for {RAIL}.",
        f"{TARN} landed a $3 billion order for rails from {RAIL}.",
        f"{TARN} announced an order for 40 trams from {RAIL}.",
        f"{TARN} was awarded a $30 million contract by {RAIL} to build two bridges.",
        f"{RAIL} awarded {TARN} a ten-year contract to maintain its trains.",
        f"{RAIL} placed an order for 40 trams with {TARN}.",
        f"The contract was awarded to {TARN} by {RAIL}.",
        f"{RAIL} signed a purchase agreement with {TARN} for 30 trams.",
        f"{TARN} and {RAIL} have signed a five-year agreement under which Tarn will supply rails.",
        # Nouns with a possessor, and behind "with".
        f"{TARN}'s five-year supply agreement with {RAIL} covers all rails.",
        f"{TARN} took the lead on the opening day, with a $15.1 billion order for 40 trams from {RAIL}.",
        f"Not to be outdone, {TARN} announced an order for 175 trams from {RAIL}.",
    ],
)
def test_who_supplies_whom(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], parties(deal)) == ("supply", SOLD)


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} secured a $50 million term loan from {BANK}.",
        f"{TARN} has secured a £40m credit line from {BANK}.",
        f"{BANK} agreed to lend {TARN} $50 million.",
        f"{BANK} is lending $40 million to {TARN}.",
        f"{BANK} has provided {TARN} with a $40 million loan.",
        f"{BANK} is providing {TARN} with $60 million of the purchase price.",
        f"{TARN} borrowed $60 million from {BANK}.",
        f"{TARN} is close to refinancing a £200m loan from {BANK} that falls due in July.",
        f"{TARN} arranged a $200 million loan with a group of banks led by {BANK}.",
        f"{TARN} is financing the work with a $400 million loan from {BANK}.",
        f"{TARN} obtained $3 million in debt financing from {BANK}.",
    ],
)
def test_who_lends_to_whom(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], parties(deal)) == ("financing", LENT)


def test_notes_have_a_borrower_and_no_lender() -> None:
    deal = only(f"{TARN} sold $500 million of senior notes due 2035.")
    assert (deal["kind"], parties(deal), deal["value"]["text"]) == ("financing", {TARN: "borrower"}, "$500 million")


def test_lenders_of_the_next_sentence_are_lenders_of_the_loan() -> None:
    text = (
        f"{TARN} signed a €320 million revolving credit facility with a syndicate of seven banks. "
        f"Hollin Bank and {BANK} acted as coordinating banks; Wester Bank is among the new lenders."
    )
    lenders = dict.fromkeys(("Hollin Bank", BANK, "Wester Bank"), "lender")
    assert parties(only(text)) == {TARN: "borrower", **lenders}


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} raised €30 million in a Series B led by Heron Ventures, with Lund Capital and Orrin "
        "Partners taking part.",
        f"{TARN} closed a $12 million seed round led by Heron Ventures with participation from Lund "
        "Capital and Orrin Partners.",
        f"{TARN} has raised $62 million in a Series C round led by Heron Ventures, the company said. Existing "
        "investors Lund Capital and Orrin Partners also participated.",
        f"{TARN} raised $12 million. The round was led by Heron Ventures, Lund Capital and Orrin Partners.",
        f"{TARN} raised $12 million in Series A funding. Investors include Heron Ventures, Lund Capital and Orrin "
        "Partners.",
    ],
)
def test_who_puts_money_into_a_round(text: str) -> None:
    deal = only(text)
    investors = dict.fromkeys(("Heron Ventures", "Lund Capital", "Orrin Partners"), "investor")
    assert (deal["kind"], deal["status"], parties(deal)) == ("investment", "closed", {TARN: "investee", **investors})


def test_who_leads_a_round_is_its_investor() -> None:
    deal = only(f"Heron Ventures led a $9 million funding round in {TARN}.")
    assert parties(deal) == {"Heron Ventures": "investor", TARN: "investee"}


def test_the_value_of_a_round_is_what_it_raises_and_not_the_sum_of_all_rounds() -> None:
    deal = only(f"{TARN} secured $25 million in funding led by Heron Ventures, bringing its total to $40 million.")
    assert deal["value"]["text"] == "$25 million"


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} licensed a coating process from {LUND} this week.",
        f"{LUND} has licensed its coating to {TARN} in Japan.",
        f"{LUND} granted {TARN} an exclusive licence to sell the coating in Japan.",
        f"{TARN} obtained exclusive rights to the coating from {LUND}.",
        f"{TARN} will pay {LUND} $20 million upfront for rights to the coating.",
        f"{TARN} took a license from {LUND} to make the coating.",
        f"{TARN} signed a licensing agreement with {LUND} to sell the coating in Japan.",
        f"{LUND} signed a licensing agreement with {TARN} under which Tarn Steel will market the coating.",
        f"{LUND} signed a licensing agreement with {TARN} for the coating. Lund Forge will receive $5 million.",
    ],
)
def test_who_licenses_what_to_whom(text: str) -> None:
    deal = only(text)
    assert (deal["kind"], parties(deal)) == ("licensing", TAKEN)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        (f"{TARN} has partnered with {LUND} to build furnaces.", "partnership", "agreed"),
        (f"{TARN} is teaming up with {LUND} to build furnaces.", "partnership", "agreed"),
        (f"{TARN} and {LUND} are joining forces to build furnaces.", "partnership", "agreed"),
        (f"{TARN} announced a strategic partnership with {LUND}.", "partnership", "agreed"),
        (f"{TARN} signed a distribution agreement with {LUND} for Japan.", "partnership", "agreed"),
        (f"{TARN} has appointed {LUND} as its exclusive distributor in Japan.", "partnership", "agreed"),
        (f"{TARN} ended its partnership with {LUND}.", "partnership", "terminated"),
        (f"{TARN} and {LUND} formed a joint venture to build furnaces.", "joint_venture", "agreed"),
        (f"{TARN} and {LUND} plan to form a joint venture to build furnaces.", "joint_venture", "proposed"),
        (f"{TARN} signed a letter of intent with {LUND} to form a joint venture.", "joint_venture", "proposed"),
        (f"A joint venture between {TARN} and {LUND} will build furnaces.", "joint_venture", "agreed"),
    ],
)
def test_who_does_something_together(text: str, kind: str, status: str) -> None:
    deal = only(text)
    assert (deal["kind"], deal["status"], parties(deal)) == (kind, status, BOTH)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{TARN} is in talks with {RAIL} to supply rails.", "in_talks"),
        (f"{RAIL} cancelled an order for 40 trams from {TARN}.", "terminated"),
        (f"{RAIL} has scrapped a £30m contract with {TARN} after delays.", "terminated"),
        (f"{TARN}'s five-year supply agreement with {RAIL} expired this week.", "terminated"),
    ],
)
def test_the_words_give_the_status_of_a_contract(text: str, status: str) -> None:
    deal = only(text)
    assert (deal["status"], parties(deal)) == (status, SOLD)


@pytest.mark.parametrize(
    "text",
    [
        f"A judge ordered {TARN} to pay {LUND} $3 million.",
        f"{TARN} raised its dividend to $2 a share after talks with {BANK}.",
        f"{TARN}, which supplies {RAIL} with rails, closed two mills.",
        f"{TARN} provides shoppers with cheap rails from {LUND}.",
        f"{TARN} won a licence from the Treasury Department to ship rails.",
        f"{BANK} raised its price target on {TARN} to $20.",
        f"{TARN} bought 40 rolls from {LUND} in its shop.",
        f"{TARN} repaid a $40 million loan from {BANK}.",
        f"{TARN} said it had not ordered trams from {LUND}.",
        f"{TARN} signed a confidentiality agreement with {LUND} to see its books.",
        f"{TARN} agreed to back $5 million in debt financing to help {LUND}.",
    ],
)
def test_what_is_no_deal_of_these_kinds(text: str) -> None:
    assert deals_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{RAIL} signed a deal with {TARN} to buy 200 trams.",
        f"{RAIL} agreed to buy power from {TARN} for ten years.",
        f"{TARN} agreed to sell 200 trams to {RAIL} for $40 million.",
        f"{RAIL} will lease ten trams from {TARN}",
        f"{TARN} has leased ten trams to {RAIL}",
        f"{RAIL} signed a 10-year lease with {TARN} for a depot.",
        f"{TARN} extended its supply contract with {RAIL} by three years.",
    ],
)
def test_goods_over_years_and_leases(text: str) -> None:
    assert parties(only(text)) == SOLD


def test_an_arranger_lends_to_whom_the_facility_is_for() -> None:
    assert parties(only(f"{BANK} arranged a $300 million credit facility for {TARN}")) == LENT


def test_a_public_offering_is_a_financing() -> None:
    deal = only(f"{TARN} plans to raise $300 million in an initial public offering.")
    assert (deal["kind"], deal["status"], parties(deal)) == ("financing", "proposed", {TARN: "investee"})
    assert deal["subject"] == "initial public offering"


def test_a_series_without_a_noun_is_a_round() -> None:
    deal = only(f"{TARN} closed a $20 million Series A led by Heron Ventures.")
    assert parties(deal) == {TARN: "investee", "Heron Ventures": "investor"}


def test_the_verb_group_is_the_status_of_a_contract() -> None:
    deal = only(f"{RAIL} has ordered ten ferries from {TARN} for $90 million.")
    assert {"name": "status", "text": "has ordered"} in deal["terms"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norvik Works won an order to supply Tarn Freight with pumps designed for deep mines.", "pumps"),
        ("Norvik Works won a contract to supply Tarn Freight with armored trucks.", "armored trucks"),
    ],
)
def test_a_participle_that_leads_on_is_no_part_of_the_subject(text: str, subject: str) -> None:
    assert only(text)["subject"] == subject
