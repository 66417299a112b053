"""Whether a story tells of a purchase that others tell of, by what little it needs to say of it.

A company is bought but once. So a story that names who buys and what is bought, the latter not only once in passing,
and speaks of a purchase in several of its main clauses, is of that purchase, whatever figures it has in common with the
others; unless its top is about a company that these do not know, or about how one did in a quarter. A story that names
one side, or only people and towns, must have the price of the deal, and a name where it has no side, in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.dossier.entities import Entity, refers
from summarizer.dossier.matching import any_same
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.specifics import Kind, Specific
from summarizer.dossier.telling import Telling
from summarizer.dossier.units import Unit, days_apart

_TOLD = 2
"""Sentences whose foreground speaks of a purchase, where both sides are named."""
_OFTEN = 2
"""Sentences that name what is bought, where the top does not."""
_DAYS = 14
"""Between a story that has the price and not both sides, and one of the purchase."""
_WEEK = 7
"""Between a story that names both sides, and not in its headings or opening, and one of the purchase."""
_MANY = 4
"""Specifics in common from which on a story is of a purchase whatever its top is about."""
_PRICE_BITS = 6.0
"""Of a price that few others have: two digits."""
_SEVERAL = 3
"""Stories of a purchase from which on one that names none of its sides may hint at it."""
_HINT_BITS, _HINTS = 9.0, 3
"""Of what such a one has in common with them in the same days, and how many specifics it is."""
_PEOPLE = 2
"""Of them those who are enough without a number."""
_FAR_HINT_BITS, _COURSE = 20.0, 120
"""The same of one with amounts that is so many days from them at most: the closing, told by who is there."""
_SHORTEST = 5
"""Letters of a word that is known as a side's though it is not seen as a name."""


def tells_purchase(story: Telling, unit: Unit, count: int) -> bool:
    """Whether a story without a deal of its own tells of a unit's purchase, naming both sides: in its headings or its
    opening, or within days, with something in common.

    count   of the specifics in common
    """
    near = unit.buys and is_near(story, unit)
    if not unit.buys or story.speaking < _TOLD or not (story.buying or (count and near)):
        return False
    if is_on_results(story, unit) or _strange(story.bodies, unit) or buys_other(story, unit):
        return False
    for mention in unit.mentions:
        things = mention.objects or mention.partners
        if not near and not any_same(things, (*story.headings, *story.actors)):
            continue
        about = max((count for one, count in story.often if any_same([one], things)), default=0)
        others = [one for one in mention.principals() if mention.partners or one not in things]
        if about < _OFTEN and not any_same(things, story.actors):
            # Named once, it is the news only where the other side is named again or at the top, and nobody else.
            again = any_same(others, [*story.actors, *(one for one, _ in story.often)])
            if not again or not any_same(things, story.near) or _strange(story.salient, unit):
                continue
        if mention.family == "ownership" and _names_other(story, things, others):
            return True
    return False


def _names_other(story: Telling, things: Sequence[Entity], others: Iterable[Entity]) -> bool:
    """Whether a story names one of a purchase's other parties beside what is bought, be it where no name is seen as
    it begins a sentence."""
    known = [one for one in story.names if any_same([one], things)]
    for other in others:
        if any(any_same([other], [one]) and (one not in known or len(known) > 1) for one in story.names):
            return True
        firsts = {(form.split()[0], form) for form in other.forms}
        if any(
            len(word) >= _SHORTEST and word in story.capitals and refers(word, form) and not any_same([other], known)
            for word, form in firsts
        ):
            return True
    return False


def has_price(story: Telling, unit: Unit, shared: Iterable[Specific]) -> bool:
    """Whether a story of the same days has a purchase's price in common with it, and names a side, or a person or a
    place that two of the others name; or has anything in common and names who sells and who buys."""
    if not unit.buys or story.speaking < (1 if story.buying else _TOLD):
        return False
    if story.instruments or days_apart(story, unit) > _DAYS:
        return False
    if is_on_results(story, unit) or _strange(story.parties, unit) or buys_other(story, unit):
        return False
    mentions = [one for one in unit.mentions if one.objects or one.partners]
    values = {mention.value.amount for mention in mentions if mention.value is not None}
    listed = list(shared)
    price = any(
        one.bits >= _PRICE_BITS
        and ((one.kind == "money" and one.what in values) or (one.kind == "price" and _told_by(one, unit) > 1))
        for one in listed
    )
    if not price:
        ends = any(any_same(one.takers, story.names) and any_same(one.givers, story.names) for one in mentions)
        return ends and story.speaking >= _TOLD and any(_told_by(one, unit) for one in listed)
    parties = [party for mention in unit.mentions for party in mention.principals()]
    if any_same(parties, story.names):
        return True
    return any(one.kind in ("name", "person") and _told_by(one, unit) > 1 for one in listed)


def only_hints(story: Telling, unit: Unit, bits: float, kinds: Counter[Kind]) -> bool:
    """Whether a story that names none of a purchase's sides, and at its top no company that the others do not, hints
    at it: by people or places, and numbers, or by several people, that the others have, in the same days; or weeks
    later by more, amounts of money among them.

    bits, kinds     of the specifics in common, and how many there are of each kind
    """
    if not unit.buys or len(unit.stories) < _SEVERAL or any(map(is_whole, story.main)):
        return False
    if _strange(story.parties, unit) or any(any_same(one.principals(), story.names) for one in unit.mentions):
        return False
    named, count = kinds["name"] + kinds["person"], kinds.total()
    if not named or (named == count and kinds["person"] < _PEOPLE):
        return False
    away = days_apart(story, unit)
    if away <= _DAYS:
        return bits >= _HINT_BITS and count >= _HINTS
    return away <= _COURSE and kinds["money"] > 1 and bits >= _FAR_HINT_BITS and count > _HINTS


def _told_by(one: Specific, unit: Unit) -> int:
    return sum(one in story.told for story in unit.stories)


def is_aside(story: Telling, unit: Unit, names: int, others: int, prices: int) -> bool:
    """Whether a story tells other news of what is bought: its top has no word of a purchase, and is about that company
    alone, and it names once who buys it, who does not act in it, and no price of a share is in common; or weeks away it
    has in common only whom and where the company has.

    names, others   of the specifics in common: names and people; and all else
    prices          how many of these are prices of a share
    """
    if not unit.buys or story.buying or prices or names + others >= _MANY:
        return False
    near = is_near(story, unit)
    both = any(_has_both(story.actors, mention) for mention in unit.mentions)
    if not near and not others:
        return not (both and names > 1)
    if both or "ownership" in story.weak or (story.closing and not near):
        return False
    often = [one for one, _ in story.often]
    for mention in unit.mentions:
        ends = [one for one in mention.principals() if one not in mention.objects]
        if any_same(ends, (*often, *story.actors, *story.acting)) or not any_same(mention.objects, story.actors):
            return False
    return True


def _has_both(some: Sequence[Entity], mention: Mention) -> bool:
    """Whether what a purchase is about and another of its parties are among some names."""
    ends = [one for one in mention.principals() if one not in mention.objects]
    return any_same(ends, some) and any_same(mention.objects, some)


def is_near(story: Telling, unit: Unit) -> bool:
    """Whether a story is of the same days as one of a purchase."""
    return days_apart(story, unit) <= _WEEK


def buys_other(story: Telling, unit: Unit) -> bool:
    """Whether a story's news is that something else is bought, be it open by whom."""
    things = [one for mention in unit.mentions for one in mention.objects or mention.partners]
    own = [mention for mention in story.main if mention.family == "ownership" and mention.objects]
    return any(not any_same(mention.objects, things) for mention in own)


def _strange(some: Iterable[Entity], unit: Unit) -> bool:
    """Whether one of some companies is named in no story of a purchase."""
    known = [entity for one in unit.stories for entity in one.names]
    return any(not any_same([one], known) for one in some)


def is_on_results(story: Telling, unit: Unit) -> bool:
    """Whether the headings of a story are about how a company did, and do not name what a unit's purchase is about: the
    buyer's next quarter has figures of it too."""
    if not unit.buys or not story.results_headed:
        return False
    return not any(any_same(mention.objects or mention.partners, story.headings) for mention in unit.mentions)
