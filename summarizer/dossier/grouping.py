"""Mentions of one deal put together, and so the articles about one event.

Candidates come from an index of names, so that no mention is compared with every other; they are joined by union-find,
the surest first, and two groups that hold mentions which contradict one another are never joined. What many articles
tell in just the same way is compared once: see `echoes`. An article whose
records and sentences leave the deal half open is then attached to an event: see `attaching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from operator import itemgetter

from summarizer.dossier.attaching import attach
from summarizer.dossier.echoes import Echo, echoes_of
from summarizer.dossier.entities import Entity, Resolved
from summarizer.dossier.guarding import FEWEST, Bounds
from summarizer.dossier.joining import join_likely
from summarizer.dossier.matching import (
    ONE_SIDE_DAYS,
    Strength,
    contradict,
    matches,
)
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.naming import join_naming
from summarizer.dossier.protagonists import join_protagonists
from summarizer.dossier.resembling import join_resembling
from summarizer.dossier.telling import Telling
from summarizer.dossier.weighing import weigh

_COMPARED = 24
"""Mentions of a group that a new one is compared with."""
_MANY = 8
"""Pairs from which on a few that contradict one another count as misread."""
_MISREAD = 0.25
"""The share of pairs of two groups that may contradict one another."""
_CANDIDATES = 400
"""Mentions that one is compared with at most, the nearest in time first."""


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one deal."""

    mentions: list[Mention]
    attached: list[int] = field(default_factory=list)
    """Stories that tell of it without a mention of their own."""
    passing: list[int] = field(default_factory=list)
    """Stories about something else that name it."""

    def stories(self) -> list[int]:
        """The stories about it, in order."""
        return sorted({mention.story for mention in self.mentions} | set(self.attached))

    def holds(self, story: int) -> bool:
        """Whether a story is one of those."""
        return story in self.attached or any(mention.story == story for mention in self.mentions)

    def first_day(self) -> date | None:
        """When the first of them was published."""
        return min((mention.day for mention in self.mentions if mention.day is not None), default=None)


class Postings:
    """Which mentions have a principal of some name."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._asking: dict[str, list[int]] = {}
        self._answering: dict[str, list[int]] = {}
        for at, mention in enumerate(mentions):
            principals = mention.principals()
            for key in {key for entity in principals for key in entity.asks}:
                self._asking.setdefault(key, []).append(at)
            for key in {key for entity in principals for key in entity.answers}:
                self._answering.setdefault(key, []).append(at)

    def of(self, entity: Entity) -> set[int]:
        """The places of mentions that may have this one among their principals."""
        found = {at for key in entity.asks for at in self._answering.get(key, ())}
        return found.union(*(self._asking.get(key, ()) for key in entity.answers))

    def near(self, at: int) -> list[int]:
        """The places of later mentions that may be of the same deal: they share two principals, or one where either
        has no more or both are of one week, at most `_CANDIDATES` and the nearest in time first."""
        mention = self.mentions[at]
        principals = mention.principals()
        seen: dict[int, int] = {}
        for entity in principals:
            for other in self.of(entity):
                if other > at:
                    seen[other] = seen.get(other, 0) + 1
        found = [
            other
            for other, count in seen.items()
            if count > 1
            or len(principals) == 1
            or len(self.mentions[other].principals()) == 1
            or (mention.value and _apart(mention.day, self.mentions[other].day) <= ONE_SIDE_DAYS)
        ]
        if len(found) > _CANDIDATES:
            day = mention.day
            found.sort(key=lambda other: (-seen[other], _apart(day, self.mentions[other].day), other))
            del found[_CANDIDATES:]
        return sorted(found)


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else 0


def group(tellings: Sequence[Telling]) -> list[Group]:
    """The groups of all stories, also those of one story alone, in the order of their first stories.

    Of articles with one text the first is grouped, and the others go where it goes.
    """
    copies = _copies(tellings)
    again = {place for places in copies.values() for place in places}
    firsts = [telling for telling in tellings if telling.place not in again]
    main = [mention for telling in firsts for mention in telling.main if mention.principals()]
    echoes = echoes_of(main)
    postings = Postings([echo.head for echo in echoes])
    edges = []
    for at, echo in enumerate(echoes):
        for other in postings.near(at):
            if echo.may_meet(echoes[other]) and (strength := echo.strength(echoes[other])):
                edges.append((-strength, at, other))
    joined = _Groups(echoes)
    for _, one, other in sorted(edges):
        joined.join(one, other)
    groups = joined.groups()
    attach(firsts, groups)
    # Long ones are compared as wholes: what the tops of two have in common says too little of them.
    groups = _with_resembling(tellings, groups, [telling.place for telling in firsts if telling.profile.is_short])
    groups = _with_sets(groups, join_likely(firsts, [one.stories() for one in groups if len(one.stories()) > 1]))
    shared = ((one.stories(), one.mentions) for one in groups if len(one.stories()) > 1)
    groups = _with_sets(groups, weigh(firsts, shared))
    groups = _with_sets(groups, join_naming(firsts, [one.stories() for one in groups if len(one.stories()) > 1]))
    groups = _with_sets(groups, join_protagonists(firsts, [one.stories() for one in groups if len(one.stories()) > 1]))
    groups = [part for one in groups for part in _within_bounds(tellings, one)]
    groups = _without_several(tellings, groups)
    groups = _with_copies(tellings, groups, copies)
    _note_passing(tellings, groups)
    return sorted(groups, key=lambda one: one.stories())


class _Groups:
    """Union-find over mentions in which groups that contradict one another stay apart. Those told in one way count once
    there: an echo speaks for nothing."""

    def __init__(self, echoes: Sequence[Echo]) -> None:
        self._echoes = echoes
        self._of = list(range(len(echoes)))
        self._members = {at: [at] for at in range(len(echoes))}

    def join(self, one: int, other: int) -> None:
        """Joins the groups of two mentions unless they contradict one another."""
        first, second = self._of[one], self._of[other]
        if first == second or self._contradict(first, second):
            return
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        moved = self._members.pop(second)
        for at in moved:
            self._of[at] = first
        self._members[first] += moved

    def _contradict(self, first: int, second: int) -> bool:
        """Whether more than a part of the pairs do: where many articles agree, one that was misread decides nothing.

        Who is who is asked of both groups together, so that initials and a short form that only a third article's full
        name links do not contradict one another.
        """
        mine = [self._echoes[at].head for at in self._members[first][:_COMPARED]]
        theirs = [self._echoes[at].head for at in self._members[second][:_COMPARED]]
        same = Resolved(entity for mention in (*mine, *theirs) for entity in mention.principals())
        pairs = list(product(mine, theirs))
        against = sum(contradict(one, other, same) for one, other in pairs)
        return against > (_MISREAD * len(pairs) if len(pairs) >= _MANY else 0)

    def groups(self) -> list[Group]:
        """What was put together."""
        found = []
        for members in self._members.values():
            told = sorted((pair for at in members for pair in self._told(at)), key=itemgetter(0))
            if len(members) > 1 or self._echoes[members[0]].holds:
                found.append(Group([one for _, one in told]))
            else:
                found += [Group([one]) for _, one in told]
        return found

    def _told(self, at: int) -> Iterator[tuple[int, Mention]]:
        echo = self._echoes[at]
        return zip(echo.places, echo.mentions, strict=True)


def _copies(tellings: Sequence[Telling]) -> dict[int, list[int]]:
    """By the first story of a text: the later ones of that text."""
    first: dict[str, int] = {}
    copies: dict[int, list[int]] = {}
    for telling in tellings:
        if (place := first.setdefault(telling.hash, telling.place)) != telling.place:
            copies.setdefault(place, []).append(telling.place)
    return copies


def _with_copies(tellings: Sequence[Telling], groups: list[Group], copies: Mapping[int, Sequence[int]]) -> list[Group]:
    """The groups, every story in those of the first one of its text: what is one text is one piece of news, a deal or
    not."""
    of_first: dict[int, list[Group]] = {place: [] for place in copies}
    for one in groups:
        for place in one.stories():
            if place in of_first and (len(one.stories()) > 1 or any(map(is_whole, one.mentions))):
                of_first[place].append(one)
    made = []
    for first, places in copies.items():
        homes = of_first[first] or [Group([], [first])]
        made += [] if of_first[first] else homes
        for one in homes:
            told = {id(mention) for mention in one.mentions}
            at = [at for at, mention in enumerate(tellings[first].mentions) if id(mention) in told]
            for place in places:
                # The records of a text are the same, unless another model made them.
                if _alike(tellings[first].mentions, mine := tellings[place].mentions) and at:
                    one.mentions += [mine[one] for one in at]
                else:
                    one.attached.append(place)
    return [*groups, *made]


def _alike(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether two stories have the same mentions, in the same order."""
    return len(some) == len(others) and all(
        one.family == other.family
        and one.records == other.records
        and [entity.forms for entity in one.principals()] == [entity.forms for entity in other.principals()]
        for one, other in zip(some, others, strict=True)
    )


def _with_resembling(tellings: Sequence[Telling], groups: list[Group], places: Iterable[int]) -> list[Group]:
    """The groups, those of stories that tell one piece of news without sharing a deal put together."""
    shared = {story for one in groups if len(one.stories()) > 1 for story in one.stories()}
    found = join_resembling(tellings, (place for place in places if place not in shared))
    moved = {place: at for at, places in enumerate(found) for place in places}
    made = [Group([], places) for places in found]
    kept = []
    for one in groups:
        home = moved.get(one.stories()[0]) if len(one.stories()) == 1 else None
        if home is None:
            kept.append(one)
        else:
            # What only one side is read of is hardly a deal in such news: "sold under the name of".
            made[home].mentions += [mention for mention in one.mentions if is_whole(mention)]
    return [*kept, *made]


def _with_sets(groups: list[Group], sets: Iterable[Sequence[int]]) -> list[Group]:
    """The groups, stories that share none put to those, or together, and groups that are one, as the sets of stories
    say."""
    shared = [one for one in groups if len(one.stories()) > 1]
    single = {one.stories()[0]: one for one in groups if len(one.stories()) == 1}
    made = list(groups)
    for places in sets:
        homes = [one for one in shared if any(map(one.holds, places))]
        home = max(homes, key=lambda one: len(one.stories()), default=Group([], []))
        made += [] if homes else [home]
        for other in homes:
            if other is not home:
                home.mentions += other.mentions
                home.attached += other.attached
                made.remove(other)
        for place in places:
            if home.holds(place):
                continue
            own = single.get(place)
            if own is not None and _goes_with(own, home):
                home.mentions += own.mentions
                made.remove(own)
            else:
                home.attached.append(place)
    return made


def _goes_with(own: Group, home: Group) -> bool:
    """Whether the mentions of a story are of the deal of the group that it joins."""
    return all(not contradict(mine, other) for mine in own.mentions for other in home.mentions[:_COMPARED])


def _within_bounds(tellings: Sequence[Telling], one: Group) -> Iterator[Group]:
    """A group without the stories that are about something else, and what these tell by itself."""
    places = one.stories()
    out = {
        place
        for place in places
        if len(places) > FEWEST and Bounds([tellings[at] for at in places if at != place]).keep_out(tellings[place])
    }
    if not out:
        yield one
        return
    one.attached = [place for place in one.attached if place not in out]
    for mention in one.mentions:
        if mention.story in out:
            yield Group([mention])
    one.mentions = [mention for mention in one.mentions if mention.story not in out]
    yield one


def _without_several(tellings: Sequence[Telling], groups: list[Group]) -> list[Group]:
    """The groups, each purchase without the stories that have no purchase for their own news and name what is
    bought in another one too, and here but once: a column on all that a buyer bought is about none of it."""
    bounds = {at: Bounds([tellings[place] for place in one.stories()]) for at, one in enumerate(groups) if _many(one)}
    by_word: dict[str, set[int]] = {}
    for at, found in bounds.items():
        for word in found.things if found.buys else ():
            by_word.setdefault(word, set()).add(at)
    made = list(groups)
    for at, found in bounds.items():
        one = groups[at]
        for place in one.stories() if found.buys else ():
            story = tellings[place]
            others = {other for word in story.named for other in by_word.get(word, ()) if other != at}
            if others and found.is_beside(story, [bounds[other] for other in others]):
                one.attached = [each for each in one.attached if each != place]
                made += [Group([mention]) for mention in one.mentions if mention.story == place]
                one.mentions = [mention for mention in one.mentions if mention.story != place]
    return made


def _many(one: Group) -> bool:
    return len(one.stories()) > 1


def _note_passing(tellings: Sequence[Telling], groups: list[Group]) -> None:
    """Notes which stories name a group's deal further down."""
    main = [(echo.head, one) for one in groups for echo in echoes_of(one.mentions)]
    told = {id(one): set(one.stories()) for one in groups}
    postings = Postings([mention for mention, _ in main])
    for telling in tellings:
        for mention in telling.mentions:
            if mention.main or len(mention.principals()) < 2:
                continue
            found = {at for entity in mention.principals() for at in postings.of(entity)}
            for at in sorted(found):
                other, one = main[at]
                if telling.place in told[id(one)] or telling.place in one.passing:
                    continue
                if matches(mention, other) is Strength.BOTH:
                    one.passing.append(telling.place)
                    break
