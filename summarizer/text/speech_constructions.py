"""Constructions that give words to somebody otherwise than by a subject before its verb: "according to", ", said Roe".

Origin of the lists: relative words and conjunctions, closed classes of English grammar.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer.text.speech_clauses import before, has_letters, is_verb, opens_clause
from summarizer.text.speech_rests import rest_of_quotation, right_end
from summarizer.text.speech_right import until
from summarizer.text.speech_sources import source_after, whole_source
from summarizer.text.speech_tokens import QUOTE
from summarizer.text.speech_units import Attribution, Cue, Unit
from summarizer.text.speech_words import AUXILIARIES

_NO_REST = frozenset({"and", "as", "but", "though", "which", "while", "who", "whose", "with"})
"""What begins an addition behind the source and not the rest of what was said."""


def in_words(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """A, in the words of Jane Roe. / In the words of Jane Roe, A."""
    if unit.words[cue.first].lower == "to":
        return according(unit, cue, low, high) or opened_by_cue(unit, cue, high)
    ahead = [word.lower for word in unit.words[max(0, cue.first - 2) : cue.first]]
    if ahead != ["in", "the"]:
        return None
    begin = unit.words[cue.first - 2].start
    return according(unit, replace(cue, first=cue.first - 2, place=(begin, cue.place[1])), low, high)


def according(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """A, according to Jane Roe. / According to Jane Roe, A."""
    words = unit.words
    counted = cue.last < high and words[cue.last].text[0].isdigit()
    found = None if counted else source_after(unit.text, words, cue.last, high)
    found = found or whole_source(words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    left = [word for word in words[low : cue.first] if word.text[0].isalnum() or word.text == QUOTE]
    turned = bool(left) and left[-1].lower in ("and", "but")
    if turned and opens_clause(words, behind, high):
        return Attribution(((words[behind].start, words[high - 1].end),), cue.place, (start, stop))
    if not left or (len(left) == 1 and (turned or left[0].lower == "however")):
        comma = next((at for at in range(behind, min(high, behind + 25)) if words[at].text == ","), None)
        if comma is None or comma + 1 >= high:
            return None
        return Attribution(((words[comma + 1].start, words[high - 1].end),), cue.place, (start, stop))
    pieces = [(words[low].start, cue.place[0])]
    predicate = behind + 2 < high and (is_verb(words[behind + 1]) or words[cue.first - 2].lower in AUXILIARIES)
    if (
        (behind + 5 < high or predicate)
        and words[behind].text == ","
        and not unit.words[behind + 1].lower.endswith("ing")
        and words[behind + 1].lower not in _NO_REST
    ):
        pieces.append((words[behind + 1].start, words[high - 1].end))
    return Attribution(tuple(pieces), cue.place, (start, stop))


def passive(unit: Unit, cue: Cue, high: int) -> Attribution | None:
    """Described by Jane Roe as “A”."""
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    for at in range(behind, min(high, behind + 6)):
        if unit.words[at].text == QUOTE:
            return Attribution(((unit.words[at].start, unit.words[at].end),), cue.place, (start, stop))
    return None


def inverted(unit: Unit, cue: Cue, low: int, high: int) -> Attribution | None:
    """“A,” said Jane Roe. / A, wrote analyst Jane Roe."""
    if any(word.lower in AUXILIARIES for word in unit.words[cue.verb : cue.first]):
        # "have urged Acme": only a bare verb stands before its subject.
        return None
    left = before(unit, low, cue.verb, lone=True)
    if left is None or not has_letters(unit.text, left):
        return None
    found = source_after(unit.text, unit.words, cue.last, len(unit.words))
    if found is None:
        return None
    start, stop, behind = found
    pieces = [left]
    if unit.quotes.within(*left):
        if rest := rest_of_quotation(unit, behind, high):
            pieces.append(rest)
    elif (
        behind + 2 < high + (unit.words[min(behind + 1, high - 1)].text == QUOTE)
        and unit.words[behind].text == ","
        and unit.words[behind + 1].lower not in _NO_REST
        and (
            unit.words[behind + 1].text == QUOTE
            or opens_clause(unit.words, behind + 1, high)
            or is_verb(unit.words[behind + 1])
        )
    ):
        pieces.append(
            (unit.words[behind + 1].start, right_end(unit, behind + 1, high))
            if unit.words[behind + 1].text == QUOTE
            else (unit.words[behind + 1].start, unit.words[high - 1].end)
        )
    return Attribution(tuple(pieces), cue.place, (start, stop))


def opened_by_cue(unit: Unit, cue: Cue, high: int) -> Attribution | None:
    """Said Jane Roe: “A.”"""
    found = source_after(unit.text, unit.words, cue.last, high)
    if found is None:
        return None
    start, stop, behind = found
    if behind + 1 < high and unit.words[behind].text in (",", ":") and unit.words[behind + 1].text == QUOTE:
        content = until(unit, behind + 1, high)
        return Attribution((content,), cue.place, (start, stop)) if content is not None else None
    return None
