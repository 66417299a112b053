"""What is said behind a cue: behind "that", a colon or a quotation mark, or the clause that follows.

Origin of the lists: conjunctions and prepositions, closed classes of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.speech_adjuncts import behind_addressee, behind_adverbs
from summarizer.text.speech_clauses import after, has_letters, is_verb, next_paragraph, opens_clause
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_units import TURNS, Cue, Place, Unit
from summarizer.text.speech_words import CLAUSAL

COMMENT_END = frozenset({"but", "while", "and", "saying", "citing", "which"})
_AFTER_NAMED = COMMENT_END | TURNS | {"after", "as", "at", "because", "before", "during", "in", "on", "when"}
_FEWEST_WORDS = 5
"""Tokens of a clause behind "argued" without "that"."""
QUOTE_NEAR = 14
"""Words between "called" and the quotation that says what."""


def right_of(unit: Unit, cue: Cue, high: int, *, plain: bool = False) -> Place | None:
    """What is said behind a cue: behind "that", a colon or a quotation mark, or the clause that follows."""
    words = unit.words
    if cue.last < len(words) and words[cue.last].text == ":" and cue.last + 1 >= len(words):
        return next_paragraph(unit, words[cue.last].end)
    if cue.sense == "names":
        return _named(unit, cue, high)
    if cue.sense == "tells":
        behind = behind_adverbs(words, behind_addressee(words, cue.last, high), high)
        if behind + 1 < high and words[behind].lower == "to":
            return until(unit, behind, high)
    if cue.sense == "acts" and cue.last < high and words[cue.last].lower == "not":
        # "asked not to be named" tells of no demand.
        return None
    if cue.sense == "acts" and (infinitive := _infinitive(words, cue.last, high)) is not None:
        return until(unit, infinitive, high)
    found = after(unit, cue.last, high, cue.sense)
    if found is None:
        if cue.last < high and words[high - 1].text == ":" and high == len(words):
            return next_paragraph(unit, words[high - 1].end)
        return None
    at, sure = found
    if cue.sense == "calls_for":
        return until(unit, at, high)
    if cue.sense == "puts":
        return until(unit, at, high) if sure else None
    if cue.sense == "notes" and words[cue.first].lower in CLAUSAL and high - at >= _FEWEST_WORDS:
        return until(unit, at, high)
    if sure or plain or cue.sense in ("says", "tells", "quoted"):
        if not sure and cue.sense == "tells" and not opens_clause(words, at, high):
            return None
        return until(unit, at, high) if at < high and (sure or words[at].lower not in ("to",)) else None
    if opens_clause(words, at, high):
        return until(unit, at, high)
    for place in range(at, min(high, at + QUOTE_NEAR)):
        if words[at].lower == "to":
            break
        if words[place].text == QUOTE:
            return until(unit, at, high)
        if words[place].text in (",", ";", ":") or is_verb(words[place]):
            break
    return None


def _infinitive(words: Sequence[Word], at: int, high: int) -> int | None:
    """The token where "to close the mill" or "shareholders to reject it" begins."""
    for place in range(at, min(high, at + 8)):
        if words[place].lower == "to" and place + 1 < high:
            return place if place == at else at
        if not words[place].text[0].isalnum():
            return None
    return None


def _named(unit: Unit, cue: Cue, high: int) -> Place | None:
    """What somebody calls something: from the cue to the last quotation of the clause."""
    words = unit.words
    last = None
    gap = 0
    for at in range(cue.last, high):
        if words[at].text == QUOTE:
            last, gap = at, 0
        elif (
            words[at].text in (".", ";", "!", "?")
            or (last is None and gap > QUOTE_NEAR)
            or (last is not None and (words[at].lower in _AFTER_NAMED or gap > 4))
        ):
            break
        gap += 1
    if last is None:
        return None
    begin = cue.last + (cue.last < last and words[cue.last].lower == "as")
    return words[begin].start, words[last].end


def until(unit: Unit, at: int, high: int) -> Place | None:
    """From token `at` to before token `high`; of a quotation that is a sentence of its own, the quotation."""
    words = unit.words
    if at >= high:
        return None
    end = words[high - 1].end
    if words[at].text == QUOTE:
        inside = unit.text[words[at].start : words[at].end].rstrip("”\"'’» ")
        if inside[-1:] in (".", "?", "!") or ((at + 1 < high and words[at + 1].text in (",",)) or inside[-1:] == ","):
            end = words[at].end
    piece = words[at].start, end
    return piece if has_letters(unit.text, piece) else None
