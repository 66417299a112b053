"""Dates: found by their words or by what they mean, resolved, compared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.verifier import Code

TEXT = "Norvane closed the sale of its ferry unit late last year. The buyer pays the rest on Jan. 10, 2026."


def deal(check: Any, when: Any, *, event: str = "closed", published: date | None = date(2025, 3, 4)) -> Any:
    draft = {"kind": "divestiture", "status": "closed", "subject": "ferry unit", "value": None, "terms": [],
             "parties": [{"name": "Norvane", "role": "seller"}], "dates": [{"event": event, "when": when}],
             "evidence": [1, 2]}  # fmt: skip
    return check("deals", draft, article=Article.from_text(TEXT, published=published))


def test_the_days_are_filled_in_against_the_articles_date(check: Any) -> None:
    when = deal(check, "late last year").dates[0].when
    assert date(2024, 7, 1) <= when.earliest <= date(2024, 11, 1)
    assert when.latest == date(2024, 12, 31)


def test_given_days_inside_the_reading_hold(check: Any, faults: Any) -> None:
    given = {"text": "late last year", "earliest": "2024-11-01", "latest": "2024-12-31"}
    assert faults(deal(check, given)) == []


@pytest.mark.parametrize(
    "when",
    [
        "early last year",
        {"text": "late last year", "earliest": "2023-10-01", "latest": "2023-12-31"},
        {"text": "late last year", "earliest": "2024-01-01", "latest": "2024-12-31"},
    ],
)
def test_other_days_are_a_fault(check: Any, faults: Any, when: Any) -> None:
    assert faults(deal(check, when)) == [Code.DATE_ALTERED]


def test_another_spelling_of_the_day_is_the_same_day(check: Any, faults: Any) -> None:
    record = deal(check, "10 January 2026", event="other")
    assert faults(record) == []
    assert record.dates[0].when.earliest == date(2026, 1, 10)


def test_without_the_articles_date_a_relative_one_stays_open(check: Any, faults: Any) -> None:
    record = deal(check, "late last year", published=None)
    assert record.dates[0].when.earliest is None
    assert faults(record) == []


def test_given_days_that_nothing_can_confirm_are_inferred(check: Any) -> None:
    given = {"text": "late last year", "earliest": "2024-11-01", "latest": "2024-12-31"}
    record = deal(check, given, published=None)
    assert Code.DATE_UNREAD in [finding.code for finding in record.findings]
    assert record.verdict == "inferred"


@pytest.mark.parametrize(
    ("text", "when", "days"),
    [
        ("Norvane sold its ferry unit in November.", "November", (date(2024, 11, 1), date(2024, 11, 30))),
        ("Norvane vowed to sell its ferry unit in November.", "November", (None, None)),
    ],
)
def test_a_month_that_may_be_two_years_is_left_as_it_is_said(
    check: Any, faults: Any, text: str, when: str, days: tuple[date | None, date | None]
) -> None:
    draft = {"kind": "divestiture", "status": "closed", "subject": "ferry unit", "value": None, "terms": [],
             "parties": [{"name": "Norvane", "role": "seller"}], "dates": [{"event": "other", "when": when}],
             "evidence": [1]}  # fmt: skip
    record = check("deals", draft, article=Article.from_text(text, published=date(2025, 3, 4)))
    assert Code.DATE_ALTERED not in faults(record)
    assert (record.dates[0].when.earliest, record.dates[0].when.latest) == days


def test_a_year_alone_is_not_the_year_of_a_day(check: Any) -> None:
    text = (
        "(Kolby, 21 August 2024) Tarn Seafood ASA reported its second quarter. "
        "It expects supply to grow by 2 per cent in 2024 and by 4 per cent in 2025."
    )
    figure = {"text": "2 per cent", "measures": None, "period": {"text": "2024", "earliest": None, "latest": None},
              "type": "percent", "amount": 2, "currency": None, "unit": "percent", "bound": "exactly"}  # fmt: skip
    claim = {"statement": "Tarn Seafood expects supply to grow by 2 per cent in 2024 and by 4 per cent in 2025",
             "claimant": "Tarn Seafood ASA", "kind": "forecast", "certainty": "hedged", "figures": [figure],
             "evidence": [1, 2]}  # fmt: skip
    period = check("claims", claim, article=text).figures[0].period
    assert (str(period.earliest), str(period.latest)) == ("2024-01-01", "2024-12-31")
