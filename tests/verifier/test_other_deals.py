"""Words of one clause that a record takes for its own deal, which another clause of the sentence tells."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def deal(buyer: str, target: str, status: str, **fields: Any) -> dict[str, Any]:
    return {
        "kind": "acquisition", "status": status, "subject": target, "value": None, "dates": [], "terms": [],
        "parties": [{"name": buyer, "role": "acquirer"}, {"name": target, "role": "target"}], "evidence": [1], **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "buyer", "target", "right", "wrong"),
    [
        (
            "Quill Foods turned down a $90 million bid from Orrin Group and agreed to a takeover by Norvane Plc.",
            "Norvane Plc", "Quill Foods", "agreed", "terminated",
        ),
        (
            "Norvane Plc has called off its merger with Dorn Ltd and agreed to buy Quill Foods.",
            "Norvane Plc", "Quill Foods", "agreed", "terminated",
        ),
        (
            "Norvane Plc completed its acquisition of Dorn Ltd and said it is in talks to buy Quill Foods.",
            "Norvane Plc", "Quill Foods", "in_talks", "closed",
        ),
        (
            "Norvane Plc is in talks to sell Dorn Ltd to Orrin Group and has bought Quill Foods.",
            "Norvane Plc", "Quill Foods", "closed", "in_talks",
        ),
        (
            "Norvane Plc dropped its bid for Dorn Ltd and agreed to buy Quill Foods.",
            "Norvane Plc", "Dorn Ltd", "terminated", "agreed",
        ),
    ],
)  # fmt: skip
def test_the_stage_of_the_other_deal_is_not_this_ones(
    check: Any, faults: Any, text: str, buyer: str, target: str, right: str, wrong: str
) -> None:
    assert faults(check("deals", deal(buyer, target, right), article=text)) == []
    assert faults(check("deals", deal(buyer, target, wrong), article=text)) == [Code.STATUS_ALTERED]


def test_a_date_in_a_clause_about_others_is_not_this_ones(check: Any, faults: Any) -> None:
    text = "Norvane Plc, whose merger with Dorn Ltd collapsed in May, agreed to buy Quill Foods."
    record = deal("Norvane Plc", "Quill Foods", "agreed", dates=[{"event": "terminated", "when": "May"}])
    assert faults(check("deals", record, article=text)) == [Code.EVENT_ALTERED]


def test_a_date_in_a_clause_about_this_deal_is_right(check: Any, faults: Any) -> None:
    text = "Norvane Plc, which closed its purchase of Dorn Ltd in May, has agreed to sell its shops to Quill Foods."
    record = deal("Norvane Plc", "Dorn Ltd", "closed", dates=[{"event": "closed", "when": "May"}])
    assert faults(check("deals", record, article=text)) == []


def test_a_term_that_the_sentence_denies_is_at_fault(check: Any, faults: Any) -> None:
    text = "Norvane Plc agreed to buy Quill Foods, and neither side owes a breakup fee."
    record = deal("Norvane Plc", "Quill Foods", "agreed", terms=[{"name": "break fee", "text": "a breakup fee"}])
    assert faults(check("deals", record, article=text)) == [Code.NEGATION_ALTERED]


def test_a_term_that_says_itself_that_there_is_none_is_right(check: Any, faults: Any) -> None:
    text = "Norvane Plc agreed to buy Quill Foods, and no breakup fee is due."
    record = deal("Norvane Plc", "Quill Foods", "agreed", terms=[{"name": "break fee", "text": "no breakup fee"}])
    assert faults(check("deals", record, article=text)) == []
