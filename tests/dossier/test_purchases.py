"""Articles put to a purchase because they name both sides and go on speaking of it, and those that tell other news."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


AGREED = (
    "Halverd to buy Quillon Pumps for $412 million\n\nCHICAGO, March 3, 2014 - Halverd Industries Inc. said on Monday "
    "it would buy Quillon Pumps Ltd. for $412 million in cash, its largest purchase so far. Quillon, based in Dayton, "
    "has 900 employees.\n"
)
CLOSED = (
    "Halverd completes Quillon acquisition\n\nJune 2, 2014\n\nHalverd Industries has completed its acquisition of "
    "Quillon Pumps. Its president, Sam Orr, stays on.\n"
)
HOLDOUT = (
    "Fund balks at Quillon offer\n\nMarch 17, 2014\n\nThe fourth largest holder of Quillon Pumps will not accept the "
    "offer of Halverd Industries, its manager said.\n\n“The board let itself be charmed,” he said. Halverd is offering "
    "too little for Quillon, and the fund does not want to sell.\n"
)


def test_who_names_both_sides_and_goes_on_speaking_of_the_purchase_needs_no_figure_in_common(dossier_of: Make) -> None:
    assert groups(dossier_of([AGREED, CLOSED, HOLDOUT])) == [["a1", "a2", "a3"]]


@pytest.mark.parametrize(
    "other",
    [
        # The buyer's next quarter, in which what it bought has a part.
        "Halverd profit rises on mining orders\n\nJuly 29, 2014\n\nHalverd Industries Inc. earned $61 million in the "
        "second quarter, up from $44 million. Quillon Pumps, which it bought in June, gave $9 million of sales. The "
        "acquisition cost $6 million in fees. Halverd is looking at further acquisitions after Quillon.\n",
        # The next purchase, of a company that the others do not know.
        "Halverd goes shopping again\n\nNovember 11, 2014\n\nHalverd Industries is not done. Months after it closed "
        "the Quillon Pumps deal it is buying a seal maker, Bremsnes Tetning. Halverd bought Quillon for $412 million. "
        "“With Quillon we bought a pump,” a spokesman said. Bremsnes has 80 employees.\n",
        # A column on a trade.
        "Who will be left?\n\nMarch 30, 2014\n\nThere were forty makers of slurry pumps in 1990. With the sale of "
        "Quillon to Halverd there are nine. Halverd bought Quillon because it could not build it. Buyers say that "
        "mergers bring savings. Sellers say nothing.\n",
        # An order of what is bought, and whom it hires, weeks later.
        "Quillon lands phosphate order\n\nApril 9, 2014\n\nQuillon Pumps has won an order for 64 pumps from a mine, "
        "the Dayton company said. Quillon, which is being sold to Halverd Industries, will build them through 2015. "
        "The sale to Halverd is expected to close by summer.\n",
        "Quillon names finance chief\n\nApril 22, 2014\n\nQuillon Pumps has named Lena Ort its chief financial "
        "officer. Quillon, of Dayton, agreed last month to be acquired by Halverd Industries. She will report to Sam "
        "Orr and, after the deal closes, to Halverd.\n",
    ],
)
def test_other_news_of_either_side_is_not_of_the_purchase(dossier_of: Make, other: str) -> None:
    assert groups(dossier_of([AGREED, CLOSED, other])) == [["a1", "a2"]]


def test_what_is_bought_named_once_is_enough_where_the_top_names_the_buyer_and_no_third_company(
    dossier_of: Make,
) -> None:
    tips = (
        "Pumped up\n\nMarch 5, 2014\n\nI have never bought a share in Halverd Industries, and Monday's deal does not "
        "make me want to. The Quillon purchase is dear, and the people of Dayton know more of slurry than the buyer.\n"
    )
    assert groups(dossier_of([AGREED, tips])) == [["a1", "a2"]]
    assert groups(dossier_of([AGREED, tips.replace("Quillon", "Bremsnes")])) == []


COLUMN = (
    "The shop on Webster Street\n\nMarch 6, 2014\n\nThe old man came home from the war with a lathe. He sold the shop "
    "in 1981, and it has been sold twice since.\n\nLast week some people from Chicago bought it for $412 million. I "
    "tried to count how many lathes that is. Nobody in Dayton will sleep until they have been to see the foundry.\n"
)


def test_the_price_and_a_name_within_days_are_enough_where_no_side_is_named(dossier_of: Make) -> None:
    local = AGREED.replace("Halverd to buy Quillon Pumps for $412 million", "Quillon of Dayton sold to Halverd")
    assert groups(dossier_of([AGREED, local + "Dayton waits.\n", COLUMN])) == [["a1", "a2", "a3"]]


def test_another_price_is_not(dossier_of: Make) -> None:
    local = AGREED.replace("Halverd to buy Quillon Pumps for $412 million", "Quillon of Dayton sold to Halverd")
    other = COLUMN.replace("412", "265")
    assert groups(dossier_of([AGREED, local + "Dayton waits.\n", other])) == [["a1", "a2"]]


def test_seller_and_buyer_within_days_are_enough_where_what_is_sold_is_not_named(dossier_of: Make) -> None:
    exit_note = (
        "Tern Ridge pumps out\n\nMarch 5, 2014\n\nTern Ridge Partners has its trophy. The buyer, Halverd, was not the "
        "highest bidder.\n\nThe firm bought the works in Dayton out of a trust and sells it after seven years. A rival "
        "offered more than Halverd and wanted more time.\n"
    )
    sold = AGREED.replace("Quillon Pumps Ltd. for", "Quillon Pumps Ltd. from Tern Ridge Partners for")
    assert groups(dossier_of([sold, exit_note])) == [["a1", "a2"]]
    assert groups(dossier_of([sold, exit_note.replace("Halverd", "Grinstead")])) == []
