"""Who names what is bought, as hardly any but the articles on its purchase do, is of that purchase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.naming import join_naming
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

WIRE = """Salthouse to acquire dental firm Orlipp for $450 million
BOSTON, May 9, 2018 - Salthouse Group Inc. has agreed to acquire Orlipp Dental Corp. of Rochester, which makes
drills and chairs for dentists, for $450 million in cash, the companies said on Wednesday. Orlipp has 900
employees and had sales of $230 million in the last year. Salthouse makes implants and is the larger of the two
by far. The purchase should close in August if the authorities let it. Holders of Orlipp get $27.50 a share, a
third more than it cost on Tuesday.
"""
LOCAL = """Rochester's Orlipp goes to Boston's Salthouse
ROCHESTER, May 10, 2018 - The makers of the drill that half the country has been afraid of have a new owner.
Orlipp, on Lyell Avenue since 1931, is to be bought by Salthouse of Boston for $450 million. Its 900 people
heard of it at the gate. The mayor said that she had been told the works would stay, and that Salthouse would
put money into a new paint shop. The purchase is to be complete in August. Nobody would say what becomes of the
chairs, which have lost money for years.
"""
NOTE = """Salthouse pays up for Orlipp
Grey Harbor Securities, May 10, 2018
At $450 million the purchase of Orlipp costs Salthouse twice the sales of the firm, in a field where one and a
half is the rule. We can follow the logic: whoever sells an implant would like to sell the chair. But half of
the 900 jobs at Orlipp are in a business that does not grow. We cut our target for Salthouse by two dollars and
remain neutral. The deal adds little to earnings before 2020, and the cash was meant for holders who have waited
for it.
"""
TRADE = """Who fills the gap between drill and implant
Dental Trade Monthly, May 14, 2018
With the purchase of Orlipp, Salthouse becomes the only house from which a dentist can have all that stands in a
treatment room. Orlipp brings the chair, the lamp and the drill, and Salthouse what is screwed in at the end.
The 900 staff of Orlipp in Rochester will be led from Boston. Dealers who sell both lines expect one price list
by next spring. The two put the price at $450 million. Rivals from Japan and Germany have said nothing so far.
"""
ASKED = """What becomes of my service contract?
Practice Today, June 4, 2018
Readers have asked what the change at Orlipp means for them. Most contracts run for five years, and nothing in
them ends with a new owner. Spare parts for the older drills are kept for twelve years. Our adviser would wait
with new chairs until autumn, as prices tend to be softer when salesmen do not know who their boss will be. Ask
for your technician's name in writing. Orlipp has thirty of them, and says each keeps the practices he has.
Salthouse did not wish to comment.
"""


RATING = """Ellery puts Salthouse on watch
New York, June 20, 2018 - Ellery Ratings has put the BBB grade of Salthouse Group on watch with a negative sign. The
loan for the purchase of Orlipp will take debt to four times earnings from two. The buyer says that it can sell a plant
in Ohio, which would bring a quarter of that back. A deal of this size, in a trade it knows, is less of a worry than the
terms on which it is paid. The watch should end when the purchase is complete.
"""
UNDATED = """Orlipp's new owners, and what the chapel thinks
By our own man at the gate
The union at Orlipp wants it on paper. No one is to go before the takeover has been two years old, and the paint shop is
to stand in Rochester. Those who sell the drills for Salthouse should be paid as those here are, or better the other way
round. There has been a buyer before, in the nineties, and it ended with a picket line and a burnt mattress.
"""
LAUNCH = """Orlipp shows a drill that does not whistle
February 6, 2018 - Orlipp of Rochester showed dealers a drill on Tuesday that runs on air and makes less noise than
rain. It is sold for $2,900, and from May in blue. Orlipp has put six years into it. The bearings do not touch a
thing, which its makers like to show with a coin. Salthouse and two others are said to have ordered some to try.
"""
AS_BUYER = """Orlipp buys scanner maker Pell for $12 million
ROCHESTER, May 12, 2018 - Orlipp Dental Corp. has acquired Pell Scanners Inc. for $12 million, it said on Saturday.
Orlipp wants its chairs to see what they hold. Pell has forty people in Utica. Its founder will lead it until winter.
Orlipp has bought two such firms in three years, and would not say who is next on the list it keeps in a drawer.
"""


def tellings_of(texts: Sequence[str]) -> list[Telling]:
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    return [
        Telling(place, Story(summary, text)) for place, (summary, text) in enumerate(zip(summaries, texts, strict=True))
    ]


RUMOR = """Salthouse weighs a bid for Orlipp
BOSTON, January 29, 2018 - Implant maker Salthouse is among those who may bid for Orlipp, two people who know of the
talks said on Monday. Bankers sent a book on the drill maker to a dozen houses before Christmas. Some of those were
funds, and others make lamps and scanners. First bids are due in February. The family, which holds a third of the votes,
would rather have somebody from the trade. A spokeswoman in Rochester did not want to say anything, and Boston did not
call back.
"""
STREET = """What we do not learn on Lyell Avenue
Saturday column, May 26, 2018
My dentist has a poster of the moon on his ceiling, and I know it well. He told me, with both hands in my mouth, that he
was worried. His drill is as old as I am, and a man comes from the works each spring and oils it. Will he come
again? At Orlipp they could not say. The woman at the desk was kind and gave me a calendar. So I asked at the bakery
across the road, where they know everything, and there they said that Orlipp would get a paint shop from Salthouse.
"""


@pytest.mark.parametrize("text", [ASKED, RUMOR, STREET], ids=["within weeks", "months before", "not at its top"])
def test_who_names_what_is_bought_joins_the_purchase(text: str) -> None:
    tellings = tellings_of([WIRE, LOCAL, NOTE, TRADE, text])
    assert join_naming(tellings, [[0, 1, 2, 3]]) == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize(
    "text",
    [
        ASKED.replace("June 4, 2018", "June 4, 2019"),
        ASKED.replace("the change at Orlipp means", "a change of owners means"),
        ASKED.replace("Salthouse did", "The firm did").replace("a new owner", "a new name on the door"),
        ASKED.replace("Orlipp", "Orlipp Gastronomy AG"),
        RUMOR.replace("January 29, 2018", "June 29, 2017"),
        STREET.replace("May 26, 2018", "June 26, 2018"),
    ],
    ids=[
        "a year later",
        "named once, further down",
        "speaks of no purchase",
        "another company",
        "a year before",
        "not at its top, weeks later",
    ],
)
def test_what_does_less_does_not(text: str) -> None:
    assert join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, text]), [[0, 1, 2, 3]]) == []


def test_a_company_that_other_stories_name_as_often_says_nothing() -> None:
    others = [
        LAUNCH.replace("February 6", f"June {day}").replace("Salthouse", "Vrinks").replace("is sold for", "costs")
        for day in range(5, 9)
    ]
    assert join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, ASKED, *others]), [[0, 1, 2, 3]]) == []


@pytest.mark.parametrize("text", [RATING, UNDATED], ids=["the buyer at its top", "no day"])
def test_both_sides_and_words_of_a_purchase_are_enough(text: str) -> None:
    assert join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, text]), [[0, 1, 2, 3]]) == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize(
    "text",
    [
        LAUNCH,
        AS_BUYER,
        RATING.replace("June 20, 2018", "June 20, 2019"),
        UNDATED.replace("new owners", "new canteen").replace("the takeover", "the canteen").replace("a buyer", "one"),
    ],
    ids=["a product months before", "what is bought buys", "a year later", "no purchase"],
)
def test_a_name_beside_the_other_is_not(text: str) -> None:
    assert join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, text]), [[0, 1, 2, 3]]) == []


def test_a_smaller_set_that_is_of_the_purchase_goes_to_it() -> None:
    assert join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, ASKED, RUMOR]), [[0, 1, 2, 3], [4, 5]]) == [
        [0, 1, 2, 3, 4, 5]
    ]


def test_what_has_joined_lets_others_join() -> None:
    """Five that name what is bought and have not joined yet are no strangers."""
    others = [text.replace("Orlipp in Rochester", "Orlipp") for text in (RATING, UNDATED, ASKED, RUMOR, STREET)]
    found = join_naming(tellings_of([WIRE, LOCAL, NOTE, TRADE, *others]), [[0, 1, 2, 3]])
    assert [sorted(one) for one in found] == [list(range(9))]


def test_the_dossier_has_it_in_the_event(dossier_of: Callable[[Sequence[str]], Dossier]) -> None:
    found = dossier_of([ASKED, WIRE, LOCAL, NOTE, TRADE])
    assert [event.articles for event in found.events] == [["a1", "a2", "a3", "a4", "a5"]]
