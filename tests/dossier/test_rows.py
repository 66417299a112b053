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


TALKS = "May 4, 2026\n\nTarn Mills Inc. is in talks to buy Orrin Paper Ltd. for about $1.3 billion, it said.\n"
DEAL = "May 6, 2026\n\nTarn Mills Inc. agreed to buy Orrin Paper Ltd. for $1.25 billion, the companies said.\n"


def test_an_amount_that_about_does_not_round_to_is_no_agreement(dossier_of: Make) -> None:
    value = row(event_of(dossier_of, TALKS, DEAL, DEAL.replace("May 6", "May 7")), "value")
    assert value.state == "complementary"
    assert {one.text for one in value.values} == {"about $1.3 billion", "$1.25 billion"}
    near = row(event_of(dossier_of, TALKS, DEAL.replace("1.25", "1.32")), "value")
    assert [one.text for one in near.values] == ["$1.32 billion"]


def test_another_currency_is_no_agreement(dossier_of: Make) -> None:
    euros = DEAL.replace("$1.25 billion", "1.1 billion euros")
    value = row(event_of(dossier_of, DEAL, DEAL.replace("May 6", "May 7"), euros), "value")
    assert value.state == "complementary"
    assert len(value.values) == 2


def test_a_citation_holds_the_words_of_the_article_at_its_place(dossier_of: Make) -> None:
    texts = [TALKS, DEAL, STAKE]
    event = event_of(dossier_of, *texts)
    cited = [one for row in event.rows for value in row.values for one in value.citations]
    cited += [stage.citation for stage in event.timeline]
    assert {row.field for row in event.rows} >= {"kind", "status", "value"}
    for one in cited:
        text = texts[int(one.article[1:]) - 1]
        assert one.start is not None
        assert one.end is not None
        assert text[one.start : one.end] == one.text
    assert [value.text for value in row(event, "status").values] == ["in_talks", "agreed"]
