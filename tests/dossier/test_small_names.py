"""Companies that write their name in small letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.small_names import Readings, opened_in
from summarizer.dossier.stories import Story

MAKER = """Locks without keys
plindo, which makes locks for sheds, will open a second works in Perth. Its founder said on Monday that demand doubled.
Most of the locks plindo sells go to farmers, and a third of the money comes from repairs. Before, plindo was a hobby.
"""
BUYER = """Garrow to pay $80 million for plindo
Garrow Tools Inc. has agreed to buy plindo for $80 million. Garrow said that plindo would keep its name and its works.
"""


def story(text: str) -> Story:
    return Story(summarize(Article.from_text(text), model="offline"), text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A note.\nplindo has a new works.\n", {"plindo"}),
        ("They were late. plindo's founder did not mind.\n", {"plindo"}),
        # In the middle of a sentence, behind an abbreviation, and what begins a broken line of prose.
        ("Nobody had heard of plindo, which makes locks.\n", set()),
        ("Shares of Garrow Corp. today rose by a tenth.\n", set()),
        ("It was more than\nthey had hoped.\n", set()),
    ],
)
def test_a_name_in_small_letters_is_known_where_it_begins_a_sentence(text: str, words: set[str]) -> None:
    assert opened_in(story(text)) == words


def names(readings: Readings, stories: Sequence[Story], place: int) -> set[str]:
    return {form for one in readings.again(stories.__getitem__)[place].names for form in one.forms}


def test_it_is_known_then_in_the_other_articles_too() -> None:
    stories = [story(MAKER), story(BUYER)]
    readings = Readings()
    alone = {form for one in readings.read(stories[1]).names for form in one.forms}
    assert "Plindo" not in alone
    readings = Readings()
    for one in stories:
        readings.read(one)
    assert "Plindo" in names(readings, stories, 1)


def test_what_has_a_determiner_in_other_articles_is_a_noun() -> None:
    noun = "Ponds\nA plindo is a small pond. The plindo froze, and a plindo is hard to cross. No plindo is deep.\n"
    stories = [story(MAKER), story(noun), story(noun.replace("Ponds", "Lakes"))]
    readings = Readings()
    for one in stories:
        readings.read(one)
    assert "Plindo" not in names(readings, stories, 0) | names(readings, stories, 1)


COLUMN = """Why Garrow wants plindo
Column, Perth, May 9, 2014 - Nobody at Garrow Tools has ever made a lock. That may be why Garrow is paying $80 million
for plindo, whose locks hang on half of the sheds between here and Albany. The farmers like them. Garrow likes farmers,
who buy its saws, and it has shops in every town where plindo has none. A lock is a small thing to sell to a farmer who
came for a saw. plindo had sales of $21 million last year, so the price is not low, and its founder will not go to work
for anybody, as she told me.
"""
WIRE = """Garrow to pay $80 million for plindo
MELBOURNE, May 6, 2014 - Garrow Tools Inc. has agreed to buy plindo, a maker of locks for sheds, for $80 million in
cash, the two said on Tuesday. Garrow expects the purchase to close in July. plindo, which has 90 workers in Perth, had
sales of $21 million last year. The locks will be sold in the shops of Garrow, which sells saws to farmers. The shares
of Garrow rose 3 percent. It had no debt before, and will pay from what it has at the bank.
"""


def test_articles_on_its_sale_are_put_together(dossier_of: Callable[[Sequence[str]], Dossier]) -> None:
    assert [one.articles for one in dossier_of([WIRE, COLUMN]).events] == [["a1", "a2"]]
