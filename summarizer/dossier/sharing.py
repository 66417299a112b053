"""What puts an article into its event: the names, figures and words that it has in common with the event's others.

Each weighs about what it adds to the score of two stories (`likeness`): the more the fewer articles of the run have it,
by the weight of its kind there, and once for each of the event's other articles that have it too. Where a rule has put
an article into its event (two tell of one deal), the same is told, though the rule decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import log1p
from typing import Literal, NamedTuple
from zlib import crc32

from summarizer.dossier.cast import Cast
from summarizer.dossier.likeness_weights import WEIGHTS
from summarizer.dossier.model import Shared
from summarizer.dossier.specifics import SENTENCES, Specific, telling_word
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling
from summarizer.text.calendar_words import MONTHS
from summarizer.text.patterns import pattern
from summarizer.verifier.wording import stem

Kind = Literal["name", "figure", "day", "quote", "word"]

MOST: Mapping[Kind, int] = {"name": 4, "figure": 3, "day": 1, "quote": 1, "word": 2}
"""How many of a kind are told of an article at most: those that weigh most."""
_NAME, _DAY, _WORD = 1.2, 1.0, 0.5
"""Weights of what has none of its own in the score: names count there by their part of a story, words all together."""
_TOP = 1.6
"""How much more a name weighs that stands where a story tells its news, as in `likeness`."""
_FEW = 40.0
"""As in `likeness`."""
_BITS = 10.0
_LEAST = 0.25
"""What a thing must weigh to be told."""
_DWELT = 2
"""Sentences of an article that a word is in which it dwells on."""
_LONGEST = 60
"""Characters of an amount or a name; a longer one was misread."""
_WORDS = pattern(r"[^\W\d_][\w&’'-]*[^\W_]")
_NAMES_OF_MONTHS = {number: name.capitalize() for name, number in sorted(MONTHS.items(), key=lambda one: len(one[0]))}


class Thing(NamedTuple):
    """One thing that articles have in common."""

    kind: Kind
    what: str | float | int
    """A name by its telling word, a number by its value, a day by month and day in one number, a word by a hash."""
    others: int = 0
    """How many of the event's other articles have it."""


class Sharing:
    """Finds what the articles of an event have in common, among all articles of a run."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._tellings: dict[int, Telling] = {}
        self._told: Counter[Specific] = Counter()
        self._words: Counter[int] = Counter()
        for one in tellings:
            self._tellings[one.place] = one
            self._told.update(one.told)
            self._words.update(one.profile.words)

    def of(self, places: Sequence[int]) -> dict[int, list[Thing]]:
        """By the place of each story of an event: what it has in common with the others, what weighs most first."""
        having = Counter(thing for place in places for thing in _things(self._tellings[place]))
        rest = len(places) - 1
        return {place: list(self._weighed(self._tellings[place], having, rest)) for place in places}

    def _weighed(self, one: Telling, having: Mapping[Thing, int], rest: int) -> Iterator[Thing]:
        """What weighs most of what one story has; a word only where half of the `rest` have it: any two share some."""
        weights: dict[Thing, float] = {}
        for specific in one.told:
            thing = _thing(specific)
            weight = _weight(specific) * _rarity(self._told[specific])
            if thing.kind == "name" and thing.what in one.salient_words:
                weight *= _TOP
            weights[thing] = max(weight, weights.get(thing, 0.0))
        for word, count in zip(one.profile.words, one.profile.counts, strict=True):
            if count >= _DWELT:
                weights[Thing("word", word)] = _WORD * _rarity(self._words[word])
        found = [
            (-weight * others, str(thing.what), thing._replace(others=others))
            for thing, weight in weights.items()
            if (others := having[thing] - 1) and weight >= _LEAST and (thing.kind != "word" or 2 * others >= rest)
        ]
        left = dict(MOST)
        for _, _, thing in sorted(found):
            if left[thing.kind]:
                left[thing.kind] -= 1
                yield thing


def worded(things: Iterable[Thing], story: Story, cast: Cast) -> list[Shared]:
    """These things in the words of the article that has them."""
    found = []
    for thing in things:
        text = " ".join(_words(thing, story, cast).split())
        if 0 < len(text) <= _LONGEST:
            found.append(Shared(kind=thing.kind, text=text, others=thing.others))
    return found


def _things(one: Telling) -> set[Thing]:
    return {_thing(specific) for specific in one.told} | {Thing("word", word) for word in one.profile.words}


def _thing(one: Specific) -> Thing:
    if one.kind in ("name", "person"):
        return Thing("name", one.what)
    if one.kind in ("day", "quote"):
        return Thing("day" if one.kind == "day" else "quote", one.what)
    return Thing("figure", one.what)


def _weight(one: Specific) -> float:
    """What it weighs by its kind."""
    if one.kind == "name":
        return _NAME
    if one.kind == "person":
        return WEIGHTS.get("people", _NAME)
    if one.kind == "day":
        return _DAY
    return WEIGHTS.get(f"same_{one.kind}", 1.0) * min(one.bits, _BITS) / _BITS


def _rarity(having: int) -> float:
    return log1p(_FEW / (having + 0.5)) / log1p(_FEW / 1.5)


def _words(thing: Thing, story: Story, cast: Cast) -> str:
    if thing.kind == "name":
        names = (one.name for one in cast.entities if one.can_trade and telling_word(one) == thing.what)
        return next(names, str(thing.what).title())
    if thing.kind == "figure":
        amounts = (one for one in story.readings.amounts if float(one.value) == thing.what)
        return next((story.head[one.core[0] : max(one.core[1], one.end)] for one in amounts), "")
    if thing.kind == "day":
        month, day = divmod(int(thing.what), 100)
        return f"{_NAMES_OF_MONTHS[month]} {day}"
    if thing.kind == "quote":
        return "words that it quotes"
    sentences = islice(story.sentences, 4 * SENTENCES)
    words = (word for one in sentences for word in _WORDS.findall(story.head, one.start, min(one.end, len(story.head))))
    plain = (word.replace("’", "'").removesuffix("'s").lower() for word in words)
    return next((word for word in plain if crc32(stem(word).encode()) == thing.what), "")
