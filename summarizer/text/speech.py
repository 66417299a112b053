"""Reported speech in English news prose: what is said, by which words it is given to whom, and who that is.

    quoted_stretches(text)        what stands between quotation marks
    find_speech(text, sentences)  direct, indirect and mixed statements with their speakers

Each cue ("said", "according to", "declined to comment") is read on its own: its source stands before or behind it
(speech_sources), its content is the clause beside it, with the quotation it belongs to (speech_content).
Where the words leave the speaker open, `speaker` is None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.text.directory import Directory, on_one_line
from summarizer.text.names import NameSpan, find_names, name_kind, stated_aliases
from summarizer.text.quotation import Quoted, QuoteMap, quoted_stretches
from summarizer.text.speakers import Speaker, SpeakerKind, identify, kind_of_person
from summarizer.text.speech_content import Attribution, attributions_in
from summarizer.text.speech_words import ORGANISATION_NOUNS, SPOKES

__all__ = ["Quoted", "Speech", "find_speech", "quoted_stretches"]

Mode = Literal["direct", "indirect", "mixed", "no_comment"]

_DIRECT, _INDIRECT = 0.95, 0.05
"""Shares of quoted letters from which a content counts as direct, and up to which as indirect."""
_SHORTEST_CONTENT = 3
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


def find_speech(
    text: str,
    sentences: Sequence[tuple[int, int]],
    names: Sequence[NameSpan] | None = None,
    *,
    directory: Callable[[], Directory] | None = None,
) -> list[Speech]:
    """The statements that `text` gives to somebody, in the order of their content.

    `sentences` are the (start, end) of `split_sentences(text)`; `names` may bring what `find_names(text)` found,
    `directory` the one of these names, asked for only where somebody speaks.
    """
    if not sentences:
        return []
    quotes = QuoteMap(quoted_stretches(text))
    found = attributions_in(text, sentences, quotes)
    if not found:
        return []
    known = (
        directory()
        if directory
        else Directory(text, find_names(text) if names is None else names, stated_aliases(text))
    )
    starts = [start for start, _ in sentences]
    found = _with_continuations(text, found, quotes, sentences, starts)
    speeches: list[Speech] = []
    previous: Speaker | None = None
    previous_source: tuple[int, int] | None = None
    for item in found:
        reference = _referent(text, item, known, previous, previous_source, sentences, starts)
        speaker = identify(item.source, known, reference) if item.source else None
        if speaker and not speaker.affiliation and speaker.person and speaker.kind == "executive":
            speaker = _with_subject_company(speaker, item, known)
        speech = _speech(text, item, speaker, quotes, starts)
        if speech is None:
            continue
        speeches.append(speech)
        if speaker is not None:
            previous, previous_source = speaker, item.source
    return sorted(speeches, key=lambda speech: speech.content[0])


def _speech(
    text: str, item: Attribution, speaker: Speaker | None, quotes: QuoteMap, starts: Sequence[int]
) -> Speech | None:
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


def _with_continuations(
    text: str,
    found: Sequence[Attribution],
    quotes: QuoteMap,
    sentences: Sequence[tuple[int, int]],
    starts: Sequence[int],
) -> list[Attribution]:
    """Adds to each quotation the quoted sentences that follow it in its paragraph without a speaker of their own."""
    taken = [
        (max(start, stretch.start), stretch)
        for item in found
        for start, end in item.content
        for stretch in quotes.within(start, end)
    ]
    held = {stretch.start for _, stretch in taken}
    result = []
    for item in found:
        pieces = list(item.content)
        if not item.no_comment and pieces:
            reach = max([end for _, end in pieces] + [span[1] for span in (item.source, item.cue) if span])
            number = bisect_right(starts, reach - 1)
            at = sentences[number - 1][1] if number else reach
            at = max(at, reach)
            quoted = any(quotes.within(start, end) for start, end in pieces)
            while quoted:
                gap_end = at
                while gap_end < len(text) and (text[gap_end].isspace() or text[gap_end] in '“"`') and gap_end - at < 12:
                    gap_end += 1
                if text.count("\n", at, gap_end) or not (stretch := quotes.holding(gap_end)):
                    break
                if stretch.start in held or stretch.start < at or not _whole_sentence(text, stretch):
                    break
                pieces.append((stretch.start, stretch.end))
                held.add(stretch.start)
                at = stretch.end + 1
        result.append(replace(item, content=tuple(pieces)))
    return result


def _whole_sentence(text: str, stretch: Quoted) -> bool:
    return text[stretch.end - 1] in ".?!…" or text[stretch.end + 1 : stretch.end + 2] == "."


def _referent(
    text: str,
    item: Attribution,
    directory: Directory,
    previous: Speaker | None,
    previous_source: tuple[int, int] | None,
    sentences: Sequence[tuple[int, int]],
    starts: Sequence[int],
) -> Speaker | None:
    """Whom "he", "she", "it" or "the company" at the source would mean: only where one candidate is left.

    The last speaker, unless somebody else of that sort was named since or a paragraph lies between; else the only
    candidate of the sentence before, or of the two before where the nearer names nobody.
    """
    if item.source is None:
        return None
    words = text[item.source[0] : item.source[1]].lower().split()
    if not words:
        return None
    wants_person = words[0] in ("he", "she") and len(words) == 1
    wants_body = (words[0] == "it" and len(words) == 1) or (
        words[0] in ("the", "its") and words[-1] in ORGANISATION_NOUNS
    )
    if not (wants_person or wants_body):
        return None
    here = item.source[0]
    outside = min([here, *(start for start, _ in item.content)])
    number = bisect_right(starts, outside)
    if wants_person and previous and previous_source and _is_spokesman(text, previous_source):
        near = here >= previous_source[1] and text.count("\n\n", previous_source[1], outside) <= 1
        if near and not _candidates(directory, previous_source[1], outside, person=True):
            return replace(previous, person=True)
    fits = previous is not None and previous.person == wants_person and (wants_person or previous.kind == "company")
    if previous and previous_source and fits and previous_source[1] <= here:
        near = text.count("\n\n", previous_source[1], outside) <= 1
        if near and not _candidates(directory, previous_source[1], outside, wants_person) - {previous.name}:
            return previous
    for back in (2, 3):
        candidates = _candidates(directory, sentences[max(number - back, 0)][0], outside, wants_person)
        if candidates:
            break
    if len(candidates) != 1:
        return None
    name = candidates.pop()
    role, affiliation = directory.described(name) if wants_person else (None, None)
    kind = kind_of_person(role, affiliation) if wants_person else "company"
    return Speaker(name, affiliation, role, kind, wants_person)


def _is_spokesman(text: str, source: tuple[int, int]) -> bool:
    """Whether the words name nobody but somebody's spokesman, whom "he" can mean."""
    return not SPOKES.isdisjoint(word.strip(",.") for word in text[slice(*source)].lower().split())


def _candidates(directory: Directory, start: int, end: int, person: bool) -> set[str]:
    """Everybody, or every company, that is named in [start, end): who may be one is counted, so that two stay open."""
    full = {directory.fullest(name.text) for name in directory.names_in(start, end)}
    if person:
        return {name for name in full if directory.can_be_person(name)}
    return {name for name in full if not directory.is_person(name) and not _is_place(name)}


def _is_place(name: str) -> bool:
    return name_kind(name) in ("place", "government")


def _with_subject_company(speaker: Speaker, item: Attribution, directory: Directory) -> Speaker:
    """Gives an officer without a company the only company that the statement names."""
    bodies = {
        directory.fullest(name.text)
        for start, end in item.content
        for name in directory.names_in(start, end)
        if not directory.is_person(directory.fullest(name.text))
        and not _is_place(name.text)
        and directory.is_subject(name.text)
    }
    return replace(speaker, affiliation=bodies.pop()) if len(bodies) == 1 else speaker
