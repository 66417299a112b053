"""Claims: their certainty, and whose they are."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

LIFT = {"statement": "The deal could increase Brightwater's earnings by 3% to 5% in 2026.", "claimant": "Marcus Webb",
        "kind": "forecast", "certainty": "hedged", "figures": ["3% to 5%"], "evidence": [9]}  # fmt: skip


def test_a_right_claim_is_verified(check: Any) -> None:
    record = check("claims", LIFT)
    assert record.verdict == "verified", record.findings


def test_a_hedge_that_the_certainty_keeps_need_not_stand_in_the_statement(check: Any, faults: Any) -> None:
    statement = "The deal lifts Brightwater's earnings by 3% to 5% in 2026."
    assert faults(check("claims", {**LIFT, "statement": statement})) == []
    assert faults(check("claims", {**LIFT, "statement": statement, "certainty": "asserted"})) == [
        Code.CERTAINTY_ALTERED
    ]


def test_a_statement_that_says_will_is_too_much_for_a_hedge_beside_it(check: Any, faults: Any) -> None:
    statement = "The deal will lift Brightwater's earnings by 3% to 5% in 2026."
    assert faults(check("claims", {**LIFT, "statement": statement})) == [Code.CERTAINTY_ALTERED]


def test_what_nobody_denies_is_not_denied(check: Any, faults: Any) -> None:
    draft = {**LIFT, "statement": "Tessel has 1,850 employees.", "claimant": None, "figures": [], "evidence": [3]}
    assert Code.CERTAINTY_ALTERED in faults(check("claims", {**draft, "certainty": "denied", "kind": "denial"}))


def test_a_denied_statement_may_be_put_without_the_negation(check: Any) -> None:
    draft = {**LIFT, "statement": "Tessel is working with Lindqvist Bank.", "claimant": None, "figures": [],
             "kind": "denial", "certainty": "denied", "evidence": [15]}  # fmt: skip
    assert check("claims", draft).verdict == "verified"


def test_somebody_elses_claim_is_a_fault(check: Any, faults: Any) -> None:
    assert faults(check("claims", {**LIFT, "claimant": "Ingrid Solberg"})) == [Code.CLAIMANT_ALTERED]


@pytest.mark.parametrize(
    ("opening", "statement", "altered"),
    [
        ("“If,” said Uma Reiss, “", "The mill is sold, we will strike", True),
        ("“Unless,” Reiss added, “", "The mill is sold, we will strike", True),
        ("“Look,” said Uma Reiss, “", "The mill is sold, we will strike", False),
        ("“If,” said Uma Reiss, “", "If the mill is sold, we will strike", False),
    ],
)
def test_a_condition_that_stands_apart_is_kept(
    check: Any, faults: Any, opening: str, statement: str, altered: bool
) -> None:
    draft = {"statement": statement, "kind": "fact", "certainty": "asserted", "evidence": [1]}
    found = faults(check("claims", draft, article=f"{opening}the mill is sold, we will strike.”"))
    assert (Code.CERTAINTY_ALTERED in found) is altered


@pytest.mark.parametrize(
    ("figure", "period", "plain"),
    [
        ("6.2%", "August", True),
        ("6.9%", "July", True),
        ("6.9%", "August", False),
        ("6.2%", "July", False),
    ],
)
def test_the_period_of_a_figure_stands_on_its_side_of_a_comparison(
    check: Any, figure: str, period: str, plain: bool
) -> None:
    text = "Norvane's margin shrank to 6.2% in August from 6.9% in July."
    draft = {
        "statement": text, "kind": "fact", "certainty": "asserted", "evidence": [1],
        "figures": [{"text": figure, "measures": "margin", "period": period}],
    }  # fmt: skip
    unproven = [
        one.field for one in check("claims", draft, article=text).findings if one.code == Code.JUDGEMENT_UNPROVEN
    ]
    assert ("figures[0].period" not in unproven) is plain
