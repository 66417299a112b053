"""Events that lie near to each other stay apart: pages made up for that (benchmarks/data/dossier/near_events.jsonl)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from summarizer import Dossier

FILE = Path(__file__).resolve().parents[2] / "benchmarks" / "data" / "dossier" / "near_events.jsonl"
PAGES = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("about", "together"),
    [
        pytest.param("d", 2, id="two purchases by one buyer in a week, and a column on both"),
        pytest.param("r", 2, id="two quarters of one company"),
        pytest.param("m", 3, id="a market report and a round-up beside a purchase"),
        pytest.param("c", 1, id="two recalls of one trade"),
        pytest.param("b", 3, id="a rating of other debt beside a purchase"),
        pytest.param("p", 1, id="a profile a year after an appointment"),
        pytest.param("a", 2, id="two hires of one company in a month"),
    ],
)
def test_near_events_stay_apart(about: str, together: int, dossier_of: Callable[[Sequence[str]], Dossier]) -> None:
    """`together` is the least of the pairs that are to be found."""
    pages = [one for one in PAGES if one["id"].startswith(f"h-{about}")]
    found = [
        (pages[int(one[1:]) - 1]["event"], pages[int(other[1:]) - 1]["event"])
        for event in dossier_of([one["text"] for one in pages]).events
        for one, other in combinations(event.articles, 2)
    ]
    assert all(one is not None and one == other for one, other in found)
    assert len(found) >= together
