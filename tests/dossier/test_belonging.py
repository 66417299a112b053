"""A story beside the set of those that tell of one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.belonging import Gathered, belongs, features
from summarizer.dossier.likeness import Likeness
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

WIRE = """Cresset to buy Norvane for $310 million
BOSTON, April 7, 2015 - Cresset Foods Inc. has agreed to buy Norvane, a Danish maker of rye crackers, for $310
million, both companies said on Tuesday. Norvane, which belongs to the Lindegaard family, had sales of $140 million
last year and employs 620 people in Horsens. Cresset expects the deal to close by August. Its chief executive, Paula
Brandt, said that Norvane would remain in Horsens. The competition authority in Copenhagen, Konkurrax, has to approve
the purchase.
"""
CLEARED = """Konkurrax lets Cresset have Norvane
Copenhagen, 2 July 2015 - Konkurrax has approved the purchase of Norvane by Cresset Foods, on the condition that a
small bakery in Aarhus be sold. Cresset said that it accepted this. Norvane makes three of ten crackers that are eaten
in Denmark, and the authority had asked grocers and bakers what they thought of an American owner. The Lindegaard
family had agreed to the sale in April. Paula Brandt of Cresset said that the deal, of $310 million, would be closed
within weeks.
"""
CLOSED = """Cresset completes Norvane purchase
BOSTON, July 30, 2015 - Cresset Foods Inc. said that it had completed its purchase of Norvane, of Horsens in Denmark.
The price was $310 million. Norvane becomes part of the European business of Cresset, and Kirsten Lindegaard stays as
its head. The bakery in Aarhus that Konkurrax wanted to be sold went to a local baker. Cresset forecasts that the
purchase will add three cents to its earnings per share next year, as Paula Brandt told analysts in Boston on
Thursday.
"""
UNION = """Bakers of Norvane want it in writing
By our reporter, 20 May 2015
Two hundred bakers stood before the gate of Norvane on Tuesday morning and did not go in. They want to hear from
Cresset that the night shift stays when Norvane is sold to the Americans. "We have met the family, and the family
weeps," said Bent Ravn, who speaks for the union in Horsens. "We have not met Cresset." Kirsten Lindegaard came out
with coffee, and said that Cresset had promised Norvane more than the law asks for. The shift that began at noon was
on time, and the crackers were not missed.
"""
RESULTS = """Cresset earns less as wheat gets dearer
BOSTON, February 9, 2017 - Cresset Foods Inc. earned $58 million in its fourth quarter, down from $66 million a year
before, as wheat became dearer and rain kept shoppers at home. Sales rose 2 percent to $1.1 billion. Paula Brandt, the
chief executive, told analysts that prices would go up in March. The company forecast earnings per share of $2.10 to
$2.25 for the year, less than they had expected. Margins in North America fell by a point. The shares lost 6 percent.
"""
OLDER = """Cresset picks up soup maker Hallorane
BOSTON, March 3, 2011 - Cresset Foods Inc. will buy Hallorane Soups, of Vermont, for $95 million in cash, the company
said. Hallorane, which was founded by two sisters in Burlington, sells organic soups in jars and has 140 workers.
Cresset wants to bring them to stores in the South. The purchase is to close in May. Dale Hallorane will stay for two
years, as Cresset has promised. Analysts called the price high, at more than twice the sales of Hallorane, which has
never made a profit.
"""


def told(texts: Sequence[str]) -> list[Telling]:
    return [
        Telling(at, Story(summarize(Article.from_text(text), model="offline"), text)) for at, text in enumerate(texts)
    ]


def test_a_side_story_belongs_to_the_set_and_other_news_of_the_buyer_does_not() -> None:
    wire, cleared, closed, union, results, older = found = told([WIRE, CLEARED, CLOSED, UNION, RESULTS, OLDER])
    likeness = Likeness(found)
    others = Gathered([wire, cleared, closed])
    odds = {id(one): belongs(one, others, likeness, likeness.score) for one in (union, results, older)}
    assert odds[id(union)] > 0 > max(odds[id(results)], odds[id(older)])


def test_what_all_of_them_name_and_nobody_else_is_what_the_set_is_known_by() -> None:
    wire, cleared, closed, union, results, older = found = told([WIRE, CLEARED, CLOSED, UNION, RESULTS, OLDER])
    likeness = Likeness(found)
    others = Gathered([wire, cleared, closed])
    side, earlier = (features(one, others, likeness, likeness.score) for one in (union, older))
    assert side["anchor_head"] == 1.0  # Norvane
    assert earlier["anchor_head"] == pytest.approx(3 / 5)  # Cresset, of which the union and the results speak too
    assert side["long_before"] == 0.0 < earlier["long_before"]
    assert side["another_deal"] == 0.0 < earlier["another_deal"]
    assert earlier["told_money"] == 0.0
    assert features(results, others, likeness, likeness.score)["other_money"] == 1.0


def test_one_story_of_the_set_more_does_not_change_what_it_names() -> None:
    wire, cleared, closed, union = found = told([WIRE, CLEARED, CLOSED, UNION])
    likeness = Likeness(found)
    orders = [
        features(union, Gathered(list(order)), likeness, likeness.score)
        for order in permutations((wire, cleared, closed))
    ]
    assert all(one == pytest.approx(orders[0]) for one in orders)


def test_the_dossier_puts_it_there(dossier_of: Callable[[Sequence[str]], Dossier]) -> None:
    found = dossier_of([OLDER, UNION, CLOSED, RESULTS, WIRE, CLEARED])
    assert [one.articles for one in found.events] == [["a2", "a3", "a5", "a6"]]
