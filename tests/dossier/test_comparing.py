"""When two values of a field are one, more exact, or in conflict."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.dossier.comparing import compare_money, compare_when, compare_words
from summarizer.dossier.entities import Entity, Resolved, same_entity
from summarizer.fields import Money, When


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("more than $1 billion", "exceeding $1 billion", "same"),
        ("$334 million", "$334m", "same"),
        ("about $334 million", "$334 million", "same"),
        ("$1.2 billion", "more than $1 billion", "finer"),
        ("up to $5 million", "$4 million", "coarser"),
        ("$5.4 billion", "$5.6 billion", "conflicting"),
        ("$334 million", "$334 billion", "conflicting"),
        ("$52 a share", "$3.8 billion", "open"),
        ("$52 million", "€52 million", "open"),
        ("a king's ransom", "$52 million", "open"),
    ],
)
def test_amounts(one: str, other: str, relation: str) -> None:
    assert compare_money(Money(text=one), Money(text=other)) == relation


def _when(text: str, earliest: str | None = None, latest: str | None = None) -> When:
    days = [date.fromisoformat(day) if day else None for day in (earliest, latest)]
    return When(text=text, earliest=days[0], latest=days[1])


def test_days() -> None:
    quarter = _when("second quarter of 2026", "2026-04-01", "2026-06-30")
    june = _when("by the end of June", "2026-06-30", "2026-06-30")
    july = _when("July 1", "2026-07-01", "2026-07-01")
    assert compare_when(june, quarter) == "finer"
    assert compare_when(quarter, june) == "coarser"
    assert compare_when(quarter, july) == "conflicting"


def test_words_of_an_undated_article_are_read_against_the_year_that_is_known() -> None:
    late, autumn = _when("late last year"), _when("toward the end of 2024", "2024-10-01", "2024-12-31")
    assert compare_when(late, autumn) == "open"
    assert compare_when(late, autumn, date(2025, 7, 1)) == "same"
    assert compare_when(_when("yesterday"), autumn, date(2025, 7, 1)) == "open"


def test_words() -> None:
    assert compare_words("transformers", "Transformer") == "same"
    assert compare_words("in cash and stock", "in cash") == "finer"
    assert compare_words("vaccines", "frozen food") == "open"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Orrin Foods Inc."], ["Orrin Foods"]),
        (["Northern Timber Works"], ["NTW"]),
        (["Sea Loft"], ["SeaLoft Ltd."]),
        (["Tarn Power Works"], ["Tarn PW"]),
        (["Quill Inc.", "Birdsong"], ["Birdsong"]),
    ],
)
def test_names_that_mean_the_same(one: list[str], other: list[str]) -> None:
    assert same_entity(Entity(one), Entity(other))
    assert same_entity(Entity(other), Entity(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Ardmore Airlines", "AA"], ["Ardmore Aggregates Corp."]),
        (["Orrin Foods"], ["Orrin Steel"]),
        (["Lund"], ["Lark"]),
    ],
)
def test_names_that_do_not(one: list[str], other: list[str]) -> None:
    assert not same_entity(Entity(one), Entity(other))
    assert not same_entity(Entity(other), Entity(one))


def test_a_third_name_links_two() -> None:
    initials, short, full = Entity(["KCI"]), Entity(["Kestrel Computing"]), Entity(["Kestrel Computing Inc."])
    same = Resolved([initials, short, full])
    assert not same_entity(initials, short)
    assert same(initials, short)
