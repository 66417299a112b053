"""An article: an immutable text, its numbered sentences, and where it came from."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal

from summarizer.errors import ReadError
from summarizer.text.cached import cached_property
from summarizer.text.dates import find_dateline
from summarizer.text.readings import Readings
from summarizer.text.sentences import split_sentences

PublishedFrom = Literal["flag", "metadata", "dateline"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `article.text[start:end] == text`, without the white space around it."""

    number: int
    """Counted from 1, as the prompt shows it and as records cite it."""
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Article:
    """A text to be summarized, in characters exactly as it was read; all offsets count its code points.

    Build one with `Article.from_text` or with `summarizer.readers.read_article`.
    """

    text: str
    path: str | None = None
    """The file that it was read from, as given; None for a text that was passed in or piped."""
    media_type: str = "text/plain"
    encoding: str | None = None
    """The character encoding it was decoded with, None for a text that was passed in."""
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    """The day it was published, against which "on Tuesday" is resolved; None where unknown."""
    published_from: PublishedFrom | None = None
    derived: bool = False
    """True where `text` cannot be had again by decoding the file (HTML, standard input)."""

    def __getstate__(self) -> dict[str, object]:
        """What another process is given: not what was read of the text, which it can read itself."""
        return {name: value for name, value in vars(self).items() if name not in ("readings", "sentences")}

    @classmethod
    def from_text(cls, text: str, *, published: date | None = None, title: str | None = None) -> Article:
        """An article from a string.

        Raises `ReadError` for a text that is blank, or that holds lone surrogates and so is not Unicode text.
        """
        if not text.strip():
            raise ReadError("the article is empty: give a text with at least one sentence")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as fault:
            raise ReadError(
                f"the text is not valid Unicode: a lone surrogate at character {fault.start}; "
                "decode it with its real encoding"
            ) from fault
        origin: PublishedFrom | None = "flag" if published else None
        if published is None and (published := find_dateline(text)):
            origin = "dateline"
        return cls(text, title=title, published=published, published_from=origin)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in their order, cut when they are asked for first."""
        return tuple(
            Sentence(number, start, end, self.text[start:end])
            for number, (start, end) in enumerate(split_sentences(self.text), start=1)
        )

    @cached_property
    def readings(self) -> Readings:
        """Its names, amounts, dates and speech, each read when it is asked for first."""
        spans = [(sentence.start, sentence.end) for sentence in self.sentences]
        return Readings(self.text, spans, self.published)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal: the article's identity."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with this number, None where there is none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, None between two sentences."""
        return sentence_at(self.sentences, offset)


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The one of `sentences`, which stand in their order, that holds the character at `offset`."""
    low = bisect_right(sentences, offset, key=attrgetter("end"))
    if low < len(sentences) and sentences[low].start <= offset:
        return sentences[low]
    return None
