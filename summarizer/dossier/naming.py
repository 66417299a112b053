"""Stories put to a purchase because they name what is bought, as hardly any but its articles do.

A company is bought but once. So a story that names it at its top and in two sentences, in the weeks of the purchase, is
of that purchase, however little else it has in common with each of the others: if most of those that name this company
are of it, if the story names the other side too or speaks of a purchase, and if nothing says that it is about something
else (`guarding`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.dossier.guarding import Bounds
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
_DAYS = 60
"""Between a story and the nearest one of the purchase."""


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
    found: dict[int, list[int]] = {}
    for story in tellings:
        if story.place in taken or story.profile.is_short:
            continue
        fitting = [at for at, (event, own) in enumerate(events) if _is_of(story, event, own)]
        if len(fitting) == 1:
            found.setdefault(fitting[0], []).append(story.place)
    return [[*(one.place for one in events[at][0].stories), *places] for at, places in found.items()]


def _is_of(story: Telling, event: Bounds, own: frozenset[str]) -> bool:
    """Whether a story is of a purchase by naming what is bought.

    own     the words of what is bought that hardly any but its stories have
    """
    told = {word for word in own & story.named_first if story.named[word] >= _TOLD}
    if not any(telling_word(one) in told and event.is_thing(one) for one in story.names):
        return False
    if days_apart(story, event.unit) > _DAYS:
        return False
    ends = [one for mention in event.unit.mentions for one in mention.principals() if one not in mention.objects]
    speaks = story.buying or story.speaking or any_same(ends, story.names)
    return bool(speaks) and not event.keep_out(story)
