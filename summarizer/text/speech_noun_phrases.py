"""Noun phrases read word by word away from a verb behind them, found without a parser.

Origin of the lists: determiners, prepositions and clause openers, closed classes of English grammar, beside those of
`speech_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.directory import NAME_PARTICLES
from summarizer.text.name_words import CALENDAR
from summarizer.text.phrases import word_set
from summarizer.text.speech_sources import COUNT_WORDS, GENERAL_NOUNS, INNER, LONGEST_PHRASE, NOT_IN_PHRASE, Found
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    AUXILIARIES,
    BODY_NOUNS,
    CLAUSE_OPENERS,
    CONTRACTED,
    DETERMINERS,
    GENERAL_NOUN_STOPS,
    OBJECT_PRONOUNS,
    ORGANISATION_NOUNS,
    PHRASE_DETERMINERS,
    PRONOUNS,
    SOURCE_LINKS,
    SOURCE_NOUNS,
)

_BEFORE_DETERMINER = word_set("few her his its many most one several their three two")
"""Determiners that another one can stand before: "the two"."""
_NO_NAMES = (
    PHRASE_DETERMINERS
    | CLAUSE_OPENERS
    | INNER
    | word_set("""
        also among based despite earlier even following given including instead later meanwhile nor now per so still
        then under
    """)
)
_NAME_STOPS = CLAUSE_OPENERS | {"in", "but", "at", "on", "for", "with", "by", "from"}
_NO_FIRST = (INNER | CLAUSE_OPENERS) - {"the"}
_NO_LAST = SOURCE_LINKS | OBJECT_PRONOUNS | AUXILIARIES | DETERMINERS - {"several", "many", "some", "others", "both"}
OPENS_CLAUSE = CLAUSE_OPENERS | {"that", "however", "meanwhile", "still", "then"}
_VERBAL = word_set("including such")
_MAKERS = BODY_NOUNS | ORGANISATION_NOUNS
_BEFORE_SUBJECT = word_set("even only yet")
_SOME = word_set("another both each few many most one several some three two")
_PEOPLE_LINKS = word_set("at for from in of on")
RELATIVES = word_set("which who")
FIRM_ENDS = word_set("associates co co. company partners son sons")
"""What "and" ties to the name of a firm: "Hill and Sons"."""
_LONGEST_NICKNAME = 30
"""Characters of "“Bud”" in a name, its marks included."""


def phrase_back(words: Sequence[Word], low: int, last: int) -> Found | None:
    """(first, last) of the noun phrase that ends with the token `last`; None where there is none."""
    if last < low:
        return None
    if words[last].lower in PRONOUNS or words[last].lower in RELATIVES or words[last].lower in CONTRACTED:
        return last, last
    first = last + 1
    at = last
    while at >= low and last - at <= 30:
        word = words[at]
        lower = word.lower
        if lower in CALENDAR and word.capital and lower not in ("may", "april", "june", "august"):
            break
        if word.text == QUOTE:
            if word.end - word.start > _LONGEST_NICKNAME or at == low or not words[at - 1].capital:
                break
        elif word.capital and (at > low or lower not in _NO_NAMES):
            if lower in _NAME_STOPS:
                break
            first = at
            if lower in PHRASE_DETERMINERS:
                break
        elif lower in PHRASE_DETERMINERS:
            first = at
            tied = at > low and words[at - 1].lower in SOURCE_LINKS
            if not tied and lower not in _BEFORE_DETERMINER:
                break
        elif lower in SOURCE_NOUNS or lower in COUNT_WORDS:
            first = at
        elif word.text in ("’", "'", "&") and at < last:
            pass
        elif (
            lower in NAME_PARTICLES
            and at > low
            and first == at + 1
            and (words[at - 1].capital or words[at - 1].lower in NAME_PARTICLES)
        ):
            # "Jan van der Wit said"
            first = at
        elif lower in INNER and at < last and at > low:
            if (
                lower == "and"
                and words[at + 1].lower not in FIRM_ENDS
                and not (_begins_clause(words, low, at, first) and words[at - 1].capital)
            ):
                break
        elif lower.isalpha() or "-" in lower or "'" in lower:
            start = _general_noun(words, low, at)
            if start is None:
                break
            first = start
            break
        else:
            break
        at -= 1
    while first <= last and (words[first].lower in _NO_FIRST or not words[first].text[0].isalnum()):
        first += 1
    if last == first and words[last].lower in ("another", "one") and begins_here(words, low, last):
        # "One, who owns a shop, said"
        return first, last
    if last - 2 >= low and words[last].lower == "them" and words[last - 1].lower == "of":
        # "one of them said"
        return (last - 2, last) if words[last - 2].lower in _SOME else None
    counted = last - 1 > first and words[last - 1].lower == "of" and words[last].lower in ("three", "two")
    if first > last or (words[last].lower in _NO_LAST and not counted):
        return None
    return first, last


def _begins_clause(words: Sequence[Word], low: int, at: int, first: int) -> bool:
    """Whether "Acme and Birdsong" begins the clause: names up to its start."""
    back = at - 1
    while back >= low and words[back].capital:
        back -= 1
    return (back < low or not words[back].text[0].isalnum()) and words[first].capital


def _general_noun(words: Sequence[Word], low: int, at: int) -> int | None:
    """Where the phrase begins whose last noun, at `at`, is in no list: at a determiner near by that opens a clause."""
    for back in range(at, max(low - 1, at - GENERAL_NOUNS - 1), -1):
        lower = words[back].lower
        if lower in PHRASE_DETERMINERS:
            opens = back == low or not words[back - 1].text[0].isalnum() or words[back - 1].lower in OPENS_CLAUSE
            return back if opens else None
        if lower in GENERAL_NOUN_STOPS or not words[back].text[0].isalnum() or lower in _VERBAL:
            return None
    return None


def whole_clause(words: Sequence[Word], low: int, last: int) -> Found | None:
    """The words from the beginning of the clause, if they are a phrase: "several judges of the court"."""
    first = last
    while first > low and _goes_back(words[first - 1]) and last - first < LONGEST_PHRASE:
        first -= 1
    if first > low and _goes_back(words[first - 1]):
        return None
    if first - 1 > low and words[first - 1].lower == "and":
        first = _over_and(words, low, first)
    phrase = words[first : last + 1]
    opener = phrase[0].lower
    if (
        opener in _NO_FIRST
        or opener in ADJUNCT_OPENERS
        or phrase[-1].lower in _NO_LAST
        or not phrase[-1].text[0].isalpha()
    ):
        return None
    if any((word.lower in NOT_IN_PHRASE and word.lower != "and") or word.text == QUOTE for word in phrase):
        return None
    if phrase[-1].lower in GENERAL_NOUN_STOPS or (opener.endswith("ing") and not phrase[0].capital):
        return None
    return first, last


def _over_and(words: Sequence[Word], low: int, first: int) -> int:
    """Where "experts on steel and coal" begins whose last words begin at `first`, or `first`."""
    back = first - 1
    while back > low and _goes_back(words[back - 1]) and first - back < LONGEST_PHRASE:
        back -= 1
    people = words[back].lower in SOURCE_NOUNS or words[back].lower in COUNT_WORDS
    tied = words[back + 1].lower in _PEOPLE_LINKS
    return back if people and words[back].lower.endswith("s") and tied else first


def _goes_back(word: Word) -> bool:
    return word.lower not in OPENS_CLAUSE and (word.text[0].isalnum() or word.text in ("&", "’", "'", "%", "$"))


def with_modifiers(words: Sequence[Word], low: int, first: int) -> int:
    """Where a phrase begins with the common words before it, if a clause begins with them: "panel chairman Roe"."""
    back = first
    while back > low and first - back < GENERAL_NOUNS:
        before = words[back - 1]
        if not before.text[0].isalnum() or before.lower in OPENS_CLAUSE or before.text == QUOTE:
            return back
        if before.capital and back - 1 == low and back < first and words[first - 1].lower in _MAKERS:
            # "Steel maker Acme": the first word of a sentence is no name for its capital.
            return low
        if before.capital and before.lower.endswith("'s") and back < first:
            owner = phrase_back(words, low, back - 1)
            return owner[0] if owner else first
        if (
            before.capital
            or before.lower in GENERAL_NOUN_STOPS
            or before.lower in INNER
            or before.lower in ADJUNCT_OPENERS
        ):
            return first
        back -= 1
    return back if back == low else first


def begins_here(words: Sequence[Word], low: int, first: int) -> bool:
    """Whether a clause can begin with the word at `first`."""
    if first <= low:
        return True
    before = words[first - 1]
    return not before.text[0].isalnum() or before.lower in OPENS_CLAUSE or before.lower in _BEFORE_SUBJECT
