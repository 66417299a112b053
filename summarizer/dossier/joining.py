"""Stories and events put together by how likely each two of their stories tell of one event.

Two sets go together, the likeliest first, where the better half of the pairs between them is likely on the whole: one
story may be unlike another of its event (the rumor, and a look back after years) and like the rest. Origin: average
linkage (R. Sokal and C. Michener, 1958), of the better half of the pairs. What is left then is compared with the sets
as wholes (`belonging`). Which stories are compared at all comes from an index of names, so that no story is compared
with every other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush, nlargest
from itertools import product
from math import inf

from summarizer.dossier.belonging import Gathered, belongs
from summarizer.dossier.guarding import FEWEST, Bounds, buy_apart, hire_apart
from summarizer.dossier.likeness import Likeness
from summarizer.dossier.telling import Telling

LIKELY = 0.9
"""The score from which on two sets go together by their pairs."""
BELONGING = 0.0
"""The score from which on a story or a set goes to another by what all of it says. Both were chosen on rounds left out
of the fit (`benchmarks.dossier.fit`)."""
_NAMES = 30
"""Names of a story by which others are found: those that weigh most."""
_COMMON = 200
"""Stories that have a name from which on it finds none."""
_LEAST = 0.02
"""What the names in common must weigh."""
_CANDIDATES = 24
"""Stories that one is compared with: those with most in common."""
_COMPARED = 24
"""Stories of a set that are compared."""


def join_likely(tellings: Sequence[Telling], shared: Iterable[Sequence[int]]) -> list[list[int]]:
    """The sets of stories that were put together, each of an event and those that join it, or of stories alone so far.

    Short ones are left out: for a few sentences the words in common say too little, and the rules enough.

    tellings    all that are looked at
    shared      the places of the stories of each event of two or more by now
    """
    return _Sets(tellings, shared).joined()


class _Sets:
    def __init__(self, tellings: Sequence[Telling], shared: Iterable[Sequence[int]]) -> None:
        self._likeness = Likeness(tellings)
        self._tellings = {one.place: one for one in tellings if not one.profile.is_short}
        self._scores: dict[tuple[int, int], float] = {}
        self._gathered: dict[tuple[int, int], Gathered] = {}
        self._candidates: dict[int, list[int]] = {}
        """By story: those before it that have most names in common with it."""
        self._home: dict[int, int] = {}
        self._sets: dict[int, list[int]] = {}
        self._bounds: dict[tuple[int, int], Bounds] = {}
        for places in shared:
            self._put([place for place in places if place in self._tellings and place not in self._home])
        for place in self._tellings:
            if place not in self._home:
                self._put([place])

    def _put(self, places: list[int]) -> None:
        if places:
            self._sets[places[0]] = places
            self._home.update(dict.fromkeys(places, places[0]))

    def joined(self) -> list[list[int]]:
        """Joins what is likely, and gives what has changed."""
        near = self._near()
        changed = self._join({one: set(others) for one, others in near.items()}, self._link, LIKELY, set())
        around: dict[int, set[int]] = {one: set() for one in self._sets}
        for place, others in self._candidates.items():
            for home in {self._home[other] for other in others} - {self._home[place]}:
                around[home].add(self._home[place])
                around[self._home[place]].add(home)
        changed = self._join(around, self._belonging, BELONGING, changed)
        return [sorted(self._sets[one]) for one in sorted(changed)]

    def _join(
        self, near: dict[int, set[int]], link: Callable[[int, int], float], least: float, changed: set[int]
    ) -> set[int]:
        """Joins sets that are near to each other, the likeliest first, and gives those that have changed by now."""
        heap: list[tuple[float, int, int, int]] = []

        def note(one: int, others: Iterable[int]) -> None:
            for other in others:
                if (found := link(one, other)) >= least:
                    heappush(heap, (-found, min(one, other), max(one, other), self._size(one, other)))

        for one, others in near.items():
            note(one, (other for other in others if other > one))
        while heap:
            _, one, other, size = heappop(heap)
            if one not in self._sets or other not in self._sets or size != self._size(one, other):
                continue  # one of them has changed since
            self._sets[one] += (moved := self._sets.pop(other))
            self._home.update(dict.fromkeys(moved, one))
            changed = (changed - {other}) | {one}
            near[one] = (near[one] | near.pop(other)) - {one, other}
            for third in near[one]:
                near[third] = (near[third] - {other}) | {one}
            note(one, near[one])
        return changed

    def _size(self, one: int, other: int) -> int:
        return len(self._sets[one]) + len(self._sets[other])

    def _near(self) -> dict[int, set[int]]:
        """By set: those of which a story is likely one of its."""
        having: dict[str, list[int]] = {}
        near: dict[int, set[int]] = {one: set() for one in self._sets}
        for place in self._tellings:
            names = self._likeness.names_of(place)
            leading = nlargest(_NAMES, names, key=lambda name: (names[name], name))
            seen: dict[int, float] = {}
            for name in leading:
                for other in having.get(name, ())[-_COMMON:]:
                    if self._home[other] != self._home[place]:
                        seen[other] = seen.get(other, 0.0) + names[name] * self._likeness.names_of(other)[name]
                having.setdefault(name, []).append(place)
            found = nlargest(_CANDIDATES, (one for one in seen if seen[one] >= _LEAST), key=seen.__getitem__)
            self._candidates[place] = found
            for other in found:
                if self._score(place, other) >= LIKELY:
                    near[self._home[place]].add(self._home[other])
                    near[self._home[other]].add(self._home[place])
        return near

    def _score(self, one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        if (known := self._scores.get(pair)) is None:
            self._scores[pair] = known = self._likeness.score(self._tellings[pair[0]], self._tellings[pair[1]])
        return known

    def _link(self, one: int, other: int) -> float:
        """How likely two sets are of one event by their pairs; not at all where most of the smaller one are about
        something else than the larger one."""
        if self._is_kept_out(*self._by_size(one, other)):
            return -inf
        pairs = product(self._sets[one][:_COMPARED], self._sets[other][:_COMPARED])
        scores = sorted((self._score(*pair) for pair in pairs), reverse=True)
        best = scores[: (len(scores) + 1) // 2]
        return sum(best) / len(best)

    def _by_size(self, one: int, other: int) -> tuple[int, int]:
        """The smaller one of two sets, and the larger one."""
        return (one, other) if (len(self._sets[one]), one) < (len(self._sets[other]), other) else (other, one)

    def _is_kept_out(self, small: int, large: int) -> bool:
        """Whether most stories of a set are about something else than a larger one, or both are on other purchases."""
        some, others = ([self._tellings[place] for place in self._sets[one]] for one in (small, large))
        if buy_apart(some, others) or hire_apart(some, others):
            return True
        if len(self._sets[large]) < FEWEST:
            return False
        bounds = self._bounds_of(large)
        return sum(bounds.keep_out(self._tellings[place]) for place in self._sets[small]) * 2 > len(self._sets[small])

    def _bounds_of(self, one: int) -> Bounds:
        key = (one, len(self._sets[one]))
        if (known := self._bounds.get(key)) is None:
            self._bounds[key] = known = Bounds([self._tellings[place] for place in self._sets[one]])
        return known

    def _belonging(self, one: int, other: int) -> float:
        """How likely the stories of each of two sets are of the event of the other one; those of the smaller one, where
        that is a single story. Two single stories were compared before."""
        small, large = self._by_size(one, other)
        if len(self._sets[large]) == 1 or self._is_kept_out(small, large):
            return -inf
        odds = self._odds(small, large)
        return odds if len(self._sets[small]) == 1 else (odds + self._odds(large, small)) / 2

    def _odds(self, one: int, other: int) -> float:
        """How likely the stories of the first set are of the event of the second one on the whole."""
        key = other, len(self._sets[other])
        if (others := self._gathered.get(key)) is None:
            others = Gathered([self._tellings[place] for place in self._sets[other]])
            self._gathered[key] = others
        stories = [self._tellings[place] for place in self._sets[one][:_COMPARED]]
        return sum(belongs(story, others, self._likeness, self._score_of) for story in stories) / len(stories)

    def _score_of(self, one: Telling, other: Telling) -> float:
        return self._score(one.place, other.place)
