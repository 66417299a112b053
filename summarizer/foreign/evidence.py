"""The evidence that somebody else's record brings: sentence numbers, words of the article, or offsets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.foreign.leaf_checks import words_at
from summarizer.foreign.source import SourceText
from summarizer.verdicts import Finding
from summarizer.verifier.citations import read_citation
from summarizer.verifier.findings import Code, shown
from summarizer.verifier.index import Place
from summarizer.verifier.notes import Held, Note, find

_PAIRS = (("start", "end"), ("start_pos", "end_pos"), ("start_char", "end_char"), ("begin", "end"))
_WORDS = ("text", "quote", "exact")
_MOST = 10_000
"""Pieces of evidence of one record that are read."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences that a record cites, and what is to be said of how it cites them."""

    numbers: tuple[int, ...]
    notes: tuple[Note, ...] = ()


def read_evidence(value: Any, path: str, source: SourceText) -> Evidence | None:
    """The evidence in a field; `None` where the field holds none, so that the whole article is the source."""
    items = (value if isinstance(value, list) else [value])[:_MOST]
    if not items or any(isinstance(item, bool) for item in items):
        return None
    if all(isinstance(item, int) for item in items):
        # A number that no machine counts with would only be shown.
        numbers, findings = read_citation([item if abs(item) < 10**12 else 0 for item in items], source.index)
        return Evidence(tuple(numbers), tuple(one.model_copy(update={"field": path}) for one in findings))
    notes: list[Note] = []
    for item in items:
        if isinstance(item, str) and item.strip():
            notes.extend(words_at(path, item, None, source.whole, source))
        elif isinstance(item, Mapping) and (offsets := _offsets(item)) is not None:
            notes.extend(_at_offsets(item, offsets, path, source))
        elif item is not None and item != "":
            return None
    if not notes:
        return None
    held = [place for note in notes if isinstance(note, Held) for place in note.places]
    return Evidence(tuple(source.sentences_at(held)), tuple(notes))


def offsets_of(start: object, end: object, source: SourceText) -> Place | None:
    """The stretch of the article, or `None` where these are no offsets in it."""
    if isinstance(start, bool) or isinstance(end, bool) or not isinstance(start, int) or not isinstance(end, int):
        return None
    return (start, end) if 0 <= start < end <= len(source.index.text) else None


def no_offsets(path: str, start: object, end: object, source: SourceText) -> Finding:
    """The remark on offsets that lie outside the article."""
    said = f"{shown(start)} to {shown(end)}"
    message = f"The offsets {said} lie outside the article, which has {len(source.index.text)} characters."
    return find(Code.OFFSETS_UNKNOWN, path, message, said=said)


def _offsets(item: Mapping[str, Any]) -> tuple[object, object] | None:
    return next(((item[start], item[end]) for start, end in _PAIRS if start in item and end in item), None)


def _at_offsets(item: Mapping[str, Any], offsets: tuple[object, object], path: str, source: SourceText) -> list[Note]:
    place = offsets_of(*offsets, source)
    text = next((item[key] for key in _WORDS if isinstance(item.get(key), str) and item[key].strip()), None)
    if place is None:
        notes: list[Note] = [no_offsets(path, *offsets, source)]
        return notes + (list(words_at(path, text, None, source.whole, source)) if text else [])
    if text is not None:
        return list(words_at(path, text, place, source.whole, source))
    return [Held(path, (place,))]
