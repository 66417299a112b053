"""What pages that were taken apart into words have beside their prose: amounts, addresses, technical letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer import Dossier

Make = Callable[[Sequence[str]], Dossier]


def groups(dossier: Dossier) -> list[list[str]]:
    return [event.articles for event in dossier.events]


WIRE = (
    "http: / / www. pressagency. example/may2011/sallow-teasel. htm\nSallow buys Danish radar maker for $ 130M\n"
    "05.17.11 , 10: 04 AM EDT\nDENVER - - Sallow Systems Corp. said Tuesday it has agreed to buy Teasel Radar , a "
    "Danish company that makes radars for ships , for $ 130 million in cash .\nSallow said the purchase will take it "
    "to sea .\n"
)
TRADE = (
    "http: / / www. bridgeanddeck. example/2011/05/sallow-teasel\nSallow joins radar fray with Teasel acquisition\n"
    "5/18/2011 6: 10 AM\nAARHUS - Sallow Systems ’ agreement to pay $ 130 million for radar maker Teasel Radar "
    "makes it the third avionics firm to go to sea . Teasel has 60 staff .\n"
)


def test_an_amount_in_a_headline_is_nobody_who_is_bought(dossier_of: Make) -> None:
    assert groups(dossier_of([WIRE, TRADE])) == [["a1", "a2"]]
