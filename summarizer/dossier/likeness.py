"""How likely two stories tell of one event, by what they have in common and what tells them apart.

Features of the pair (names, words, numbers, people, days, kinds of act, what is bought) are weighted by a logistic
regression, whose weights were fitted on invented events (`benchmarks.dossier.fit`). Origin: pairwise classification
and clustering, as in cross-document event coreference and in the clustering of news (S. Miranda et al., Multilingual
Clustering of Streaming News, 2018); the weighting of terms by how seldom they are (K. Spärck Jones, 1972).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf, log, log1p, sqrt
from typing import TypeVar

from summarizer.dossier.aliasing import aliases_of
from summarizer.dossier.entities import Entity
from summarizer.dossier.likeness_weights import INTERCEPT, WEIGHTS
from summarizer.dossier.matching import any_same
from summarizer.dossier.profiles import ACTS, Profile
from summarizer.dossier.specifics import Kind, Specific, telling_word
from summarizer.dossier.telling import Telling

K = TypeVar("K", str, int)
Vector = dict[str, float]
"""Weights of words, of the length 1."""

_FEW = 40.0
"""Stories among which a word of one is as rare as can be, of all of them says nothing."""
_TOP = 1.6
"""How much more a name weighs that the top has."""
_LEADING = (2, 3)
"""How many of the names that weigh most are looked for in the other story."""
_BITS = 10.0
_MOST = 2.0
_OFTEN = 3.0
"""Words of a purchase in a thousand characters from which on more say no more."""
_KEPT = 4096
_PURCHASE = ACTS.index("purchase")
_RESULTS = ACTS.index("results")
_WEEK, _QUARTER, _MONTH, _LATER = 7, 25, 30, 60
_UNKNOWN = 30
"""Days that stand for those between two stories of which one has no date."""
_NEAR = 0.1
FARTHEST = -6.0
"""What is taken for the score of two stories that have no name in common."""


class Likeness:
    """Compares the stories of a run."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._ents: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._words: Counter[int] = Counter()
        self._told: Counter[Specific] = Counter()
        self._tellings: dict[int, Telling] = {}
        tellings = list(tellings)
        self._aliases = aliases_of(tellings)
        for one in tellings:
            one.profile.rename(self._aliases)
            self._tellings[one.place] = one
            self._ents.update(one.profile.ents.keys())
            self._names.update(one.profile.names.keys())
            self._words.update(one.profile.words)
            self._told.update(one.told)
        self._vectors = lru_cache(maxsize=_KEPT)(self._vectors_of)

    def score(self, one: Telling, other: Telling) -> float:
        """The logarithm of the odds that two stories tell of one event."""
        if not (self.names_of(one.place).keys() & self.names_of(other.place).keys()):
            return FARTHEST
        found = self.features(one, other)
        total = INTERCEPT + sum(weight * found[name] for name, weight in WEIGHTS.items())
        return max(FARTHEST, min(-FARTHEST, total))

    def names_of(self, place: int) -> Vector:
        """The names of a story by how much of it they are and how few others have them."""
        return self._vectors(place).ents

    def having(self, name: str) -> int:
        """How many stories have a name."""
        return self._ents[name]

    def telling(self, specific: Specific) -> float:
        """What a specific tells."""
        return _rarity(self._told[specific]) * min(specific.bits, _BITS) / _BITS

    def features(self, one: Telling, other: Telling) -> dict[str, float]:
        """What two stories have in common and what tells them apart, each mostly between 0 and 1."""
        mine, theirs = self._vectors(one.place), self._vectors(other.place)
        found = {
            "names": _cosine(mine.names, theirs.names),
            "head_names": _cosine(mine.head_names, theirs.head_names),
            "words": _cosine(mine.words, theirs.words),
            "head_words": _cosine(mine.head_words, theirs.head_words),
            "entities": _cosine(mine.ents, theirs.ents),
        }
        there = (_part_of(mine.rare, other.profile.names), _part_of(theirs.rare, one.profile.names))
        found["head_there_least"], found["head_there_most"] = min(there), max(there)
        people = one.profile.people | other.profile.people
        both = mine.ents.keys() & theirs.ents.keys()
        shared = sorted((min(mine.ents[name], theirs.ents[name]) for name in both - people), reverse=True)
        for at, name in enumerate(("first", "second", "third")):
            found[f"{name}_name"] = shared[at] if at < len(shared) else 0.0
        found["rarest"] = max((_rarity(self._ents[name]) for name in both - people), default=0.0)
        for count in _LEADING:
            parts = [
                sum(name in ents for name in leading[:count]) / max(1, len(leading[:count]))
                for leading, ents in ((mine.leading, other.profile.ents), (theirs.leading, one.profile.ents))
            ]
            found[f"leading_{count}_least"], found[f"leading_{count}_most"] = min(parts), max(parts)
        found["people"] = min(_OFTEN, sum(_rarity(self._ents[name]) for name in both & people))
        found |= self._specifics(one, other)
        found |= _times_and_acts(one, other, found["second_name"])
        found |= self._things(one, other)
        return found

    def _specifics(self, one: Telling, other: Telling) -> dict[str, float]:
        sums: dict[Kind, float] = dict.fromkeys(("money", "price", "count", "part", "quote"), 0.0)
        for specific in one.told & other.told:
            if specific.kind in sums:
                weight = _rarity(self._told[specific]) * min(specific.bits, _BITS) / _BITS
                kind = specific.kind
                sums[kind] = max(sums[kind], weight) if kind == "quote" else min(sums[kind] + weight, _MOST)
        return {f"same_{kind}": value for kind, value in sums.items()}

    def _things(self, one: Telling, other: Telling) -> dict[str, float]:
        pairs = [(mine, theirs) for mine, unit in one.head_money for theirs, same in other.head_money if unit == same]
        close = any(abs(mine - theirs) <= _NEAR * max(mine, theirs) for mine, theirs in pairs)
        mine = [party for mention in one.main for party in mention.objects]
        theirs = [party for mention in other.main for party in mention.objects]
        same = bool(mine and theirs) and any_same(mine, theirs)
        strange = sorted(
            (self.strangers(one, other.profile.ents, other.names), self.strangers(other, one.profile.ents, one.names))
        )
        return {
            "other_money": float(bool(pairs) and not close),
            "other_period": float(bool(one.periods and other.periods) and one.periods.isdisjoint(other.periods)),
            "same_object": float(same),
            "other_object": float(bool(mine and theirs) and not same),
            "strangers_least": min(strange[0], 2) / 2,
            "strangers_most": min(strange[1], 3) / 3,
        }

    def strangers(self, one: Telling, words: Container[str], names: Sequence[Entity]) -> int:
        """Companies at the top of a story that others do not name, by words or by names."""
        return sum(self.word(body) not in words and not any_same([body], names) for body in one.bodies[:_ASKED])

    def word(self, entity: Entity) -> str:
        """The word by which the run knows a name."""
        word = telling_word(entity)
        return self._aliases.get(word, word)

    def _vectors_of(self, place: int) -> _Vectors:
        return _Vectors(self._tellings[place].profile, self._ents, self._names, self._words)


class _Vectors:
    """The words of a story, weighted."""

    __slots__ = ("ents", "head_names", "head_words", "leading", "names", "rare", "words")

    def __init__(
        self, profile: Profile, ents: Mapping[str, int], names: Mapping[str, int], words: Mapping[int, int]
    ) -> None:
        weighted = {
            name: (1 + log(count)) * (_TOP if name in profile.head_names else 1) * _rarity(names[name])
            for name, count in profile.names.items()
        }
        self.names = _unit(weighted)
        self.head_names = _unit({name: weighted[name] for name in weighted if name in profile.head_names})
        self.rare = {name: _rarity(names[name]) for name in profile.head_names}
        plain = [
            (word, (1 + log(count)) * _rarity(words[word]) ** 1.5)
            for word, count in zip(profile.words, profile.counts, strict=True)
        ]
        self.words = _unit(dict(plain))
        self.head_words = _unit(dict(plain[: profile.top]))
        weighted = {
            name: (1 + log(count)) * (_TOP if name in profile.head_ents else 1) * _rarity(ents[name])
            for name, count in profile.ents.items()
        }
        self.ents = _unit(weighted)
        self.leading = sorted(weighted.keys() - profile.people, key=lambda name: (-weighted[name], name))[
            : _LEADING[-1]
        ]


def _rarity(having: int) -> float:
    """What a word tells that so many stories have, between 0 and 1."""
    return log1p(_FEW / (having + 0.5)) / log1p(_FEW / 1.5)


def _unit(weights: Mapping[K, float]) -> dict[K, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _cosine(one: Mapping[K, float], other: Mapping[K, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _part_of(rare: Vector, names: Collection[str]) -> float:
    """The part of the names of a story's top that another one has anywhere."""
    total = sum(rare.values())
    return sum(weight for name, weight in rare.items() if name in names) / total if total else 0.5


def days_between(one: Telling, other: Telling) -> float:
    """Days between two stories, no number where that is not known."""
    return min((abs((mine - theirs).days) for mine in one.days for theirs in other.days), default=inf)


def cosine_of_acts(one: Telling, other: Telling) -> float:
    """How alike two stories are by the kinds of act of which they speak."""
    vectors = (_unit(dict(zip(ACTS, story.profile.acts, strict=True))) for story in (one, other))
    return _cosine(*vectors)


def _times_and_acts(one: Telling, other: Telling, second: float) -> dict[str, float]:
    away = days_between(one, other)
    days = _UNKNOWN if away == inf else away
    mine, theirs = one.profile.acts, other.profile.acts
    buying = min(mine[_PURCHASE], theirs[_PURCHASE], _OFTEN) / _OFTEN
    far = log1p(days) / 7
    both_buy = "purchase" in one.profile.head_acts and "purchase" in other.profile.head_acts
    every = one.profile.head_acts | other.profile.head_acts
    return {
        "days": far,
        "month": float(days > _MONTH),
        "later": float(days > _LATER),
        "buying": buying,
        "buying_second": buying * second,
        "days_not_buying": far * (1 - buying),
        "acts": cosine_of_acts(one, other),
        "head_acts": len(one.profile.head_acts & other.profile.head_acts) / max(1, len(every)),
        "one_buys": float(("purchase" in one.profile.head_acts) != ("purchase" in other.profile.head_acts)),
        "one_on_results": float(one.results_headed != other.results_headed),
        "results_apart": float(one.results and other.results and days > _QUARTER),
        "week_not_buying": float(days <= _WEEK and not both_buy),
        "other_results": float(min(mine[_RESULTS], theirs[_RESULTS]) > 1 and days > _MONTH) * (1 - buying),
    }


_ASKED = 6
"""Companies at the top of a story that are looked for in the other."""
