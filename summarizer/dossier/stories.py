"""A story: one summary with as much of its article's text as can be had."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

from summarizer.article import Article, Sentence, sentence_at
from summarizer.dossier.days import day_at_edge, month_at_edge, open_days_at_edge
from summarizer.errors import ReadError
from summarizer.records import Summary
from summarizer.text.patterns import pattern
from summarizer.text.readings import Readings

_READ = 16_000
"""Characters of an article in which names and acts are looked for: news says its news at the top."""
_ADDRESS = pattern(r"(?m:^[^\S\n]*(?:https?|www)\b[^\S\n]?[:.].*$)|\b(?:https?\s?:\s?/\s?/|www\s?\.)\s?\S+")
_LARGEST_GAP = 10_000_000
"""Characters of an article beyond which the text is not laid out again from the sentences that are cited."""


class Story:
    """One article as a dossier reads it. Offsets are those of the article, sentences go by their numbers.

    Where the article itself is not given, the text holds only the sentences that the summary cites, at their places,
    and `whole` is false. `sentences` are given where they are not to be read from the text.
    """

    def __init__(
        self, summary: Summary, text: str | None = None, *, name: str = "", sentences: tuple[Sentence, ...] = ()
    ) -> None:
        self.summary = summary
        self.name = name
        self.whole = text is not None
        self._text = text
        self._sentences = sentences
        self._sparse = [] if text is not None else _cited(summary)

    @cached_property
    def published(self) -> date | None:
        """The article's date; by its text where the summary has none."""
        return self.summary.source.published or (day_at_edge(self._text) if self._text is not None else None)

    @property
    def open_days(self) -> tuple[date, ...]:
        """The days that may be the article's date; none where nothing is known of it."""
        if self.published is not None:
            return (self.published,)
        return open_days_at_edge(self._text) if self._text is not None else ()

    @property
    def month(self) -> date | None:
        """The middle of the month that is stated where no day is."""
        return None if self.open_days or self._text is None else month_at_edge(self._text)

    @cached_property
    def text(self) -> str:
        """The article, or what is known of it with spaces for the rest."""
        if self._text is not None:
            return self._text
        parts: list[str] = []
        at = 0
        for sentence in self._sparse:
            gap = sentence.start - at
            if gap < 0 or sentence.end > _LARGEST_GAP:
                continue
            parts += ["\n" * min(gap, 1), " " * (gap - 1), sentence.text]
            at = sentence.end
        return "".join(parts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are known, in their order."""
        if self._sentences:
            return self._sentences
        if self._text is not None:
            return Article(self._text).sentences
        size = len(self.text)
        return tuple(one for one in self._sparse if one.end <= size and self.text[one.start : one.end] == one.text)

    @cached_property
    def head(self) -> str:
        """The text in which names are looked for: its beginning, addresses of pages blanked out."""
        return _ADDRESS.sub(lambda match: " " * len(match.group()), self.text[:_READ])

    @cached_property
    def readings(self) -> Readings:
        """The names and amounts of `head`."""
        spans = [(one.start, one.end) for one in self.sentences if one.end <= len(self.head)]
        return Readings(self.head, spans, self.published)

    @cached_property
    def _by_number(self) -> dict[int, Sentence]:
        return {sentence.number: sentence for sentence in self.sentences}

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with this number, where it is known."""
        return self._by_number.get(number)

    def number_at(self, offset: int) -> int | None:
        """The number of the sentence that holds a character."""
        held = sentence_at(self.sentences, offset)
        return held.number if held is not None else None


def _cited(summary: Summary) -> list[Sentence]:
    """The sentences that the records of a summary cite, each once, by their places."""
    found: dict[int, Sentence] = {}
    for _, record in summary.records():
        spans = [span for span in record.spans if span.field == "evidence"]
        if len(spans) != len(record.evidence):
            continue
        for number, span in zip(record.evidence, spans, strict=True):
            found.setdefault(span.start, Sentence(number, span.start, span.end, span.text))
    return [found[start] for start in sorted(found)]


def article_text(summary: Summary, roots: Iterable[Path] = ()) -> str | None:
    """The text of the article that a summary was made of, None where it cannot be had or is another one by now.

    roots   folders that a relative path may start from; the working directory is always tried last
    """
    source = summary.source
    if source.text is not None:
        return source.text
    if source.path is None:
        return None
    from summarizer.readers import read_article

    for root in (*roots, Path()):
        place = root / source.path
        try:
            if not place.is_file():
                continue
            text = read_article(place).text
        except (OSError, ReadError, ValueError):
            continue
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == source.sha256:
            return text
    return None
