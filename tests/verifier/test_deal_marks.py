"""What a deal sets apart, and words beside a deal that are no fault of its record; each with its opposite."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def deal(parties: str, subject: str, *, kind: str = "acquisition", status: str = "agreed", sentences: int = 1,
         terms: dict[str, str] | None = None) -> dict[str, Any]:  # fmt: skip
    sides = [one.rsplit("=", 1) for one in parties.split(", ")]
    return {
        "kind": kind, "status": status, "subject": subject, "value": None, "dates": [],
        "terms": [{"name": name, "text": text} for name, text in (terms or {}).items()],
        "parties": [{"name": name, "role": role} for name, role in sides],
        "evidence": list(range(1, sentences + 1)),
    }  # fmt: skip


SALE = "Norvane=seller, Lund Metals=acquirer"


@pytest.mark.parametrize(
    ("text", "subject", "apart"),
    [
        ("Norvane agreed to sell its Oster mill to Lund Metals, not its Vik kiln, for $9 million.", "Oster mill",
         "Vik kiln"),
        ("Norvane agreed to sell Lund Metals the Oster mill rather than the Vik kiln.", "Oster mill", "Vik kiln"),
        ("Norvane agreed to sell Lund Metals the Oster mill instead of its Vik kiln.", "Oster mill", "Vik kiln"),
        ("Norvane agreed to sell its Oster mill, but not the Vik kiln, to Lund Metals.", "Oster mill", "Vik kiln"),
    ],
)  # fmt: skip
def test_what_is_set_apart_is_not_sold(check: Any, faults: Any, text: str, subject: str, apart: str) -> None:
    fields: dict[str, Any] = {"kind": "divestiture"}
    assert faults(check("deals", deal(SALE, subject, **fields), article=text)) == []
    assert faults(check("deals", deal(SALE, apart, **fields), article=text)) == [Code.NEGATION_ALTERED]


@pytest.mark.parametrize(
    "text",
    [
        "Norvane agreed to sell Lund Metals not only its Vik kiln but its Oster mill.",
        "Norvane agreed to sell most, if not all, of the Vik kiln to Lund Metals.",
        "Norvane agreed to sell Lund Metals its Vik kiln, not its Oster mill.",
        "Norvane agreed to sell the Vik kiln to Lund Metals. Lund Metals had wanted the Oster mill, not the Vik kiln.",
        "Norvane agreed to sell the Vik kiln to Lund Metals rather than close it.",
    ],
)
def test_what_is_sold_all_the_same_is_no_fault(check: Any, faults: Any, text: str) -> None:
    record = deal(SALE, "Vik kiln", kind="divestiture", sentences=text.count(". ") + 1)
    assert faults(check("deals", record, article=text)) == []


def test_a_term_that_is_set_apart(check: Any, faults: Any) -> None:
    text = "Norvane agreed to buy 12% of Lund Metals, not 14%."
    sides = "Norvane=investor, Lund Metals=investee"
    for stake, found in (("12%", []), ("14%", [Code.NEGATION_ALTERED])):
        record = deal(sides, "Lund Metals", kind="investment", terms={"stake": stake})
        assert faults(check("deals", record, article=text)) == found, stake


@pytest.mark.parametrize(
    "more",
    [
        "Brandt Weil advised Lund Metals and Castor & Co. advised Norvane.",
        "Brandt Weil advised Lund Metals and Castor advised Norvane.",
        "Brandt Weil represented Lund Metals, and Castor represented Norvane.",
    ],
)
def test_who_is_advised_before_another_adviser_advises_nobody(check: Any, faults: Any, more: str) -> None:
    text = f"Norvane and Lund Metals announced a takeover worth $12 a share. {more}"
    right = "Norvane=acquirer, Lund Metals=target, Brandt Weil=adviser, Castor=adviser"
    assert faults(check("deals", deal(right, "Lund Metals", sentences=2), article=text)) == []
    wrong = "Brandt Weil=acquirer, Lund Metals=target"
    assert Code.ROLE_ALTERED in faults(check("deals", deal(wrong, "Lund Metals", sentences=2), article=text))
    wrong = "Castor=acquirer, Lund Metals=target"
    assert Code.ROLE_ALTERED in faults(check("deals", deal(wrong, "Lund Metals", sentences=2), article=text))


ANNOUNCED = "Norvane and Lund Metals announced a takeover worth $12 a share."
SIDES = "Norvane=acquirer, Lund Metals=target"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("That is 30% above the closing price on the last day before talks were reported.", False),
        ("It is a premium to the close the week before news of the talks broke.", False),
        ("The two are still in talks.", True),
    ],
)
def test_talks_that_only_date_a_price(check: Any, faults: Any, more: str, fault: bool) -> None:
    found = faults(check("deals", deal(SIDES, "Lund Metals", sentences=2), article=f"{ANNOUNCED} {more}"))
    assert found == ([Code.STATUS_ALTERED] if fault else []), more


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Norvane made a recommended cash approach to Lund Metals that will be funded with $2.5 million of loans.",
         False),
        ("Norvane will finance its takeover of Lund Metals with a term loan.", False),
        ("Lund Metals will be funded with a term loan from Norvane.", True),
        ("Norvane granted Lund Metals a term loan.", True),
    ],
)  # fmt: skip
def test_a_loan_that_pays_for_the_deal(check: Any, faults: Any, text: str, fault: bool) -> None:
    found = faults(check("deals", deal(SIDES, "Lund Metals", status="proposed"), article=text))
    assert (Code.KIND_ALTERED in found) is fault, text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Norvane bought 12% of Lund Metals for $4 million.", False),
        ("Norvane has acquired just over 9.5% of Lund Metals.", False),
        ("Norvane bought 95% of Lund Metals for $4 million.", True),
        ("Norvane bought Lund Metals for $4 million.", True),
        ("Norvane bought Lund Metals, which has 12% of the market.", True),
    ],
)
def test_who_buys_a_small_part_invests(check: Any, faults: Any, text: str, fault: bool) -> None:
    record = deal("Norvane=investor, Lund Metals=investee", "Lund Metals", kind="investment", status="closed")
    assert (Code.KIND_ALTERED in faults(check("deals", record, article=text))) is fault, text


LEAD = (
    "Norvane Ports board backs Castor bid\n\n"
    "VIK, May 3 - The board of Norvane Ports PLC has recommended an offer from Castor Capital, it said on Monday.\n"
    "Norvane had turned down a lower bid in April, Norvane said in a statement. Norvane shares rose 4% on Monday.\n"
    "Norvane runs nine harbours.\n"
)
VIEW = '"We want to see more," portfolio manager Ida Brandt said in an interview.\n'


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Norvane's largest investor, Moss Asset Management, which holds 11%, said", False),
        ("Norvane's biggest holder Moss Asset Management, which holds 11%, said", False),
        ("Norvane's reply to Moss Asset Management, which holds 11%, was", True),
    ],
)
def test_a_manager_of_the_investor_speaks_for_the_investor(check: Any, faults: Any, said: str, fault: bool) -> None:
    quote = {
        "text": "We want to see more", "mode": "direct", "speaker": "Ida Brandt", "role": "portfolio manager",
        "affiliation": "Moss Asset Management", "speaker_kind": "executive", "evidence": [7],
    }  # fmt: skip
    text = f"{LEAD}{said} that it had not decided whether to accept. {VIEW}"
    found = faults(check("quotes", quote, article=text))
    assert found == ([Code.AFFILIATION_ALTERED] if fault else []), said
