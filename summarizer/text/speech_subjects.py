"""Who is said to speak, before the verb: the noun phrase that ends where a cue begins, found without a parser.

A phrase is read word by word away from the cue. Names, job names, nouns for sources and the small words that tie
them belong to it; another common noun only behind a determiner that begins the clause, or where nothing but the
phrase stands between the beginning of the clause and the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.name_words import CALENDAR
from summarizer.text.phrases import word_set
from summarizer.text.speech_asides import DASHES, across_commas, before_comma, before_dash, before_relative
from summarizer.text.speech_noun_phrases import RELATIVES, begins_here, phrase_back, whole_clause, with_modifiers
from summarizer.text.speech_sources import COUNT_WORDS, REACH, Found
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb, is_year
from summarizer.text.speech_words import ADVERBS, ANONYMOUS, SOURCE_NOUNS

_LINKS_BACK = word_set("at by for from in of than to with")


def subject_before(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The subject whose verb begins at token `end`, read backwards and not past token `low`."""
    low = max(low, end - REACH)
    last = end - 1
    while last >= low and _is_between(words, last, low):
        last -= 1
    if last < low:
        return None
    if words[last].text == ",":
        return before_comma(words, low, last)
    if words[last].text in DASHES:
        return before_dash(words, low, last)
    found = phrase_back(words, low, last)
    if found is None:
        return whole_clause(words, low, last)
    if words[found[1]].lower in RELATIVES:
        return before_relative(words, low, found[1] - 1)
    if found[0] > low and words[found[0] - 1].lower in _LINKS_BACK:
        return whole_clause(words, low, last) or found
    if found[0] > low and words[found[0] - 1].lower == "and":
        first = phrase_back(words, low, found[0] - 2)
        if first is not None and begins_here(words, low, first[0]) and _is_name_or_source(words[first[1]]):
            found = first[0], found[1]
    joined = across_commas(words, low, found)
    return (joined if joined is not None else with_modifiers(words, low, found[0])), found[1]


def _is_name_or_source(word: Word) -> bool:
    return word.capital or word.lower in SOURCE_NOUNS or word.lower in COUNT_WORDS


def people_before(words: Sequence[Word], low: int, end: int) -> Found | None:
    """The "people" of "people who asked not to be named because talks go on said"; `end` is where the verb begins."""
    for at in range(end - 1, max(low, end - REACH // 2), -1):
        if words[at].lower == "who":
            found = phrase_back(words, low, at - 1 - (words[at - 1].text == ","))
            named = found is not None and any(word.lower in ANONYMOUS for word in words[found[0] : found[1] + 1])
            return found if named else None
        if words[at].text == QUOTE or words[at].text in (".", ";", ":", "!", "?"):
            return None
    return None


def _is_between(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the word can stand between a subject and its verb: "now", "on Monday"."""
    word = words[at]
    if word.lower in ADVERBS or word.lower in CALENDAR:
        return True
    if is_year(word):
        return at > low and words[at - 1].lower == "in"
    if word.lower == "in" and at + 1 < len(words) and is_year(words[at + 1]):
        return True
    if is_adverb(word):
        return True
    if word.lower in ("week", "month", "year", "weekend") and at > low and words[at - 1].lower in ("this", "last"):
        return True
    if word.lower == "this" and at + 1 < len(words) and words[at + 1].lower in ("week", "month", "year", "weekend"):
        return True
    return (
        word.lower in ("on", "in", "late", "early", "last") and at + 1 < len(words) and words[at + 1].lower in CALENDAR
    )
