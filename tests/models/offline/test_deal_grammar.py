"""Ownership deals in the constructions of English: control, voice, asides, fronted phrases, relatives, agents."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Corp", "Lund Forge Inc", "Orrin Co"
BOUGHT = {TARN: "acquirer", LUND: "target"}
MERGED = {TARN: "partner", LUND: "partner"}
UNIT_SOLD = {TARN: "seller", "Lund Forge": "target"}


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> dict[str, Any]:
    [deal] = deals(text)
    return deal


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"]: party["role"] for party in deal["parties"]}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # The buyer right behind the verb of selling.
        (f"{ORRIN} sold {TARN} a 20% stake in {LUND}.", {ORRIN: "seller", LUND: "target", TARN: "acquirer"}),
        (f"{ORRIN} will sell {TARN} its Lund Forge unit.", {ORRIN: "seller", "Lund Forge": "target", TARN: "acquirer"}),
        # What governs the verb.
        (f"{TARN} won clearance from the Vell Ministry to buy {LUND}.", {**BOUGHT, "Vell Ministry": "regulator"}),
        (f"A court stopped {TARN} from buying {LUND}.", BOUGHT),
        (f"{ORRIN} sued {TARN} over its purchase of {LUND}.", BOUGHT),
        (f"{ORRIN} criticised {TARN} for its acquisition of {LUND}.", BOUGHT),
        (f"{TARN} said it has been granted an option to acquire {LUND}.", BOUGHT),
        (f"{LUND} said its agreement to be acquired by {TARN} has been terminated.", BOUGHT),
        (f"{TARN} said that, subject to approval by its board, it will buy {LUND} in May.", BOUGHT),
        (f"{TARN} clinched the purchase of {LUND} in May.", BOUGHT),
        (f"{LUND} shares rose after the company said it would be acquired by {TARN} for $3 a share.", BOUGHT),
        (f"{LUND} said it was told by {TARN} that {TARN} had acquired 9.8 pct of its stock.",
         {TARN: "investor", LUND: "investee"}),
        (f"{ORRIN} said it and {TARN} agreed to buy {LUND} for $9 million.", {ORRIN: "acquirer", **BOUGHT}),
        # Asides and objects that two verbs share.
        (f"{TARN} acquired, for undisclosed terms, the assets of {LUND}.", BOUGHT),
        (f"{TARN} said it acquired certain assets and assumed certain liabilities of {LUND}.", BOUGHT),
        (f"{TARN}, which owns 42 pct of {LUND}, proposed to acquire the rest for $9 a share.", BOUGHT),
        # Who sells itself or its own.
        (f"{LUND} agreed on Tuesday to sell itself to {TARN} for $9 million.", BOUGHT),
        (f"{LUND} said it is in talks with {TARN} about a sale of the company.", BOUGHT),
        (f"{TARN} said it would consider offers for its Lund Forge division.", UNIT_SOLD),
        (f"{TARN} has been seeking a buyer for its Lund Forge unit.", UNIT_SOLD),
        (f"{TARN} tendered its 22 pct stake in {LUND} to {ORRIN}.",
         {TARN: "seller", LUND: "target", ORRIN: "acquirer"}),
        (f"The Lund Forge unit of {ORRIN} was purchased by {TARN}.",
         {TARN: "acquirer", "Lund Forge": "target", ORRIN: "seller"}),
        # Who buys, by a noun for it, by what it wins, takes or gets.
        (f"{TARN} emerged as the buyer of {LUND}.", BOUGHT),
        (f"{TARN} was the winning bidder for {LUND}.", BOUGHT),
        (f"{TARN} won an auction for {LUND}.", BOUGHT),
        (f"{TARN} will take {LUND} private at $14 a share.", BOUGHT),
        (f"Under the deal, {TARN} gets {LUND} for $90 million.", BOUGHT),
        (f"{LUND} will become part of {TARN} under a deal announced on Tuesday.", BOUGHT),
        (f"{TARN} walked away from its $3 billion pursuit of {LUND}.", BOUGHT),
        (f"{TARN} has built up a 6% stake in {LUND}.", {TARN: "investor", LUND: "investee"}),
        (f"{TARN} upped its stake in {LUND} to 60%.", BOUGHT),
        # What is told first, or in a clause of its own.
        (f"With the purchase of {LUND}, {TARN} will double its sales.", BOUGHT),
        (f"The purchase of {LUND} gives {TARN} a foothold in Europe.", BOUGHT),
        (f"By purchasing {LUND}, {TARN} has gained a foothold in Europe.", BOUGHT),
        (f"{LUND}, which {TARN} bought in July, reported a loss.", BOUGHT),
        # Offers by the name in front, and of whom a bid is.
        (f"{LUND} said its board rejected a {TARN} takeover proposal.", BOUGHT),
        (f"Shares in {LUND} jumped after {TARN} launched a $90 million bid.", BOUGHT),
        # Mergers.
        (f"A merger between {TARN} and {LUND} would create a large group.", MERGED),
        (f"{TARN} said its talks with {LUND} about a merger have ended.", MERGED),
        (f"{TARN} and closely held {LUND} said they signed a letter of intent to merge.", MERGED),
        # The marks of the wires.
        (f"<{TARN}> said it has raised its bid for <{LUND}> to $16 a share.", BOUGHT),
    ],
)  # fmt: skip
def test_the_construction_tells_who_buys_and_who_sells(text: str, parties: dict[str, str]) -> None:
    assert roles(only(text)) == parties


@pytest.mark.parametrize(
    "text",
    [
        f"If {TARN} bought {LUND}, it would own four mills.",
        f"{TARN} should buy {LUND}, analysts say.",
        f"{TARN} grew by investment banking in {LUND}.",
    ],
)
def test_what_is_only_supposed_or_advised_is_no_deal(text: str) -> None:
    assert deals(text) == []


def test_what_is_supposed_adds_to_a_deal_that_is_known() -> None:
    deal = only(f"{TARN} agreed to buy {LUND} for $9 million. If {TARN} buys {LUND}, it will own four mills.")
    assert (deal["status"], deal["evidence"]) == ("agreed", [1, 2])


def test_who_is_outbid_is_a_rival_and_buys_nothing() -> None:
    deal = only(f"{TARN} won the auction for {LUND}, beating a rival bid from {ORRIN}.")
    assert roles(deal) == {**BOUGHT, ORRIN: "rival"}


def test_a_bid_that_another_tops_is_no_source_of_the_shares() -> None:
    text = f"{TARN} said it agreed to buy {LUND} for $9 a share, topping an offer from {ORRIN}."
    assert roles(only(text)) == {**BOUGHT, ORRIN: "rival"}


def test_a_denied_report_stays_a_rumour() -> None:
    deal = only(f"{TARN} denied on Tuesday that it is in talks to buy {LUND}.")
    assert (deal["status"], roles(deal)) == ("rumored", BOUGHT)


def test_what_is_no_longer_meant_is_over() -> None:
    deal = only(f"{TARN} said that it no longer intends to acquire {LUND}.")
    assert (deal["status"], roles(deal)) == ("terminated", BOUGHT)


def test_a_refused_bid_is_over() -> None:
    assert only(f"{LUND} rejected a takeover bid from {TARN} as inadequate.")["status"] == "terminated"


def test_a_stake_in_who_tells_of_it() -> None:
    deal = only(f"{LUND} said {TARN} will buy a 30% stake for $84 million.")
    assert roles(deal) == {LUND: "investee", TARN: "investor"}
    assert deal["subject"] == "a 30% stake"


def test_the_subject_of_a_whole_company_is_its_name() -> None:
    assert only(f"{TARN} agreed to buy smaller rival {LUND} for $9 million.")["subject"] == LUND


def test_the_subject_of_an_unnamed_thing_is_all_its_words() -> None:
    deal = only(f"{TARN} has sold its lease on the pier to {ORRIN} for $9 million.")
    assert deal["subject"] == "its lease on the pier"


def test_a_headline_that_the_report_repeats_is_not_cited() -> None:
    report = f"{TARN} said on Monday it agreed to buy {LUND} for $9 million in cash."
    text = f"Tarn to Buy Lund Forge for $9 Million\n\n{report}"
    assert only(text)["evidence"] == [2]


def test_advisers_are_told_far_behind_the_deal() -> None:
    filler = "\n\n".join(f"The weather in Dunmore was fine in week {number} of the year." for number in range(1, 15))
    text = f"{TARN} said it agreed to buy {LUND} for $9 million.\n\n{filler}\n\nHeron Partners advised {TARN}."
    assert roles(only(text))["Heron Partners"] == "adviser"


def test_two_advisers_and_their_clients_in_one_sentence() -> None:
    text = (
        f"{TARN} agreed to buy {LUND} for $9 million. "
        f"{TARN} is being advised by Heron Partners and {LUND} by Brill Securities."
    )
    assert roles(only(text)) == {**BOUGHT, "Heron Partners": "adviser", "Brill Securities": "adviser"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{TARN} acquired {LUND} for $9 million in 2031.", {"event": "closed", "when": "2031"}),
        (f"Last year {TARN} sold its dairy arm to {ORRIN} for $9 million.", {"event": "closed", "when": "Last year"}),
        (f"In April {TARN} ordered two barges from {ORRIN} for $9 million.", {"event": "signed", "when": "April"}),
    ],
)
def test_the_date_of_a_deed(text: str, date: dict[str, str]) -> None:
    assert only(text)["dates"] == [date]


def test_a_date_of_something_else_is_none_of_the_deal() -> None:
    text = (
        f"{TARN} acquired {LUND}, which was founded in 2024, for $9 a share, a premium to the closing price on May 3."
    )
    assert only(text)["dates"] == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            f"{TARN} acquired {LUND} of Denver, Brill Mills Inc of Boston and Dorn Foods Inc of Houston.",
            {TARN: "acquirer", LUND: "target", "Brill Mills Inc": "target", "Dorn Foods Inc": "target"},
        ),
        (f"{TARN} agreed to pay {ORRIN} $9 million for its Lund Forge unit.",
         {TARN: "acquirer", ORRIN: "seller", "Lund Forge": "target"}),
        (f"{TARN} said it will receive $9 million from {ORRIN} for its Lund Forge unit.",
         {TARN: "seller", ORRIN: "acquirer", "Lund Forge": "target"}),
        (f"{LUND}'s steel business will be bought by {TARN} for $9 million.", {LUND: "seller", TARN: "acquirer"}),
        (f"{TARN} has bid $9 million for the steel business of {LUND}.", {LUND: "seller", TARN: "acquirer"}),
        (f"A spokesman for {TARN} said the company sold its interest in {LUND}.", {TARN: "seller", LUND: "target"}),
        (f"{LUND} said it would resist any takeover attempt by {TARN}.", BOUGHT),
    ],
)  # fmt: skip
def test_rows_of_targets_payments_and_passives(text: str, parties: dict[str, str]) -> None:
    assert roles(only(text)) == parties


def test_a_participle_behind_the_deed_tells_no_stage() -> None:
    deal = only(f"{TARN} bought {LUND} for $9 million in May, planning to make cheaper steel.")
    assert deal["status"] == "closed"
