"""Fields side by side: what is a conflict, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer import Dossier
from summarizer.dossier.model import Event, Row

Make = Callable[[Sequence[str]], Dossier]

STAKE = "May 4, 2026\n\nTarn Capital has invested $60 million in Orrin Paper Ltd. for a stake of 18%, it said.\n"
BOUGHT = "May 5, 2026\n\nTarn Capital is buying a stake of 18% in Orrin Paper Ltd. for $60 million, it said.\n"


def event_of(make: Make, *texts: str) -> Event:
    [event] = make(texts).events
    return event


def row(event: Event, field: str) -> Row:
    return next(row for row in event.rows if row.field == field)


def conflicts(event: Event) -> list[str]:
    return [row.field for row in event.rows if row.state == "conflicting"]


def test_a_stake_that_is_bought_is_invested_in(dossier_of: Make) -> None:
    event = event_of(dossier_of, STAKE, BOUGHT)
    assert conflicts(event) == []


def test_two_prices_conflict_and_a_range_holds_a_price(dossier_of: Make) -> None:
    told = "Tarn Mills Inc. agreed to buy Orrin Paper Ltd. for {} a share, or about $4.4 billion, it said.\n"
    first = f"May 4, 2026\n\n{told.format('$88')}"
    within = f"May 5, 2026\n\n{told.format('between $85 and $90')}"
    beside = f"May 5, 2026\n\n{told.format('$95')}"
    assert row(event_of(dossier_of, first, beside), "term: price per share").state == "conflicting"
    assert row(event_of(dossier_of, first, within), "term: price per share").state != "conflicting"


def test_closed_here_and_agreed_there_is_a_course_and_no_conflict(dossier_of: Make) -> None:
    closed = "May 4, 2026\n\nTarn Mills Inc. has completed its $90 million purchase of Orrin Paper Ltd., it said.\n"
    agreed = "May 4, 2026\n\nTarn Mills Inc. agreed to buy Orrin Paper Ltd. for $90 million, it said.\n"
    assert row(event_of(dossier_of, closed, agreed), "status").state == "superseded"
