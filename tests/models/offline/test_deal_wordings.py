"""More wordings of deals: approaches, buyouts by managers, who is left out, and how far each has come."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND, ORRIN = "Tarn Steel Inc", "Lund Forge Corp", "Orrin Holdings Ltd"
BOUGHT = {TARN: "acquirer", LUND: "target"}
HELD = {TARN: "investor", LUND: "investee"}


def deals(text: str) -> list[dict[str, Any]]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> dict[str, Any]:
    [deal] = deals(text)
    return deal


def roles(deal: dict[str, Any]) -> dict[str, str]:
    return {party["name"].rstrip("."): party["role"] for party in deal["parties"]}


def term(deal: dict[str, Any], name: str) -> str | None:
    return next((term["text"] for term in deal["terms"] if term["name"] == name), None)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{LUND} said it had been approached by {TARN} about a possible takeover.", BOUGHT),
        (f"{TARN} has approached {LUND} about a takeover, the Dorn Ledger reported on Sunday.", BOUGHT),
        (f"{LUND} confirmed that {TARN} had made a preliminary approach.", BOUGHT),
        (f"{LUND} attracted a bid from {TARN}.", BOUGHT),
        (f"{TARN} will absorb {LUND} in a share swap.", BOUGHT),
        (f"{TARN} will buy out the other shareholders in {LUND}.", BOUGHT),
        (f"{TARN} will pay $2.4 billion in cash and stock for {LUND}.", BOUGHT),
        (f"{TARN} holds acceptances for 63 pct of {LUND}, it said.", BOUGHT),
        (f"{TARN} said it had reached an agreement with {LUND} on a takeover.", BOUGHT),
        (f"{LUND} said its board recommended the 22 dlr a share offer made by {TARN}.", BOUGHT),
        (
            f"{LUND} agreed to a buyout by a group led by its president, Ada Roe.",
            {LUND: "target", "Ada Roe": "acquirer"},
        ),
        (f"{LUND}'s management proposed a leveraged buyout.", {LUND: "target", "management": "acquirer"}),
        (f"{TARN} has won the auction for {LUND}'s Spanish business.", {TARN: "acquirer", LUND: "seller"}),
        (
            f"{TARN} outbid {ORRIN} for {LUND} with an offer of $900 million.",
            {**BOUGHT, ORRIN: "rival"},
        ),
        ("Tarn Foods has bought payments start-up Ledgerly.", {"Tarn Foods": "acquirer", "Ledgerly": "target"}),
        ("Tarn Foods is buying Osteby, a cheese company.", {"Tarn Foods": "acquirer", "Osteby": "target"}),
        (f"{LUND} said {TARN} had bought 8 percent of its shares in the market.", HELD),
        (f"{TARN} raised to 40 pct from 31 pct its stake in {LUND}.", HELD),
        (f"{TARN} took a minority stake in {LUND}.", HELD),
        (f"{TARN} made an offer for the 49 pct of {LUND} it does not own.", BOUGHT),
        (
            f"{TARN} sold its Reno, Nev., gypsum plant to {ORRIN}.",
            {TARN: "seller", ORRIN: "acquirer"},
        ),
        (
            f"{LUND} said it is in negotiations with an unidentified company on the sale of the company.",
            {LUND: "target"},
        ),
    ],
)
def test_who_deals(text: str, parties: dict[str, str]) -> None:
    assert roles(only(text)) == parties


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} has a new approach to steel, {LUND} said.",
        "Tarn Foods is buying Fresian in bulk.",
        f"{LUND} said the sale of the company's towels went well.",
    ],
)
def test_what_is_no_deal(text: str) -> None:
    assert deals(text) == []


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (f"{TARN} has walked away from its bid for {LUND}.", "terminated", "walked away"),
        (f"{TARN} is no longer interested in acquiring {LUND}.", "terminated", "no longer interested in acquiring"),
        (f"{TARN} has wrapped up the purchase of {LUND}.", "closed", "wrapped up"),
        (f"{TARN} finished buying {LUND} on Friday.", "closed", "finished buying"),
        (f"{TARN} said the purchase of {LUND} is complete.", "closed", "complete"),
        (f"{TARN} expects to complete the purchase of {LUND} in June.", "agreed", "expects to complete"),
        (f"{TARN} plans to close the purchase of {LUND} in June.", "agreed", "plans to close the purchase"),
        (f"{TARN} said it would buy {LUND} for $2 billion.", "agreed", "would buy"),
        (f"{TARN} would buy {LUND} for $2 billion under a plan of March.", "proposed", "would buy"),
        (f"{TARN} signed a non-binding term sheet to acquire {LUND}.", "proposed", "term sheet"),
        (f"{TARN} is closing in on a deal to buy {LUND}.", "in_talks", "closing in on a deal"),
        (f"{TARN} is vying to buy {LUND}.", "proposed", "vying to buy"),
        (
            f"{LUND} said {TARN} extended until March 20 its offer for {LUND}.",
            "proposed",
            "extended until March 20 its offer",
        ),
        (f"The waiting period for {TARN}'s purchase of {LUND} has expired.", "agreed", "expired"),
        (f"{TARN} bought a 7 pct stake in {LUND} and may seek a seat on its board.", "closed", None),
        (
            f"{TARN} offered to buy {LUND} in March. {TARN} completed the purchase of {LUND} on Friday.",
            "closed",
            "completed",
        ),
    ],
)
def test_how_far_a_deal_is(text: str, status: str, words: str | None) -> None:
    deal = only(text)
    assert (deal["status"], term(deal, "status")) == (status, words)


@pytest.mark.parametrize(
    ("text", "business", "place"),
    [
        (f"{TARN} acquired Ostrian cheesemaker Osteby.", "cheesemaker", None),
        (f"{TARN} acquired {LUND}, one of Denmark's largest cheese makers.", "cheese makers", "Denmark"),
        (f"{TARN} acquired {LUND}, a wholesaler of pipes based in Spokane.", "pipes", "Spokane"),
        (f"{TARN} bought {LUND}. Lund is engaged in the manufacture of bolts.", "bolts", None),
        (f"{TARN} is buying a cheese plant in Osterholm from {ORRIN}.", "cheese", "Osterholm"),
        (
            f"{TARN} said it has bought a majority stake in a Malaysian maker of rubber gloves.",
            "rubber gloves",
            "Malaysian",
        ),
        (f"{TARN} agreed to acquire the Canadian operations of {ORRIN}.", None, "Canadian"),
    ],
)
def test_what_and_where_the_target_is(text: str, business: str | None, place: str | None) -> None:
    deal = only(text)
    assert (term(deal, "target business"), term(deal, "target location")) == (business, place)


SOLD = {LUND: "supplier", TARN: "customer"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{TARN} signed a supply agreement with battery maker {LUND}.", SOLD),
        (f"{TARN} signed a battery supply agreement with {LUND}, a maker of batteries.", SOLD),
        (f"{TARN} signed a supply deal with {LUND}. {LUND} will ship the first goods in May.", SOLD),
        (f"{TARN} signed a supply agreement with {LUND}. {TARN} needs ore for its new mill.", SOLD),
        (f"{LUND}, which makes batteries, signed a supply agreement with {TARN}.", SOLD),
        (f"{LUND} cut a three-year deal with {TARN} to provide data and software.", SOLD),
        (f"{TARN} signed a supply agreement with {LUND}.", {TARN: "other", LUND: "other"}),
    ],
)
def test_what_the_two_make_and_need_tells_who_supplies(text: str, parties: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == ("supply", parties)


def test_a_price_before_who_says_it() -> None:
    assert only(f"{TARN} agreed to buy {LUND} for $2 billion, the company said.")["value"]["text"] == "$2 billion"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            f"{TARN} agreed to buy {LUND} in a deal announced on Tuesday and due to close next spring.",
            [("announced", "Tuesday"), ("expected_close", "next spring")],
        ),
        (
            f"{TARN} signed an agreement on March 3 to buy {LUND}, with completion targeted for the fourth quarter.",
            [("signed", "March 3"), ("expected_close", "fourth quarter")],
        ),
        (f"{TARN} has agreed to buy {LUND}, it told the Ledger on Thursday.", [("announced", "Thursday")]),
        (
            f"{TARN} said on Monday that its purchase of {LUND} is on track to close in June.",
            [("announced", "Monday"), ("expected_close", "June")],
        ),
    ],
)
def test_when_a_deal_comes_about(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(date["event"], date["when"]) for date in only(text)["dates"]] == dates


def test_a_trade_that_opens_the_sentence() -> None:
    assert (
        term(only(f"Olive oil bottler {LUND} agreed to be bought by {TARN}."), "target business") == "Olive oil bottler"
    )
    assert term(only(f"Danish paper group {LUND} agreed to be bought by {TARN}."), "target business") == "paper"


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (f"{TARN} said its stake in {LUND} has risen to 12.4 pct from 9.1 pct.", "closed", HELD),
        (f"{TARN}'s holding in {LUND} now stands at 14 pct, it said in a filing.", "closed", HELD),
        (f"{TARN} said its interest in {LUND} has fallen to 4 pct.", "closed", {TARN: "seller", LUND: "target"}),
        (
            f"{TARN} agreed to swap its Dorn mine for {LUND}'s pipeline in Texas.",
            "agreed",
            {TARN: "acquirer", LUND: "seller"},
        ),
        (f"{TARN} placed 400 million euros of bonds maturing in 2031 with investors.", "closed", {TARN: "borrower"}),
        (f"{TARN} has sold $500 million of seven-year notes, it said.", "closed", {TARN: "borrower"}),
    ],
)
def test_holdings_swaps_and_bonds(text: str, status: str, parties: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["status"], roles(deal)) == (status, parties)


def test_interest_in_shares_is_no_holding() -> None:
    assert deals(f"Interest in steel shares rose 3 pct, {TARN} said.") == []


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (
            f"Shares in {LUND} soared 30% on Monday after it said it had received a takeover proposal from {TARN}.",
            "proposed",
            BOUGHT,
        ),
        (f"{TARN} is among bidders for {LUND}.", "proposed", BOUGHT),
        (
            f"{TARN} is nearing an agreement to sell its packaging division to buyout firm {ORRIN}.",
            "in_talks",
            {TARN: "seller", ORRIN: "acquirer"},
        ),
        (
            f"{TARN} led a $50 million investment in drone start-up {LUND}, with participation from {ORRIN}.",
            "agreed",
            {**HELD, ORRIN: "investor"},
        ),
        (f"{TARN} will inject $600 million into {LUND}.", "agreed", HELD),
        (f"{TARN} said it would combine with {LUND}.", "agreed", {TARN: "partner", LUND: "partner"}),
    ],
)
def test_wordings_of_today(text: str, status: str, parties: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["status"], roles(deal)) == (status, parties)
