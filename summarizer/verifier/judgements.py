"""Judgements: a choice from a list, a yes or no, a day; borne out where the cited sentences use its very words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum

from summarizer.fields import Leaf
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.notes import Note, find
from summarizer.verifier.wording import content, words

ABSTAINS = frozenset({"", "none", "not stated", "other", "unclear", "unknown", "unspecified"})
"""Choices that claim nothing, and so need no proof."""


def check_judgement(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """A choice is proven by its own words ("phase_3" by "Phase 3"); a day by a date of the cited sentences."""
    if isinstance(leaf.value, date):
        yield from _day(leaf, cited)
        return
    said = shown_choice(leaf.value)
    if said.casefold() in ABSTAINS:
        return
    sought = {word.stem for word in (content(words(said)) or words(said))}
    have = {word.stem for number in cited.numbers for word in cited.index.words(number)}
    if isinstance(leaf.value, bool) or not sought or not sought <= have:
        yield unproven(leaf)


def shown_choice(value: object) -> str:
    """The choice in plain words: "joint_venture" as "joint venture"."""
    return str(value.value if isinstance(value, Enum) else value).replace("_", " ").strip()


def unproven(leaf: Leaf) -> Note:
    """The finding for a judgement that nothing in the cited sentences proves."""
    return find(
        Code.JUDGEMENT_UNPROVEN,
        leaf.path,
        f"{leaf.path} is {quoted(shown_choice(leaf.value))} by judgement: the cited sentences do not say so outright.",
        said=shown_choice(leaf.value),
    )


def _day(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    day = leaf.value.date() if isinstance(leaf.value, datetime) else leaf.value
    spans = cited.each(cited.index.dates)
    read = [span for span in spans if span.earliest is not None and span.latest is not None]
    if any(span.earliest <= day <= span.latest for span in read if span.earliest and span.latest):
        return
    if read and len(read) == len(spans):
        place = read[0].start, read[0].end
        yield find(
            Code.DATE_ALTERED,
            leaf.path,
            f"The article has {quoted(cited.index.text[slice(*place)])} where the record has {day}.",
            said=day,
            article=cited.index.article,
            place=place,
        )
    else:
        yield unproven(leaf)
