"""Which articles are about one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]

WIRE = (
    "PORT ELMET, May 4, 2026 (Harrow Newswire) - Vantry Mills Inc. has agreed to buy Solmere Paper Ltd. for $210 "
    "million, the companies said on Monday.\n"
)
PORTAL = (
    "Vantry Mills to acquire Solmere Paper\n\nMay 5, 2026\n\n"
    "Vantry Mills said it will acquire Solmere Paper, a maker of cartons, for $210 million in cash.\n"
)
BOARD = (
    "PORT ELMET, May 6, 2026 (The Elmet Gazette) - Vantry Mills Inc. agreed to buy Corvik Board Ltd. for $75 million, "
    "its second purchase this week. Vantry announced the purchase of Solmere Paper Ltd. on Monday.\n"
)
ORDER = (
    "LUNDBY, Jan. 12, 2026 (Harrow Newswire) - Ostrava Rail Works Inc. won a $300 million contract to supply trains to "
    "Lundby Metro Ltd., the companies said on Monday.\n"
)


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


def test_two_articles_about_one_purchase_are_one_event(dossier_of: Make) -> None:
    assert groups(dossier_of([WIRE, PORTAL])) == [["a1", "a2"]]


def test_two_purchases_of_one_buyer_in_a_week_stay_apart(dossier_of: Make) -> None:
    dossier = dossier_of([WIRE, PORTAL, BOARD])
    assert groups(dossier) == [["a1", "a2"]]
    assert dossier.alone == ["a3"]


def test_two_bidders_for_one_company_are_two_events(dossier_of: Make) -> None:
    rival = WIRE.replace("Vantry Mills Inc.", "Bexhill Forest Products Corp.").replace("$210", "$240")
    again = PORTAL.replace("Vantry Mills", "Bexhill Forest Products").replace("$210", "$240")
    assert groups(dossier_of([WIRE, rival, PORTAL, again])) == [["a1", "a3"], ["a2", "a4"]]


def test_an_article_that_names_a_deal_in_passing_is_not_about_it(dossier_of: Make) -> None:
    profile = """Why cartons are back

June 2, 2026

Carton makers have had a good year, and shares of the five largest rose by a third.

Demand from online shops grew by 12%, according to the trade body Boardwise.

Prices of pulp fell at the same time.

Some makers have been bought. Vantry Mills acquired Solmere Paper last month for $210 million.
"""
    dossier = dossier_of([WIRE, PORTAL, profile])
    assert groups(dossier) == [["a1", "a2"]]
    assert dossier.alone == ["a3"]
    assert dossier.events[0].mentioned_in in ([], ["a3"])


def test_initials_and_short_forms_mean_the_company(dossier_of: Make) -> None:
    full = WIRE.replace("Vantry Mills Inc.", "Northern Timber Works Inc.")
    short = PORTAL.replace("Vantry Mills", "NTW").replace("Solmere Paper", "Solmere")
    assert groups(dossier_of([full, short])) == [["a1", "a2"]]


def test_the_loan_for_a_purchase_is_another_deal(dossier_of: Make) -> None:
    loan = (
        "PORT ELMET, May 7, 2026 (Harrow Newswire) - Gadwall Bank Plc has lent $150 million to Vantry Mills Inc., the "
        "bank said.\n"
    )
    dossier = dossier_of([WIRE, PORTAL, loan])
    assert groups(dossier) == [["a1", "a2"]]


def test_two_orders_of_one_pair_months_apart_are_two(dossier_of: Make) -> None:
    echo = """Ostrava Rail Works wins Lundby Metro contract

January 13, 2026

Ostrava Rail Works won a contract worth $300 million to supply trains to Lundby Metro.
"""
    second = ORDER.replace("Jan. 12", "Sept. 14").replace("$300", "$120")
    assert groups(dossier_of([ORDER, echo, second])) == [["a1", "a2"]]


def test_no_article_is_in_an_event_by_itself(dossier_of: Make) -> None:
    dossier = dossier_of([WIRE])
    assert dossier.events == []
    assert dossier.alone == ["a1"]


def test_the_order_of_the_articles_makes_no_other_groups(dossier_of: Make) -> None:
    there = dossier_of([WIRE, PORTAL, BOARD])
    back = dossier_of([BOARD, PORTAL, WIRE])
    assert groups(there) == [["a1", "a2"]]
    assert groups(back) == [["a2", "a3"]]


def test_results_after_a_purchase_are_not_about_it(dossier_of: Make) -> None:
    results = (
        "Vantry raises forecast\n\nJune 4, 2026\n\nVantry Mills Inc. lifted its sales forecast, citing strong demand "
        "and the recent acquisition of Solmere Paper.\n\nQuarterly profit rose 12% to $21 million.\n"
    )
    dossier = dossier_of([WIRE, PORTAL, results])
    assert groups(dossier) == [["a1", "a2"]]


def test_another_sale_of_the_buyer_that_names_the_purchase_is_another_deal(dossier_of: Make) -> None:
    sale = (
        "Vantry sells its cups\n\nMay 8, 2026\n\nVantry Mills Inc. on Friday said it had agreed to sell "
        "its cups to Ashby Plastics Plc for $40 million, days after it announced the purchase of Solmere Paper.\n"
    )
    assert groups(dossier_of([WIRE, PORTAL, sale])) == [["a1", "a2"]]


def test_an_article_in_small_letters_is_about_the_deal_too(dossier_of: Make) -> None:
    blog = (
        "vantry swallows solmere: it's a done deal\n\nposted by boardwatcher, 05/04/2026\n\nWell, it finally happened. "
        "Vantry is buying Solmere, and I for one am not surprised. The deal comes to $210 million or so.\n"
    )
    assert groups(dossier_of([WIRE, PORTAL, blog])) == [["a1", "a2", "a3"]]


@pytest.mark.parametrize(
    "said",
    [
        "Vantry Mills will shut a mill in Corley, part of savings it promised when it bought Solmere Paper.",
        "Vantry Mills has arranged a loan of $200 million with four banks to pay for Solmere Paper.",
        "A fire at a mill of Solmere Paper hurt nobody. Solmere, which Vantry Mills is buying, said so.",
        "With Vantry Mills buying Solmere Paper and Orlo merging with Bask, few makers of cartons are left.",
    ],
)
def test_a_deal_in_an_aside_is_no_news(dossier_of: Make, said: str) -> None:
    aside = f"Carton makers in a changing trade\n\nMay 8, 2026\n\n{said}\n"
    assert groups(dossier_of([WIRE, PORTAL, aside])) == [["a1", "a2"]]


def test_two_parts_that_one_company_sells_are_two_events(dossier_of: Make) -> None:
    inks = """Elmet Chemicals sells inks unit

May 4, 2026

Elmet Chemicals Plc agreed to sell its inks business to Tessen AG.
"""
    glues = """Corvik buys glues unit of Elmet

May 6, 2026

Corvik Capital will buy the glues business of Elmet Chemicals Plc, two days after Elmet agreed the sale of its inks
business to Tessen AG.
"""
    assert groups(dossier_of([inks, glues])) == []
