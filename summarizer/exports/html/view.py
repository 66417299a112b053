"""What the templates draw: plain data, in which every text is as the article, the model or the verifier wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

LETTERS = {"headline": "h", "abstract": "h", "deals": "d", "quotes": "q", "claims": "c", "parties": "p"}
"""The class of a section's records and of their marks in the text; `o` for sections of other schemas."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text under the same marks."""

    text: str
    letters: tuple[str, ...] = ()
    """The kinds of record that have a span here; `x` where a finding points at it."""
    records: tuple[str, ...] = ()
    """Names of these records, letter and number."""
    link: str = ""
    """The record that a mark which begins here leads to."""

    @property
    def others(self) -> tuple[str, ...]:
        """What its link does not say: the other records, and the letters of kinds that none of them is of."""
        told = {name[:1] for name in self.records}
        return (
            *(name for name in self.records if name != self.link),
            *(one for one in self.letters if one not in told),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A cited sentence or what of it stands in the paragraph, or text that no record cites."""

    segments: tuple[Segment, ...]
    sentence: int | None = None
    """The sentence's number, as records cite it; None for text that is not cited."""
    begins: bool = False
    """Whether the sentence begins here, and not in a paragraph before."""
    record: str = ""
    """The name of the record that its number leads to: of those that cite it, the one with most marks in it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding."""

    field: str
    verdict: str
    message: str
    said: tuple[tuple[str, bool], ...] = ()
    """Pieces of what the record says, each with whether the article differs there; empty where nothing is compared."""
    source: tuple[tuple[str, bool], ...] = ()
    """Pieces of what the article says instead."""
    judged: str = ""
    """What is a judgement, where the finding says no more: "kind", "role of Orrin"."""

    @property
    def faulty(self) -> bool:
        """Whether it makes the record altered or unsupported."""
        return self.verdict in ("altered", "unsupported")


@dataclass(frozen=True, slots=True)
class Card:
    """One record."""

    name: str
    """A letter for its kind and its number among the article's records: `q4`."""
    text: str
    aside: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    """Label and value."""
    citations: tuple[tuple[int, bool], ...] = ()
    """Numbers of the cited sentences, each with whether the text shown has it."""
    verdict: str = ""
    remarks: tuple[Remark, ...] = ()
    quoted: bool = False
    """Whether the text wants quotation marks."""
    same: str = ""
    """Where the page has the very text before: a sentence (`s8`) or a quote (`q4`)."""

    @property
    def judged(self) -> str:
        """What is inferred of it, where all of that is plain judgements."""
        if self.verdict != "inferred" or not all(remark.judged for remark in self.remarks):
            return ""
        return ", ".join(dict.fromkeys(remark.judged for remark in self.remarks))

    @property
    def letter(self) -> str:
        """Its kind."""
        return self.name[0]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The records of one section."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article and its records."""

    prefix: str
    """What the ids of this article's elements begin with."""
    title: str
    path: str
    about: tuple[str, ...]
    """Where it comes from: the day, who answered, at what cost."""
    url: str | None
    """The article's address where it is one of the web."""
    headline: Card | None
    abstract: tuple[Card, ...]
    paragraphs: tuple[tuple[Run, ...], ...]
    incomplete: str
    """Why only the cited sentences are shown; empty where the whole text is."""
    chapters: tuple[Chapter, ...]
    dropped: tuple[Card, ...]
    tally: str
    counts: dict[str, int] = field(default_factory=dict)
    """Records by section; those that do not hold under `faulty`, all under `records`."""
    previous: str | None = None
    """The address of the article before."""
    following: str | None = None
    events: tuple[tuple[str, str], ...] = ()
    """Title and address of the events that other articles tell of too."""
