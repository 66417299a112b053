"""Which word of the article each word of a statement goes back to.

Every word that can be found again is a node; two nodes are linked where both texts have the one shortly behind the
other. Of the places that a word may go back to, the one in the longest chain of such links is taken, so that a word
that stands several times in the article is matched where its neighbours are. A dynamic program in the manner of Hunt
and Szymanski; its time grows with the number of matching pairs, which is bounded for each word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from summarizer.text.cached import cached_property
from summarizer.verifier.reading import ALIKE, Reading

_NEAR = 9
"""Words between two linked words of the article at most."""
_PAIRS = 8
"""Places of one word in one sentence that are looked at, at most."""
_EDGE = 8
"""Words before the first matched word, or behind the last one, that are compared."""
_ENOUGH = 3
"""Words that a statement shares with a sentence, for both to be taken to be about the same."""
_BACK = 3
"""Matched words of the statement before a word that it can be linked to."""


class Match(NamedTuple):
    """The word `at` of the statement goes back to word `there` of the source sentence `source` (an index)."""

    at: int
    source: int
    there: int


class Gap(NamedTuple):
    """What stands between two linked words on either side: half-open ranges of word indexes.

    `edge` is -1 before the first linked word, 1 behind the last one, else 0.
    """

    source: int
    said: tuple[int, int]
    told: tuple[int, int]
    edge: int = 0


_Node = tuple[int, int, int, int, Any]
"""A word of the statement at a place of a source: the length of the longest chain up to here, the source, the place
there, the word, and the node before it in that chain."""
_length = itemgetter(0)


class Alignment:
    """A statement laid beside the cited sentences."""

    def __init__(self, said: Reading, sources: Sequence[Reading]) -> None:
        self.said = said
        self.sources = sources
        self.of: dict[int, Match] = {}
        """By the index of a word of the statement: where it goes back to."""
        self.overlap: dict[int, int] = {}
        """By the index of a source sentence: how many words of the statement go back to it."""
        self._align()

    def _align(self) -> None:
        said, sources = self.said, self.sources
        recent: list[list[_Node]] = []
        layers: list[tuple[int, list[_Node]]] = []
        for at, word in enumerate(said.words):
            if not said.anchors[at]:
                continue
            layer: list[_Node] = []
            key, low = ALIKE.get(word.stem, word.stem), said.low[at]
            for number, source in enumerate(sources):
                for there in source.keys.get(key, ())[:_PAIRS]:
                    best, link = 0, None
                    back = 0
                    for earlier in recent:
                        for node in earlier:
                            if node[1] == number and 0 < there - node[2] <= _NEAR:
                                # Nearer words bind more than far ones.
                                value = node[0] + 20 - (there - node[2]) - back
                                if value > best:
                                    best, link = value, node
                        back += 2
                    layer.append((best + 10 + (source.low[there] == low), number, there, at, link))
            if layer:
                layers.append((at, layer))
                recent = [layer, *recent[: _BACK - 1]]
        self._trace(layers)

    def _trace(self, layers: list[tuple[int, list[_Node]]]) -> None:
        wanted: dict[int, _Node] = {}
        for at, layer in reversed(layers):
            _, source, there, _, link = wanted.get(at) or max(layer, key=_length)
            self.of[at] = Match(at, source, there)
            self.overlap[source] = self.overlap.get(source, 0) + 1
            if link is not None:
                wanted.setdefault(link[3], link)

    @cached_property
    def back(self) -> dict[tuple[int, int], int]:
        """By source sentence and word: the word of the statement that goes back to it."""
        return {(match.source, match.there): at for at, match in self.of.items()}

    def supported(self, at: int) -> bool:
        """Whether enough of the statement goes back to the same sentence as its word `at` for both to be compared."""
        shared = self.overlap.get(self.of[at].source, 0)
        return shared >= _ENOUGH or 2 * shared >= len(self.of)

    @cached_property
    def gaps(self) -> list[Gap]:
        """What stands between neighbouring words that go back to neighbouring words; the ends of both included."""
        ordered = self._ordered
        found = [
            Gap(one.source, (one.at + 1, other.at), (one.there + 1, other.there))
            for one, other in pairwise(ordered)
            if one.source == other.source and 0 < other.there - one.there <= _NEAR and other.at - one.at <= _NEAR
        ]
        if ordered:
            first, last = ordered[0], ordered[-1]
            if 0 < first.at <= _EDGE:
                found.append(Gap(first.source, (0, first.at), (max(0, first.there - first.at - 1), first.there), -1))
            rest = len(self.said.words) - last.at - 1
            if 0 < rest <= _EDGE:
                end = min(len(self.sources[last.source].words), last.there + rest + 2)
                found.append(Gap(last.source, (last.at + 1, len(self.said.words)), (last.there + 1, end), 1))
        return found

    @cached_property
    def taken(self) -> frozenset[tuple[int, int]]:
        """By source sentence and word: what the words of the statement go back to, strays left aside."""
        return frozenset((match.source, match.there) for match in self._ordered)

    @cached_property
    def _ordered(self) -> list[Match]:
        """The matches in order, without those that lie elsewhere while their neighbours lie close together."""
        kept: list[Match] = []
        ordered = [self.of[at] for at in sorted(self.of)]
        for index, match in enumerate(ordered):
            if kept and index + 1 < len(ordered):
                one, other = kept[-1], ordered[index + 1]
                if (
                    one.source == other.source
                    and 0 < other.there - one.there <= _NEAR
                    and not (match.source == one.source and one.there < match.there < other.there)
                ):
                    continue
            kept.append(match)
        return kept
