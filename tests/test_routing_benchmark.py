"""The scripted models of the benchmark of routes: what they put in is what they say."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.routing.scripted import SECTIONS, Rates, spoiled

GOLD = Path(__file__).resolve().parents[1] / "benchmarks" / "data" / "offline" / "seen" / "cash_takeover.json"


@pytest.fixture(scope="module")
def gold() -> Any:
    return json.loads(GOLD.read_text("utf-8"))


def records(data: Any) -> list[tuple[str, Any]]:
    return [(section, record) for section in SECTIONS for record in data[section]]


def test_without_faults_the_answer_is_the_gold(gold: Any) -> None:
    data, wrong = spoiled(gold, Rates(0.0, 0.0), Random(1))  # noqa: S311
    assert wrong == 0
    assert records(data) == records(gold)


def test_where_all_is_left_out_nothing_is_there(gold: Any) -> None:
    data, wrong = spoiled(gold, Rates(1.0, 1.0), Random(1))  # noqa: S311
    assert (wrong, records(data)) == (0, [])


def test_each_record_that_counts_as_wrong_is_another_than_gold(gold: Any) -> None:
    before = json.dumps(gold)
    data, wrong = spoiled(gold, Rates(0.0, 1.0), Random(1))  # noqa: S311
    changed = [(one, other) for one, other in zip(records(gold), records(data), strict=True) if one != other]
    assert len(changed) == wrong > len(records(gold)) / 2
    assert json.dumps(gold) == before


def test_the_same_seed_puts_the_same_faults_in(gold: Any) -> None:
    one, other = (spoiled(gold, Rates(0.2, 0.3), Random(7)) for _ in range(2))  # noqa: S311
    assert one == other
