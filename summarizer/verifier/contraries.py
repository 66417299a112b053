"""Words that say the contrary of each other, and words of extent; by stems, so that all their forms are meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from summarizer.text.modality_words import DIRECTIONS
from summarizer.verifier.wording import Word, stem

_PAIRS = """
    above over / below under beneath
    accept approve approval endorse ratify adopt clear / reject rebuff veto spurn refuse
    admit / deny
    advantage / disadvantage
    affirm confirm uphold / deny refute overturn
    agree / disagree refuse
    allow permit let / ban bar block prohibit forbid prevent
    always / never
    appoint name hire recruit / dismiss fire oust sack laid
    ahead / behind
    asset / liability
    attractive / unattractive
    beat exceed top / miss
    before / after
    begin start launch open reopen / end stop halt close shut
    best / worst
    better / worse
    biggest largest / smallest
    bull bullish / bear bearish
    buy acquire purchase / sell divest offload
    cheap cheaper inexpensive / expensive costly costlier dear dearer
    complete finalize / abandon scrap terminate cancel
    decelerate slow / accelerate
    discount / premium
    domestic / foreign
    downgrade / upgrade
    early earlier / late later
    easy easier / hard harder difficult
    enter join / leave exit quit
    expand / contract
    export / import
    fast faster quick quicker / slow slower
    favor favour support back / oppose
    fewer less / more
    fewest least / most
    first / last
    friendly / hostile
    good / bad
    happy / unhappy
    high higher highest / low lower lowest
    include / exclude
    inflow / outflow
    innocent / guilty
    inside / outside
    internal / external
    keep retain / drop scrap abandon ditch sell
    legal / illegal
    lender / borrower
    lengthen stretch / shorten
    long longer / short shorter
    majority / minority
    major / minor
    maximum / minimum
    negative / positive
    north northern / south southern
    east eastern / west western
    obtain gain / lose
    often frequently / rarely seldom
    older / younger
    optimistic / pessimistic
    outperform / underperform
    overestimate / underestimate
    overvalued / undervalued
    overweight / underweight
    pass / fail
    peak / trough
    permanent / temporary
    profit / loss
    public / private
    same identical / different
    strength strong stronger strongest / weakness weak weaker weakest
    succeed success successful / fail failure unsuccessful
    sufficient adequate / insufficient inadequate
    surplus / deficit
    suspend / resume
    tighten / loosen ease
    true / false
    unite / divide
    up / down
    voluntary / mandatory compulsory
    wide wider widen / narrow narrower
    win / lose
    with / without
"""
"""A pair a line: what stands left of the stroke is the contrary of what stands right of it. Origin: the antonyms that
dictionaries give for verbs, nouns, adjectives and prepositions of business news."""


def _opposed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _PAIRS.strip().splitlines():
        left, right = ({stem(word) for word in side.split()} for side in line.split("/"))
        for one in left - right:
            found.setdefault(one, set()).update(right - left)
        for one in right - left:
            found.setdefault(one, set()).update(left - right)
    return {one: frozenset(others) for one, others in found.items()}


OPPOSED = _opposed()
"""By the stem of a word: the stems of its contraries."""

_NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_LEAST_ROOT = 4
"""Letters of the word behind a negative prefix: "unfair", not "into" and "to"."""

EXTENTS = {
    word: sense
    for sense, listed in (
        ("all", "all both each entire entirely every everybody everyone everything fully whole wholly"),
        ("most", "mainly majority most mostly primarily"),
        ("some", "certain many multiple numerous part partially partly several some various"),
        ("half", "half"),
        ("few", "few little"),
        ("none", "neither nobody none nothing"),
        ("always", "always constantly invariably"),
        ("sometimes", "frequently occasionally often rarely seldom sometimes usually"),
        ("never", "never"),
    )
    for word in listed.split()
}
"""Of how many something is said, or how often."""

_DIRECTIONS, _EXTENTS, _OPPOSED = frozenset(DIRECTIONS), frozenset(EXTENTS), frozenset(OPPOSED)


def contrary(one: str, other: str, one_stem: str, other_stem: str) -> bool:
    """Whether two words, in lower case and with their stems, say the contrary of each other."""
    if other_stem in OPPOSED.get(one_stem, ()):
        return True
    return _prefixed(one, other) or _prefixed(other, one)


def _prefixed(longer: str, shorter: str) -> bool:
    """Whether `longer` is `shorter` behind a prefix that negates."""
    return len(shorter) >= _LEAST_ROOT and any(longer == prefix + shorter for prefix in _NEGATIVE_PREFIXES)


class Turning:
    """What a sentence has that words of another sentence may be the contrary of, each in one set.

    So two sentences can be told apart that hold nothing contrary, as nearly all do, before word is laid beside word.
    """

    __slots__ = ("_extents", "_low", "_roots", "_senses", "_stems", "_superlatives")

    def __init__(self, words: Iterable[Word], low: frozenset[str]) -> None:
        self._low = low
        self._stems = frozenset([word.stem for word in words])
        self._senses = frozenset(DIRECTIONS[word] for word in low & _DIRECTIONS)
        self._extents = frozenset(EXTENTS[word] for word in low & _EXTENTS)
        self._roots = frozenset(chain.from_iterable(map(_roots, low)))
        self._superlatives = frozenset([word for word in low if word.endswith("est")])

    def may_oppose(self, other: Turning) -> bool:
        """False where no word of this sentence is the contrary of one of the other, nor says of more or fewer, and
        nothing is called the largest in both."""
        return (
            any(not OPPOSED[stem].isdisjoint(other._stems) for stem in self._stems & _OPPOSED)
            or _differ(self._senses, other._senses)
            or _differ(self._extents, other._extents)
            or not self._roots.isdisjoint(other._low)
            or not other._roots.isdisjoint(self._low)
            or not self._superlatives.isdisjoint(other._low)
        )


@lru_cache(maxsize=16384)
def _roots(word: str) -> tuple[str, ...]:
    """What is left of a word without a prefix that negates."""
    return tuple(
        word[len(prefix) :]
        for prefix in _NEGATIVE_PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST_ROOT
    )


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a member of the one is not the same as a member of the other."""
    return bool(one and other) and len(one | other) > 1
