"""A deal whose citation reaches into another one: what that one's sentence says is not held against it."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

TWO_BIDS = """\
Orrin Group Plc agreed on Monday to buy Quill Foods Inc. for $90 million.
A rival offer by Norvane Corp., which holds 9% of Quill, was considered possible, traders said.
"""
DROPPED = """\
Quill Foods Inc. signed a letter of intent to acquire Dorn Bakeries Ltd.
Quill also said it ended talks on the proposed purchase of the Elmsford, Ohio, mill of Tarn Milling Co. because the \
two could not agree on a price.
"""
ON_THE_SIDE = """\
Quill Foods Inc. said it has won an order from Orrin Group Plc for 40 ovens, its biggest contract yet.
Asked about reports that Quill might issue new shares worth up to $70 million, its chairman said nothing.
"""


def deal(status: str, *parties: tuple[str, str], **fields: Any) -> dict[str, Any]:
    return {
        "kind": "acquisition", "status": status, "subject": parties[-1][0], "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in parties], "evidence": [1, 2], **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (TWO_BIDS, deal("rumored", ("Norvane Corp.", "acquirer"), ("Quill Foods Inc.", "target"),
                        subject="rival offer")),
        (TWO_BIDS, deal("rumored", ("Orrin Group Plc", "rival"), ("Norvane Corp.", "acquirer"),
                        ("Quill Foods Inc.", "target"), subject="rival offer")),
        (DROPPED, deal("terminated", ("Quill Foods Inc.", "acquirer"), ("Tarn Milling Co.", "seller"), subject="mill")),
        (ON_THE_SIDE, deal("rumored", ("Quill Foods Inc.", "investee"), kind="financing", subject="new shares",
                           value="up to $70 million")),
    ],
)  # fmt: skip
def test_the_stage_of_a_deal_with_somebody_else_is_not_this_ones(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert faults(check("deals", record, article=text)) == []


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (TWO_BIDS, deal("rumored", ("Orrin Group Plc", "acquirer"), ("Quill Foods Inc.", "target"))),
        (TWO_BIDS, deal("terminated", ("Orrin Group Plc", "acquirer"), ("Quill Foods Inc.", "target"))),
        (DROPPED, deal("agreed", ("Quill Foods Inc.", "acquirer"), ("Tarn Milling Co.", "seller"), subject="mill",
                       evidence=[2])),
        (DROPPED, deal("terminated", ("Quill Foods Inc.", "acquirer"), ("Dorn Bakeries Ltd.", "target"),
                       evidence=[1])),
        (ON_THE_SIDE, deal("rumored", ("Quill Foods Inc.", "supplier"), ("Orrin Group Plc", "customer"), kind="supply",
                           subject="40 ovens")),
    ],
)  # fmt: skip
def test_the_stage_of_its_own_sentence_still_counts(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.STATUS_ALTERED in faults(check("deals", record, article=text))


def test_a_sentence_added_for_a_name_tells_nothing_of_the_stage(check: Any, faults: Any) -> None:
    text = (
        "The fund owns 6% of Quill Foods Inc. and wants the company to sell its mills.\nNorvane Corp. shelved plans "
        "for a listing of the bakeries as late as May.\n"
    )
    record = deal("terminated", ("Norvane Corp.", "seller"), ("Quill Foods Inc.", "other"), kind="other",
                  subject="a listing of the bakeries", evidence=[2])  # fmt: skip
    assert faults(check("deals", record, article=text)) == []


def test_the_role_in_another_deal_is_not_this_ones(check: Any, faults: Any) -> None:
    right = deal("closed", ("Lasse Brandvold", "investor"), ("Quill Foods Inc.", "investee"), kind="investment",
                 subject="7% of Quill")  # fmt: skip
    text = DROPPED.splitlines()[0] + "\nInvestor Lasse Brandvold disclosed that he held 7% of Quill.\n"
    assert faults(check("deals", right, article=text)) == []
    turned = deal("agreed", ("Dorn Bakeries Ltd.", "acquirer"), ("Quill Foods Inc.", "target"))
    assert Code.ROLE_ALTERED in faults(check("deals", turned, article=text))


@pytest.mark.parametrize(
    ("text", "status", "wrong"),
    [
        ("Norvane Corp. has dropped out of the bidding for Quill Foods Inc.", "terminated", "agreed"),
        ("Directors of Quill Foods Inc. rejected as inadequate a 30 dollar a share proposal from Norvane Corp.",
         "terminated", "closed"),
        ("Norvane Corp. and Quill Foods Inc. had discussed a merger and concluded that it would cost too much.",
         "terminated", "closed"),
        ("Norvane Corp. was weighing an offer for Quill Foods Inc., although those plans have now been shelved.",
         "terminated", "closed"),
        ("Norvane Corp. paid $90 million for Quill Foods Inc. in 2019.", "closed", "in_talks"),
        ("Norvane Corp. may bid for Quill Foods Inc., the latest sign of unrest among bakers.", "rumored", "closed"),
        ("Norvane Corp. may bid for Quill Foods Inc., whose founders would have to agree.", "rumored", "closed"),
        ("Norvane Corp. has signed a contract to deliver its scrapped ovens to Quill Foods Inc.", "agreed",
         "terminated"),
    ],
)  # fmt: skip
def test_words_that_look_like_another_stage(check: Any, faults: Any, text: str, status: str, wrong: str) -> None:
    supply = "deliver" in text
    roles = ("supplier", "customer") if supply else ("acquirer", "target")
    parties = zip(("Norvane Corp.", "Quill Foods Inc."), roles, strict=True)
    record = deal(status, *parties, kind="supply" if supply else "acquisition", evidence=[1])
    assert faults(check("deals", record, article=text)) == []
    assert Code.STATUS_ALTERED in faults(check("deals", {**record, "status": wrong}, article=text))


def test_a_depot_that_will_close_is_no_deal(check: Any, faults: Any) -> None:
    text = "Norvane Corp. will close a depot in Elmsford, as it promised when it bought Quill Foods Inc. last year."
    record = deal("closed", ("Norvane Corp.", "acquirer"), ("Quill Foods Inc.", "target"), evidence=[1],
                  dates=[{"event": "closed", "when": "last year"}])  # fmt: skip
    assert faults(check("deals", record, article=text)) == []
    open_deal = "Norvane Corp. has bid for Quill Foods Inc. and hopes it will close the deal next year."
    assert Code.STATUS_ALTERED in faults(check("deals", {**record, "dates": []}, article=open_deal))


def test_a_scrapped_merger_is_off_all_the_same(check: Any, faults: Any) -> None:
    record = deal("agreed", ("Norvane Corp.", "acquirer"), ("Quill Foods Inc.", "target"), evidence=[1])
    text = "Norvane Corp. wrote off the cost of its scrapped merger with Quill Foods Inc."
    assert Code.STATUS_ALTERED in faults(check("deals", record, article=text))


def test_a_stake_that_somebody_holds_is_closed(check: Any, faults: Any) -> None:
    text = "Norvane Corp. has amassed a 6% stake in Quill Foods Inc. and wants the company to sell its mills."
    parties = ("Norvane Corp.", "investor"), ("Quill Foods Inc.", "investee")
    record = deal("closed", *parties, kind="investment", subject="a 6% stake", evidence=[1])
    assert faults(check("deals", record, article=text)) == []


def test_who_is_named_before_by_advises_nobody(check: Any, faults: Any) -> None:
    text = (
        "Norvane Corp. agreed to buy Quill Foods Inc.\nNorvane is advised by Moss Brothers and Quill by Abbott Dean.\n"
    )
    parties = ("Norvane Corp.", "acquirer"), ("Quill Foods Inc.", "target")
    assert faults(check("deals", deal("agreed", *parties), article=text)) == []
    wrong = deal("agreed", parties[0], ("Moss Brothers", "target"), subject="Quill Foods Inc.")
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=text))


def test_a_unit_is_not_its_owner(check: Any, faults: Any) -> None:
    text = (
        "Norvane AG has signed an agreement to sell its coatings business to Orrin Group Plc.\nThe deal values the "
        "unit, known as Norvane Surface Coatings, at $90 million.\n"
    )
    parties = ("Norvane AG", "seller"), ("Orrin Group Plc", "acquirer"), ("Norvane Surface Coatings", "target")
    assert faults(check("deals", deal("agreed", *parties, subject="coatings business"), article=text)) == []
    turned = ("Norvane AG", "acquirer"), ("Orrin Group Plc", "seller")
    record = deal("agreed", *turned, subject="coatings business")
    assert Code.ROLE_ALTERED in faults(check("deals", record, article=text))


def test_a_rival_bidder_buys_in_its_own_bid_only(check: Any, faults: Any) -> None:
    rival = "Rival suitor Orrin Group Plc dropped out after bidding $80 million."
    text = f"Norvane Corp. agreed to buy Quill Foods Inc.\n{rival}\n"
    his = deal("terminated", ("Orrin Group Plc", "acquirer"), ("Quill Foods Inc.", "target"), value="$80 million")
    assert faults(check("deals", his, article=text)) == []
    assert Code.ROLE_ALTERED in faults(check("deals", {**his, "status": "agreed", "value": None}, article=text))
