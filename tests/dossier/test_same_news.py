"""News of which no deal was read, put together by figures and days; other news of the same company stays apart."""

from __future__ import annotations

from summarizer import Dossier, summarize


def groups(*texts: str) -> list[list[str]]:
    found = Dossier.of([summarize(text, model="offline") for text in texts], texts)
    return [event.articles for event in found.events]


RESULTS = """Wellan Stores sales beat forecasts

LONDON, Jan. 12, 2031 (Newsline) - Wellan Stores reported sales for its third quarter on Sunday.

Like-for-like sales rose 1.9 percent in the 13 weeks to Jan. 2. Clothing was up 2.3 percent and food rose 0.8 percent.

"People bought coats," Chief Executive Ida Ferris said."""
COLUMN = """One coat, one swallow

Ida Ferris could at last point to a plus sign at Wellan. Like-for-likes were up 1.9 per cent, and clothing
sales rose 2.3 percent, while food rose 0.8.

The comparison is a bad year. Wellan is a hold.

Mill Notes, 13 January 2031"""
NEXT_QUARTER = """Wellan Stores sales slow in fourth quarter

LONDON, May 14, 2031 (Newsline) - Wellan Stores reported sales for its fourth quarter on Wednesday.

Like-for-like sales rose 1.9 percent. "It was a cold spring," Chief Executive Ida Ferris said."""


def test_a_column_on_the_results_is_of_their_news_and_the_next_quarter_is_not() -> None:
    assert groups(RESULTS, COLUMN, NEXT_QUARTER) == [["a1", "a2"]]


PURCHASE = """Tarn Mills to buy Orrin Paper for $412 million

BOSTON, June 19, 2031 (Newsline) - Tarn Mills Inc. agreed to buy Orrin Paper Inc. for $412 million in
cash, the companies said.

Orrin, which makes LightPulp, is run by Priya Senn. "We wanted LightPulp," Tarn's
Marc Oyel said."""
PURCHASE_TOO = """Tarn takes over Orrin

June 20, 2031. Tarn Mills will pay $412 million for Orrin Paper, the maker of LightPulp, it said on Thursday.

Orrin's founder Priya Senn will stay."""
LAUNCH = """Orrin ships LightPulp, taking on Tarn

February 5, 2031. Orrin Paper said on Wednesday that it is shipping LightPulp, a pulp that dries in
an hour.

Priya Senn, its founder, said LightPulp is aimed at buyers of Tarn Mills. "Tarn is slow," she
said. LightPulp costs $412 a ton."""


def test_a_product_of_the_target_months_before_is_not_its_purchase() -> None:
    assert groups(PURCHASE, PURCHASE_TOO, LAUNCH) == [["a1", "a2"]]


ORDER = """Lakeland Airways orders 40 Aerova jets

FARNHAM, July 17, 2031 (Newsline) - Lakeland Airways has placed an order for 40 AV-90
jets from Aerova, the companies said at the Farnham show.

The order is worth about $2.1 billion. "Winter is no trouble," said Lakeland's chief executive Rob Desmond."""
ORDER_CUT = """Lakeland halves jet order

WINNIPEG, Sept. 9, 2033 (Newsline) - Lakeland Airways has agreed with Aerova to cut the order that
it placed at the Farnham show to 20 AV-90 jets from 40.

"We have no passengers to put in them," Chief Executive Rob Desmond said."""
UPKEEP = """Aerova wins Lakeland support contract

Oct. 3, 2032 (Newsline) - Aerova has signed Lakeland Airways for the upkeep of its AV-90 jets. The contract is
worth $310 million over 12 years, said Lakeland's vice president Corinne Lach."""


def test_the_end_of_an_order_is_of_its_event_and_the_upkeep_is_another_contract() -> None:
    assert groups(ORDER, ORDER_CUT, UPKEEP) == [["a1", "a2"]]
