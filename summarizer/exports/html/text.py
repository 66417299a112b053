"""An article's text cut at its paragraphs, its cited sentences and the spans of its records.

Spans overlap in any way, which elements cannot: the text is cut wherever one begins or ends, and each piece is told all
that lies over it (the sweep over end points that is usual for interval unions).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.exports.html.view import Run, Segment
from summarizer.text.paragraphs import paragraphs

MOST_MARKS = 4000
"""Spans of an article that are marked; a thousand records have fewer, and what a hostile file holds must end."""
MOST_OVER = 12
"""Records that one piece of text is told of, those with the shortest spans."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a record, or where a finding points: `text[start:end]`."""

    start: int
    end: int
    letter: str
    record: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What a record says about the text."""

    name: str
    """A letter for its kind and its number: `q4`."""
    record: Mapping[str, Any]


def lay_out(text: str | None, marked: Sequence[Marked]) -> tuple[tuple[Run, ...], ...]:
    """The paragraphs of a text with the marks of its records; of the cited sentences alone where `text` is None."""
    sentences = _sentences(marked)
    if text is None:
        pieces = [(start, start + len(words), words) for start, _, _, _, words in sentences]
    else:
        pieces = [(start, end, text[start:end]) for start, end in paragraphs(text)]
    return tuple(_paragraphs(pieces, sentences, sorted(_marks(marked), key=lambda mark: mark.start)[:MOST_MARKS]))


_Sentence = tuple[int, int, int, str, str]
"""Start, end, number, the record that its number leads to, its text."""


def _sentences(marked: Iterable[Marked]) -> list[_Sentence]:
    """The cited sentences in their order; what overlaps one before it is left out."""
    found: dict[tuple[int, int], tuple[int, int, str, str]] = {}
    for one in marked:
        evidence = one.record.get("evidence") or []
        spans = [span for span in _spans(one.record) if span["field"] == "evidence"]
        starts = sorted(span["start"] for span in _spans(one.record) if span["field"] != "evidence")
        for number, span in zip(evidence, spans, strict=False):
            place = span["start"], span["end"]
            marks = bisect_left(starts, span["end"]) - bisect_left(starts, span["start"])
            if isinstance(number, int) and (place not in found or marks > found[place][0]):
                found[place] = marks, number, one.name, span["text"]
    sentences: list[_Sentence] = []
    for (start, end), (_, number, name, words) in sorted(found.items()):
        if start < end and (not sentences or start >= sentences[-1][1]):
            sentences.append((start, end, number, name, words))
    return sentences


def _spans(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from record.get("spans") or []


def _marks(marked: Iterable[Marked]) -> Iterator[Mark]:
    for one in marked:
        for span in _spans(one.record):
            if span["field"] != "evidence" and span["start"] < span["end"]:
                yield Mark(span["start"], span["end"], one.name[0], one.name)
        for finding in one.record.get("findings") or []:
            start, end = finding.get("start"), finding.get("end")
            if finding["verdict"] in ("altered", "unsupported") and start is not None and end is not None:
                yield Mark(start, end, "x", one.name)


def _paragraphs(
    pieces: Iterable[tuple[int, int, str]], sentences: Sequence[_Sentence], marks: Sequence[Mark]
) -> Iterator[tuple[Run, ...]]:
    over: list[Mark] = []
    at_mark = at_sentence = 0
    for start, end, words in pieces:
        runs: list[Run] = []
        place = start
        while place < end:
            while at_sentence < len(sentences) and sentences[at_sentence][1] <= place:
                at_sentence += 1
            sentence = sentences[at_sentence] if at_sentence < len(sentences) else None
            if sentence is None or sentence[0] >= end:
                stop, sentence = end, None
            elif sentence[0] > place:
                stop, sentence = sentence[0], None
            else:
                stop = min(end, sentence[1])
            begins = sentence is not None and place == sentence[0]
            segments: list[Segment] = []
            while place < stop:
                over = [mark for mark in over if mark.end > place]
                while at_mark < len(marks) and marks[at_mark].start <= place:
                    if marks[at_mark].end > place:
                        over.append(marks[at_mark])
                    at_mark += 1
                cut = min((mark.end for mark in over), default=stop)
                if at_mark < len(marks):
                    cut = min(cut, marks[at_mark].start)
                cut = min(cut, stop)
                segments.append(_segment(words[place - start : cut - start], place, over))
                place = cut
            cited = (None, False, "") if sentence is None else (sentence[2], begins, sentence[3])
            runs.append(Run(tuple(segments), *cited))
        if runs:
            yield tuple(runs)


def _segment(words: str, start: int, over: Sequence[Mark]) -> Segment:
    if not over:
        return Segment(words)
    nearest = sorted(over, key=lambda mark: (mark.end - mark.start, mark.record))[:MOST_OVER]
    begins = [mark.record for mark in nearest if mark.start == start]
    return Segment(
        words,
        tuple(sorted({mark.letter for mark in over})),
        tuple(sorted({mark.record for mark in nearest})),
        begins[0] if begins else "",
    )
