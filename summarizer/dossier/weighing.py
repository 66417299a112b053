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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf, log2
from typing import NamedTuple

from summarizer.dossier.matching import ATTACH_DAYS, any_same, contradict
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.purchases import has_price, is_aside, is_on_results, only_hints, tells_purchase
from summarizer.dossier.same_news import is_one_news, same_counts
from summarizer.dossier.specifics import Kind, Specific, is_code, telling_word
from summarizer.dossier.telling import Telling
from summarizer.dossier.units import Unit, apart, are_both, days_apart, dwells, names_both, names_three, same_thing

_BOTH_BITS, _BOTH_COUNT = 4.5, 2
"""In common beside the sides, where both sides of the event's deal are named: bits, and how many specifics."""
_HEADED_BITS, _HEADED_COUNT = 3.0, 1
"""The same where a heading names both, and nothing calls it another deal of these; or where it dwells on a purchase."""
_DAYS = 7
"""Between a purchase and an article that dwells on it."""
_COUNTS = 2.0
"""Bits of a specific from which on it is one of those that are counted."""
_MARGIN = 3.0
"""By which the event of a story must weigh more than any other that it could be of."""
_MANY = 3
"""Specifics in common from which on what tells one of two stories apart from the other was misread."""
_MONTHS = 180
"""Days between two stories that have a specific by chance, within which it counts as common for that."""
_COMMON = 200
"""Stories that have a specific from which on it says nothing."""
_COMPARED = 24
"""Mentions of an event whose parties are looked at."""
_CANDIDATES = 24
"""Events that a story is weighed with: those with which it has most specifics in common."""
_ROUNDS = 4
"""Times that the stories which are left are weighed again with what events have become."""
_ASIDE, _NAME_ASIDE = 1.0, 2.0
"""What each doubling of the stories of other events takes from a specific; more from a name, which is common or not,
where numbers meet by chance."""


class Weight(NamedTuple):
    """What a story and an event have in common beside its sides."""

    bits: float
    specifics: int
    enough: bool


_NOTHING = Weight(0.0, 0, enough=False)


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
        # A side may be named by a ticker alone that another story explains.
        common = (story.name_words & sides) or (frozenset(sides) if unit.mentions else frozenset())
        if not common:
            return _NOTHING
        shared = story.told & (unit.told | unit.said_around(story))
        # A surname alone is seen as a person's only where the text has it with a first name too.
        shared |= {Specific("person", one.what) for one in story.other_kind & unit.told if one.what not in sides}
        # A side by another name ("HP") is no specific either.
        words = {one.what for one in shared if one.kind == "name" and not is_code(str(one.what))} - sides
        parties = [party for mention in unit.mentions[:_COMPARED] for party in mention.principals()]
        called = {word for one in story.names if (word := telling_word(one)) in words and any_same([one], parties)}
        inside = {story.place, *unit.around, *(one.place for one in unit.stories)}
        bits = quoted = 0.0
        kinds: Counter[Kind] = Counter()
        count = amounts = prices = numbers = lent = names_lent = names = 0
        for one in shared:
            if one.kind == "name" and (one.what in sides or one.what in called):
                continue
            others = sum(
                each.place not in inside and not common <= each.name_words and _is_of_time(each, story, one.kind)
                for each in self.having[one][:_COMMON]
            )
            worth = one.bits - (_NAME_ASIDE if one.kind in ("name", "person") else _ASIDE) * log2(1 + others)
            if one.kind == "quote":
                quoted = max(quoted, worth)
            elif worth > 0:
                bits += worth
            if one.kind != "quote" and worth >= _COUNTS:
                # The price of a share is a deal's own, where its value is told of it wherever it is named.
                times = 2 if one.kind == "price" else 1
                count += times
                kinds[one.kind] += 1
                prices += one.kind == "price"
                amounts += one.kind in ("money", "price")
                numbers += one.kind in ("count", "money", "part", "price")
                names += one.kind in ("name", "person")
                if one not in unit.told:
                    lent, names_lent = lent + times, names_lent + (one.kind == "name")
        bits, count = bits + quoted, count + (quoted >= _COUNTS)
        if same_counts(story, unit):
            bits, count, numbers = bits + _COUNTS, count + 1, numbers + 1
        plain = tells_purchase(story, unit, count) or has_price(story, unit, shared)
        plain = plain or only_hints(story, unit, bits, kinds)
        if unit.mentions and not plain and not names_both(story, unit, count, amounts):
            return _NOTHING
        if apart(story, unit, count, numbers) or is_on_results(story, unit):
            return _NOTHING
        if is_aside(story, unit, names, count - names, prices):
            return _NOTHING
        if plain:
            return Weight(bits, count, enough=True)
        # Of what only stories around an event have one more is needed, or two where names (a brand, a town) count.
        known = max(count - lent, count - names_lent - (lent > names_lent), count - 2 * (lent > 0))
        if not unit.mentions:
            return Weight(bits, count, enough=is_one_news(story, unit, bits, count, amounts, numbers))
        return self._weight(story, unit, bits, known)

    @staticmethod
    def _weight(story: Telling, unit: Unit, bits: float, count: int) -> Weight:
        """Whether what is in common with a deal is enough."""
        least, fewest = _BOTH_BITS, _BOTH_COUNT
        # A company is bought but once: only what may be done again can be another one.
        if not unit.buys and any(one.another for one in (story, *unit.stories)):
            fewest += 1
        elif _is_headed(story, unit) or _is_on(story, unit):
            least, fewest = _HEADED_BITS, _HEADED_COUNT
        enough = (bits >= least and count >= fewest) or names_three(story, unit)
        return Weight(bits, count, enough=enough)

    def candidates(self, story: Telling, home: Mapping[int, int]) -> list[int]:
        """The units of other stories that have specifics of this one, those with most first."""
        shared: Counter[int] = Counter()
        for one in story.told:
            having = self.having[one]
            if len(having) <= _COMMON:
                shared.update({home[each.place] for each in having if each.place in home})
        del shared[home[story.place]]
        return [at for at, count in shared.most_common(_CANDIDATES) if count > 1]


def _is_of_time(one: Telling, other: Telling, kind: Kind) -> bool:
    """Whether two stories may be of the same months: who and where is told years apart makes no name common. Numbers
    meet by chance at any time."""
    if kind in ("count", "day", "part"):
        return True
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= _MONTHS


def _is_headed(story: Telling, unit: Unit) -> bool:
    """Whether a heading names both sides of a unit's deal; of one that may be made again, at most weeks from it."""
    again = not unit.buys and ATTACH_DAYS < days_apart(story, unit) < inf
    return not again and are_both(story.headings, story.headings, unit)


def _is_on(story: Telling, unit: Unit) -> bool:
    """Whether a story without a deal of its own dwells on a purchase, within days, and no heading of it names a company
    of which no story of that speaks."""
    if not unit.buys or days_apart(story, unit) > _DAYS or not dwells(story, unit):
        return False
    known = [entity for one in unit.stories for entity in one.names]
    return all(any_same([one], known) for one in story.headings if one in story.bodies)


def weigh(tellings: Sequence[Telling], shared: Iterable[tuple[Sequence[int], Sequence[Mention]]]) -> list[list[int]]:
    """The sets of stories, two or more, that are put together, by their places: of an event and those that join it, or
    of stories alone so far.

    Only short stories are put to others: the long ones are compared as a whole (`joining`).

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
    _surround(units, alone)
    moving = [one for one in alone if one.profile.is_short]
    scale = Scale(tellings)
    moved: set[int] = set()
    for _ in range(_ROUNDS):
        found = []
        for story in moving:
            if len(units[home[story.place]].stories) > 1:
                continue
            weights = [(scale.weight(story, units[at]), at) for at in scale.candidates(story, home)]
            fitting = sorted((weight, at) for weight, at in weights if weight.enough)
            if not fitting:
                continue
            close = len(fitting) > 1 and fitting[-1][0].bits - fitting[-2][0].bits < _MARGIN
            # What fits two events alike is of one only where these are one.
            if close and not _go_together(units[fitting[-1][1]], units[fitting[-2][1]], scale):
                continue
            found.append((fitting[-1][0].bits, story.place, fitting[-1][1]))
        if not found:
            break
        for _, place, at in sorted(found, reverse=True):
            story = of_place[place]
            if at not in units or len(units[home[place]].stories) > 1 or not scale.weight(story, units[at]).enough:
                continue
            mine = units[home[place]]
            single = len(units[at].stories) == 1
            told = scale.weight(story, units[at]).specifics
            if single and apart(units[at].stories[0], mine, told) and told < _MANY:
                continue
            _put(units, home, home[place], at)
            moved.add(at)
    moved |= set(_merged(units, home, scale))
    return [[one.place for one in units[at].stories] for at in sorted(moved & units.keys())]


def _surround(units: Mapping[int, Unit], alone: Sequence[Telling]) -> None:
    """Gives each purchase the stories that name both of its sides: as a company is bought but once, what two of these
    have in common speaks for each of them."""
    naming: dict[str, list[Telling]] = {}
    for story in alone:
        for word in story.name_words:
            naming.setdefault(word, []).append(story)
    for unit in units.values():
        if unit.buys:
            named: Counter[int] = Counter()
            by_place: dict[int, Telling] = {}
            for word in unit.sides():
                for story in naming.get(word, ())[:_COMMON]:
                    named[story.place] += 1
                    by_place[story.place] = story
            own = {one.place for one in unit.stories}
            for place, count in named.items():
                story = by_place[place]
                if count > 1 and place not in own and names_both(story, unit) and not apart(story, unit):
                    unit.surround(story)


def _put(units: dict[int, Unit], home: dict[int, int], one: int, at: int) -> None:
    """Puts the stories of a unit to another one."""
    moved = units.pop(one)
    if len(moved.stories) > 1 or not units[at].mentions:
        units[at].mentions += moved.mentions
    for story in moved.stories:
        units[at].add(story)
        home[story.place] = at


def _merged(units: dict[int, Unit], home: dict[int, int], scale: Scale) -> Iterator[int]:
    """Puts events together of which half of the stories of the smaller one are of the other."""
    for one in sorted(units, key=lambda at: (len(units[at].stories), at)):
        small = units[one]
        if len(small.stories) == 1:
            continue
        near = {at for story in small.stories for at in scale.candidates(story, home) if len(units[at].stories) > 1}
        for at in sorted(near, key=lambda at: (-len(units[at].stories), at)):
            if len(units[at].stories) < len(small.stories):
                continue
            fitting = sum(scale.weight(story, units[at]).enough for story in small.stories)
            if small.mentions and not units[at].mentions:
                back = sum(scale.weight(story, small).enough for story in units[at].stories)
                fitting = len(small.stories) if back * 2 >= len(units[at].stories) else fitting
            pairs = [(mine, other) for mine in small.mentions for other in units[at].mentions]
            against = sum(contradict(mine, other) and not same_thing(mine, other) for mine, other in pairs)
            if fitting * 2 >= len(small.stories) and against * 2 <= len(pairs):
                _put(units, home, one, at)
                yield at
                break


def _go_together(unit: Unit, other: Unit, scale: Scale) -> bool:
    """Whether two units may be of one event by a story that fits both: where these are one, or else are single stories
    without a deal and nothing tells them apart."""
    if _one(unit, other, scale):
        return True
    single = all(len(one.stories) == 1 and not one.mentions for one in (unit, other))
    return single and not apart(unit.stories[0], other) and not apart(other.stories[0], unit)


def _one(unit: Unit, other: Unit, scale: Scale) -> bool:
    """Whether two units are of one event by what they have in common."""
    return any(scale.weight(story, other).enough for story in unit.stories) and any(
        scale.weight(story, unit).enough for story in other.stories
    )
