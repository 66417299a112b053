"""Statements: a paraphrase may choose its words, but not its numbers, names, dates, negations and certainty."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Brightwater to buy Tessel Grid for about $2.4 billion", 1),
        ("Brightwater is paying $2.4bn in cash for Tessel.", 1),
        ("Tessel Grid Systems will be bought by Brightwater.", 1),
        ("The takeover should be completed in the third quarter if regulators approve.", 2),
        ("Tessel's owners get $41.50 a share, 27% above the last close.", 3),
        ("Two people familiar with the talks said Brightwater had bid as much as $38 a share.", 4),
        ("Brightwater's boss ruled out another increase.", 5),
        ("Brightwater might sell Tessel's software business next year.", 6),
        ("Rival Halden pulled its bid last week.", 7),
        ("Halden did not comment.", 8),
        ("Webb thinks the deal could add between 3% and 5% to earnings in 2026.", 9),
        ("Brightwater's stock dropped 4.5% and Tessel's gained 24%.", 12),
        ("Tessel has 1,850 employees.", 13),
        ("Tessel made a loss of $36 million last year.", 13),
        ("Revenue slipped to $610 million from $655 million in 2023.", 13),
        ("Lindqvist Bank does not work for Tessel.", 15),
    ],
)
def test_a_right_paraphrase_is_no_fault(check: Any, faults: Any, text: str, sentence: int) -> None:
    assert faults(check("headline", {"text": text, "evidence": [sentence]})) == []


@pytest.mark.parametrize(
    ("text", "sentence", "code"),
    [
        ("Brightwater has completed the purchase of the battery maker.", 2, Code.STATUS_ALTERED),
        ("Brightwater will raise its price again.", 5, Code.NEGATION_ALTERED),
        ("Brightwater will sell Tessel's software unit next year.", 6, Code.CERTAINTY_ALTERED),
        ("Halden did not withdraw its offer.", 7, Code.NEGATION_ALTERED),
        ("Halden commented on the deal.", 8, Code.NEGATION_ALTERED),
        ("The deal could cut Brightwater's earnings by 3% to 5% in 2026.", 9, Code.DIRECTION_ALTERED),
        ("Brightwater shares climbed 4.5%.", 12, Code.DIRECTION_ALTERED),
        ("Tessel earned $36 million last year.", 13, Code.DIRECTION_ALTERED),
        ("Tessel's revenue was down to $655 million from $610 million.", 13, Code.DIRECTION_ALTERED),
        ("Tessel is working with Lindqvist Bank.", 15, Code.NEGATION_ALTERED),
    ],
)
def test_what_turns_the_statement_round_is_found_with_its_code(
    check: Any, faults: Any, text: str, sentence: int, code: Code
) -> None:
    assert code in faults(check("headline", {"text": text, "evidence": [sentence]}))


def test_an_incomplete_citation_is_completed(check: Any, faults: Any) -> None:
    text = "Brightwater shares fell 4.5% after it agreed to pay about $2.4 billion."
    record = check("headline", {"text": text, "evidence": [12]})
    assert faults(record) == []
    assert record.evidence == [1, 12]


def test_a_wrong_citation_is_mended(check: Any, faults: Any) -> None:
    record = check("headline", {"text": "Tessel lost $36 million last year.", "evidence": [8]})
    assert faults(record) == []
    assert 13 in record.evidence


def test_a_statement_in_words_that_the_source_lacks_is_inferred(check: Any) -> None:
    record = check("headline", {"text": "Halden walked away empty-handed.", "evidence": [7]})
    assert record.verdict == "inferred"


def test_an_empty_statement_states_nothing(check: Any, faults: Any) -> None:
    assert faults(check("headline", {"text": " — ", "evidence": [1]})) == [Code.STATEMENT_UNSUPPORTED]
