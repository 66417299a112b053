"""Stories put together because they are about one company of which hardly any other tells, and have more in common.

A recall, a closing, a departure, a penalty or a strike (`kinds`) befalls one company. Two stories that are about a
company tell of one such event if few name it, both speak of that kind, their days are near, and they share what no
story without that company has: a product, a town, a person, a number. Beside a set of stories its name may be more
frequent, and the story less about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import inf

from summarizer.dossier.guarding import Bounds
from summarizer.dossier.kinds import kinds_at_top, kinds_in
from summarizer.dossier.likeness import days_between
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.telling import Telling
from summarizer.dossier.triggers import AUTHORITY
from summarizer.dossier.units import days_apart
from summarizer.text.name_words import COMPANY_WORDS, PLACES, TRADE_ENDS

_FEW = 10
"""Stories that name a company at most for two of them to be put together by it."""
_DAYS = 45
"""Days between two such stories at most."""
_FEWEST, _WEEKS = 3, 21
"""Stories that name a company at most, and days between two of them, for its name and the kind of news at the top of
both to be enough."""
_FEWEST_UNDATED = 2
"""What two such stories have in common besides, where one has no day."""
_WORDS, _WORDS_UNDATED = 2, 3
"""Names, numbers and words that they have in common besides, where the tops of both have one kind of news, and else."""
_ENOUGH = 20
"""Stories among which a word that only those with some name have says something."""
_OWN = 0.6
"""The part of all stories that name a company that must be of the event, beside a set."""
_MOST_OF = 0.6
"""The part of a set's stories that are about whom it is about."""
_COURSE = 100
"""Days between a story and the nearest one of a set."""
_COURSES: Mapping[str, int] = {"closing": 400, "penalty": 150, "scandal": 1200, "strike": 200}
"""The same of events that go on for longer: the inquiry, the trial, the last shift."""
_TURNS = 3
"""How often what has been put together may take others."""
_NO_PARTIES = COMPANY_WORDS | PLACES | TRADE_ENDS


class Names:
    """Which stories of a run have which names and numbers."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._holders: dict[str, set[int]] = {}
        self._numbers: dict[int, set[int]] = {}
        self._words: dict[int, set[int]] = {}
        self._count = 0
        self._stories: dict[int, Telling] = {}
        for one in tellings:
            for word in one.profile.ents.keys() | one.profile.names.keys():
                self._holders.setdefault(word, set()).add(one.place)
            for number in one.profile.numbers:
                self._numbers.setdefault(number, set()).add(one.place)
            self._count += 1
            self._stories[one.place] = one
            for key in one.profile.words:
                self._words.setdefault(key, set()).add(one.place)

    def story(self, place: int) -> Telling:
        """The story at a place."""
        return self._stories[place]

    def holders(self, word: str) -> set[int]:
        """The places of the stories that have a name."""
        return self._holders.get(word, set())

    def beside(self, one: Telling, others: Sequence[Telling], word: str) -> int:
        """How many names and numbers a story has in common with others that no story without some name has; the name's
        own words aside."""
        own = self.holders(word)
        forms = {
            part
            for story in (one, *others)
            for name in story.names
            if telling_word(name) == word or word in name.plain
            for form in name.plain
            for part in form.split()
        } | {word}
        theirs = {name for other in others for name in other.profile.names}
        names = [
            name
            for name in one.profile.names
            if name in theirs and name not in forms and name not in _NO_PARTIES and self.holders(name) <= own
        ]
        counted = {number for other in others for number in other.profile.numbers}
        numbers = [number for number in one.profile.numbers & counted if self._numbers[number] <= own]
        return len(names) + len(numbers)

    def words_beside(self, one: Telling, other: Telling, word: str) -> int:
        """How many words of their texts two stories have in common that no story without some name has; none among
        few stories, where that says nothing."""
        if self._count < _ENOUGH:
            return 0
        own = self.holders(word)
        return sum(self._words[key] <= own for key in set(one.profile.words) & set(other.profile.words))


def join_protagonists(tellings: Sequence[Telling], shared: Iterable[Sequence[int]]) -> list[list[int]]:
    """The sets of stories that were put together, each of an event and those that join it, or of stories alone so far.

    tellings    all that are looked at
    shared      the places of the stories of each event of two or more by now
    """
    of_place = {one.place: one for one in tellings}
    sets = [[place for place in places if place in of_place] for places in shared]
    taken = {place for places in sets for place in places}
    alone = [one for one in tellings if one.place not in taken and not one.profile.is_short]
    names = Names(tellings)
    changed: set[int] = set()
    for _ in range(_TURNS):
        joined = _joining(alone, sets, of_place, names)
        for at, places in joined.items():
            sets[at] = [*sets[at], *places]
        gone = {place for places in joined.values() for place in places}
        made = _together([one for one in alone if one.place not in gone], names)
        gone.update(place for places in made for place in places)
        changed.update(joined, range(len(sets), len(sets) + len(made)))
        sets += made
        alone = [one for one in alone if one.place not in gone]
        if not gone:
            break
    return [sets[at] for at in sorted(changed)]


def _joining(
    alone: Sequence[Telling], sets: Sequence[Sequence[int]], of_place: Mapping[int, Telling], names: Names
) -> dict[int, list[int]]:
    """The stories alone so far that go to a set, by its place among them."""
    events = [Event([of_place[place] for place in places]) for places in sets]
    by_word: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        for word in event.words if event.kinds else ():
            by_word.setdefault(word, []).append(at)
    joined: dict[int, list[int]] = {}
    for story in alone:
        words = story.profile.ents.keys() | story.profile.names.keys()
        near = sorted({at for word in words for at in by_word.get(word, ())})
        fitting = [at for at in near if events[at].takes(story, names)]
        if len(fitting) == 1:
            joined.setdefault(fitting[0], []).append(story.place)
    return joined


def _together(alone: Sequence[Telling], names: Names) -> list[list[int]]:
    """The sets of stories alone so far that tell of one event, each linked to the next (union-find)."""
    of_place = {one.place: one for one in alone}
    having: dict[str, list[int]] = {}
    for one in alone:
        for word in about(one) if kinds_in(one.profile) else ():
            if len(names.holders(word)) <= _FEW:
                having.setdefault(word, []).append(one.place)
    home = {one.place: [one.place] for one in alone}
    for first, second in sorted({pair for places in having.values() for pair in combinations(places, 2)}):
        mine, theirs = home[first], home[second]
        if mine is not theirs and tell_one(of_place[first], of_place[second], names):
            mine += theirs
            home.update(dict.fromkeys(theirs, mine))
    return [sorted(places) for place, places in home.items() if len(places) > 1 and min(places) == place]


def about(story: Telling) -> set[str]:
    """The companies that a story is about: its top names them, or several sentences."""
    bodies = {telling_word(one) for one in story.names if AUTHORITY.search(one.name)}
    there = {word for word, count in story.profile.ents.items() if count > 1 or word in story.profile.head_ents}
    there |= {word for word in story.profile.head_names if story.profile.names[word] > 1}
    return there - story.profile.people - bodies - _NO_PARTIES


def tell_one(one: Telling, other: Telling, names: Names) -> bool:
    """Whether two stories that are alone so far tell of one such event."""
    kinds = kinds_in(one.profile) & kinds_in(other.profile)
    if not kinds or _deals(one) or _deals(other):
        return False
    away = days_between(one, other)
    if away < inf and away > (_COURSE if "closing" in kinds and _count_alike(one, other) else _DAYS):
        return False
    fewest = _FEWEST_UNDATED if away == inf else 1
    if any(
        len(names.holders(word)) <= _FEW and names.beside(one, [other], word) >= fewest
        for word in about(one) & about(other)
    ):
        return True
    both = one.profile.head_ents & other.profile.head_ents & about(one) & about(other)
    first = {word for word in both if min(one.profile.ents[word], other.profile.ents[word]) > 1}
    alike = kinds_at_top(one.profile) & kinds_at_top(other.profile)
    least = _WORDS if alike and away < inf else _WORDS_UNDATED
    for word in first:
        few = len(names.holders(word))
        if few <= _FEW and names.beside(one, [other], word) + names.words_beside(one, other, word) >= least:
            return True
        if few <= _FEWEST and away <= _WEEKS and alike:
            return True
    return False


def _count_alike(one: Telling, other: Telling) -> bool:
    """Whether two stories count the same."""
    return any(same.kind == "count" for same in one.told & other.told)


class Event:
    """A set of stories on one such event."""

    def __init__(self, stories: Sequence[Telling]) -> None:
        self.stories = stories
        self.bounds = Bounds(stories)
        words = Counter(word for one in stories for word in about(one))
        self.words = {word for word, count in words.items() if count >= _MOST_OF * len(stories)}
        kinds = Counter(kind for one in stories for kind in kinds_at_top(one.profile))
        self.kinds = {kind for kind, count in kinds.items() if count * 2 >= len(stories)}
        self.places = {one.place for one in stories}

    def takes(self, story: Telling, names: Names) -> bool:
        """Whether a story that is alone so far is of it."""
        if not self._fits(story):
            return False
        for word in self.words & (story.profile.ents.keys() | story.profile.names.keys()):
            having = names.holders(word) - {story.place}
            own = sum(place in self.places or self._fits(names.story(place)) for place in having)
            if own >= _OWN * len(having) and (
                names.beside(story, self.stories, word)
                or max(names.words_beside(story, one, word) for one in self.stories) >= _WORDS_UNDATED
            ):
                return True
        return False

    def _fits(self, story: Telling) -> bool:
        """Whether kind and days let a story be of it, and nothing says that it is about something else."""
        kinds = self.kinds & kinds_in(story.profile)
        if self.bounds.buys or not kinds or _deals(story):
            return False
        course = max(_COURSES.get(kind, _COURSE) for kind in kinds)
        away = days_apart(story, self.bounds.unit)
        return not course < away < inf and not self.bounds.keep_out(story)


def _deals(story: Telling) -> bool:
    """Whether a deal was read as its news."""
    return any(is_whole(one) for one in story.main)
