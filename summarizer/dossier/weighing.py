"""Stories put to an event by the weight of what both say and few others do.

Names alone prove little: a buyer's other deals, its results and its next contract name the same two. What an event's
articles have in common beside its sides (its value, the days, people, places and numbers in it, what was said) proves
more, each by how seldom it is (see `specifics`), and what other stories have that do not name the sides proves less. So
a story belongs to the event whose sides it names, and with which it has enough of the rest in common; unless something
tells the two apart. Each story that joins an event adds what it says, so that one may link two that have little in
common by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import inf, log2
from typing import NamedTuple

from summarizer.dossier.entities import Entity
from summarizer.dossier.matching import ATTACH_DAYS, OWNERSHIP_DAYS, any_same, contradict
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.specifics import Specific, telling_word
from summarizer.dossier.telling import Telling

_BOTH_BITS, _BOTH_COUNT = 7.0, 2
"""In common beside the sides, where both sides of the event's deal are named: bits, and how many specifics."""
_HEADED_BITS, _HEADED_COUNT = 3.0, 1
"""The same where a heading names both, and nothing calls it another deal of these."""
_OTHER_BITS, _OTHER_COUNT = 20.0, 3
"""The same where neither has a deal that was read."""
_SAME_DAYS, _OTHER_BITS_NEAR = 3, 12.0
"""The bits where these are so few days apart."""
_COUNTS = 2.5
"""Bits of a specific from which on it is one of those that are counted."""
_MARGIN = 3.0
"""By which the event of a story must weigh more than any other that it could be of."""
_COMMON = 200
"""Stories that have a specific from which on it says nothing."""
_CANDIDATES = 24
"""Events that a story is weighed with: those with which it has most specifics in common."""
_ROUNDS = 4
"""Times that the stories which are left are weighed again with what events have become."""
_OFTEN = 2
"""Times that a story names what a deal is about where it does so in background only."""
_NEAR = 0.1
_ASIDE = 2.0
"""What each doubling of the stories of other events takes from a specific."""


class Weight(NamedTuple):
    """What a story and an event have in common beside its sides."""

    bits: float
    specifics: int
    enough: bool


_NOTHING = Weight(0.0, 0, enough=False)


class Unit:
    """What is weighed as one: the stories of an event, or one story alone."""

    def __init__(self, stories: Sequence[Telling], mentions: Iterable[Mention]) -> None:
        self.stories: list[Telling] = []
        self.mentions = [mention for mention in mentions if is_whole(mention)]
        """Those of its deal."""
        self.told: set[Specific] = set()
        self.money: set[tuple[float, str | None]] = set()
        self._named: Counter[str] = Counter()
        for one in stories:
            self.add(one)

    def add(self, story: Telling) -> None:
        """Takes a story in."""
        self.stories.append(story)
        self.told |= story.told
        self.money |= story.money
        self._named.update(story.salient_words)

    def sides(self) -> set[str]:
        """The names of its deal's parties, else those that half of its stories name where they tell their news."""
        if self.mentions:
            return {telling_word(one) for mention in self.mentions for one in mention.principals()}
        return {name for name, count in self._named.items() if count * 2 >= len(self.stories)}


class Scale:
    """Weighs stories and events."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self.having: dict[Specific, list[Telling]] = {}
        for one in tellings:
            for specific in one.told:
                self.having.setdefault(specific, []).append(one)

    def weight(self, story: Telling, unit: Unit) -> Weight:
        """What the two have in common; nothing where they have not the sides in common, or something tells them
        apart. A deal is looked for in the story where the unit, one story too, has none."""
        if not unit.mentions and len(unit.stories) == 1 and any(map(is_whole, story.main)):
            return self.weight(unit.stories[0], Unit([story], story.main))
        sides = unit.sides()
        common = story.name_words & sides
        if not common or not (not unit.mentions or _names_both(story, unit)) or _apart(story, unit):
            return _NOTHING
        inside = {one.place for one in (story, *unit.stories)}
        bits = quoted = 0.0
        count = 0
        for one in story.told & unit.told:
            if one.kind == "name" and one.what in sides:
                continue
            others = sum(
                each.place not in inside and not common <= each.name_words for each in self.having[one][:_COMMON]
            )
            worth = one.bits - _ASIDE * log2(1 + others)
            if one.kind == "quote":
                quoted = max(quoted, worth)
            elif worth > 0:
                bits += worth
                count += worth >= _COUNTS
        bits, count = bits + quoted, count + (quoted >= _COUNTS)
        least, fewest = (_BOTH_BITS, _BOTH_COUNT) if unit.mentions else (_OTHER_BITS, _OTHER_COUNT)
        # A company is bought but once: only what may be done again can be another one.
        again = any(one.another for one in (story, *unit.stories)) and not any(
            mention.family == "ownership" for mention in unit.mentions
        )
        if again:
            fewest += 1
        elif unit.mentions and _are_both(story.headings, story.headings, unit):
            least, fewest = _HEADED_BITS, _HEADED_COUNT
        if not unit.mentions and _apart_days(story, unit) <= _SAME_DAYS:
            least = _OTHER_BITS_NEAR
        return Weight(bits, count, enough=bits >= least and count >= fewest)

    def candidates(self, story: Telling, home: Mapping[int, int]) -> list[int]:
        """The units of other stories that have specifics of this one, those with most first."""
        shared: Counter[int] = Counter()
        for one in story.told:
            having = self.having[one]
            if len(having) <= _COMMON:
                shared.update({home[each.place] for each in having if each.place in home})
        del shared[home[story.place]]
        return [at for at, count in shared.most_common(_CANDIDATES) if count > 1]


def _names_both(story: Telling, unit: Unit) -> bool:
    """Whether a story names what a unit's deal is about, and not once in background only, and another of its
    parties."""
    told = [*story.near, *(party for mention in story.main for party in mention.principals())]
    often = [one for one in story.names if one.mentions >= _OFTEN or any_same([one], told)]
    return _are_both(often, story.names, unit)


def _are_both(things: Sequence[Entity], names: Sequence[Entity], unit: Unit) -> bool:
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


def _apart_days(story: Telling, unit: Unit) -> float:
    """Days between a story and the nearest of a unit's, no number where that is not known."""
    if story.day is None:
        return inf
    return min((abs((story.day - one.day).days) for one in unit.stories if one.day is not None), default=inf)


def _apart(story: Telling, unit: Unit) -> bool:
    """Whether something tells a story and a unit apart: time, another amount in its headings or opening, another
    quarter or kind of paper, or a deal of its own that contradicts the unit's."""
    later = story.closing or any(one.closing for one in unit.stories)
    if (OWNERSHIP_DAYS if later else ATTACH_DAYS) < _apart_days(story, unit) < inf:
        return True
    pairs = [(one, other) for one, mine in story.head_money for other, theirs in unit.money if mine == theirs]
    if pairs and not any(_close(one, other) for one, other in pairs):
        return True
    periods = [one.periods for one in unit.stories if one.periods]
    if story.periods and periods and all(story.periods.isdisjoint(one) for one in periods):
        return True
    papers = [one.instruments for one in unit.stories if one.instruments]
    if story.instruments and papers and all(story.instruments.isdisjoint(one) for one in papers):
        return True
    for mention in story.main:
        if is_whole(mention) and unit.mentions and not _exchanged(mention, unit):
            against = sum(contradict(mention, other) for other in unit.mentions)
            if against * 2 > len(unit.mentions):
                return True
    return False


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


def weigh(tellings: Sequence[Telling], shared: Iterable[tuple[Sequence[int], Sequence[Mention]]]) -> list[list[int]]:
    """The sets of stories, two or more, that are put together, by their places: of an event and those that join it, or
    of stories alone so far.

    tellings    all that are looked at
    shared      the stories and the mentions of each event of two stories or more by now
    """
    of_place = {one.place: one for one in tellings}
    units: dict[int, Unit] = {}
    home: dict[int, int] = {}
    for places, mentions in shared:
        stories = [of_place[place] for place in places if place in of_place and place not in home]
        if stories:
            home.update(dict.fromkeys((one.place for one in stories), len(units)))
            units[len(units)] = Unit(stories, mentions)
    alone = [one for one in tellings if one.place not in home]
    for one in alone:
        home[one.place] = len(units)
        units[len(units)] = Unit([one], one.main)
    scale = Scale(tellings)
    moved: set[int] = set()
    for _ in range(_ROUNDS):
        found = []
        for story in alone:
            if len(units[home[story.place]].stories) > 1:
                continue
            weights = [(scale.weight(story, units[at]), at) for at in scale.candidates(story, home)]
            fitting = sorted((weight, at) for weight, at in weights if weight.enough)
            if not fitting:
                continue
            close = len(fitting) > 1 and fitting[-1][0].bits - fitting[-2][0].bits < _MARGIN
            # What fits two events alike is of one only where these are one.
            if close and not _one(units[fitting[-1][1]], units[fitting[-2][1]], scale):
                continue
            found.append((fitting[-1][0].bits, story.place, fitting[-1][1]))
        if not found:
            break
        for _, place, at in sorted(found, reverse=True):
            story = of_place[place]
            if at not in units or len(units[home[place]].stories) > 1 or not scale.weight(story, units[at]).enough:
                continue
            mine = units[home[place]]
            if len(units[at].stories) == 1 and _apart(units[at].stories[0], mine):
                continue
            units[at].mentions += [] if units[at].mentions else mine.mentions
            units[at].add(story)
            del units[home[place]]
            home[place] = at
            moved.add(at)
    return [[one.place for one in units[at].stories] for at in sorted(moved)]


def _one(unit: Unit, other: Unit, scale: Scale) -> bool:
    """Whether two units are of one event by what they have in common."""
    return any(scale.weight(story, other).enough for story in unit.stories) and any(
        scale.weight(story, unit).enough for story in other.stories
    )
