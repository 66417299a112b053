"""An article read once for all rules: its names, amounts, dates, speech, and a skeleton of every sentence.

Origin of the patterns: the marks of Markdown (CommonMark).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.article import Article, Sentence
from summarizer.models.offline.lexicon import TITLE_WORDS, is_furniture
from summarizer.text.cached import cached_property
from summarizer.text.dates import DateSpan
from summarizer.text.lines import is_wrapped
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.numbers import Amount
from summarizer.text.speech import Speech
from summarizer.text.speech_salience import Salience

NAME, MONEY, DATE, SHARE = "\ue000", "\ue001", "\ue002", "\ue003"
"""What stands for a name, an amount of money, a date and a percentage in a skeleton."""

_PIECE = re.compile(r"\s+|(?P<mark>\*+|\[(?=[^\[\]]{1,80}\]\()|\]\([^()\s]{1,300}\))|[^\s*\[\]]+|[\[\]]")
"""White space, marks of Markdown (emphasis, the brackets of links), which are left out, and all else."""
_UNEVEN = re.compile(r"[\s*\[\]](?:(?<=[^ \n])|\s)")
"""What a skeleton does not take over letter by letter: more white space than one, marks of Markdown."""
_PRIVATE = re.compile("[\ue000-\ue003]")
_LONGEST_SENTENCE = 3000
"""Characters beyond which a sentence is no prose and is not matched."""


@dataclass(slots=True)  # not frozen, which makes building one three times as long
class Skeleton:
    """A sentence in which each name, amount and date is one character, with the way back to the article.

    `places` hold, for each stretch of `text` by its start, where it begins in the article, and where it ends there if
    it is one character for several; in the others each character stands for one.
    """

    text: str
    places: Sequence[tuple[int, int, int | None]]
    names: dict[int, NameSpan] = field(default_factory=dict)
    """The name behind each `NAME` position."""
    amounts: dict[int, Amount] = field(default_factory=dict)
    dates: dict[int, DateSpan] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The article's (start, end) of the skeleton's [start, end), which is not empty."""
        first, last = self._place(start), self._place(end - 1)
        return first[1] + (start - first[0] if first[2] is None else 0), last[2] or last[1] + end - last[0]

    def _place(self, at: int) -> tuple[int, int, int | None]:
        return self.places[bisect_left(self.places, (at + 1,)) - 1]


class Reading:
    """What the rules know about one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.names = article.readings.names
        self.aliases = article.readings.aliases
        self.directory = article.readings.directory

    @property
    def dates(self) -> list[DateSpan]:
        """The date expressions of the whole article; who needs those of one sentence asks for them alone."""
        return self.article.readings.dates

    @property
    def speech(self) -> list[Speech]:
        """The reported speech of the article."""
        return self.article.readings.speech

    @cached_property
    def settled_speech(self) -> list[Speech]:
        """The same, with "she" and "the company" given to whom the article last spoke of."""
        sentences = [(sentence.start, sentence.end) for sentence in self.article.sentences]
        return list(Salience(self.article.readings.speech_directory, sentences).settle(self.speech))

    @cached_property
    def speaker_kinds(self) -> dict[str, set[str]]:
        """As what each speaker of the article speaks."""
        kinds: dict[str, set[str]] = {}
        for speech in self.speech:
            if speech.speaker is not None:
                kinds.setdefault(speech.speaker, set()).add(speech.speaker_kind)
        return kinds

    @cached_property
    def aliased(self) -> frozenset[str]:
        """The names for which the article states another one."""
        return frozenset(name for name, _ in self.aliases)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the article has in lower case."""
        return self.article.readings.lower_words

    @cached_property
    def mentions(self) -> dict[str, list[int]]:
        """By the fullest form of each name: where it is mentioned."""
        found: dict[str, list[int]] = {}
        for name in self.names:
            found.setdefault(self.directory.fullest(name.text), []).append(name.start)
        return found

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether the article's lines are broken at a width."""
        return is_wrapped(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the article's prose: no headings, captions, bylines, links to other stories."""
        return tuple(sentence for sentence in self.article.sentences if self.is_prose(sentence))

    @cached_property
    def newest_year(self) -> int | None:
        """The year the article was published in, or the latest past one that its dates name."""
        if self.article.published:
            return self.article.published.year
        years = [date.earliest.year for date in self.dates if date.earliest is not None]
        return max((year for year in years if years.count(year) > 1), default=max(years, default=None))

    @cached_property
    def _names_at(self) -> list[int]:
        return [name.start for name in self.names]

    @cached_property
    def _by_start(self) -> dict[int, NameSpan]:
        return {name.start: name for name in self.names}

    def is_prose(self, sentence: Sentence) -> bool:
        """Whether `sentence` is one of `sentences`."""
        return sentence.number in self._prose

    @cached_property
    def _prose(self) -> frozenset[int]:
        return frozenset(sentence.number for sentence in self.article.sentences if self._is_prose(sentence))

    @staticmethod
    def _is_prose(sentence: Sentence) -> bool:
        """Whether the sentence is one: a full stop at its end, or long enough and not in capitals; no boilerplate."""
        text = sentence.text
        if len(text.split(None, 3)) < 3 or is_furniture(text):
            return False
        if text.rstrip("”\"’')]»* ")[-1:] in (".", "!", "?", "…"):
            return True
        return text[-1] in ":;," and len(text.split(None, 15)) > 14

    def is_title(self, sentence: Sentence) -> bool:
        """Whether the sentence looks like a headline: no full stop, and at the top or half its words capitalised."""
        text = sentence.text
        if text[-1] in ".:;,!?":
            return False
        words = [word for word in text.split() if word[:1].isalpha()]
        if not 4 <= len(words) <= 25 or is_furniture(text):
            return False
        return sentence.number <= TITLE_WORDS or sum(word[0].isupper() for word in words) >= 0.5 * len(words)

    def names_of(self, sentence: Sentence) -> list[NameSpan]:
        """The names inside a sentence; the list is the reading's own."""
        return self._names_of[sentence.number - 1]

    @cached_property
    def _names_of(self) -> list[list[NameSpan]]:
        """The names inside each sentence."""
        found: list[list[NameSpan]] = []
        names, at, most = self.names, 0, len(self.names)
        for sentence in self.article.sentences:
            inside: list[NameSpan] = []
            start, end = sentence.start, sentence.end
            while at < most and names[at].start < end:
                name = names[at]
                if name.start >= start and name.end <= end:
                    inside.append(name)
                at += 1
            found.append(inside)
        return found

    def name_at(self, start: int) -> NameSpan | None:
        """The name that begins at `start`."""
        return self._by_start.get(start)

    def end_of(self, start: int) -> int:
        """Where the name that begins at `start` ends; `start` itself where none begins."""
        name = self._by_start.get(start)
        return name.end if name else start

    def name_over(self, at: int) -> NameSpan | None:
        """The name that the character at `at` is part of."""
        nth = bisect_left(self._names_at, at + 1) - 1
        return self.names[nth] if nth >= 0 and self.names[nth].end > at else None

    def amounts_of(self, sentence: Sentence) -> Sequence[Amount]:
        """The amounts inside a sentence."""
        return self.article.readings.amounts_of(sentence.number)

    def dates_of(self, sentence: Sentence) -> Sequence[DateSpan]:
        """The date expressions inside a sentence."""
        return self.article.readings.dates_of(sentence.number)

    def words(self, start: int, end: int) -> str:
        """The article's words in [start, end) on one line."""
        return " ".join(self.text[start:end].split())

    def places_of(self, words: str, most: int = 6) -> list[int]:
        """The first offsets at which `words` stand in the article."""
        places: list[int] = []
        at = self.text.find(words)
        while at >= 0 and len(places) < most:
            places.append(at)
            at = self.text.find(words, at + 1)
        return places

    def full(self, name: NameSpan) -> str:
        """The fullest form of a name in this article."""
        return self.directory.fullest(name.text)

    def is_company(self, name: str) -> bool:
        """Whether a name can be a company's: no person, place or ministry."""
        return name_kind(name) not in ("place", "person") and not self.directory.is_person(name)

    def skeleton(self, sentence: Sentence) -> Skeleton | None:
        """The sentence's skeleton, None for a sentence too long to be one."""
        if sentence.end - sentence.start > _LONGEST_SENTENCE or _PRIVATE.search(sentence.text):
            return None
        marks: list[tuple[int, int, str, Any]] = [
            (item.start, item.end, NAME, item) for item in self.names_of(sentence)
        ]
        for amount in self.amounts_of(sentence):
            if amount.kind != "quantity":
                marks.append((amount.start, amount.end, MONEY if amount.kind == "money" else SHARE, amount))
        marks += [(item.start, item.end, DATE, item) for item in self.dates_of(sentence)]
        if len(marks) > 1:
            marks.sort(key=lambda mark: (mark[0], -mark[1]))
        letters: list[str] = []
        places: list[tuple[int, int, int | None]] = []
        size = 0
        names: dict[int, NameSpan] = {}
        amounts: dict[int, Amount] = {}
        dates: dict[int, DateSpan] = {}
        at = sentence.start
        uneven = _UNEVEN.search(sentence.text) is not None
        for start, end, letter, item in [*marks, (sentence.end, sentence.end, "", None)]:
            if start < at:
                continue
            between = self.text[at:start]
            if not between:
                pass
            elif not (uneven and _UNEVEN.search(between)):
                letters.append(between)
                places.append((size, at, None))
                size += start - at
            else:
                for piece in _PIECE.finditer(self.text, at, start):
                    words = piece.group()
                    if piece.group("mark"):
                        continue
                    if words.isspace():
                        letters.append(" ")
                        places.append((size, piece.start(), piece.end()))
                        size += 1
                    else:
                        letters.append(words)
                        places.append((size, piece.start(), None))
                        size += len(words)
            if letter:
                if letter == NAME:
                    names[size] = item
                elif letter == DATE:
                    dates[size] = item
                else:
                    amounts[size] = item
                letters.append(letter)
                places.append((size, start, end))
                size += 1
            at = end
        return Skeleton("".join(letters).replace("\n", " ").replace("’", "'"), places, names, amounts, dates)
