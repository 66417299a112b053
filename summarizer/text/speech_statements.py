"""One statement given to somebody: its pieces as they are shown, its mode, and the sentences that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.text.directory import on_one_line
from summarizer.text.quotation import QuoteMap
from summarizer.text.speakers import Speaker, SpeakerKind
from summarizer.text.speech_units import Attribution

Mode = Literal["direct", "indirect", "mixed", "no_comment"]

_DIRECT, _INDIRECT = 0.95, 0.05
"""Shares of quoted letters from which a content counts as direct, and up to which as indirect."""
_SHORTEST_CONTENT = 2
"""Letters and digits that a content has at least."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One statement given to somebody. All pairs are (start, end) in characters of the text."""

    content: tuple[tuple[int, int], ...]
    """What is said, outer quotation marks excluded; several pieces for a split quotation."""
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    """The speaker's words as they stand: "he", "Hanseatic analyst Jane Roe"."""
    speaker: str | None
    """The fullest name in the text; for unnamed sources their words; None where it is left open."""
    affiliation: str | None
    role: str | None
    speaker_kind: SpeakerKind
    mode: Mode
    sentences: tuple[int, ...]
    """Numbers, from 1, of the sentences that content and source stand in."""


def statement_of(
    text: str, item: Attribution, speaker: Speaker | None, quotes: QuoteMap, starts: Sequence[int]
) -> Speech | None:
    """The statement of one cue, said by `speaker`; None where hardly anything is said. `starts` are the sentences'."""
    pieces = [piece for piece in item.content if piece[1] > piece[0]]
    letters = sum(sum(map(str.isalnum, text[start:end])) for start, end in pieces)
    if letters < _SHORTEST_CONTENT:
        return None
    if item.no_comment:
        mode: Mode = "no_comment"
    else:
        quoted = sum(
            sum(map(str.isalnum, text[max(start, stretch.start) : min(end, stretch.end)]))
            for start, end in pieces
            for stretch in quotes.within(start, end)
        )
        share = quoted / letters
        mode = "direct" if share >= _DIRECT else "indirect" if share <= _INDIRECT else "mixed"
    if mode == "direct":
        pieces = _inside_marks(text, pieces, quotes)
    else:
        pieces = [piece for piece in (_trim(text, *piece) for piece in pieces) if piece[1] > piece[0]]
    if not pieces:
        return None
    offsets = [offset for start, end in pieces for offset in (start, end - 1)] + list(item.source or ())[:1]
    numbers: set[int] = set()
    for start, end in pieces:
        numbers.update(range(bisect_right(starts, start), bisect_right(starts, end - 1) + 1))
    numbers.update(bisect_right(starts, offset) for offset in offsets)
    return Speech(
        content=tuple(pieces),
        cue=item.cue,
        source=item.source,
        speaker=on_one_line(speaker.name) if speaker else None,
        affiliation=speaker.affiliation if speaker else None,
        role=on_one_line(speaker.role) if speaker and speaker.role else None,
        speaker_kind=speaker.kind if speaker else "other",
        mode=mode,
        sentences=tuple(sorted(numbers)),
    )


def _inside_marks(text: str, pieces: Sequence[tuple[int, int]], quotes: QuoteMap) -> list[tuple[int, int]]:
    inside = []
    for start, end in pieces:
        for stretch in quotes.within(start, end):
            piece = _trim(text, max(start, stretch.start), min(end, stretch.end), stops=False)
            if piece[1] > piece[0]:
                inside.append(piece)
    return inside


def _trim(text: str, start: int, end: int, *, stops: bool = True) -> tuple[int, int]:
    """Without white space and commas at the edges; of plain prose also without its last full stop."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    if stops and end - start > 1 and text[end - 1] == "." and text[end - 2] != ".":
        end -= 1
    return start, end
