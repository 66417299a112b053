"""What pages that were taken apart into words have beside their prose: amounts, addresses, technical letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

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


def test_it_behind_a_day_is_the_company_that_said_so(dossier_of: Make) -> None:
    local = (
        "http: / / www. fjordstandard. example/2011/05/teasel\nTeasel works to be sold\nBy Anne Friis\nMay 17, 2011\n"
        "Teasel Radar , which has made radars in the harbour for 31 years , said today it will be sold to Sallow "
        "Systems of Denver .\nNobody on the quay had known of it .\n"
    )
    assert groups(dossier_of([WIRE, TRADE, local])) == [["a1", "a2", "a3"]]


def test_a_bank_that_is_hired_to_sell_is_not_what_is_sold() -> None:
    text = (
        "Brandreth weighs sale of optics arm\n\nLEEDS, Feb 6, 2011 - Brandreth Group is exploring the sale of its "
        "optics business and has hired investment bank Lorne & Castle to sound out buyers, two people said.\n"
    )
    story = Story(summarize(Article.from_text(text), model="offline"), text)
    told = Telling(0, story)
    assert "Lorne & Castle" in [one.name for one in told.names]
    assert "Lorne & Castle" not in [one.name for mention in told.mentions for one in mention.objects]
