"""Who is said to speak: the noun phrase before or behind a cue of speech, found without a parser.

A phrase is read word by word away from the cue. Names, job names, nouns for sources and the small words that tie
them belong to it; another common noun only behind a determiner that begins the clause.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.name_words import CALENDAR, COURTESY_TITLES
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import (
    ADVERBS,
    ANALYST_NOUNS,
    ANONYMOUS,
    CLAUSE_OPENERS,
    COLLECTIVE,
    DETERMINERS,
    DOCUMENTS,
    GENERAL_NOUN_STOPS,
    GOVERNMENT_NOUNS,
    JOB_HEADS,
    JOB_MODIFIERS,
    PRONOUNS,
    SOURCE_LINKS,
)

REACH = 260
"""Characters that are looked at on either side of a cue."""

_TOKEN = pattern(r"[^\W_](?:[\w\u200b\u00ad\u0300-\u036f&.@/’'‐‑-]*[\w\u0300-\u036f’'])?(?:\.(?=\s|,|$))?|[^\w\s]")
_KNOWN_THINGS = word_set("""
    arrangement contract deal decision discussions matter negotiations plan plans proceedings process situation talks
    terms thinking transaction
""")
"""What "people familiar with" it know."""
_NOUNS = (
    _KNOWN_THINGS
    | ANALYST_NOUNS
    | ANONYMOUS
    | COLLECTIVE
    | DOCUMENTS
    | GOVERNMENT_NOUNS
    | JOB_HEADS
    | (JOB_MODIFIERS - {"and", "of"})
)
_DETERMINERS = DETERMINERS - {"this", "that"}
_COUNT_WORDS = word_set("co-authors authors critics rivals opponents supporters lawyers voters customers workers local")
_BEFORE_DETERMINER = word_set("few her his its many most one several their three two")
"""Determiners that another one can stand before: "the two"."""
_INNER = SOURCE_LINKS | {"&", "and", "’s", "'s"}
_NO_NAMES = _DETERMINERS | CLAUSE_OPENERS | _INNER
_NAME_STOPS = CLAUSE_OPENERS | {"in", "but", "at", "on", "for", "with", "by", "from"}
_NO_FIRST = (_INNER | CLAUSE_OPENERS) - {"the"}
_NO_LAST = SOURCE_LINKS | DETERMINERS - {"several", "many", "some", "others", "both"}
_OPENS_CLAUSE = CLAUSE_OPENERS | {"that"}
_VERBAL = word_set("including such")
_APPOSITION = pattern(
    r",\s+(?=(?:an?|the|its|his|her|their|who|whose|one of|now|then|also|formerly|head of)\s|(?:[\w’'-]+\s+){0,4}?(?:"
    + "|".join(sorted(JOB_HEADS - {"chief", "people", "state"}, key=len, reverse=True))
    + r"|chief)\b)",
    re.IGNORECASE,
)
_LONGEST_BASE = 12
"""Words of a name with its description before an apposition."""
_NAME_BEHIND = pattern(r", (?:[A-Z][^\s,;:()\"“”]* ){1,3}[A-Z][^\s,.;:()\"“”…]*(?=[,.;…]|\s[a-z]|$)")
"""The name behind a job: "said Acme's head of research, Jane Roe"."""
_ABBREVIATED = pattern(r"^(?:Inc|Cos?|Corp|Ltd|Jr|Sr|Bros|[A-Z])\.$|\..*\.$")
_APPOSITION_STOP = pattern(r",\s|[.;:!?](?=\s|$|[\"”])|[“”\"()]|\s[—–-]\s|\s(?:in|on|during|after|said|told|who|when) ")
_DESCRIBES = ANALYST_NOUNS | GOVERNMENT_NOUNS | JOB_HEADS | word_set("leads runs heads owns founder founders author")
_VERB = word_set("am are did does had has have is may might should was were will would")
_GENERAL_NOUNS = 5
"""The most common nouns that may stand between a determiner and the cue."""


class Word(NamedTuple):
    """A word or a punctuation mark of the text, [start, end)."""

    start: int
    end: int
    text: str
    lower: str
    """The word in lower case with a straight apostrophe."""
    capital: bool
    """Whether it looks like a part of a name."""


@lru_cache(maxsize=16384)
def _look(word: str) -> tuple[str, bool]:
    capital = any(letter.isupper() for letter in word[:3]) or (word[0].isdigit() and word.isalnum())
    return word.lower().replace("’", "'"), capital


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of `text[start:end]`."""
    return [
        Word(match.start(), match.end(), match.group(), *_look(match.group()))
        for match in _TOKEN.finditer(text, max(start, 0), end)
    ]


def source_before(text: str, low: int, end: int) -> tuple[int, int] | None:
    """The subject that ends where a cue begins at `end`, read backwards and not past `low`."""
    words = words_of(text, max(low, end - REACH), end)
    while words and (words[-1].lower in ADVERBS or words[-1].lower.strip(".") in CALENDAR or _is_day_link(words)):
        words.pop()
    if not words:
        return None
    if words[-1].text == ",":
        return _with_apposition(words)
    found = _phrase_back(words)
    if found is None:
        return None
    first, last = found
    if words[last].lower == "who":
        return _before_who(words[:last])
    joined = _across_commas(words, first, last)
    return words[joined if joined is not None else first].start, words[last].end


def _across_commas(words: list[Word], first: int, last: int) -> int | None:
    """Where "Acme’s chief executive, Jane Roe" begins: a job before the comma, a name behind it."""
    if first < 2 or words[first - 1].text != "," or not words[first].capital:
        return None
    if any(word.lower in _NOUNS for word in words[first : last + 1]):
        return None
    before = _phrase_back(words[: first - 1])
    if before is None or words[before[1]].lower not in JOB_HEADS:
        return None
    return before[0]


def _is_day_link(words: list[Word]) -> bool:
    return words[-1].lower in ("on", "in", "late", "early") and len(words) > 1 and words[-2].text != ","


def _before_who(words: list[Word]) -> tuple[int, int] | None:
    while words and words[-1].text == ",":
        words = words[:-1]
    found = _phrase_back(words)
    if found is None or not any(word.capital for word in words[found[0] : found[1] + 1]):
        return None
    return words[found[0]].start, words[found[1]].end


def _with_apposition(words: list[Word]) -> tuple[int, int] | None:
    """The subject of "Jane Roe, chief executive of Acme, said": from the name to the end of the apposition."""
    last = len(words) - 2
    if last < 0:
        return None
    commas = [at for at in range(len(words) - 1) if words[at].text == ","]
    for comma in reversed(commas[-4:]):
        inside = words[comma + 1 : last + 1]
        if not inside or any(mark.text in '“”"' for mark in inside):
            return None
        base = _phrase_back(words[:comma])
        if (
            base is not None
            and words[base[1]].lower in JOB_HEADS
            and all(word.capital or word.lower in _INNER for word in inside)
        ):
            return words[base[0]].start, words[last].end
        if base is None or not any(word.capital for word in words[base[0] : base[1] + 1]):
            continue
        opener = inside[0].lower
        tied = opener in DETERMINERS | {"who", "whose", "now", "then", "formerly", "which"} or any(
            word.lower in _NOUNS for word in inside[:6]
        )
        if tied and base[1] - base[0] < _LONGEST_BASE:
            return words[base[0]].start, words[last].end
    return None


def _phrase_back(words: list[Word]) -> tuple[int, int] | None:
    """(first, last) positions of the noun phrase that ends with the last word; None where there is none."""
    last = len(words) - 1
    if last < 0:
        return None
    if words[last].lower in PRONOUNS:
        return last, last
    first = last + 1
    at = last
    unknown = 0
    while at >= 0:
        word = words[at]
        lower = word.lower
        if lower in CALENDAR and word.capital and lower not in ("may", "april", "june", "august"):
            break
        if word.capital and (at > 0 or lower not in _NO_NAMES):
            if lower in _NAME_STOPS:
                break
            first = at
            if lower in _DETERMINERS:
                break
        elif lower in _DETERMINERS:
            first = at
            tied = at > 0 and words[at - 1].lower in SOURCE_LINKS
            if not tied and lower not in _BEFORE_DETERMINER:
                break
        elif lower in _NOUNS or lower in _COUNT_WORDS:
            first = at
        elif word.text in ("’", "'", "&") and at < last:
            pass
        elif lower in _INNER and at < last and at > 0:
            if lower == "and" and not (_begins_clause(words, at, first) and words[at - 1].capital):
                break
        elif lower.isalpha() or "-" in lower or "'" in lower:
            start = _general_noun(words, at)
            if start is None:
                break
            first = start
            break
        else:
            break
        at -= 1
        unknown += 1
        if unknown > 30:
            return None
    while first <= last and (words[first].lower in _NO_FIRST or not words[first].text[0].isalnum()):
        first += 1
    if first > last or words[last].lower in _NO_LAST:
        return None
    return first, last


def _begins_clause(words: list[Word], at: int, first: int) -> bool:
    """Whether "Acme and Birdsong" begins the clause: names up to its start."""
    back = at - 1
    while back >= 0 and words[back].capital:
        back -= 1
    return (back < 0 or not words[back].text[0].isalnum()) and words[first].capital


def _general_noun(words: list[Word], at: int) -> int | None:
    """Where the phrase begins whose last noun, at `at`, is in no list: at a determiner near by that opens a clause."""
    for back in range(at, max(-1, at - _GENERAL_NOUNS - 1), -1):
        lower = words[back].lower
        if lower in _DETERMINERS:
            opens = back == 0 or not words[back - 1].text[0].isalnum() or words[back - 1].lower in _OPENS_CLAUSE
            return back if opens else None
        if lower in GENERAL_NOUN_STOPS or not words[back].text[0].isalnum() or lower in _VERBAL:
            return None
    return None


def source_after(text: str, start: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins where a cue ends at `start`, with an apposition that follows it."""
    high = min(high, start + REACH)
    words = words_of(text, start, high)
    if not words:
        return None
    last = _phrase_on(words)
    if last is None:
        return None
    end = words[last].end - (words[last].text.endswith(".") and not _ABBREVIATED.search(words[last].text))
    if any(word.capital for word in words[: last + 1]):
        end = _apposition_end(text, {word.lower for word in words[: last + 1]}, end, high)
    return words[0].start, end


def _phrase_on(words: list[Word]) -> int | None:
    """The position of the last word of the noun phrase that begins with the first word."""
    if words[0].lower in GENERAL_NOUN_STOPS - PRONOUNS or words[0].lower in CLAUSE_OPENERS or words[0].lower in _INNER:
        return None
    if words[0].lower in PRONOUNS:
        return 0 if words[0].lower != "i" else None
    last: int | None = None
    after_determiner = 0
    at = 0
    while at < len(words):
        word = words[at]
        lower = word.lower
        if (word.capital and lower.strip(".") not in CALENDAR) or lower in COURTESY_TITLES:
            last, after_determiner = at, 0
        elif lower in _DETERMINERS:
            if last is not None and words[at - 1].lower not in _INNER:
                break
            after_determiner = _GENERAL_NOUNS
        elif lower in _NOUNS or lower in _COUNT_WORDS:
            last = at
            after_determiner = max(after_determiner - 1, 0)
        elif word.text in ("’", "'") and last is not None:
            pass
        elif lower in _INNER and last is not None and at + 1 < len(words) and _goes_on(words, at):
            if lower == "of" and words[at - 1].lower in JOB_HEADS:
                after_determiner = _GENERAL_NOUNS
        elif after_determiner and lower not in GENERAL_NOUN_STOPS and word.text[0].isalpha():
            last, after_determiner = at, after_determiner - 1
        else:
            break
        at += 1
    return last


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether the link word at `at` ties something to the phrase rather than beginning an adjunct."""
    link, after = words[at].lower, words[at + 1]
    if link in ("of", "at", "for", "familiar", "close", "involved", "knowledge", "briefed", "’s", "'s", "&"):
        return True
    if link == "and":
        return after.capital and words[at - 1].capital
    if link in ("with", "from", "inside", "within", "near", "about"):
        return after.capital or after.lower in _NOUNS | _DETERMINERS | {"knowledge", "direct"}
    if link == "the":
        return True
    if link == "in":
        held = {word.lower for word in words[:at]}
        return bool(held & DOCUMENTS) and (after.capital or after.lower == "the")
    if link == "on":
        held = {word.lower for word in words[:at]}
        return bool(held & ANONYMOUS | held & DOCUMENTS) and after.lower == "the"
    return link == "to" and words[at - 1].lower == "close"


def _apposition_end(text: str, held: set[str], end: int, high: int) -> int:
    """The end of ", chief executive of Acme" behind a name at `end`, or `end`."""
    if held & JOB_HEADS and (named := _NAME_BEHIND.match(text, end, high)):
        return named.end()
    match = _APPOSITION.match(text, end, high)
    if match is None:
        return end
    stop = _APPOSITION_STOP.search(text, match.end(), high)
    last = stop.start() if stop else high
    inside = text[match.end() : last].lower().split()
    described = any(word.strip(",.") in _DESCRIBES for word in inside[:8]) and not _VERB.intersection(inside)
    return last if described else end
