"""Deals, parties and speakers of careful readers that were marked as altered, each beside a wrong one that still is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from tests.verifier.makers import claim, quote

FIRST = "Nothing else happened on Monday.\n"


def deal(kind: str, status: str, parties: dict[str, str], *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "kind": kind, "status": status, "subject": "", "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in parties.items()], "evidence": list(evidence),
        **fields,
    }  # fmt: skip


def dated(event: str, text: str, year: int) -> dict[str, Any]:
    return {"event": event, "when": {"text": text, "earliest": f"{year}-01-01", "latest": f"{year}-12-31"}}


# A bid that lost

TENDER = (
    "Vesle Trams has signed a contract to deliver 40 trams to Orsund City Lines.\n"
    "Lumen Rail GmbH, which also bid, will go to court.\nIts trams were cheaper, it said.\n"
)


def test_what_the_winner_signed_is_not_of_the_bid_that_lost(check: Any, faults: Any) -> None:
    sides = {"Lumen Rail GmbH": "supplier", "Orsund City Lines": "customer", "Vesle Trams": "rival"}
    lost = deal("supply", "terminated", sides, 1, 2, subject="40 trams")
    assert faults(check("deals", lost, article=TENDER)) == []
    won = {"Vesle Trams": "supplier", "Orsund City Lines": "customer", "Lumen Rail GmbH": "rival"}
    wrong = deal("supply", "terminated", won, 1, 2, subject="40 trams")
    assert Code.STATUS_ALTERED in faults(check("deals", wrong, article=TENDER))


def test_who_bids_for_an_order_supplies_and_who_bids_for_a_company_buys(check: Any, faults: Any) -> None:
    text = (
        "Orsund City gave the trams to Lumen Rail.\nIt rejected a $9 million bid from Vesle Trams, an old supplier.\n"
    )
    sides = {"Vesle Trams": "supplier", "Orsund City": "customer", "Lumen Rail": "rival"}
    right = deal("supply", "terminated", sides, 1, 2, subject="trams", value={"text": "$9 million"})
    assert Code.ROLE_ALTERED not in faults(check("deals", right, article=text))
    text = "Vesle Trams has rejected a $9 million bid from Lumen Rail.\n"
    wrong = deal(
        "acquisition", "terminated", {"Lumen Rail": "target", "Vesle Trams": "acquirer"}, 1, subject="Lumen Rail"
    )
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=text))


# What is told aside


def test_a_purchase_that_only_dates_a_record_is_not_the_deal(check: Any, faults: Any) -> None:
    text = (
        "For Vesle Trams the order is the largest since it was bought by Lumen Invest in 2011.\n"
        "There are reports that Lumen Invest may float Vesle Trams.\n"
    )
    sides = {"Vesle Trams": "investee", "Lumen Invest": "seller"}
    assert faults(check("deals", deal("financing", "rumored", sides, 1, 2, subject="Vesle Trams"), article=text)) == []
    bought = {"Vesle Trams": "acquirer", "Lumen Invest": "target"}
    wrong = deal("acquisition", "closed", bought, 1, subject="Lumen Invest", dates=[dated("closed", "2011", 2011)])
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=text))


def test_an_offer_at_the_head_says_nothing_of_an_old_sale_between_the_same(check: Any, faults: Any) -> None:
    head = "Orsund Lines on Monday rejected an offer of as much as $90 million from Lumen ASA.\n"
    tail = "In 2011 Orsund Lines sold its tugs to Lumen ASA for $6 million.\n"
    sides = {"Orsund Lines": "seller", "Lumen ASA": "acquirer"}
    right = deal("divestiture", "closed", sides, 1, 7, subject="its tugs", value={"text": "$6 million"})
    assert Code.STATUS_ALTERED not in faults(check("deals", right, article=head + FIRST * 5 + tail))
    wrong = deal("acquisition", "closed", {"Orsund Lines": "target", "Lumen ASA": "acquirer"}, 1, 7,
                 subject="Orsund Lines", value={"text": "$90 million"})  # fmt: skip
    assert Code.STATUS_ALTERED in faults(check("deals", wrong, article=head + FIRST * 5 + tail))


@pytest.mark.parametrize(
    ("told", "status", "altered"),
    [
        ("Moe Pharma, to which Vesle had licensed it, handed the rights back in March.", "terminated", False),
        ("Moe Pharma, to which Vesle has licensed it, is selling it in Torvik.", "terminated", True),
        ("Moe Pharma, to which Vesle has licensed it, gave the licence to a lawyer.", "terminated", True),
    ],
)
def test_a_licence_handed_back_is_at_an_end(check: Any, faults: Any, told: str, status: str, altered: bool) -> None:
    text = f"Vesle AG and {'Lund' if 'back' in told else 'Moe'} Pharma have agreed a licence for VSL-9.\n{told}\n"
    sides = {"Vesle AG": "licensor", "Moe Pharma": "licensee"}
    record = deal("licensing", status, sides, 1, 2, subject="VSL-9")
    assert (Code.STATUS_ALTERED in faults(check("deals", record, article=text))) is altered


# Kinds


@pytest.mark.parametrize(
    ("text", "record", "altered"),
    [
        (
            "The buyout house Vesle sold 30m shares in Orsund at 558p each.\n",
            deal("financing", "closed", {"Orsund": "investee", "Vesle": "seller"}, 1, subject="Orsund"),
            False,
        ),
        (
            "The buyout of Orsund by Vesle was completed on Monday.\n",
            deal("financing", "closed", {"Orsund": "investee", "Vesle": "investor"}, 1, subject="Orsund"),
            True,
        ),
        (
            "Vesle and Moe Clinics announced a partnership of seven years.\n" + FIRST
            + "Vesle, which went public in March at $15, rose 4%.\n",
            deal("financing", "closed", {"Vesle": "investee"}, 1, 3, subject="Vesle",
                 dates=[{"event": "closed", "when": {"text": "March"}}]),
            False,
        ),
        (
            "Vesle and Moe Clinics announced a partnership of seven years.\n",
            deal("financing", "agreed", {"Vesle": "borrower", "Moe Clinics": "lender"}, 1, subject="Vesle"),
            True,
        ),
        (
            "Orsund Port will own 60% of the joint venture, Torvik Ammonia.\n" + FIRST
            + "Lie Power has committed itself to buying 900 tonnes of ammonia from Torvik Ammonia.\n",
            deal("supply", "agreed", {"Torvik Ammonia": "supplier", "Lie Power": "customer"}, 1, 3, subject="ammonia"),
            False,
        ),
        (
            "Orsund Port and Lie Power have set up a joint venture, Torvik Ammonia.\n",
            deal("supply", "agreed", {"Orsund Port": "supplier", "Lie Power": "customer"}, 1, subject="Torvik Ammonia"),
            True,
        ),
    ],
)  # fmt: skip
def test_a_word_of_another_deal_is_no_kind_of_this_one(
    check: Any, faults: Any, text: str, record: dict[str, Any], altered: bool
) -> None:
    assert (Code.KIND_ALTERED in faults(check("deals", record, article=text))) is altered


@pytest.mark.parametrize(("role", "altered"), [("lender", True), ("supplier", False)])
def test_a_loan_is_neither_supplied_nor_licensed(check: Any, faults: Any, role: str, altered: bool) -> None:
    text = "The bid would be paid for with 400 mln dlrs in bank loans led by Moe Bank.\nVesle Inc bid on Monday.\n"
    sides = {"Moe Bank": role, "Vesle Inc": "borrower" if role == "lender" else "customer"}
    record = deal("supply", "agreed", sides, 1, 2, subject="bank loans")
    assert (Code.KIND_ALTERED in faults(check("deals", record, article=text))) is altered


# Values


@pytest.mark.parametrize(
    ("text", "status", "bidder", "altered"),
    [
        ("In 2011 Moe rejected a bid of $9 million by Denmark’s Lumen Bank.", "terminated", "Lumen Bank", False),
        ("In 2011 Moe rejected a bid of $9 million by Denmark’s Lumen Bank.", "terminated", "Vesle Bank", True),
        ("Moe has rejected a hostile $9 million bid from Lumen Bank.", "terminated", "Lumen Bank", False),
    ],
)
def test_the_price_of_a_rejected_bid_is_its_price(
    check: Any, faults: Any, text: str, status: str, bidder: str, altered: bool
) -> None:
    more = "Vesle Bank bought Moe in 2012 for $30 million.\nIt pays $4.10 a share in cash.\n"
    record = deal("acquisition", status, {bidder: "acquirer", "Moe": "target"}, 1, 2, subject="Moe",
                  value={"text": "$9 million"})  # fmt: skip
    assert (Code.NUMBER_ALTERED in faults(check("deals", record, article=f"{text}\n{more}"))) is altered


# Who is described


@pytest.mark.parametrize(
    ("text", "altered"),
    [
        (
            "The fight for Moe Bearings took a turn as an American bidder took the lead.\nLumen Corp said it bid $4.\n",
            False,
        ),
        ("The fight took a turn as Vesle Corp, an American bidder, took the lead.\nLumen Corp said it bid $4.\n", True),
        ("MOE STEEL TO BUY AMERICAN BIDDER\nMoe Steel Corp said it will buy Lumen Corp.\n", False),
    ],
)
def test_who_gets_his_name_in_the_next_sentence_may_be_so_described(
    check: Any, faults: Any, text: str, altered: bool
) -> None:
    words = "AMERICAN BIDDER" if "AMERICAN" in text else "American bidder"
    record = {"name": "Lumen Corp", "aliases": [], "kind": "company", "description": words, "ticker": None,
              "evidence": [1, 2]}  # fmt: skip
    assert (Code.DESCRIPTION_ALTERED in faults(check("parties", record, article=text))) is altered


# Who speaks


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "altered"),
    [
        ("Runa Lie and the bank declined to comment.", "Moe Bank", "company", False),
        ("Runa Lie and the bank declined to comment.", "Sigrid Aune", "other", True),
        ("Runa Lie declined to comment.", "Moe Bank", "company", True),
    ],
)
def test_the_bank_beside_a_name_may_be_the_one_just_named(
    check: Any, faults: Any, text: str, speaker: str, kind: str, altered: bool
) -> None:
    before = "Sigrid Aune was in Torvik.\nThe loans will come from Moe Bank, a source said.\n"
    record = quote("declined to comment", speaker, 2, 3, mode="no_comment", speaker_kind=kind)
    assert (Code.SPEAKER_ALTERED in faults(check("quotes", record, article=f"{before}{text}\n"))) is altered


@pytest.mark.parametrize(("cites", "altered"), [("cited two people", False), ("sells in Torvik to two people", True)])
def test_whom_a_paper_cites_may_be_the_source_of_its_report(check: Any, faults: Any, cites: str, altered: bool) -> None:
    text = f"The Torvik Courier reported that Vesle Mines had been offered.\nThe paper {cites} it did not name.\n"
    said = quote("Vesle Mines had been offered", "two people", 1, 2, speaker_kind="anonymous")
    assert (Code.SPEAKER_ALTERED in faults(check("quotes", said, article=text))) is altered
    told = claim("Vesle Mines had been offered", 1, 2, claimant="two people", kind="allegation")
    assert (Code.CLAIMANT_ALTERED in faults(check("claims", told, article=text))) is altered


def test_the_board_that_opens_a_sentence_may_be_the_board_that_is_named(check: Any, faults: Any) -> None:
    text = "It has a letter from the Torvik Harbour Board.\nThe board has rejected the charge as “baseless”.\n"
    record = quote("baseless", "Torvik Harbour Board", 1, 2, mode="direct", speaker_kind="government")
    assert faults(check("quotes", record, article=text)) == []
    text = "It has a letter from the Torvik Harbour Board.\nVesle Mines has rejected the charge as “baseless”.\n"
    assert Code.SPEAKER_ALTERED in faults(check("quotes", record, article=text))


def test_its_leader_is_of_the_body_that_the_sentence_before_is_about(check: Any, faults: Any) -> None:
    text = (
        "Moe Bank called off its merger.\nMoe Bank will keep its name, and Moe Bank its staff.\n"
        "The union Havfolk, which had opposed it, was glad.\n{}\n“We can sleep again,” its leader Runa Lie said.\n"
    )
    record = quote("We can sleep again", "Runa Lie", 3, 5, mode="direct", affiliation="Havfolk", role="leader")
    assert Code.AFFILIATION_ALTERED not in faults(check("quotes", record, article=text.format("It was late.")))
