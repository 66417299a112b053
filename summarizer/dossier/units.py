"""What is weighed as one: the stories of an event, or one story alone; and what tells a story apart from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from math import inf

from summarizer.dossier.entities import Entity, Resolved
from summarizer.dossier.matching import ATTACH_DAYS, OWNERSHIP_DAYS, any_same, contradict
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.specifics import Specific, is_code, telling_word
from summarizer.dossier.telling import Telling

_OFTEN = 2
"""Times that a story names what a deal is about where it does so in background only."""
_MANY = 3
"""Specifics in common from which on they are many."""
_MOST, _SAME_DAYS = 5, 14
"""Those from which on no side needs to be named; and days in which any of the sides is enough."""
_COURSE_DAYS = 2000
"""From an order or a licence to its end."""
_NEAR = 0.1
"""The part by which amounts may differ that are told as one: "£11m" of 11.6 million."""


class Unit:
    """What is weighed as one: the stories of an event, or one story alone."""

    def __init__(self, stories: Sequence[Telling], mentions: Iterable[Mention]) -> None:
        self.stories: list[Telling] = []
        self.mentions = [mention for mention in mentions if is_whole(mention)]
        """Those of its deal."""
        self.days: set[tuple[date, ...]] = set()
        """The days that its stories are of, or may be of."""
        self.told: set[Specific] = set()
        self.money: set[tuple[float, str | None]] = set()
        self._named: Counter[str] = Counter()
        self.around: set[int] = set()
        """The places of stories that name both sides of its deal."""
        self._said_around: Counter[Specific] = Counter()
        for one in stories:
            self.add(one)

    def add(self, story: Telling) -> None:
        """Takes a story in."""
        self.stories.append(story)
        self.days.add(story.days)
        self.told |= story.told
        self.money |= story.money
        self._named.update(story.salient_words)

    def surround(self, story: Telling) -> None:
        """Notes a story that names both sides of its deal."""
        self.around.add(story.place)
        self._said_around.update(story.told)

    def said_around(self, story: Telling) -> set[Specific]:
        """The specifics of those stories but one."""
        own = story.told if story.place in self.around else frozenset()
        return {one for one, count in self._said_around.items() if count > (one in own)}

    @property
    def buys(self) -> bool:
        """Whether it is a purchase, which is made but once."""
        return any(mention.family == "ownership" for mention in self.mentions)

    def sides(self) -> set[str]:
        """The names of its deal's parties, else those that half of its stories name where they tell their news."""
        if self.mentions:
            words = {telling_word(one) for mention in self.mentions for one in mention.principals()}
            return {one for one in words if not is_code(one)}
        return {name for name, count in self._named.items() if count * 2 >= len(self.stories)}


def names_three(story: Telling, unit: Unit) -> bool:
    """Whether a story tells who sells what to whom as a unit's purchase has it: nobody sells a thing to the same buyer
    twice."""
    told = [*story.actors, *story.near]
    return any(
        all(mention.family == "ownership" and some and any_same(some, story.names) for some in sides)
        and any_same(mention.objects, told)
        for mention in unit.mentions
        for sides in [(mention.takers, mention.objects, mention.givers)]
    )


def tell_two(one: Telling, other: Telling) -> bool:
    """Whether both tell of the same two companies in the foreground of their headings or openings."""
    return sum(not actor.person and any_same([actor], other.actors) for actor in one.actors) > 1


def _codes_differ(story: Telling, unit: Unit) -> bool:
    """Whether both are about things of one series of codes ("TRN-118", "TRN-220"), and none is the same."""
    mine, theirs = _codes([story]), _codes(unit.stories)
    return any(numbers.isdisjoint(theirs[letters]) for letters, numbers in mine.items() if letters in theirs)


def _codes(stories: Iterable[Telling]) -> dict[str, set[str]]:
    """The numbers of the codes that some stories are about, by their letters."""
    found: dict[str, set[str]] = {}
    for word in {word for one in stories for word in one.salient_words}:
        letters, _, number = word.partition(" ")
        if is_code(word):
            found.setdefault(letters, set()).add(number.rstrip("s"))
    return found


def names_both(story: Telling, unit: Unit, count: int = 0, amounts: int = 0) -> bool:
    """Whether a story names what a unit's deal is about and another of its parties; the former not once in background
    only, unless they have many specifics in common. Where amounts are among these, two parties are enough, or what the
    deal is about.

    count, amounts   of these, and how many of them are amounts
    """
    if count >= _MANY and amounts and _names_side(story, unit, count, amounts):
        return True
    told = [*story.actors, *story.near, *(party for mention in story.main for party in mention.principals())]
    often = [one for one in story.names if count >= _MANY or one.mentions >= _OFTEN or any_same([one], told)]
    return are_both(often, story.names, unit)


def _names_side(story: Telling, unit: Unit, count: int, amounts: int) -> bool:
    """Whether a story that has so many specifics in common with a unit, with amounts among them, names enough: two of
    its parties that are not what it is about, or in the same weeks the latter where it tells its news, or in the same
    days whichever of them; and nobody where they are more still."""
    away = days_apart(story, unit)
    near = away <= ATTACH_DAYS or away == inf
    if near and count >= _MOST:
        return True
    known = away <= _SAME_DAYS or (away == inf and count > _MANY)
    for mention in unit.mentions:
        ends = [one for one in mention.principals() if one not in mention.objects]
        if (near or amounts > 1) and sum(any_same([one], story.names) for one in ends) > 1:
            return True
        if near and any_same(mention.objects, story.salient):
            return True
        if known and any_same(mention.principals(), story.names):
            return True
    return False


def are_both(things: Sequence[Entity], names: Sequence[Entity], unit: Unit) -> bool:
    """Whether what a unit's deal is about is among the first, and another of its parties among the second, as one of
    the unit's stories has them."""
    for mention in unit.mentions:
        about = [one for one in things if any_same([one], mention.objects or mention.principals())]
        if any(
            one is not other and any_same([other], mention.principals()) and not any_same([one], [other])
            for one in about
            for other in names
        ):
            return True
    return False


def dwells(story: Telling, unit: Unit) -> bool:
    """Whether several sentences of a story without a deal of its own name what a unit's deal is about, and one another
    of its parties."""
    for mention in unit.mentions:
        things = mention.objects or mention.principals()
        about = max((count for one, count in story.often if any_same([one], things)), default=0)
        others = [party for party in mention.principals() if party not in things]
        if about > 1 and any_same(others, story.names):
            return True
    return False


def days_apart(story: Telling, unit: Unit) -> float:
    """Days between a story and the nearest of a unit's, no number where that is not known."""
    pairs = ((mine, theirs) for mine in story.days for some in unit.days for theirs in some)
    return min((abs((mine - theirs).days) for mine, theirs in pairs), default=inf)


def apart(story: Telling, unit: Unit, count: int = 0, numbers: int = 0) -> bool:
    """Whether something tells a story and a unit apart: time, another amount in its headings or opening, of what may be
    done again no amount the same, another quarter or kind of paper, or a deal of its own that contradicts the unit's.

    count, numbers   of the specifics that they have in common, and how many of them are numbers
    """
    later = count >= _MANY or story.closing or any(one.closing for one in unit.stories)
    most = OWNERSHIP_DAYS if later else ATTACH_DAYS
    if count > 1 and not unit.buys and ends(story, unit):
        most = _COURSE_DAYS
    if most < days_apart(story, unit) < inf:
        return True
    if (not (numbers > 1 and count >= _MANY) and long_before(story, unit)) or (
        not unit.buys and _codes_differ(story, unit)
    ):
        return True
    if not (numbers and count >= _MANY) and any(one.family in ("financing", "supply") for one in unit.mentions):
        every = [(one, other) for one, mine in story.money for other, theirs in unit.money if mine == theirs]
        if every and not any(_close(one, other) for one, other in every):
            return True
    shares = count > 1 and numbers and all(one.family == "alliance" for one in unit.mentions) and unit.mentions
    pairs = [(one, other) for one, mine in story.head_money for other, theirs in unit.money if mine == theirs]
    if pairs and not shares and not any(_close(one, other) for one, other in pairs):
        return True
    periods = [one.periods for one in unit.stories if one.periods]
    if story.periods and periods and all(story.periods.isdisjoint(one) for one in periods):
        return True
    papers = [one.instruments for one in unit.stories if one.instruments]
    if story.instruments and papers and not unit.buys and all(story.instruments.isdisjoint(one) for one in papers):
        return True
    if numbers and count >= _MANY and are_both(story.headings, story.headings, unit):
        return False  # a deal of its own that contradicts what its heading says was misread
    own = [mention for mention in story.main if is_whole(mention) and not _exchanged(mention, unit)]
    return any(_against(mention, story, unit) for mention in own if not (count >= _MANY and _bids(mention, unit)))


def ends(story: Telling, unit: Unit) -> bool:
    """Whether one of the two, the later one, tells how a deal that was made earlier ended or changed."""
    days = [one.day for one in unit.stories if one.day is not None]
    if story.day is None or not days:
        return False
    return story.ending if story.day > max(days) else any(one.ending for one in unit.stories)


def long_before(story: Telling, unit: Unit) -> bool:
    """Whether a story is older than the first of a purchase by more than a rumor is, and tells none of its target: a
    product, a contract, or a quarter of a company that somebody came to buy."""
    first = min((one.day for one in unit.stories if one.day is not None), default=None)
    if not unit.buys or first is None or story.day is None or (first - story.day).days <= ATTACH_DAYS:
        return False
    if days_apart(story, unit) <= ATTACH_DAYS:
        return False  # it is near to one that states no year
    speaks = "ownership" in story.strong or story.speaking > 1
    if speaks and all(one.closing for one in unit.stories if one.day is not None):
        return False  # of a purchase of which only the end is known so far, the beginning may be this
    return not any(same_thing(mention, other) for mention in story.main for other in unit.mentions)


def _bids(mention: Mention, unit: Unit) -> bool:
    """Whether a mention is of the purchase of what a unit's deal is about, be it by another bidder."""
    return any(same_thing(mention, other) for other in unit.mentions)


def same_thing(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of the purchase of one thing."""
    return one.family == other.family == "ownership" and any_same(one.objects, other.objects)


def _against(mention: Mention, story: Telling, unit: Unit) -> bool:
    """Whether a story's deal contradicts most of a unit's, who is who being asked of all that they name: a heading's
    tickers are known from another article. What only the text was read to say decides nothing where the story names
    both sides."""
    if sum(contradict(mention, other) for other in unit.mentions) * 2 <= len(unit.mentions):
        return False
    if not mention.records and are_both(story.salient, story.salient, unit):
        return False
    parties = [party for one in (mention, *unit.mentions) for party in one.principals()]
    same = Resolved([*parties, *story.names, *(entity for one in unit.stories for entity in one.names)])
    return sum(contradict(mention, other, same) for other in unit.mentions) * 2 > len(unit.mentions)


def _exchanged(mention: Mention, unit: Unit) -> bool:
    """Whether a mention only has a unit's own names on other sides, at an amount that the unit has: who buys from whom
    was misread in one of the two."""
    value = mention.value.amount if mention.value is not None else None
    names = [entity for one in unit.stories for entity in one.names]
    return (
        value is not None
        and not mention.objects
        and any(_close(value, other) for other, _ in unit.money)
        and all(any_same([one], names) for one in mention.principals())
    )


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(one, other)
