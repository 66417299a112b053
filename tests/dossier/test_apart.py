"""Deals of the same two in one week stay apart, and copies of one text stay together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]

FERRIES = """Skerrin Lines orders five ferries from Boldt Yards

KELMOUTH, June 2, 2031 - Skerrin Lines Plc has ordered five ferries from Boldt Yards Ltd. for $310 million, it said on
Monday. They are to sail in 2033.
"""
FERRIES_AGAIN = """Boldt Yards wins $310 million ferry order

KELMOUTH, June 3, 2031 - Boldt Yards said it had won an order from Skerrin Lines for five ferries worth $310 million.
"""
DREDGERS = """Skerrin Lines is back at Boldt Yards for three dredgers

KELMOUTH, June 5, 2031 - Skerrin Lines Plc has ordered three dredgers from Boldt Yards Ltd. for $720 million.
"""
DREDGERS_AGAIN = """Boldt Yards books dredgers for Skerrin

KELMOUTH, June 6, 2031 - Boldt Yards will build three large dredgers for Skerrin Lines, the yard said. The contract is
worth about $720 million.
"""


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 0, 3, 1), (3, 2, 1, 0)])
def test_two_orders_of_one_pair_in_one_week_are_two_events(dossier_of: Make, order: Sequence[int]) -> None:
    texts = [FERRIES, FERRIES_AGAIN, DREDGERS, DREDGERS_AGAIN]
    found = groups(dossier_of([texts[at] for at in order]))
    told = sorted(sorted(order[int(one[1:]) - 1] for one in articles) for articles in found)
    assert told == [[0, 1], [2, 3]]


def test_an_order_without_a_price_for_other_things_is_another_one(dossier_of: Make) -> None:
    buses = """Orrinby Transit orders buses

ORRINBY, July 8, 2031 - Orrinby Transit Co. has ordered 240 buses from Kestane Motors Inc. for $88 million.
"""
    trams = """Orrinby Transit orders trams

ORRINBY, July 11, 2031 - Orrinby Transit Co. ordered 15 trams from Kestane Motors Inc. The price was not disclosed.
"""
    assert groups(dossier_of([buses, trams])) == []
    same = buses.replace("July 8", "July 9").replace("for $88 million", "at a price that was not disclosed")
    assert groups(dossier_of([buses, same])) == [["a1", "a2"]]


def test_two_contracts_of_one_council_at_two_prices_are_two(dossier_of: Make) -> None:
    tax = """Fennick Council picks Lodara for parking system

FENNICK, May 12, 2031 - Lodara Software won a £31 million contract to run Fennick Council's parking system.
"""
    pay = """Fennick Council picks Lodara for payroll system

FENNICK, May 14, 2031 - Lodara Software won a £7 million contract to replace Fennick Council's payroll system.
"""
    again = """Lodara wins Fennick Council parking contract

May 13, 2031

Lodara Software will run the parking system of Fennick Council, a contract worth £31 million.
"""
    assert groups(dossier_of([tax, pay, again])) == [["a1", "a3"]]


def test_bonds_and_a_loan_of_one_amount_are_two(dossier_of: Make) -> None:
    bonds = """Ambrel Power sells $600 million of bonds

KELMOUTH, Nov. 3, 2031 - Ambrel Power Inc. sold $600 million of ten-year bonds in a sale run by Gadwall Bank.
"""
    loan = """Ambrel Power gets $600 million loan from Gadwall Bank

KELMOUTH, Nov. 5, 2031 - Ambrel Power Inc. has signed a $600 million credit facility led by Gadwall Bank, it said.
"""
    again = loan.replace("Nov. 5", "Nov. 6").replace("gets", "signs").replace("has signed", "agreed")
    assert groups(dossier_of([bonds, loan, again])) == [["a2", "a3"]]


WEATHER = "Rain in Kelmouth\n\nIt rained for most of the week, and the market was half empty.\n"


@pytest.mark.parametrize("text", [FERRIES, WEATHER])
def test_a_copy_to_the_letter_is_of_the_same_event_and_no_second_source(dossier_of: Make, text: str) -> None:
    dossier = dossier_of([text, text, text])
    assert groups(dossier) == [["a1", "a2", "a3"]]
    assert dossier.events[0].sources == 1
    assert {link.source for link in dossier.events[0].derivations} == {"a1"}


def test_a_text_that_is_not_the_same_is_no_copy_of_it(dossier_of: Make) -> None:
    assert groups(dossier_of([WEATHER, WEATHER.replace("Kelmouth", "Fennick").replace("Rain", "Fog")])) == []
