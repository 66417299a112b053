"""Deals: roles, stage and the events of dates, where the article has a plain word for them."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

DEAL = {"kind": "acquisition", "status": "agreed", "subject": "Tessel Grid Systems Inc.", "value": "about $2.4 billion",
        "parties": [{"name": "Brightwater Energy ASA", "role": "acquirer"},
                    {"name": "Tessel Grid Systems Inc.", "role": "target"},
                    {"name": "Halden Power", "role": "rival"},
                    {"name": "Morrow & Finch", "role": "adviser"}],
        "dates": [{"event": "expected_close", "when": "in the third quarter"}],
        "terms": [{"name": "price", "text": "$41.50 a share"}], "evidence": [1, 2, 3, 7, 14]}  # fmt: skip


def roles(**by_name: str) -> list[dict[str, str]]:
    return [{"name": name, "role": role} for name, role in by_name.items()]


def test_a_right_deal_with_ordinary_cues_is_verified(check: Any) -> None:
    record = check("deals", DEAL)
    assert record.verdict == "verified", record.findings


@pytest.mark.parametrize(
    "parties",
    [
        roles(Tessel="acquirer", Brightwater="target"),
        roles(Halden="acquirer", Tessel="target"),
    ],
)
def test_a_role_that_a_verb_contradicts_is_a_fault(check: Any, faults: Any, parties: list[dict[str, str]]) -> None:
    assert Code.ROLE_ALTERED in faults(check("deals", {**DEAL, "parties": parties}))


@pytest.mark.parametrize(
    ("text", "buyer", "seller"),
    [
        ("Tarn Foods was acquired by Norvane Corp. on Monday.", "Norvane Corp.", "Tarn Foods"),
        ("Norvane Corp. completed its acquisition of Tarn Foods.", "Norvane Corp.", "Tarn Foods"),
        ("Tarn Foods said its acquisition by Norvane Corp. has closed.", "Norvane Corp.", "Tarn Foods"),
        ("The acquisition of Tarn Foods by Norvane Corp. has closed.", "Norvane Corp.", "Tarn Foods"),
    ],
)
def test_passive_and_nominal_forms_say_who_bought_whom(
    check: Any, faults: Any, text: str, buyer: str, seller: str
) -> None:
    base = {
        **DEAL,
        "status": "closed",
        "subject": "Tarn Foods",
        "value": None,
        "dates": [],
        "terms": [],
        "evidence": [1],
    }
    right = [{"name": buyer, "role": "acquirer"}, {"name": seller, "role": "target"}]
    wrong = [{"name": seller, "role": "acquirer"}, {"name": buyer, "role": "target"}]
    assert faults(check("deals", {**base, "parties": right}, article=text)) == []
    assert Code.ROLE_ALTERED in faults(check("deals", {**base, "parties": wrong}, article=text))


def test_a_supplier_is_not_the_customer(check: Any, faults: Any) -> None:
    text = "Norvane Corp. won a contract to provide Quill with servers. Rivals Tarn Inc. and Oakhurst Ltd. also bid."
    base = {**DEAL, "kind": "supply", "subject": "servers", "value": None, "dates": [], "terms": [], "evidence": [1, 2]}
    right = [{"name": "Norvane Corp.", "role": "supplier"}, {"name": "Quill", "role": "customer"},
             {"name": "Oakhurst Ltd.", "role": "rival"}]  # fmt: skip
    swapped = [{"name": "Quill", "role": "supplier"}, {"name": "Norvane Corp.", "role": "customer"}]
    replaced = [{"name": "Tarn Inc.", "role": "supplier"}, {"name": "Quill", "role": "customer"}]
    assert check("deals", {**base, "parties": right}, article=text).verdict == "verified"
    assert Code.ROLE_ALTERED in faults(check("deals", {**base, "parties": swapped}, article=text))
    assert Code.ROLE_ALTERED in faults(check("deals", {**base, "parties": replaced}, article=text))


@pytest.mark.parametrize("status", ["closed", "terminated", "in_talks"])
def test_a_stage_that_the_words_contradict_is_a_fault(check: Any, faults: Any, status: str) -> None:
    draft = {**DEAL, "status": status, "evidence": [1, 2, 3]}
    assert Code.STATUS_ALTERED in faults(check("deals", {**draft, "parties": DEAL["parties"][:2]}))


def test_a_rivals_withdrawal_does_not_end_the_deal(check: Any, faults: Any) -> None:
    assert faults(check("deals", DEAL)) == []


def test_shares_that_closed_higher_close_no_deal(check: Any) -> None:
    text = "Norvane Corp. agreed to buy Tarn Foods. Norvane closed up 3% in Lagos."
    draft = {**DEAL, "subject": "Tarn Foods", "value": None, "dates": [], "terms": [], "status": "closed",
             "parties": roles(Norvane="acquirer"), "evidence": [1, 2]}  # fmt: skip
    record = check("deals", draft, article=text)
    assert "status" not in [span.field for span in record.spans]
    assert record.verdict != "verified"


def test_a_closing_still_to_come_is_not_done(check: Any, faults: Any) -> None:
    dates = [{"event": "closed", "when": "in the third quarter"}]
    assert faults(check("deals", {**DEAL, "dates": dates})) == [Code.EVENT_ALTERED]


def test_a_changed_term_is_a_fault(check: Any, faults: Any) -> None:
    terms = [{"name": "condition", "text": "not subject to regulatory approval"}]
    assert faults(check("deals", {**DEAL, "terms": terms})) == [Code.TEXT_ALTERED]


def test_a_judgement_without_a_cue_is_inferred(check: Any) -> None:
    record = check("deals", {**DEAL, "kind": "partnership"})
    assert record.verdict == "inferred"
    assert [finding.field for finding in record.findings] == ["kind"]


def test_a_purchase_is_no_licence(check: Any, faults: Any) -> None:
    assert faults(check("deals", {**DEAL, "kind": "licensing"})) == [Code.KIND_ALTERED]


BOUGHT = {"kind": "acquisition", "subject": "Tarn Foods", "value": None, "dates": [], "terms": [], "evidence": [1]}


@pytest.mark.parametrize(
    "text",
    [
        "Dorn Mills Inc. sold its Tarn Foods unit to Norvane Corp. for cash.",
        "Norvane Corp., a maker of crates, has bought Tarn Foods from Dorn Mills Inc.",
        "Dorn Mills Inc. said it completed the sale of Tarn Foods to Norvane Corp. on Friday.",
    ],
)
def test_who_sells_is_not_who_buys(check: Any, faults: Any, text: str) -> None:
    right = roles(**{"Norvane Corp.": "acquirer", "Tarn Foods": "target", "Dorn Mills Inc.": "seller"})
    wrong = roles(**{"Dorn Mills Inc.": "acquirer", "Tarn Foods": "target"})
    base = {**BOUGHT, "status": "closed"}
    assert faults(check("deals", {**base, "parties": right}, article=text)) == []
    assert Code.ROLE_ALTERED in faults(check("deals", {**base, "parties": wrong}, article=text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norvane Corp. agreed to buy Tarn Foods. Quill Inc. is not a party to the deal.", "Quill Inc."),
        ("Norvane Corp., advised by Roe & Co., agreed to buy Tarn Foods.", "Roe & Co."),
        ("Norvane Corp. agreed to buy Tarn Foods. Halden Power, a rival bidder, walked away.", "Halden Power"),
    ],
)
def test_who_only_stands_beside_is_no_buyer(check: Any, faults: Any, text: str, name: str) -> None:
    parties = roles(**{name: "acquirer", "Tarn Foods": "target"})
    draft = {**BOUGHT, "status": "agreed", "parties": parties, "evidence": [1, 2]}
    assert Code.ROLE_ALTERED in faults(check("deals", draft, article=text))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane Corp. signed a letter of intent to buy Tarn Foods.", "agreed", "closed"),
        ("Norvane Corp. said it bought Tarn Foods.", "closed", "agreed"),
        ("Norvane Corp. is in talks to buy Tarn Foods.", "in_talks", "agreed"),
        ("Norvane Corp. plans to buy Tarn Foods.", "proposed", "closed"),
        ("Norvane Corp. made an unsolicited offer for Tarn Foods.", "proposed", "agreed"),
    ],
)
def test_how_far_it_has_come_is_read_from_the_act(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    base = {**BOUGHT, "parties": roles(**{"Norvane Corp.": "acquirer", "Tarn Foods": "target"})}
    assert faults(check("deals", {**base, "status": right}, article=text)) == []
    assert faults(check("deals", {**base, "status": wrong}, article=text)) == [Code.STATUS_ALTERED]


def test_a_right_to_terminate_ends_nothing(check: Any, faults: Any) -> None:
    text = "Norvane Corp. agreed to buy Tarn Foods. Either side may terminate the agreement after May."
    base = {**BOUGHT, "parties": roles(**{"Norvane Corp.": "acquirer", "Tarn Foods": "target"}), "evidence": [1, 2]}
    assert faults(check("deals", {**base, "status": "agreed"}, article=text)) == []


def test_the_month_of_a_purchase_is_no_possibility(check: Any, faults: Any) -> None:
    deal = {
        **BOUGHT,
        "parties": roles(**{"Tarn Steel Inc": "acquirer", "Lund Forge Corp": "target"}),
        "status": "closed",
    }
    text = "Tarn Steel Inc took a step into forging by acquiring Lund Forge Corp last May."
    assert Code.STATUS_ALTERED not in faults(check("deals", deal, article=text))
