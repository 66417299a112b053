"""Who says nothing: refusals to comment, calls that nobody returns, and "neither A nor B responded".

Origin of the lists: how agency copy says whom it asked in vain.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_lists import several_before
from summarizer.text.speech_right import COMMENT_END
from summarizer.text.speech_sources import source_after
from summarizer.text.speech_subjects import subject_before
from summarizer.text.speech_tokens import Word
from summarizer.text.speech_units import Attribution, Cue, Place, Unit, span

_ASKED = word_set("""
    attempts call calls e-mail e-mails efforts email emails inquiries inquiry letter letters message messages queries
    query question questions request requests voicemail voicemails
""")
"""What is sent to somebody who is to comment."""
_LINKS = word_set("at by from reach to with")
_NOBODY = word_set("comment comments information interview reply response")
_TURNS = ("although", "but", "though")
_STOPS = (".", ";", "!", "?")


def silent(unit: Unit, cue: Cue, low: int) -> list[Attribution]:
    """The refusals that a cue tells of: one for each of those who are named together."""
    words = unit.words
    if cue.sense == "unanswered":
        return _unanswered(unit, cue, low)
    subject = subject_before(words, low, cue.verb)
    if subject is None:
        return []
    others = _nor(words, low, subject[0])
    if cue.sense == "neither" and others is None:
        return []
    content = cue.place[0], _end(unit, cue)
    spans = [span(unit, subject)]
    if others is not None:
        # "Responded" alone would say the opposite.
        content = words[others[0] - 1].start, content[1]
        spans.insert(0, (words[others[0]].start, words[others[1]].end))
    elif cue.sense == "no_comment" and (several := several_before(words, low, cue.verb)):
        spans = [span(unit, one) for one in several]
    return [Attribution((content,), cue.place, place, no_comment=True) for place in spans]


def _end(unit: Unit, cue: Cue) -> int:
    """Where the words of a refusal end."""
    words = unit.words
    end = cue.last
    while end < len(words):
        word = words[end]
        if (
            word.text in _STOPS
            or word.lower in _TURNS
            or (word.text == "," and end + 1 < len(words) and words[end + 1].lower in COMMENT_END)
        ):
            break
        if "\n" in unit.text[words[end - 1].end : word.start] and "\n\n" in unit.text[words[end - 1].end : word.start]:
            break
        end += 1
    return words[end - 1].end


def _nor(words: Sequence[Word], low: int, first: int) -> tuple[int, int] | None:
    """The first of "neither A nor B"; `first` is where the words for the second begin."""
    if first - 1 <= low or words[first - 1].lower != "nor":
        return None
    for at in range(first - 2, low - 1, -1):
        if words[at].lower == "neither":
            return (at + 1, first - 2) if at + 1 <= first - 2 else None
        if words[at].text in _STOPS:
            return None
    return None


def _unanswered(unit: Unit, cue: Cue, low: int) -> list[Attribution]:
    """The one to whom "calls to Keld Foods" went that "were not returned"."""
    words = unit.words
    begin = next((at for at in range(low, cue.verb) if words[at].lower in _ASKED), None)
    if begin is None:
        return []
    found: Place | None = None
    for at in range(begin + 1, cue.verb - 1):
        if words[at].lower in _LINKS and (words[at + 1].capital or words[at + 1].lower in ("the", "a", "an")):
            read = source_after(unit.text, words, at + 1, cue.verb)
            if read is not None and words[read[2] - 1].lower not in _NOBODY:
                found = read[0], read[1]
    if found is None:
        return []
    start = words[begin - 1].start if begin > low and words[begin - 1].text[0].isalnum() else words[begin].start
    return [Attribution(((start, _end(unit, cue)),), cue.place, found, no_comment=True)]
