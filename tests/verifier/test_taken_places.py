"""Whose place a name of a statement has taken: swapped and exchanged names, and the right ones beside them."""

from __future__ import annotations

from typing import Any

import pytest

STAKE = (
    "Corella Resources has rejected a takeover approach from Toronto miner Blackspruce Gold. "
    "Vardhaman Infra will lay the tracks and Rail-Est will deliver 54 trains. "
    "Shares in Cais Doro rose 6.2 percent in Lisbon, while Sahara slipped 0.8 percent."
)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Blackspruce has rejected a takeover approach from Corella.", 1),
        ("Rail-Est will lay the tracks.", 2),
        ("Sahara shares rose 6.2 percent.", 3),
    ],
)
def test_a_name_in_the_place_of_another_is_altered(check: Any, faults: Any, statement: str, sentence: int) -> None:
    assert "name_altered" in faults(check("abstract", {"text": statement, "evidence": [sentence]}, article=STAKE))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Corella has rejected a takeover approach from Blackspruce.", 1),
        ("Vardhaman Infra will lay the tracks.", 2),
        ("Rail-Est will deliver 54 trains.", 2),
        ("Cais Doro shares rose 6.2 percent.", 3),
        ("Sahara shares slipped 0.8 percent.", 3),
    ],
)
def test_a_name_in_its_own_place_is_right(check: Any, faults: Any, statement: str, sentence: int) -> None:
    assert faults(check("abstract", {"text": statement, "evidence": [sentence]}, article=STAKE)) == []
