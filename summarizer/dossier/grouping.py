"""Mentions of one deal put together, and so the articles about one event.

Candidates come from an index of names, so that no mention is compared with every other; they are joined by union-find,
the surest first, and two groups that hold mentions which contradict one another are never joined. An article whose
records and sentences leave the deal half open is then attached to an event: see `attaching`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from summarizer.dossier.attaching import attach
from summarizer.dossier.entities import Entity, resolved
from summarizer.dossier.matching import (
    ONE_SIDE_DAYS,
    Strength,
    contradict,
    matches,
)
from summarizer.dossier.mentions import Mention, is_whole
from summarizer.dossier.resembling import join_resembling
from summarizer.dossier.telling import Telling

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

    def first_day(self) -> date | None:
        """When the first of them was published."""
        return min((mention.day for mention in self.mentions if mention.day is not None), default=None)


class Postings:
    """Which mentions have a principal of some name."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self._by_key: dict[str, list[int]] = {}
        for at, mention in enumerate(mentions):
            for key in {key for entity in mention.principals() for key in entity.keys}:
                self._by_key.setdefault(key, []).append(at)

    def of(self, entity: Entity) -> set[int]:
        """The places of mentions that may have this one among their principals."""
        return {at for key in entity.keys for at in self._by_key.get(key, ())}

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
    """The groups of all stories, also those of one story alone, in the order of their first stories."""
    main = [mention for telling in tellings for mention in telling.main if mention.principals()]
    postings = Postings(main)
    edges = []
    for at, mention in enumerate(main):
        for other in postings.near(at):
            if main[other].story == mention.story and not (mention.records and main[other].records):
                continue
            strength = matches(mention, main[other])
            if strength:
                edges.append((-strength, at, other))
    joined = _Groups(main)
    for _, one, other in sorted(edges):
        joined.join(one, other)
    groups = joined.groups()
    attach(tellings, groups)
    groups = _with_resembling(tellings, groups)
    _note_passing(tellings, groups)
    return sorted(groups, key=lambda one: one.stories())


class _Groups:
    """Union-find over mentions in which groups that contradict one another stay apart."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._of = list(range(len(mentions)))
        self._members = {at: [at] for at in range(len(mentions))}

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
        mine = [self._mentions[at] for at in self._members[first][:_COMPARED]]
        theirs = [self._mentions[at] for at in self._members[second][:_COMPARED]]
        same = resolved(entity for mention in (*mine, *theirs) for entity in mention.principals())
        pairs = list(product(mine, theirs))
        against = sum(contradict(one, other, same) for one, other in pairs)
        return against > (_MISREAD * len(pairs) if len(pairs) >= _MANY else 0)

    def groups(self) -> list[Group]:
        """What was put together."""
        return [Group([self._mentions[at] for at in sorted(members)]) for members in self._members.values()]


def _with_resembling(tellings: Sequence[Telling], groups: list[Group]) -> list[Group]:
    """The groups, those of stories that tell one piece of news without sharing a deal put together."""
    shared = {story for one in groups if len(one.stories()) > 1 for story in one.stories()}
    found = join_resembling(tellings, (telling.place for telling in tellings if telling.place not in shared))
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


def _note_passing(tellings: Sequence[Telling], groups: list[Group]) -> None:
    """Notes which stories name a group's deal further down."""
    main = [(mention, one) for one in groups for mention in one.mentions]
    postings = Postings([mention for mention, _ in main])
    for telling in tellings:
        for mention in telling.mentions:
            if mention.main or len(mention.principals()) < 2:
                continue
            found = {at for entity in mention.principals() for at in postings.of(entity)}
            for at in sorted(found):
                other, one = main[at]
                about = one.stories()
                if telling.place in about or telling.place in one.passing:
                    continue
                if matches(mention, other) is Strength.BOTH:
                    one.passing.append(telling.place)
                    break
