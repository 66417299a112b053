"""Subjects that no list knows: all the words of a clause before its verb, where they can be a noun phrase.

Origin of the lists: relative words, a closed class of English grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_sources import INNER, NOT_IN_PHRASE, Found
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PHRASE_DETERMINERS,
    SOURCE_LINKS,
    SOURCE_NOUNS,
)

_NO_FIRST = (INNER | CLAUSE_OPENERS) - {"the"}
_NO_LAST = SOURCE_LINKS | OBJECT_PRONOUNS | AUXILIARIES | DETERMINERS
_OPENS_RELATIVE = word_set("that which who whose")
_LONGEST_LEAD = 12
"""Words of "In its latest report," before a subject."""
_LONGEST_WHOLE = 24
"""Words of a subject that is all that stands before its verb."""


def trailing_subject(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The words behind the last comma before the verb at token `end`: "A, a Keld official advising the group said."."""
    comma = next((at for at in range(end - 1, max(low, end - _LONGEST_WHOLE), -1) if words[at].text == ","), None)
    return whole_subject(words, comma + 1, end) if comma is not None and comma > low else None


def whole_subject(words: Sequence[Word], low: int, end: int) -> Found | None:
    """All the words of a clause up to the verb at token `end`: "one study of 55,082 firms by economists"."""
    first = low
    while first < end and not words[first].text[0].isalnum():
        first += 1
    if first < end and words[first].lower in ADJUNCT_OPENERS:
        comma = next((at for at in range(first, min(end, first + _LONGEST_LEAD)) if words[at].text == ","), end)
        first = comma + 1
    last = end - 1
    while last > first and (words[last].lower in ADVERBS or is_adverb(words[last]) or words[last].text == ","):
        last -= 1
    if any(word.text == QUOTE for word in words[first:end]):
        return None
    relative = next((at for at in range(first + 2, last) if words[at].lower in _OPENS_RELATIVE), None)
    if relative is not None:
        # "the head of a firm that makes pumps": what tells of it is no part of the name.
        last = relative - 1 - (words[relative - 1].text == ",")
    held = words[first : last + 1]
    if not 1 < len(held) <= _LONGEST_WHOLE or held[0].lower in _NO_FIRST or held[0].lower in ADJUNCT_OPENERS:
        return None
    if not (held[0].capital or held[0].lower in PHRASE_DETERMINERS or held[0].lower in SOURCE_NOUNS):
        return None
    if any(word.lower in NOT_IN_PHRASE and word.lower != "and" for word in held) or any(
        word.lower.endswith("n't") for word in held
    ):
        return None
    if (
        held[-1].lower in _NO_LAST
        or held[-1].lower in CLAUSE_OPENERS
        or any(word.text in (";", ":", ".", QUOTE) for word in held)
    ):
        return None
    return first, last
