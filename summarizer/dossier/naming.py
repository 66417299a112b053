"""Stories put to a purchase because they name what is bought, as hardly any but its articles do.

A company is bought but once. So a story that names it is of that purchase, however little else it has in common with
each of the others, if most of those that name this company are of it, and nothing says that it is about something else
(`guarding`): within a month where two sentences name it, and the other side or a number is in common; within two where
its top names it too, and the other side is named or a purchase spoken of; within half a year where its top names both
sides and speaks of a purchase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.dossier.guarding import NUMBERS, Bounds
from summarizer.dossier.matching import any_same
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.telling import Telling
from summarizer.dossier.units import days_apart

_FEWEST = 4
"""Articles of a purchase from which on it is known what is bought."""
_OWN = 0.6
"""The part of all that name what is bought that must be of the purchase."""
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
    having = Counter(word for one in tellings for word in one.name_words)
    taken: set[int] = set()
    events: list[tuple[Bounds, frozenset[str]]] = []
    for places in shared:
        stories = [of_place[place] for place in places if place in of_place]
        taken.update(one.place for one in stories)
        if len(stories) >= _FEWEST and (event := Bounds(stories)).buys:
            known = Counter(word for one in stories for word in one.name_words)
            own = (word for word in event.things if known[word] * 2 >= len(stories))
            events.append((event, frozenset(word for word in own if known[word] >= _OWN * (having[word] - 1))))
    by_word: dict[str, list[int]] = {}
    for at, (_, words) in enumerate(events):
        for word in words:
            by_word.setdefault(word, []).append(at)
    found: dict[int, list[int]] = {}
    for story in tellings:
        if story.place in taken or story.profile.is_short:
            continue
        near = sorted({at for word in story.named for at in by_word.get(word, ())})
        fitting = [at for at in near if _is_of(story, *events[at])]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(story.place)
    return [[*(one.place for one in events[at][0].stories), *places] for at, places in found.items()]


def _is_of(story: Telling, event: Bounds, own: frozenset[str]) -> bool:
    """Whether a story is of a purchase by naming what is bought.

    own     the words of what is bought that hardly any but its stories have
    """
    known = {word for one in story.names if (word := telling_word(one)) in own and event.is_thing(one)}
    at_top = not known.isdisjoint(story.named_first)
    often = any(story.named.get(word, 0) >= _TOLD for word in known)
    if not (at_top or often) or event.keep_out(story):
        return False
    ends = [one for mention in event.unit.mentions for one in mention.principals() if one not in mention.objects]
    beside = any_same(ends, story.names)
    first = [one for one in story.names if telling_word(one) in story.named_first and not event.is_thing(one)]
    away = days_apart(story, event.unit)
    if away <= _WEEKS and often:
        return beside or any(one.kind in NUMBERS for one in story.told & event.unit.told)
    if away <= _DAYS and often and at_top:
        return bool(story.buying or story.speaking or beside)
    return at_top and story.buying and away <= _COURSE and any_same(ends, first)
