"""Articles about one event that no record of a deal tells, and what others make of a deal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


RESULTS = (
    "Vantry profit rises on cartons\n\nPORT ELMET, May 4, 2026 (Harrow Newswire) - Vantry Mills Inc. reported "
    "second-quarter profit of $84 million on Monday, up 12%, on strong demand for cartons.\n"
)
RECALL = (
    "Dunmore recalls 41,000 kettles\n\nMay 4, 2026\n\nDunmore Home Plc is recalling 41,000 kettles because their "
    "lids can come off.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            RESULTS,
            "Carton demand lifts Vantry\n\nMay 5, 2026\n\nVantry Mills said profit in the second quarter rose 12% to "
            "$84 million on demand for cartons.\n",
        ),
        (
            RECALL,
            "Kettle recall at Dunmore\n\nMay 5, 2026\n\nSome 41,000 kettles of Dunmore Home are being recalled over "
            "lids that come off, Dunmore said.\n",
        ),
        (
            "Vantry names Ruth Adair chief executive\n\nMay 4, 2026\n\nVantry Mills Inc. has appointed Ruth Adair "
            "chief executive from July.\n",
            "Ruth Adair to lead Vantry Mills\n\nMay 4, 2026\n\nVantry Mills has named Ruth Adair as its chief "
            "executive.\n",
        ),
    ],
    ids=["results", "recall", "appointment"],
)
def test_two_articles_on_other_news_are_one_event(dossier_of: Make, first: str, second: str) -> None:
    dossier = dossier_of([first, second])
    assert groups(dossier) == [["a1", "a2"]]
    assert dossier.events[0].kind is None


@pytest.mark.parametrize(
    "second",
    [
        RESULTS.replace("second-quarter", "third-quarter"),
        RESULTS.replace("May 4", "August 4"),
        RESULTS.replace("$84 million", "$61 million").replace("12%", "3%"),
        RESULTS.replace("Vantry Mills", "Orvell Board").replace("Vantry", "Orvell"),
        RECALL.replace("Dunmore Home Plc", "Vantry Mills Inc.").replace("Dunmore", "Vantry"),
    ],
    ids=["another quarter", "another time", "other figures", "another company", "other news"],
)
def test_what_differs_in_period_figures_or_company_is_other_news(dossier_of: Make, second: str) -> None:
    assert groups(dossier_of([RESULTS, second])) == []


def test_a_recall_of_another_number_is_another_recall(dossier_of: Make) -> None:
    assert groups(dossier_of([RECALL, RECALL.replace("41,000", "12,500")])) == []


DEAL = (
    "PORT ELMET, May 4, 2026 (Harrow Newswire) - Vantry Mills Inc. has agreed to buy Solmere Paper Ltd. for $210 "
    "million, the companies said on Monday.\n"
)


def test_what_staff_make_of_a_deal_is_about_it_and_other_news_of_a_party_is_not(dossier_of: Make) -> None:
    portal = DEAL.replace("PORT ELMET, May 4", "LONDON, May 5")
    staff = (
        "Quiet in the halls of Solmere\n\nMay 6, 2026\n\nThe mood in Solmere Paper's canteen was subdued on Wednesday, "
        "two days after the company was sold to Vantry Mills for $210 million.\n"
    )
    depot = (
        "Vantry shuts depot\n\nMay 6, 2026\n\nVantry Mills will shut a depot in Lund, two days after it agreed to buy "
        "Solmere Paper for $210 million.\n"
    )
    assert groups(dossier_of([DEAL, portal, staff, depot])) == [["a1", "a2", "a3"]]


def test_a_second_order_of_other_things_at_the_same_price_is_another_one(dossier_of: Make) -> None:
    first = "June 1, 2026\n\nSkylark Airways ordered 50 C-90 jets from Corben Aerospace for $2 billion, they said.\n"
    second = (
        "June 12, 2026\n\nSkylark Airways ordered 20 C-70 freighters from Corben Aerospace for $2 billion, they said, "
        "its second order this month.\n"
    )
    assert groups(dossier_of([first, second])) == []


def test_a_new_bid_long_after_the_first_is_another_event(dossier_of: Make) -> None:
    first = "January 12, 2026\n\nMarlow Plc has offered to buy Fenn Group Plc for $5 billion, it said on Monday.\n"
    again = "November 9, 2026\n\nMarlow Plc has offered to buy Fenn Group Plc for $6.2 billion, it said on Monday.\n"
    raised = "January 29, 2026\n\nMarlow Plc has raised its offer for Fenn Group Plc to $5.4 billion, it said.\n"
    assert groups(dossier_of([first, raised, again])) == [["a1", "a2"]]
