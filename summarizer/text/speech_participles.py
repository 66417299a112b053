"""Participles of speech: “A,” Roe said, adding that B; Roe left, saying that A; a banner reading “A”."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.speech_chains import carried, fond_of, shown
from summarizer.text.speech_right import right_of
from summarizer.text.speech_sides import is_marked
from summarizer.text.speech_sources import subject_of_clause
from summarizer.text.speech_units import Attribution, Cue, Place, Unit, span
from summarizer.text.speech_words import FREE_PARTICIPLES

_SIGNS = frozenset({"hinting", "indicating", "signaling", "signalling", "suggesting"})
"""What figures do as well: "shares rose, suggesting that" gives words to nobody."""
_BEFORE_PARTICIPLE = frozenset({"and", "before", "but", "by", "for", "then", "while"})
_BEFORE_IT = frozenset({"also", "even", "instead", "later", "then"})
"""What stands between a comma and a participle: ", even suggesting"."""
_PLAIN = frozenset({"saying", "stating"})


def participle_of(unit: Unit, cue: Cue, low: int, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    """What a participle gives to whoever spoke before it in the unit, else to the subject of its clause."""
    if not before_it and unit.words[cue.first].lower in _SIGNS:
        return None
    if unit.words[cue.first].lower == "reading":
        return carried(unit, cue, low, high)
    if cue.first and cue.sense in ("says", "tells", "acts", "notes") and (item := shown(unit, cue, low, high)):
        return item
    source = before_it[-1].source if before_it else subject_of(unit, 0, cue.first)
    if source is None:
        return None
    if cue.first:
        lead = unit.words[cue.first - 1]
        if cue.first > 1 and lead.lower in _BEFORE_IT and unit.words[cue.first - 2].text == ",":
            lead = unit.words[cue.first - 2]
        if lead.lower.endswith("'s"):
            # "Keld's warning label" warns of nothing.
            return None
        if lead.lower in _BEFORE_PARTICIPLE:
            if cue.sense not in ("says", "notes", "tells"):
                return None
            if lead.lower not in ("by", "for") and not is_marked(unit.words, cue, high):
                return None
        elif (lead.text[0].isalnum() and unit.words[cue.first].lower not in FREE_PARTICIPLES) or (
            lead.lower
            in (
                "of",
                "without",
                "from",
                "after",
                "worth",
                "in",
            )
            and not fond_of(unit.words, cue)
        ):
            return None
    content = right_of(unit, cue, high, plain=unit.words[cue.first].lower in _PLAIN)
    return Attribution((content,), cue.place, source) if content is not None else None


def subject_of(unit: Unit, low: int, end: int) -> Place | None:
    """The subject of the clause that begins at token `low`."""
    found = subject_of_clause(unit.words, low, end)
    return span(unit, found) if found else None
