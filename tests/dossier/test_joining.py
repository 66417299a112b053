"""Long articles are put together by how likely they tell of one event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.likeness import FARTHEST, Likeness
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling

WIRE = """Harbeck agrees to buy Osmotiq for $640 million
TULSA, June 3, 2013 - Harbeck Water Corp. has agreed to buy Osmotiq Inc., a maker of filters for breweries, for $640
million in cash, the companies said on Monday. Osmotiq, which is based in Duluth, had sales of $118 million last year
and employs 410 people. Its chief executive, Marit Solheim, will go on running it as a unit of Harbeck. The purchase
is the largest that Harbeck has made since it was listed. Harbeck expects the deal to close by September, and said
that it would pay with cash and a new loan. Shares in Harbeck fell 2 percent.
"""
FEATURE = """The filter that Duluth kept
By a staff writer, Duluth Courier, June 9, 2013
Marit Solheim still has the first filter on her desk. It was built in a garage on Superior Street, and it leaked. Last
week the company she made of it, Osmotiq, went to Harbeck for a sum that nobody on Superior Street had thought of.
Harbeck has promised the mayor that the 410 people at the works on the lake will stay. Some of them have heard such
promises before. Breweries from Milwaukee to Munich run on Osmotiq membranes, and Solheim says that Harbeck, which
sells pumps, never learned how to make them. "They came to us four times," she said. "We said no three times."
Her chief of research will move to Tulsa, and so will the patents, as the agreement with Harbeck has it.
"""
RESULTS = """Harbeck posts higher profit on pumps
TULSA, February 6, 2014 - Harbeck Water Corp. earned $41 million in the fourth quarter, up from $37 million a year
before, as cities ordered more pumps. Revenue rose 6 percent to $502 million. The company forecast earnings of $1.90
to $2.00 a share for the full year. Its finance chief, Dale Ruppert, said that orders from utilities in Texas and
Arizona were the strongest in years and that steel had become cheaper. Margins rose by half a point. Analysts had
expected revenue of $495 million. The shares rose 3 percent in early trading, to their highest since the spring.
"""
OTHER = """Harbeck adds meters with purchase of Tollund Instruments
TULSA, June 20, 2013 - Harbeck Water Corp. said on Thursday that it will acquire Tollund Instruments, a Danish maker of
meters for district heating, for 95 million euros. Tollund, founded in Silkeborg in 1951, belongs to the Kragelund
family and has 230 employees. Jens Kragelund, its managing director, is to retire when the purchase closes. Meters are
the fastest growing part of the market, said Dale Ruppert, finance chief at Harbeck, and Tollund sells them in eleven
countries. The family had looked for a buyer since the autumn. The works in Silkeborg will remain where they are.
"""


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_a_feature_joins_its_purchase_and_other_news_of_the_buyer_does_not(
    dossier_of: Callable[[Sequence[str]], Dossier], order: Sequence[int]
) -> None:
    texts = [WIRE, FEATURE, RESULTS, OTHER]
    found = dossier_of([texts[at] for at in order])
    together = {order[int(one.removeprefix("a")) - 1] for event in found.events for one in event.articles}
    assert together == {0, 1}
    assert len(found.events) == 1


def compared(texts: Sequence[str]) -> tuple[Likeness, list[Telling]]:
    tellings = [
        Telling(at, Story(summarize(Article.from_text(text), model="offline"), text)) for at, text in enumerate(texts)
    ]
    return Likeness(tellings), tellings


def test_how_alike_two_are_does_not_depend_on_which_comes_first() -> None:
    likeness, tellings = compared([WIRE, FEATURE, RESULTS, OTHER])
    for one, other in permutations(tellings, 2):
        assert likeness.score(one, other) == pytest.approx(likeness.score(other, one))
    purchase, feature, results, another = tellings
    assert likeness.score(purchase, feature) > likeness.score(purchase, results)
    assert likeness.score(purchase, feature) > likeness.score(purchase, another)


def test_two_without_a_name_in_common_are_as_far_apart_as_can_be() -> None:
    likeness, (one, other) = compared(
        [WIRE, "Strike ends at Pellow quarry\nThe drivers of Pellow went back to work in Bodmin on Tuesday.\n"]
    )
    assert likeness.score(one, other) == FARTHEST
    assert other.profile.is_short
    assert not one.profile.is_short
