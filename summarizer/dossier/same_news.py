"""Whether a story tells the news of others of which no deal was read, by what they have in common beside a name.

What recurs (results, a fine, a round of financing) is one piece of news within days only, and by numbers: the same
people and towns are in all that a company does.
"""

from __future__ import annotations

from math import inf

from summarizer.dossier.facts import MONEY
from summarizer.dossier.telling import Telling
from summarizer.dossier.units import Unit, days_apart, ends, tell_two

_NEAR_BITS, _NEAR_COUNT, _SAME_DAYS = 12.0, 3, 3
"""In common beside the name, where the two are so few days apart at most: bits, and how many specifics."""
_FIGURE_BITS, _FIGURES = 6.0, 2
"""Bits, and how many numbers, within those days: one, with the chief's name, is in all that is told of a company."""
_OTHER_BITS, _OTHER_COUNT = 20.0, 4
"""The same at any time where one of them is an amount of money."""
_TWO_SIDED_BITS, _TWO_SIDED_COUNT, _SAME_WEEKS = 8.0, 2, 21
"""The same where two names stand in both where they tell their news, one of the specifics is a number, and they are so
few days apart; or one has no date, and an amount stands in the foreground of both."""
_PRICED_BITS, _SAME_WEEK = 9.5, 7
"""Bits of as many where one name does, and one of the specifics is an amount."""
_NO_SIDES = frozenset(("asx", "lse", "nasdaq", "nyse", "phase", "series", "tsx"))
"""Words that stand with a capital in news of many."""


def is_one_news(story: Telling, unit: Unit, bits: float, count: int, amounts: int, numbers: int) -> bool:
    """Whether what a story has in common with a unit without a deal is enough for one piece of news.

    bits, count         of the specifics in common
    amounts, numbers    how many of these are amounts of money, and numbers of any kind
    """
    apart_by = days_apart(story, unit)
    if apart_by <= _SAME_DAYS:
        if bits >= _NEAR_BITS and count >= _NEAR_COUNT:
            return True
        if count and any(tell_two(story, one) and not _counts_differ(story, one) for one in unit.stories):
            return True
        if numbers and story.results and any(one.results for one in unit.stories):
            return True
        if numbers >= _FIGURES and bits >= _FIGURE_BITS:
            return True
    if amounts and bits >= _OTHER_BITS and count >= _OTHER_COUNT:
        return True
    if count < _TWO_SIDED_COUNT or (apart_by == inf and not _same_head_money(story, unit)):
        return False
    if ends(story, unit) and any(tell_two(story, one) for one in unit.stories):
        return True
    two_sided = len((story.salient_words & unit.sides()) - _NO_SIDES) > 1
    if two_sided and numbers and (apart_by <= _SAME_WEEKS or apart_by == inf):
        return bits >= _TWO_SIDED_BITS
    return amounts > 0 and numbers >= _FIGURES and bits >= _PRICED_BITS and (apart_by <= _SAME_WEEK or apart_by == inf)


def _same_head_money(story: Telling, unit: Unit) -> bool:
    """Whether an amount of the story's heading or opening is one of these of the unit's stories."""
    return any(not story.head_money.isdisjoint(one.head_money) for one in unit.stories)


def _counts_differ(one: Telling, other: Telling) -> bool:
    """Whether one is called another deal than the other, or both count the same things, and not alike."""
    return one.another != other.another or any(
        kind != MONEY and values.isdisjoint(other.figures.get(kind, values)) for kind, values in one.figures.items()
    )


def same_counts(story: Telling, unit: Unit) -> bool:
    """Whether both count the same things alike in their headings or openings, in a number that tells little by its
    digits: "40 jets"."""
    return any(
        kind != MONEY and not values.isdisjoint(one.figures.get(kind, ()))
        for kind, values in story.figures.items()
        for one in unit.stories
    )
