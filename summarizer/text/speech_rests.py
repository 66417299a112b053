"""Where a quotation goes on in its sentence behind “A,” he said, and where another speaker's begins."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.speech_clauses import LONGEST_GAP
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_units import Place, Unit
from summarizer.text.speech_words import AMBIGUOUS, CUES

_BETWEEN = frozenset({"also", "instead", "rather", "simply"})
_LEADS_NEAR = 4
"""Tokens from a verb of speech to the quotation that it leads to: "replied to her, “A”"."""


def rest_of_quotation(unit: Unit, at: int, high: int) -> Place | None:
    """The second half of “A,” he said, “B.” in one sentence; `at` is the first token behind "he said"."""
    for place in range(at, min(high, at + LONGEST_GAP)):
        word = unit.words[place]
        if word.text == QUOTE:
            if place > at and (_another_leads(unit.words, at, place) or _another_follows(unit, place)):
                return None
            comma = place > at and unit.words[place - 1].text in (",", ":", ";", "—", "–")
            joined = place > at + 1 and _joins(unit.words, place)
            if comma or joined:
                return word.start, right_end(unit, place, high)
            return None
        if word.text in (".", "!", "?"):
            return None
    return None


def _joins(words: Sequence[Word], place: int) -> bool:
    """Whether ", and", ", but" or ", but instead" leads to the quotation at `place`."""
    turn = place - 1
    if words[turn].lower in _BETWEEN:
        turn -= 1
    return turn > 0 and words[turn].lower in ("and", "but") and words[turn - 1].text == ","


def _another_leads(words: Sequence[Word], at: int, place: int) -> bool:
    """Whether another verb of speech leads to the quotation at `place`: “A,” Roe said, before adding, “B.”"""
    for back in range(place - 1, max(at, place - _LEADS_NEAR) - 1, -1):
        word = words[back]
        sense = CUES.get(word.lower, "").partition("_")[0]
        if sense in ("says", "tells", "notes") and word.lower not in AMBIGUOUS and not word.capital:
            return True
        if word.text == "," and back < place - 1:
            return False
    return False


def _another_follows(unit: Unit, place: int) -> bool:
    """Whether the quotation at `place` goes with a verb behind it: “A,” Roe said; “B,” said another."""
    words = unit.words
    ends = unit.text[words[place].start : words[place].end].rstrip("”\"'’» ")[-1:]
    behind = words[place + 1].lower if place + 1 < len(words) else ""
    return ends == "," and CUES.get(behind) in ("says", "tells") and behind not in AMBIGUOUS


def right_end(unit: Unit, place: int, high: int) -> int:
    """The end of a quotation at token `place`, or, if the sentence goes on from it, of the words up to `high`."""
    word = unit.words[place]
    inside = unit.text[word.start : word.end].rstrip("”\"'’» ")
    if place + 1 >= high or inside[-1:] in (".", "?", "!"):
        return word.end
    if inside[-1:] == "," or unit.words[place + 1].text in (",", ";", "—", "–"):
        return word.end
    return unit.words[high - 1].end
