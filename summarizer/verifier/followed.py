"""A statement followed word by word through one sentence of the article: which words both have in the same order, and
what stands between them on either side.

Of all ways to lead the words of the statement through those of the sentence, in order, the one is taken that keeps most
of them, and of these the one with the fewest breaks: a dynamic program over the pairs of equal words. Words are equal
by their stems; small words count less than those with content.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.verifier.wording import STOP_WORDS, Word

_WORDS = 80
"""Words of a statement that are followed at most."""
_PLACES = 8
"""Places of one word in a sentence that are tried at most."""
_CONTENT, _SMALL, _JOINED = 6, 2, 3
"""What a word with content, a small word, and a word right behind the one before are worth; the very form, one more."""


class Step(NamedTuple):
    """What stands between two words that both have: half-open ranges of word indexes of the statement and of the
    sentence, either of which may be empty."""

    said: tuple[int, int]
    told: tuple[int, int]


class Followed(NamedTuple):
    """The words that a statement has of a sentence, as pairs of indexes in rising order."""

    pairs: tuple[tuple[int, int], ...]

    def steps(self) -> list[Step]:
        """What stands between neighbouring pairs, where anything does."""
        return [
            Step((one[0] + 1, other[0]), (one[1] + 1, other[1]))
            for one, other in pairwise(self.pairs)
            if other[0] - one[0] > 1 or other[1] - one[1] > 1
        ]


def follow(said: Sequence[Word], told: Sequence[Word]) -> Followed | None:
    """The way of the statement through the sentence; None where the statement is too long or has no word of it."""
    if len(said) > _WORDS:
        return None
    places: dict[str, list[int]] = {}
    for there, word in enumerate(told):
        places.setdefault(word.stem, []).append(there)
    # By pair: its place in both, what the way up to it is worth, and the pair before it.
    nodes: list[tuple[int, int, int, int]] = []
    for at, word in enumerate(said):
        own = _SMALL if word.low in STOP_WORDS else _CONTENT
        fresh: list[tuple[int, int, int, int]] = []
        for there in places.get(word.stem, ())[:_PLACES]:
            best, link = 0, -1
            for number in range(len(nodes) - 1, -1, -1):
                before = nodes[number]
                if before[1] < there:
                    value = before[2] + (_JOINED if before[1] == there - 1 and before[0] == at - 1 else 0)
                    if value > best:
                        best, link = value, number
            fresh.append((at, there, best + own + (told[there].low == word.low), link))
        nodes.extend(fresh)
    if not nodes:
        return None
    number = max(range(len(nodes)), key=lambda one: nodes[one][2])
    pairs: list[tuple[int, int]] = []
    while number >= 0:
        at, there, _, link = nodes[number]
        pairs.append((at, there))
        number = link
    return Followed(tuple(reversed(pairs)))
