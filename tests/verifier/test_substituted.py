"""One word of number, measure or time put in another's place, and amounts told in other units."""

from __future__ import annotations

from typing import Any

import pytest


def _claim(statement: str) -> dict[str, Any]:
    return {
        "statement": statement,
        "claimant": None,
        "kind": "fact",
        "certainty": "asserted",
        "figures": [],
        "evidence": [1],
    }


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Its gout drug is in a phase 3 trial.", "Its gout drug is in a phase 2 trial."),
        ("Dornec plans a 1-for-10 reverse split.", "Dornec plans a 1-for-20 reverse split."),
        ("The lease has a term of five years.", "The lease has a term of five months."),
        ("Veltri cleans 46 hospitals in Oslo.", "Veltri cleans 46 schools in Oslo."),
        ("A third assembly line starts in the autumn.", "A third assembly line starts in the spring."),
        ("Veltri sees mid-single-digit percent growth.", "Veltri sees mid-double-digit percent growth."),
        ("Output doubled to 800,000 tonnes.", "Output tripled to 800,000 tonnes."),
        ("Tellick sold 3.2 lakh scooters in May.", "Tellick sold 3.2 crore scooters in May."),
        ("Prices fell by nearly two-thirds.", "Prices fell by more than two-thirds."),
        ("Sales came to €1,2 Mrd last year.", "Sales came to €1.2 million last year."),
    ],
)
def test_a_word_in_anothers_place_is_found(check: Any, faults: Any, text: str, wrong: str) -> None:
    assert faults(check("claims", _claim(text), article=text)) == []
    assert faults(check("claims", _claim(wrong), article=text)) != []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Margins slipped 130 basis points.", "Margins slipped 1.3 percentage points."),
        ("Nine-tenths of its revenue is from rent.", "90% of its revenue is from rent."),
        ("Profit was 5.2 mln stg, against 4.4 mln.", "Profit was up on 4.4 mln stg."),
        ("Pellucid runs 212 laboratories.", "Pellucid runs 212 labs."),
        ("Sales beat the consensus of $471 million.", "Sales were above the $471 million consensus."),
        ("It ranks in the top 2,000 firms.", "It ranks in the top 2000 firms."),
        ("Its board approved a three-for-two stock split.", "Its board approved a 3-for-2 stock split."),
    ],
)
def test_the_same_amount_in_other_units_is_no_fault(check: Any, faults: Any, text: str, right: str) -> None:
    assert faults(check("claims", _claim(right), article=text)) == []
