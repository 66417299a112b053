"""Stories put to a purchase because they name what is bought, as hardly any but its articles do.

A company is bought but once. So a story that names it is of that purchase, however little else it has in common with
each of the others, if most of those that name this company are of it or would be, and nothing says that it is about
something else (`guarding`) or has another deal for its news: within a month where two sentences name it, and the other
side or a number is in common; within two where its top names it too, and the other side is named or a purchase spoken
of; within half a year, or without a day, where both sides are named, one at its top, and a purchase is spoken of. A
smaller set goes as most of its stories do, and what has joined lets others join.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from summarizer.dossier.guarding import NUMBERS, Bounds
from summarizer.dossier.kinds import kinds_at_top
from summarizer.dossier.matching import any_same
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.telling import Telling
from summarizer.dossier.units import days_apart

_FEWEST = 4
"""Articles of a purchase from which on it is known what is bought."""
_OWN = 0.6
"""The part of all that name what is bought that must be of the purchase."""
_SPOKEN = 3
"""Sentences that speak of a purchase, where one in passing names what is bought and the top who buys."""
_TURNS = 3
"""How often what has joined may let others join."""
_TOLD = 2
"""Sentences that name it."""
_WEEKS, _DAYS, _COURSE = 30, 60, 180
"""Days between a story and the nearest one of the purchase: of what names it often, of what does so at its top too, and
of what names both sides there and speaks of a purchase."""


def join_naming(tellings: Sequence[Telling], shared: Iterable[Sequence[int]]) -> list[list[int]]:
    """The sets of stories that were put together, each of a purchase and those that join it.

    tellings    all that are looked at
    shared      the places of the stories of each event of two or more by now
    """
    of_place = {one.place: one for one in tellings}
    sets = [[place for place in places if place in of_place] for places in shared]
    taken = {place for places in sets for place in places}
    sets += [[one.place] for one in tellings if one.place not in taken and not one.profile.is_short]
    changed: set[int] = set()
    for _ in range(_TURNS):
        found = _joining(of_place, sets)
        if not found:
            break
        for at, others in found.items():
            changed.add(at)
            for other in others:
                sets[at] = [*sets[at], *sets[other]]
                sets[other] = []
    return [sets[at] for at in sorted(changed) if sets[at]]


def _joining(of_place: Mapping[int, Telling], sets: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Which sets go to which purchase: more than half of their stories are of it, and of no other one."""
    having: dict[str, list[int]] = {}
    for place, one in of_place.items():
        for word in one.name_words:
            having.setdefault(word, []).append(place)
    home = {place: at for at, places in enumerate(sets) for place in places}
    events: dict[int, tuple[Bounds, frozenset[str]]] = {}
    by_word: dict[str, list[int]] = {}
    for at, places in enumerate(sets):
        stories = [of_place[place] for place in places]
        if len(stories) < _FEWEST or not (event := Bounds(stories)).buys:
            continue
        known = Counter(word for one in stories for word in one.name_words)
        own = []
        for word in event.things:
            if known[word] * 2 < len(stories):
                continue
            others = [of_place[place] for place in having[word] if home.get(place) != at]
            strangers = sum(not _is_of(one, event, frozenset({word})) for one in others)
            if known[word] >= _OWN * (known[word] + strangers - 1):
                own.append(word)
                by_word.setdefault(word, []).append(at)
        events[at] = event, frozenset(own)
    found: dict[int, list[int]] = {}
    gone: set[int] = set()
    for at, places in enumerate(sets):
        stories = [of_place[place] for place in places]
        near = sorted({other for one in stories for word in one.named for other in by_word.get(word, ())} - {at})
        fitting = [
            other
            for other in near
            if len(sets[other]) > len(places)
            and other not in gone
            and sum(_is_of(one, *events[other]) for one in stories) * 2 > len(stories)
        ]
        if len(fitting) == 1 and at not in found:
            found.setdefault(fitting[0], []).append(at)
            gone.add(at)
    return found


def _is_of(story: Telling, event: Bounds, own: frozenset[str]) -> bool:
    """Whether a story is of a purchase by naming what is bought.

    own     the words of what is bought that hardly any but its stories have
    """
    known = {word for one in story.names if (word := telling_word(one)) in own and event.is_thing(one)}
    if not known or event.keep_out(story):
        return False
    at_top = not known.isdisjoint(story.named_first)
    often = any(story.named.get(word, 0) >= _TOLD for word in known)
    ends = [one for mention in event.unit.mentions for one in mention.principals() if one not in mention.objects]
    beside = any_same(ends, story.names)
    first = [one for one in story.names if telling_word(one) in story.named_first and not event.is_thing(one)]
    leads = any_same(ends, first)
    away = days_apart(story, event.unit)
    if not (leads and at_top) and _has_another_deal(story, event):
        return False
    if not (at_top or often):
        return leads and story.speaking >= _SPOKEN and away <= _WEEKS
    spoken = bool(story.buying or story.speaking)
    if away <= _WEEKS and often and (beside or any(one.kind in NUMBERS for one in story.told & event.unit.told)):
        return True
    if away <= _DAYS and often and at_top and (spoken or beside):
        return True
    if _COURSE < away < inf:
        return False
    if leads and (story.speaking or (at_top and story.buying)):
        return True
    if beside and (story.speaking > 1 or (story.buying and not _DAYS < away < inf)):
        return True
    if away < inf or not at_top:
        return False
    return (often and (story.buying or (beside and spoken))) or (story.buying and not kinds_at_top(story.profile))


def _has_another_deal(story: Telling, event: Bounds) -> bool:
    """Whether a story has a purchase for its news in which somebody else, by name, buys: another bidder, or what the
    event's purchase is of."""
    takers = [taker for one in event.unit.mentions for taker in one.takers]
    for one in story.main:
        if one.family != "ownership" or not is_whole(one):
            continue
        named = [taker for taker in one.takers if not taker.name.rpartition(" ")[2].islower()]
        if (named and not any_same(named, takers)) or any(map(event.is_thing, one.takers)):
            return True
    return False
