"""Stories that share no deal by their records, put together where who, what and how much say that their news is one.

It is for news of other kinds (results, recalls, appointments, lawsuits) and for deals that were not read as such. One
thing in common is never enough: the same who must come with figures, a quotation or most of the words in common, within
days, and with nothing that tells two pieces of news apart: a company that each names and the other does not, another
amount, another count of the same things, another quarter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from summarizer.dossier.matching import any_same, contradict, shared
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.telling import Telling

_DAYS = 3
"""Between articles about one piece of news that is no deal with a course of its own."""
_MANY_WORDS, _SOME_WORDS, _FEW_WORDS = 0.5, 0.3, 0.25
"""Parts of the words of the shorter top that the other has: without a figure, with one, with one and two names."""
_TWO = 2
_COMPARED = 200
"""Stories of a name and about one time that one is compared with at most."""

_OF_GROUP = 24
"""Stories of a group that those of another one are compared with."""


def join_resembling(tellings: Sequence[Telling], alone: Iterable[int]) -> list[list[int]]:
    """The groups, of two or more, of those stories among `alone` that tell one piece of news, by their places."""
    places = sorted(alone, key=lambda place: (tellings[place].day or date.max, place))
    group_of = {place: [place] for place in places}
    postings: dict[str, list[int]] = {}
    for place in places:
        mine = tellings[place]
        seen: dict[int, None] = {}
        for key in {key for actor in mine.actors for key in actor.keys}:
            seen.update(dict.fromkeys(postings.get(key, ())[-_COMPARED:]))
            postings.setdefault(key, []).append(place)
        for other in seen:
            first, second = group_of[other], group_of[place]
            if first is second or not alike(mine, tellings[other]):
                continue
            if any(_differ(tellings[one], tellings[two]) for one in first[:_OF_GROUP] for two in second[:_OF_GROUP]):
                continue
            first += second
            group_of.update(dict.fromkeys(second, first))
    found = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    return sorted(found.values())


def alike(one: Telling, other: Telling) -> bool:
    """Whether two stories tell one piece of news."""
    if _differ(one, other):
        return False
    named = sum(any_same([actor], other.actors) for actor in one.actors)
    if not named:
        return False
    figures = len(one.facts & other.facts)
    # Where one name is all that they have in common, background makes no news of it.
    mine, theirs = (one.words, other.words) if named >= _TWO else (one.stems, other.stems)
    smaller = min(len(mine), len(theirs))
    words = len(mine & theirs) / smaller if smaller else 0.0
    quoted = not one.quoted.isdisjoint(other.quoted)
    if one.day is None or other.day is None or _misread(one, other):
        told = figures >= _TWO or quoted or (figures > 0 and words >= _FEW_WORDS)
        return named >= _TWO and told
    if named > _TWO and words >= _SOME_WORDS:
        return True
    if named >= _TWO:
        return figures >= _TWO or quoted or words >= _MANY_WORDS or (figures > 0 and words >= _FEW_WORDS)
    if words >= _MANY_WORDS:
        return quoted or not one.numbers.isdisjoint(other.numbers)
    return words >= _SOME_WORDS and (figures >= _TWO or quoted)


def _differ(one: Telling, other: Telling) -> bool:
    """Whether something tells the news of two stories apart."""
    if one.day is not None and other.day is not None and abs((one.day - other.day).days) > _DAYS:
        return True
    if _strange(one, other) and _strange(other, one):
        return True
    if one.periods and other.periods and one.periods.isdisjoint(other.periods):
        return True
    if one.instruments and other.instruments and one.instruments.isdisjoint(other.instruments):
        return True
    for kind, mine in one.figures.items():
        theirs = other.figures.get(kind)
        if theirs and mine.isdisjoint(theirs):
            return True
    pairs = [(mine, theirs) for mine in one.main for theirs in other.main if is_whole(mine) and is_whole(theirs)]
    own = bool(pairs) and all(shared(mine, theirs) < _TWO for mine, theirs in pairs)
    return (own or any(contradict(mine, theirs) for mine, theirs in pairs)) and not _misread(one, other)


def _strange(one: Telling, other: Telling) -> bool:
    """Whether the first is about a company that the other does not name at all."""
    return any(not any_same([company], other.names) for company in one.bodies)


def _misread(one: Telling, other: Telling) -> bool:
    """Whether both have a deal, and each names all sides of the other's: where these differ, one is misread."""
    mine = [party for mention in one.main for party in mention.principals()]
    theirs = [party for mention in other.main for party in mention.principals()]
    known = all(any_same([party], other.names) for party in mine) and all(
        any_same([party], one.names) for party in theirs
    )
    families = {mention.family for telling in (one, other) for mention in telling.main}
    return bool(mine and theirs) and known and len(families) == 1 and "ownership" not in families
