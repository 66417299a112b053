"""The acts of a statement beside those of the article that mean the same or the contrary, about the same things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.verifier.act_words import COMPARED, CONVERSE, PHRASES, PLAIN, WAYS
from summarizer.verifier.reading import Reading
from summarizer.verifier.told_acts import Act

_ENOUGH = 4
"""Words that two acts are both about, for the one to contradict the other."""
_MOST = 400
"""Acts of the article that are compared at most."""


class Pair(NamedTuple):
    """An act of the statement and one of a source sentence (an index) that have a meaning in common."""

    mine: Act
    source: int
    theirs: Act
    agree: bool
    shared: int
    """Words that both are about."""

    @property
    def made_up_for(self) -> bool:
        """Whether the act that is not turned round has another negation beside it, which may stand in its stead."""
        if self.mine.turned == self.theirs.turned:
            return False
        return bool((self.mine if self.theirs.turned else self.theirs).beside)

    @property
    def doers(self) -> int:
        """Words that stand before both, acts left aside."""
        return _doers(self.mine, self.theirs)


class ActPairs:
    """All pairs of a statement and the sentences that it cites."""

    def __init__(self, said: Sequence[Act], sources: Sequence[Sequence[Act]]) -> None:
        self.pairs: dict[int, list[Pair]] = {}
        """By the first word of an act of the statement."""
        by_meaning: dict[str, list[tuple[int, Act, int]]] = {}
        count = 0
        for number, acts in enumerate(sources) if said else ():
            for act in acts:
                count += 1
                if count > _MOST:
                    break
                for sense in act.senses:
                    by_meaning.setdefault(sense.meaning, []).append((number, act, act.sign(sense)))
        self.said = said
        for mine in said:
            self.pairs[mine.first] = list(_pairs_of(mine, by_meaning))

    def borne_out(self, first: int, last: int, *, least: int = 1) -> bool:
        """Whether an act of the statement within these words says what the article says, about the same; an act that
        says the contrary about more of the same counts before one that agrees."""
        for mine in self.said:
            if not (first <= mine.last and mine.first <= last):
                continue
            pairs = self.pairs[mine.first]
            against = max((pair.shared for pair in pairs if not pair.agree), default=0)
            if any(pair.agree and pair.shared >= max(least, against) for pair in pairs):
                return True
        return False

    def back(self, source: int, there: int) -> Act | None:
        """The act of the statement that says the same as the source's act at a word, and about the same."""
        best: Pair | None = None
        for pairs in self.pairs.values():
            for pair in pairs:
                if (
                    pair.source == source
                    and pair.theirs.first <= there <= pair.theirs.last
                    and pair.shared >= _ENOUGH
                    and (best is None or pair.shared > best.shared)
                ):
                    best = pair
        return best.mine if best else None

    def contrary(self) -> Iterator[Pair]:
        """Pairs that contradict each other, where nothing cited says the same as the statement's act."""
        for mine in self.said:
            if mine.open:
                continue
            pairs = self.pairs[mine.first]
            against = [pair for pair in pairs if not pair.agree and not pair.theirs.open]
            if not against:
                continue
            best = max(against, key=lambda pair: pair.shared)
            least = min(len(mine.about), len(best.theirs.about))
            if best.shared < _ENOUGH and not (best.shared == 1 and least <= 1):
                continue
            if best.made_up_for:
                continue
            if any(pair.agree and (pair.shared >= best.shared or pair.doers > best.doers) for pair in pairs):
                continue
            if self._says_it_too(mine, best):
                continue
            yield best

    def _says_it_too(self, mine: Act, against: Pair) -> bool:
        """Whether another act of the statement is the article's that stands against `mine`, so that both are told:
        "pared their gains to stand 4% higher"."""
        return any(
            pair.agree
            and pair.source == against.source
            and pair.theirs == against.theirs
            and (other.senses, other.turned) == (against.theirs.senses, against.theirs.turned)
            for other in self.said
            if other is not mine
            for pair in self.pairs[other.first]
        )


def _doers(one: Act, other: Act) -> int:
    return sum(1 for stem in one.before & other.before if stem not in PHRASES)


def _pairs_of(mine: Act, by_meaning: dict[str, list[tuple[int, Act, int]]]) -> Iterator[Pair]:
    agreeing: dict[tuple[int, int], Pair] = {}
    for sense in mine.senses:
        kind = sense.meaning.partition(" ")[0]
        if kind == COMPARED:
            continue
        sign = mine.sign(sense)
        for number, theirs, other in by_meaning.get(sense.meaning, ()):
            shared = len(mine.about & theirs.about)
            if kind == WAYS and not mine.theme & theirs.theme:
                continue
            if kind == PLAIN and shared < _ENOUGH:
                continue
            same_side = kind != CONVERSE or (mine.passive == theirs.passive and bool(_doers(mine, theirs)))
            if sign != other and not same_side:
                continue
            place = number, theirs.first
            pair = Pair(mine, number, theirs, sign == other, shared)
            if place not in agreeing or pair.agree:
                agreeing[place] = pair
    yield from agreeing.values()


def place_of(reading: Reading, act: Act) -> tuple[int, int]:
    """Where an act stands, the word before it included."""
    return reading.place(max(0, act.first - 1), act.last)
