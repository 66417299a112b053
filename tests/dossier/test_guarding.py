"""What an article is kept out of an event by, and that the event's own articles are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.guarding import Bounds, Reason
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

WIRE = """Dunvale to buy ski maker Frostline for $310 million
DENVER, March 4, 2016 - Dunvale Leisure Inc. has agreed to acquire Frostline Corp., which makes skis and
bindings in Utah, for $310 million in cash, the two companies said on Friday. Frostline employs 620 people in
Ogden and had sales of $190 million last season. Dunvale owns tent and canoe brands. The buyer expects the
purchase to close in May, once the antitrust regulators have looked at it, and will pay with money that it has
in the bank. Holders of Frostline get $18.40 a share, a fifth more than the last price.
"""
LOCAL = """Ogden wonders what Dunvale wants with its ski works
OGDEN, March 6, 2016 - At the gate of the Frostline works the talk on Saturday was of nothing but Dunvale. The
Denver company is to take over the ski maker for $310 million. Some of the 620 who work there have been through
two owners before. "They always say that nothing will change," said Carla Whitt, who glues cores. Mayor Ed
Larrabee said that he had spoken with Dunvale, and that it had promised him to keep the Frostline name and the
night shift for at least three years after the purchase. The union will meet on Thursday in the school hall.
"""
NOTE = """Dunvale: the price of Frostline is fair
Bellweather Research, March 7, 2016
We looked at what Dunvale pays for Frostline once more. At $310 million the ski maker costs 1.6 times its sales,
and the two firms of this size that were sold in the last years went for more. Dunvale says it can save $12
million a year in freight and warehouses; we count on nine. Frostline sells through 1,400 shops, of which half
do not have a Dunvale tent yet. What we like less is the weather: three poor winters in a row, and the purchase
would look dear. We stay at hold until the deal has closed.
"""
ROUND_UP = """Stocks drift as traders wait for jobs figures
NEW YORK, March 4, 2016 - American shares closed little changed on Friday in thin trading. The broad index lost
two points after it had been up for most of the day, and oil slipped below $36 a barrel. Carmaker Hollowell
Motors dropped 4.1 percent after a recall. Grocer Penrith & Sons rose 2 percent as it raised its dividend, and
chipmaker Axiom Silicon gained 3.3 percent on talk of an order. Drugmaker Valdane fell 6 percent when a trial
failed. Frostline rose 19 percent on a bid. Bond yields were flat at 1.9 percent, and gold was up.
"""
CLOSE = """Small caps lead a quiet session
NEW YORK, March 4, 2016 - U.S. stocks ended a little up on Friday, as those who trade them looked back on a week
of jobs figures, of deals and of rain. The Bannock 400 index added 1.9 points to 1,204. The index of small firms
rose for the fifth time in six days. The ten-year note yielded 1.9 percent. Oil closed at $36.12 and gold was
flat. Among the few that moved, packer Aldous Meats gained 8 percent after a better dividend; Frostline jumped
19 percent on a takeover by Dunvale; carrier Sable Air lost 4 percent. Chip shares were up as a group. Volume
was 3.9 billion shares, the least of the year. On Monday figures on retail sales are due.
"""
EARLIER_DEAL = """Dunvale buys canoe maker Birchwater for $85 million
DENVER, June 9, 2009 - Dunvale Leisure Inc. said on Tuesday that it had agreed to acquire Birchwater Boats, a
family firm in Minnesota, for $85 million in cash. Birchwater builds canoes and kayaks in Ely and has 240
workers. The purchase brings Dunvale onto the water for the first time. Its founder, Nils Aaberg, will go on
running Birchwater for two years. The buyer expects the deal to close in July, and to save $3 million a year in
freight. Holders of Dunvale did not seem to like it: the shares lost 3 percent on Tuesday.
"""
BUYERS_QUARTER = """Dunvale profit falls on mild spring
DENVER, May 3, 2016 - Dunvale Leisure Inc. earned $21 million in the first quarter, after $26 million a year
before, as shops sold fewer tents. Revenue fell 4 percent to $240 million. Net income per share was 44 cents,
where analysts had looked for 47. Finance chief Joan Ruckert said that margins in canoes were better than in the
year before and that results for the full year should still be within its forecast. Sales in Canada rose. Costs
of $2 million for advisers on Frostline are in the figures. The dividend stays at 15 cents.
"""
LAUNCH = """Frostline shows a lighter binding at the Denver fair
DENVER, September 2, 2015 - Frostline Corp. on Wednesday showed a touring binding that weighs 240 grams, a third
less than the one before. The Ogden firm has worked on it for four years. It is milled of one block, and the toe
opens with a pole, so that nobody has to bend down. Shops get it in November at $549 a pair. "Our testers did
not want to give it back," said chief designer Paul Mertz. Frostline will make 9,000 pairs in the first winter.
Its older binding stays in the catalog for racers who want a stiffer heel.
"""
FIRST_QUARTER = """Orvane earns less in first quarter as cement sales slip
LYON, April 27, 2017 - Orvane SA had a net profit of 61 million euros in the first quarter, after 70 million a
year before. Revenue was down 3 percent at 890 million euros, as builders in Spain ordered less cement. Its
results were below what analysts had on average. Finance director Luc Hamelin said that prices of fuel had risen
by a tenth. Orvane keeps its guidance for the year: earnings before interest, tax and depreciation of 600
million euros. Quarterly sales in Morocco rose by 8 percent. The shares lost 2 percent in Paris.
"""
FIRST_QUARTER_AGAIN = """Fuel bill eats into Orvane's earnings
Paris, April 28, 2017 - What the builders of Spain did not buy and what the kilns burned explain the
first-quarter results that cement maker Orvane published on Thursday. Net profit came to 61 million euros, nine
million less. Revenue of 890 million euros was a shade under expectations. Luc Hamelin, who looks after its
finances, pointed at coke and gas. In Morocco, Orvane sold 8 percent more. The quarterly figures leave the
guidance where it was, and most who follow the group had their doubts of it before.
"""
THIRD_QUARTER = """Orvane profit rises as Spain builds again
LYON, October 26, 2017 - Orvane SA said third-quarter net profit rose to 102 million euros from 88 million, as
builders in Spain ordered more cement. Revenue was up 6 percent at 1.1 billion euros. The results were above
what analysts had on average. Finance director Luc Hamelin said that prices of fuel had come down. Orvane lifted
its guidance for the year: earnings before interest, tax and depreciation of 640 million euros. Quarterly sales
in Morocco fell by 2 percent. The shares gained 4 percent in Paris.
"""


def tellings_of(texts: Sequence[str]) -> list[Telling]:
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    return [
        Telling(place, Story(summary, text)) for place, (summary, text) in enumerate(zip(summaries, texts, strict=True))
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ROUND_UP, "a round-up"),
        (CLOSE, "a round-up"),
        (EARLIER_DEAL, "years"),
        (EARLIER_DEAL.replace("June 9, 2009", "March 18, 2016"), "another deal"),
        (BUYERS_QUARTER, "results"),
    ],
)
def test_what_only_names_a_purchase_is_not_of_it(text: str, reason: Reason) -> None:
    *own, other = tellings_of([WIRE, LOCAL, NOTE, text])
    assert Bounds(own).reason(other) == reason


def test_a_product_of_months_before_is_not_of_the_purchase() -> None:
    *own, other = tellings_of([WIRE, LOCAL, NOTE, WIRE.replace("March 4", "March 5"), LAUNCH])
    assert Bounds(own).reason(other) == "before"


@pytest.mark.parametrize("last", ["", "Dunvale, he said, had Frostline to think of now.\n"])
def test_another_company_in_the_headings_is_another_subject(last: str) -> None:
    text = """Birchwater sets out to sell more canoes abroad
ELY, March 15, 2016 - Birchwater Boats, which belongs to Dunvale Leisure Inc., will open a warehouse in
Rotterdam this summer. Birchwater sold 400 canoes in Europe last year and wants to sell 2,000 by 2019. Its
manager Nils Aaberg said that rivers there were smaller, and the canoes for them would be too. Birchwater has
bought the moulds of a German builder. Two clubs on the Main have tried the boats since the autumn and ordered
sixty of them. Aaberg will hire eleven people in Rotterdam, most of whom have paddled for a living.
"""
    *own, other = tellings_of([WIRE, LOCAL, NOTE, WIRE.replace("March 4", "March 5"), text + last])
    assert Bounds(own).reason(other) == "another subject"


def test_an_order_of_the_buyer_that_names_what_it_buys_once_is_another_deal() -> None:
    text = """Dunvale orders forty trucks from Kessendorf
DENVER, March 15, 2016 - Dunvale Leisure Inc. has ordered 40 electric trucks from Kessendorf Motors AG for $9 million,
the two companies said on Tuesday. Kessendorf will deliver the first ten in October and the rest by next summer. They
are for the warehouses in Colorado and Nevada, where Dunvale wants to burn no more diesel by 2020. "We have tried three
makes, and this one starts in the cold," said fleet manager Rosa Ibanez. The works of Frostline get none of them yet,
as the roads there are too steep in winter.
"""
    *own, other = tellings_of([WIRE, LOCAL, NOTE, text])
    assert Bounds(own).reason(other) == "another deal"


def test_an_order_with_no_number_of_the_other_one_is_another_deal() -> None:
    orders = [
        """Hanseong Marine wins contract from Tolvik for six ferries
BERGEN, May 2, 2014 - Hanseong Marine has won a contract worth 840 million kroner from ferry line Tolvik AS to build
six ferries, the companies said on Friday. The first is due in spring 2016. Each takes 120 cars and 400 passengers over
the fjord and runs on gas. Tolvik had asked for bids in Poland and Turkey too. The order fills the yard at Ulsan for
two years. Its manager, Park Jin-woo, called it the best news since the slump. The ships replace vessels
from the seventies.
""",
        """Hanseong wins Norwegian ferry order
ULSAN, May 3, 2014 - Hanseong Marine said that it would build six ferries for Tolvik AS of Norway, worth 840 million
kroner. The yard has not had work of this size in three years. The ships take 120 cars each and burn gas, for which
Hanseong has hired forty engineers. Delivery runs from spring 2016 to late 2017. Tolvik may order two more. The
union at the yard in Ulsan said it hoped that the men laid off last winter would be called back first.
""",
    ]
    other = """Hanseong Marine wins engine contract from Tolvik
BERGEN, October 20, 2015 - Hanseong Marine has won a contract from ferry line Tolvik AS to put new engines into its
catamarans, the companies said. The yard will send its own fitters to Bergen, as the boats are too light for the long
trip. They get seats as well. Work begins after Christmas, and the last boat should be back in service by
Easter. What it costs was not told. Tolvik
said that it had been glad of what the yard did so far. The crews go on leave until then, and buses
will run in place of the boats.
"""
    *own, refit = tellings_of([*orders, other])
    assert Bounds(own).reason(refit) == "another deal"


def test_results_of_one_quarter_are_no_other_ones() -> None:
    first, again, third = tellings_of([FIRST_QUARTER, FIRST_QUARTER_AGAIN, THIRD_QUARTER])
    assert Bounds([first, again]).reason(third) == "another quarter"


@pytest.mark.parametrize("left_out", range(3))
def test_each_article_of_a_purchase_is_within_the_bounds_of_the_others(left_out: int) -> None:
    own = tellings_of([WIRE, LOCAL, NOTE])
    story = own.pop(left_out)
    assert Bounds(own).reason(story) is None


def test_nothing_is_kept_out_of_a_single_article_or_for_being_short() -> None:
    wire, local, note, other, short = tellings_of(
        [
            WIRE,
            LOCAL,
            NOTE,
            EARLIER_DEAL,
            "Dunvale to buy Birchwater\nDENVER, March 20, 2016 - Dunvale buys Birchwater.",
        ]
    )
    assert Bounds([wire]).reason(other) is None
    assert Bounds([wire, local, note]).reason(short) is None


def test_the_dossier_puts_what_is_about_something_else_to_no_event(
    dossier_of: Callable[[Sequence[str]], Dossier],
) -> None:
    found = dossier_of([WIRE, LOCAL, NOTE, ROUND_UP, EARLIER_DEAL, BUYERS_QUARTER, LAUNCH])
    assert [event.articles for event in found.events] == [["a1", "a2", "a3"]]
