"""Articles that name neither side of a purchase, nor any company, and those that only look so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]

WIRE = (
    "Sallow to buy Teasel Radar for $130 million\n\nDENVER, May 17, 2011 (Wirefeed) - Sallow Systems Corp. said on "
    "Tuesday it had agreed to buy Teasel Radar A/S for $130 million in cash. Sallow's chief executive, Omar Reyes, "
    "said the 85 employees in Svendborg would stay.\n"
)
RELEASE = (
    "Sallow Systems Announces Agreement to Acquire Teasel Radar\n\nDENVER, May 17, 2011 - Sallow Systems Corp. today "
    "announced that it has signed an agreement to acquire Teasel Radar A/S of Svendborg. Birthe Lindqvist, the founder "
    "of Teasel Radar, and its 85 employees will report to Omar Reyes.\n"
)
TRADE = (
    "Teasel goes to Sallow\n\nMay 18, 2011\n\nSallow Systems has agreed to acquire Teasel Radar, which makes radars "
    "for ships. Teasel was founded by Birthe Lindqvist in 1998, in a boat shed.\n"
)
PURCHASE = (WIRE, RELEASE, TRADE)
COLUMN = (
    "The shed by the water\n\nMay 20, 2011\n\nThe lamp in the boat shed has gone out. On Tuesday a man from Denver "
    "flew in, shook hands with all eighty-five people, and wrote a "
    "cheque.\n\n“I am happy,” said Birthe Lindqvist. In Svendborg one believes Mrs Lindqvist. Whether one believes "
    "Omar Reyes will be seen.\n"
)
CLOSED = (
    "New badges\n\nJuly 14, 2011\n\nThe money came on Thursday, all $130 million of it, eight weeks after hands were "
    "shaken, and 85 people in Svendborg got new badges. Birthe Lindqvist kept hers in a drawer. If the new set is out "
    "by Christmas she will share $7.5 million more, as Omar Reyes promised.\n"
)


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


def test_people_places_and_numbers_put_a_column_that_names_no_side_to_the_purchase(dossier_of: Make) -> None:
    assert groups(dossier_of([*PURCHASE, COLUMN])) == [["a1", "a2", "a3", "a4"]]


@pytest.mark.parametrize(
    "other",
    [
        # One of the people only.
        "Sailing with a founder\n\nMay 21, 2011\n\n“I sail every summer,” said Birthe Lindqvist. In Svendborg the "
        "harbour master knows her boat. Birthe Lindqvist has won the fjord race three times.\n",
        # The same people years later.
        COLUMN.replace("2011", "2015"),
        # A company that the others do not know.
        COLUMN.replace("flew in,", "of Brandreth Optics Inc. flew in,").replace(
            "The shed", "Brandreth Optics and the shed"
        ),
    ],
)
def test_less_another_time_or_another_company_does_not(dossier_of: Make, other: str) -> None:
    assert groups(dossier_of([*PURCHASE, other])) == [["a1", "a2", "a3"]]


def test_weeks_later_it_takes_two_amounts_as_well(dossier_of: Make) -> None:
    known = TRADE.replace("which makes", "for $130 million and up to $7.5 million more. It makes")
    assert groups(dossier_of([WIRE, RELEASE, known, CLOSED])) == [["a1", "a2", "a3", "a4"]]
    assert groups(dossier_of([*PURCHASE, CLOSED])) == [["a1", "a2", "a3"]]


def test_who_is_named_in_other_years_is_no_less_rare_in_these_days(dossier_of: Make) -> None:
    years = [
        f"A prize for {name}\n\nMarch 3, {year}\n\nThe town of Svendborg gave its prize to {name} in the hall.\n"
        for year in range(1999, 2009)
        for name in ("Birthe Lindqvist", "Omar Reyes")
    ]
    assert groups(dossier_of([*PURCHASE, COLUMN, *years]))[0][:4] == ["a1", "a2", "a3", "a4"]
