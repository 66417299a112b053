"""Articles put to an event by what they have in common beside its sides, and near misses that have not enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier
from summarizer.dossier.specifics import Specific

Make = Callable[[Sequence[str]], Dossier]


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


AGREED = (
    "Vantry to buy Solmere Paper\n\nPORT ELMET, May 4, 2026 (Harrow Newswire) - Vantry Mills Inc. has agreed to buy "
    "Solmere Paper Ltd. for $214 million, the companies said on Monday. Solmere runs works in Lund Haven and Corrin "
    "and employs 1,340 people. Holders of 61% of the shares back the sale.\n\n“We waited nine years for the right "
    "neighbor to ask,” said Ena Polder, chief executive of Solmere.\n"
)
TOWN = (
    "A town holds its breath\n\nMay 6, 2026\n\nNobody at the Lund Haven gate wanted to give a name. Of the 1,340 who "
    "work for Solmere Paper, half live within sight of the chimney.\n\nVantry, which will soon own it, has promised "
    "nothing yet. Solmere's chief executive, Ena Polder, came on Tuesday and left after an hour.\n"
)


def test_what_two_articles_alone_say_puts_one_to_the_event_that_its_heading_does_not_tell(dossier_of: Make) -> None:
    assert groups(dossier_of([AGREED, TOWN])) == [["a1", "a2"]]


@pytest.mark.parametrize(
    "other",
    [
        # One thing beside the sides: where she works.
        TOWN.replace("Lund Haven", "Ostrow").replace("1,340", "hundreds").replace(", Ena Polder,", ""),
        # All but the other side.
        TOWN.replace("Vantry, which will soon own it,", "The owner"),
        # Another amount is its news.
        TOWN.replace("A town holds its breath", "Solmere workers to share $35 million"),
        # Years later, and no stage of the deal.
        TOWN.replace("2026", "2029"),
    ],
    ids=["sides only", "one side", "another amount", "another year"],
)
def test_names_alone_or_what_tells_apart_put_no_article_to_an_event(dossier_of: Make, other: str) -> None:
    assert groups(dossier_of([AGREED, other])) == []


def test_a_deal_told_once_in_passing_makes_no_article_one_about_it(dossier_of: Make) -> None:
    appointed = (
        "Vantry names finance chief\n\nMay 20, 2026\n\nVantry Mills appointed Petra Voss as chief financial officer. "
        "She worked in Lund Haven before.\n\nThe company, which is buying Solmere Paper for $214 million, reports in "
        "June.\n"
    )
    assert groups(dossier_of([AGREED, appointed])) == []


DWELLS = (
    "{title}\n\nMay 7, 2026\n\nNobody in Corrin knew on Monday morning. By noon all had heard of Solmere Paper.\n\n"
    "Solmere has always paid on time, the baker said, and Vantry is said to pay late.\n"
)


@pytest.mark.parametrize(
    ("title", "joined"), [("What the baker heard", True), ("Orvell Board buys a mill in Corrin", False)]
)
def test_an_article_of_those_days_that_dwells_on_a_purchase_is_about_it(
    dossier_of: Make, title: str, *, joined: bool
) -> None:
    found = groups(dossier_of([AGREED, DWELLS.format(title=title)]))
    assert found == ([["a1", "a2"]] if joined else [])


def test_two_halves_of_one_event_go_together(dossier_of: Make) -> None:
    vote = (
        "Solmere holders say yes to Vantry\n\nAugust 3, 2026\n\nShareholders of Solmere Paper approved its sale to "
        "Vantry Mills on Monday in Corrin, the company said. Ena Polder, chief executive, will stay for a year.\n"
    )
    works = (
        "Works to shut\n\nAugust 20, 2026\n\nVantry Mills will shut one of two works that came with Solmere Paper. "
        "Solmere has 1,340 workers in Lund Haven and Corrin. Ena Polder was asked to leave sooner.\n"
    )
    found = groups(dossier_of([AGREED, vote, TOWN, works]))
    assert found == [["a1", "a2", "a3", "a4"]]


def test_a_contract_of_the_same_two_at_another_price_is_another_one(dossier_of: Make) -> None:
    trains = (
        "Corrin Rail orders 62 trains from Talsand\n\nPORT ELMET, May 4, 2026 (Harrow Newswire) - Corrin Rail ordered "
        "62 trains from Talsand Works of Lund Haven for $538 million, the two said.\n"
    )
    overhaul = (
        "Talsand wins overhaul\n\nMay 20, 2026\n\nTalsand Works of Lund Haven will overhaul old trains of Corrin Rail "
        "that run to Port Elmet.\n\nThe $41 million contract runs for three years.\n"
    )
    assert groups(dossier_of([trains, overhaul])) == []


def test_a_number_tells_as_much_as_it_has_digits() -> None:
    bits = [Specific("money", value).bits for value in (2e9, 2.1e9, 2.14e9)]
    assert bits == sorted(bits)
    assert bits[0] > Specific("count", 50.0).bits == 0.0
    assert Specific("money", 1234567.0).bits == Specific("money", 123456789.0).bits
