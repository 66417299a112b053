"""What of a stretch of the article is somebody's words, and what gives them to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from summarizer.text.speech import Speech
from summarizer.verifier.index import Cited, Place

_LONGEST_GAP = 300
"""Characters of the words between the two parts of a split quote."""


def only_attribution(gap: Place, cited: Cited) -> bool:
    """Whether a stretch holds nothing but "he said": a cue of speech, its speaker, no words in quotation marks."""
    index = cited.index
    start, end = gap
    if not 0 < end - start <= _LONGEST_GAP or "\n\n" in index.text[start:end].strip():
        return False
    if any(stretch.start < end - 2 and stretch.end > start + 2 for stretch in index.quoted_in((start, end))):
        return False
    speeches = index.speeches_in(index.sentences_of(gap))
    return any(
        speech.cue is not None
        and start <= speech.cue[0]
        and speech.cue[1] <= end
        and not any(low < end and start < high for low, high in (_shrunk(piece) for piece in speech.content))
        for speech in speeches
    )


def _shrunk(piece: Place) -> Place:
    return piece[0] + 2, piece[1] - 2


def beyond(place: Place, cited: Cited) -> Place | None:
    """The words of a stretch that stand behind a closing mark and say whose the words before it are.

    None where the same one's words go on right behind, as in “We won,” she said, “and we stay”, and where all of it
    is what somebody else tells of it.
    """
    index = cited.index
    marks = sorted((stretch.start, stretch.end) for stretch in index.quoted_in(place))
    if not marks:
        return None
    speeches = index.speeches_in(index.sentences_of(place))
    pieces = [piece for speech in speeches for piece in speech.content]
    if any(low <= place[0] and place[1] - 2 <= high for low, high in pieces):
        return None
    cues = [(speech.cue, speech.content[0][0]) for speech in speeches if speech.cue is not None and speech.content]
    for (_, low), after in zip(marks, [*marks[1:], None], strict=True):
        gap = low, place[1] if after is None else after[0]
        if not place[0] < low < gap[1] or (after is not None and only_attribution(gap, cited)):
            continue
        for (start, end), said_from in cues:
            told = any(first <= start and end <= last for first, last in pieces)
            # A cue of what follows goes on with the speaker's account: “… is cheap,” and concluded it is “sound”.
            if said_from < low <= start and end <= gap[1] and not told:
                return gap
    return None


def speeches_at(places: Sequence[Place], cited: Cited) -> list[Speech]:
    """The speeches that say these words, the one that shares most of them first."""
    index = cited.index
    numbers = sorted({number for place in places for number in index.sentences_of(place)})
    scored = []
    for speech in index.speeches_in(numbers):
        shared = sum(
            max(0, min(end, last) - max(start, first)) for start, end in places for first, last in _extent(speech)
        )
        if shared > 0:
            scored.append((shared, -_length(speech), speech))
    scored.sort(key=lambda item: item[:2], reverse=True)
    return [speech for _, _, speech in scored]


def _extent(speech: Speech) -> Iterable[Place]:
    """The content of a speech; with the words around it where it says that somebody kept silent."""
    return chain(speech.content, filter(None, (speech.cue,))) if speech.mode == "no_comment" else speech.content


def _length(speech: Speech) -> int:
    return sum(end - start for start, end in speech.content)
