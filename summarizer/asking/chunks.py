"""A long article divided into sections of whole sentences, each of which is asked about by itself.

In this code such a section is a chunk, the usual word; `Section` is a list of records in an answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from summarizer.article import Article, Sentence
from summarizer.text.paragraphs import paragraphs
from summarizer.text.patterns import pattern
from summarizer.text.tokens import TOKENS_PER_SENTENCE, count_tokens

CHUNK_TOKENS = 3_000
"""Tokens of a section at most, where nothing else is said. Answers grow with the text: to 3,000 tokens of business news
they have 7,000 to 14,000 (docs/long.md), and many models write 8,192 to 16,384 at most."""
LEAST_TOKENS = 200
"""Fewer are no section: the instructions alone are ten times as long."""
HEAD_TOKENS = 300
"""Tokens of the article's beginning that are shown with each section: who is who is mostly said there."""
CONTEXT_TOKENS = 150
"""Tokens of the sentences just before a section that are shown with it: whom "he" and "the company" mean."""
LEAST_CUT_TOKENS = 800
"""A section whose answer was cut is divided where it has at least so many tokens: a model that cannot answer to less
does not fail for the length."""
EARLIEST = 0.6
"""The least part of its due length that a section may have, so that it can end where a paragraph does."""
TURN_REACH = 40
"""Sentences back in which the beginning of a speaker's turn is looked for."""

_SPEAKER = pattern(r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5}(?:, [\w .,&'’-]{1,60})?)\s?(?::|\s--?|\s[–—])(?=\s)")
_LONGEST_HEADING = 90
_ENDS_PROSE = ('.', '!', '?', ':', ';', ',', '"', '”', '’', ')')  # fmt: skip
_HEADING, _TURN, _PARAGRAPH, _SENTENCE = 3, 2, 1, 0


@dataclass(frozen=True)
class Chunk:
    """Sentences of an article that are asked about together; numbers as the prompt shows them, from 1."""

    first: int
    last: int
    context: tuple[int, ...] = ()
    """The numbers of the sentences before `first` that are shown with it, ascending."""

    @property
    def numbers(self) -> frozenset[int]:
        """Those of all sentences that are shown."""
        return frozenset((*self.context, *range(self.first, self.last + 1)))

    def words(self) -> str:
        """`sentences 812–903`."""
        return f"sentence {self.first}" if self.first == self.last else f"sentences {self.first}–{self.last}"


@dataclass(frozen=True)
class Divider:
    """Divides one article. Linear in its length."""

    article: Article
    _sums: list[int] = field(init=False)
    """The tokens of the first 0, 1, 2 … sentences."""

    def __post_init__(self) -> None:
        sizes = (count_tokens(sentence.text) + TOKENS_PER_SENTENCE for sentence in self.article.sentences)
        object.__setattr__(self, "_sums", list(accumulate(sizes, initial=0)))

    def chunks(self, most: int = CHUNK_TOKENS) -> list[Chunk]:
        """Sections of at most `most` tokens, in their order; one that holds all where the article has no more.

        Only a single sentence that is longer makes a longer section.
        """
        if self._sums[-1] <= most:
            return [Chunk(1, len(self.article.sentences))]
        return self._cut(1, len(self.article.sentences), most)

    def halves(self, chunk: Chunk) -> list[Chunk]:
        """`chunk` in two or three, none where it is too short for that."""
        size = self._size(chunk.first, chunk.last)
        if size < LEAST_CUT_TOKENS or chunk.first == chunk.last:
            return []
        cut = self._cut(chunk.first, chunk.last, int(size * EARLIEST))
        return cut if len(cut) > 1 else []

    def _size(self, first: int, last: int) -> int:
        return self._sums[last] - self._sums[first - 1]

    def _cut(self, first: int, last: int, most: int) -> list[Chunk]:
        cut: list[Chunk] = []
        while first < last and (left := self._size(first, last)) > most:
            due = left / -(-left // most)
            until = self._end(first, last, EARLIEST * due, due, most)
            cut.append(self._chunk(first, until))
            first = until + 1
        cut.append(self._chunk(first, last))
        return cut

    def _end(self, first: int, last: int, least: float, due: float, most: int) -> int:
        """The last sentence of a section that begins with `first`: the next begins as a heading, a speaker's turn, a
        paragraph where one does, and this one is as near to the length that is due as that allows."""
        before = self._sums[first - 1]
        low = min(bisect_left(self._sums, before + least), last - 1)
        high = min(bisect_right(self._sums, before + most) - 1, last - 1)
        low, high = max(first, min(low, high)), max(first, high)
        return max(
            range(low, high + 1),
            key=lambda number: (self._strengths[number], -abs(self._sums[number] - before - due)),
        )

    def _chunk(self, first: int, last: int) -> Chunk:
        if first == 1:
            return Chunk(1, last)
        head = bisect_right(self._sums, HEAD_TOKENS) - 1
        context = set(range(1, min(head, first - 1) + 1))
        floor = self._sums[first - 1] - CONTEXT_TOKENS
        context.update(range(bisect_left(self._sums, floor) + 1, first))
        if not self._strengths[first - 1] >= _TURN:
            context.update(self._turn(first))
        return Chunk(first, last, tuple(sorted(context)))

    def _turn(self, first: int) -> list[int]:
        """The sentence with which the turn begins that `first` stands in the midst of."""
        for number in range(first - 1, max(0, first - TURN_REACH), -1):
            if self._strengths[number - 1] >= _TURN:
                return [number]
        return []

    @cached_property
    def _strengths(self) -> list[int]:
        """By index in the sentences: how good it is that a section begins there."""
        text, sentences = self.article.text, self.article.sentences
        found = [_SENTENCE] * (len(sentences) + 1)
        starts = [sentence.start for sentence in sentences]
        was_heading = False
        for start, end in paragraphs(text):
            at = bisect_left(starts, start)
            if at == len(starts) or starts[at] >= end:
                continue
            is_heading = _is_heading(text, start, end, sentences[at])
            if is_heading and not was_heading:
                found[at] = _HEADING
            elif not was_heading:
                found[at] = _TURN if _SPEAKER.match(text, start, min(end, start + 160)) else _PARAGRAPH
            # What follows a heading belongs to it, and the rows of a table to one another.
            was_heading = is_heading
        return found


def _is_heading(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a paragraph is a heading, the name of who speaks next, or the like."""
    if text[start] == "#":
        return True
    return (
        end - start <= _LONGEST_HEADING
        and sentence.end >= end
        and not text[start].islower()
        and not text[start:end].endswith(_ENDS_PROSE)
    )
