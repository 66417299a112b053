"""Deals by the offline rules: parties and roles in active, passive and nominal wording, value, status, dates, terms."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

Record = dict[str, Any]


def deals(text: str) -> list[Record]:
    return find_deals(Reading(Article.from_text(text)))


def only(text: str) -> Record:
    [deal] = deals(text)
    return deal


def roles(deal: Record) -> dict[str, str]:
    return {party["name"]: party["role"] for party in deal["parties"]}


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $40 million.",
            "acquisition",
            {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"},
        ),
        (
            "Lund Forge Corp. will be acquired by Tarn Steel Inc. for $40 million.",
            "acquisition",
            {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"},
        ),
        (
            "Shareholders cheered Tarn Steel Inc.'s $40 million acquisition of Lund Forge Corp. on Monday.",
            "acquisition",
            {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"},
        ),
        (
            "Tarn Steel Inc. acquired Lund Forge Corp. from Orrin Holdings Ltd. for $40 million.",
            "acquisition",
            {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target", "Orrin Holdings Ltd.": "seller"},
        ),
        (
            "Orrin Holdings Ltd. agreed to sell its Lund Forge unit to Tarn Steel Inc. for $40 million.",
            "divestiture",
            {"Orrin Holdings Ltd.": "seller", "Lund Forge": "target", "Tarn Steel Inc.": "acquirer"},
        ),
        (
            "Tarn Steel Inc. said it has acquired Lund Forge Corp. for 40 mln dlrs.",
            "acquisition",
            {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"},
        ),
        (
            "Tarn Steel Inc. agreed to merge with Lund Forge Corp. in an all-share deal.",
            "merger",
            {"Tarn Steel Inc.": "partner", "Lund Forge Corp.": "partner"},
        ),
        (
            "Tarn Steel Inc. won a contract worth €40 million to supply Brindle Rail AG with tracks.",
            "supply",
            {"Tarn Steel Inc.": "supplier", "Brindle Rail AG": "customer"},
        ),
        (
            "Brindle Rail AG awarded Tarn Steel Inc. a contract to build two bridges.",
            "supply",
            {"Tarn Steel Inc.": "supplier", "Brindle Rail AG": "customer"},
        ),
        (
            "Quillbox Inc. raised $12 million in a Series A round led by Heron Ventures.",
            "investment",
            {"Quillbox Inc.": "investee", "Heron Ventures": "investor"},
        ),
        (
            "Tarn Steel Inc. and Brindle Rail AG formed a joint venture to build trams.",
            "joint_venture",
            {"Tarn Steel Inc.": "partner", "Brindle Rail AG": "partner"},
        ),
        (
            "Tarn Steel Inc. licensed a coating process from Lund Forge Corp. in May.",
            "licensing",
            {"Tarn Steel Inc.": "licensee", "Lund Forge Corp.": "licensor"},
        ),
        (
            "Tarn Steel Inc. secured a $40 million loan from Veldt Bank.",
            "financing",
            {"Tarn Steel Inc.": "borrower", "Veldt Bank": "lender"},
        ),
    ],
)
def test_a_deal_has_its_kind_and_its_parties_in_their_roles(text: str, kind: str, parties: dict[str, str]) -> None:
    deal = only(text)
    assert (deal["kind"], roles(deal)) == (kind, parties)


def test_the_name_behind_a_possessive_is_the_party() -> None:
    text = "Tarn Steel Inc. won a deal worth more than $2 billion to provide Oskar Lund’s Zed with rails. Zed is new."
    deal = only(text)
    assert roles(deal) == {"Tarn Steel Inc.": "supplier", "Zed": "customer"}
    assert deal["subject"] == "rails"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. for more than $40 million.", "more than $40 million"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. for $3 a share, or $40 million.", "$40 million"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp., which has sales of $40 million.", None),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. The deal is valued at $40 million.", "$40 million"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. Its shares rose to $40.", None),
    ],
)
def test_the_value_is_the_price_of_the_deal_and_no_other_amount(text: str, value: str | None) -> None:
    found = only(text)["value"]
    assert (found and found["text"]) == value


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tarn Steel Inc. is in talks to buy Lund Forge Corp.", "in_talks"),
        ("Tarn Steel Inc. may buy Lund Forge Corp., people said.", "rumored"),
        ("Tarn Steel Inc. offered to buy Lund Forge Corp. for $40 million.", "proposed"),
        ("Tarn Steel Inc. signed a letter of intent to buy Lund Forge Corp.", "proposed"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp.", "agreed"),
        ("Tarn Steel Inc. completed the acquisition of Lund Forge Corp.", "closed"),
        ("Tarn Steel Inc. has acquired Lund Forge Corp.", "closed"),
        ("Tarn Steel Inc. abandoned its $40 million takeover of Lund Forge Corp.", "terminated"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. The deal closed in March.", "closed"),
        ("Tarn Steel Inc. agreed to buy Lund Forge Corp. The deal may be terminated in March.", "agreed"),
    ],
)
def test_the_status_follows_the_words(text: str, status: str) -> None:
    assert only(text)["status"] == status


@pytest.mark.parametrize(
    ("sentence", "event", "when"),
    [
        ("The deal closed late last year.", "closed", "late last year"),
        ("The deal is expected to close in the second quarter.", "expected_close", "the second quarter"),
        ("The agreement was signed in January.", "signed", "January"),
    ],
)
def test_a_date_belongs_to_the_event_beside_it(sentence: str, event: str, when: str) -> None:
    [date] = only(f"Tarn Steel Inc. agreed to buy Lund Forge Corp. {sentence}")["dates"]
    assert date["event"] == event
    assert when in date["when"] or date["when"] in when


def test_rivals_that_bid_too_are_parties() -> None:
    text = (
        "Tarn Steel Inc. won a contract worth $4 billion to supply Brindle Rail AG with tracks. "
        "Competitors Lund Forge Corp. and Orrin Holdings Ltd. also bid for the work."
    )
    assert roles(only(text)) == {
        "Tarn Steel Inc.": "supplier",
        "Brindle Rail AG": "customer",
        "Lund Forge Corp.": "rival",
        "Orrin Holdings Ltd.": "rival",
    }


def test_the_company_means_the_company_that_the_story_is_about() -> None:
    text = "Tarn Steel Inc. had a good year. The company agreed to buy Lund Forge Corp. for $40 million."
    assert roles(only(text)) == {"Tarn Steel Inc.": "acquirer", "Lund Forge Corp.": "target"}


def test_two_deals_stay_two() -> None:
    text = (
        "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $40 million. "
        "Brindle Rail AG agreed to buy Orrin Holdings Ltd. for $70 million."
    )
    first, second = deals(text)
    assert (first["value"]["text"], second["value"]["text"]) == ("$40 million", "$70 million")


def test_a_second_mention_of_a_deal_is_no_second_deal() -> None:
    text = (
        "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $40 million.\n\n"
        "Tarn Steel's acquisition of Lund Forge is subject to approval by the town."
    )
    deal = only(text)
    assert deal["evidence"] == [1, 2]
    assert [term["name"] for term in deal["terms"]] == ["status", "condition"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel Inc. reported a profit of $40 million on sales of $2 billion.",
        "Tarn Steel shares rose 4% to $40 while Lund Forge shares fell.",
        "Tarn Steel sold 40,000 cars in May, and Lund Forge sold more vehicles.",
        "An analyst raised Tarn Steel Inc. to buy from hold.",
        "Heron Capital bought 4,000 shares of the company's stock.",
        "Tarn Steel Inc. has no plans to buy Lund Forge Corp.",
        "Customers buy tools from Tarn Steel Inc. and from Lund Forge Corp.",
    ],
)
def test_what_is_no_deal_gives_none(text: str) -> None:
    assert deals(text) == []


@pytest.mark.parametrize(
    "text", ["(" * 5000 + ".", "Tarn Inc. agreed to " + "has " * 3000 + "buy Lund Corp.", "Tarn Inc. " * 2000]
)
def test_odd_input_is_read_without_error(text: str) -> None:
    assert isinstance(deals(text), list)
