"""When, where, how and to whom something is said: what stands between a verb of speech and what is said.

Origin of the lists: prepositions, a closed class of English grammar, and nouns for parts of the day and the year.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.name_words import CALENDAR
from summarizer.text.phrases import word_set
from summarizer.text.speech_tokens import QUOTE, Word, is_adverb
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    JOB_HEADS,
    LISTENERS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    SUBJECT_PRONOUNS,
)

ADJUNCTS = ADJUNCT_OPENERS | word_set("across along among despite into under upon without")
_PARTICIPLES = word_set("""
    adding addressing answering asking citing commenting noting pointing quoting referring replying responding saying
    speaking talking testifying writing
""")
ASKED = word_set("asked challenged contacted pressed prodded questioned quizzed reached")
"""Participles that open a clause before who answers."""
_LONGEST_ADDRESSEE = 12
_BEFORE_AGO = word_set("a about an eight five four many more nearly nine not one several seven six some ten three two")
"""What "years ago" may begin with."""
_LONGEST_AGO = 5
"""Words of "a few short weeks ago"."""
_ARTICLES = DETERMINERS - {"that"}
_BEHIND_PARTICIPLE = ADJUNCTS | DETERMINERS | OBJECT_PRONOUNS | {"how", "that", "what", "whether"}
_OCCASION_LINKS = word_set("at by during for from in on through to via with")
DAY_WORDS = CALENDAR | word_set(
    "afternoon evening month morning night quarter today tomorrow week weekend year yesterday"
)


def opens_participle(words: Sequence[Word], at: int) -> bool:
    """Whether "-ing" at the head of a clause is a participle, as in "Speaking in Oslo," and no name: "Boeing won"."""
    lower = words[at].lower
    if not lower.endswith("ing"):
        return False
    if not words[at].capital or lower in _PARTICIPLES or at + 1 >= len(words):
        return True
    behind = words[at + 1]
    return (
        behind.lower in _BEHIND_PARTICIPLE
        or behind.capital
        or behind.text == QUOTE
        or is_adverb(behind)
        or behind.lower.endswith("ing")
    )


def behind_adverbs(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind days, adverbs, "last week" and "two years ago"."""
    while at < high:
        word = words[at]
        lower = word.lower
        if (number := _day_number(words, at, high)) > at:
            at = number
        elif (
            lower in DAY_WORDS
            or (lower in ADVERBS and lower not in AUXILIARIES)
            or (lower.endswith(".") and lower.strip(".") in CALENDAR)
        ):
            at += 1
        elif lower == "this" and at + 2 < high and words[at + 1].lower in ("coming", "past"):
            at += 3 if words[at + 2].lower in DAY_WORDS else 2
        elif (
            lower in ("on", "in", "late", "early", "earlier", "last", "this")
            and at + 1 < high
            and words[at + 1].lower in DAY_WORDS
        ) or (lower == "in" and at + 1 < high and words[at + 1].lower == "part"):
            at += 2
        elif (
            (lower == "only" and at + 1 < high and words[at + 1].text in (",", ":", QUOTE, "that"))
            or is_adverb(word)
            or (lower == "there" and at + 1 < high and words[at + 1].lower == "that")
        ):
            at += 1
        elif lower in _BEFORE_AGO and (ago := _behind_ago(words, at, high)) > at:
            at = ago
        else:
            break
    return at


def _behind_ago(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind "not long ago", "a few weeks ago", or `at`."""
    for place in range(at + 1, min(high, at + _LONGEST_AGO)):
        if words[place].lower == "ago":
            return place + 1
        if not words[place].text[0].isalnum() or words[place].capital:
            return at
    return at


def _day_number(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind the number of a day at `at`, "1" or ". 1" behind "Nov", or `at`."""
    if not at or words[at - 1].lower not in CALENDAR:
        return at
    number = at + (words[at].text == ".")
    return number + 1 if number < high and words[number].text.isdigit() and len(words[number].text) <= 2 else at


def behind_occasion(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind "in a statement on Monday to Acme News", or `at`."""
    begin = at
    while at < high and words[at].lower in _OCCASION_LINKS:
        noun = None
        for place in range(at + 1, min(high, at + 7)):
            lower = words[place].lower
            if lower in OCCASIONS and not (place + 1 < high and words[place + 1].lower in OCCASIONS):
                noun = place
                break
            if not lower[0].isalnum() or lower in SUBJECT_PRONOUNS or lower in AUXILIARIES or lower == "to":
                break
        if noun is None:
            if at > begin and words[at].lower in ("to", "with", "for", "in", "at", "by"):
                place = at + 1
                while place < high and (words[place].capital or words[place].lower in ("the", "of", "its", "and")):
                    if words[place].lower == "the" and place > at + 1:
                        break
                    place += 1
                if place > at + 1:
                    at = place
                    continue
            break
        at = behind_adverbs(words, noun + 1, high)
    return at


def behind_addressee(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind the words for who is told something."""
    if at >= high or words[at].lower in ("that", ":") or words[at].text == QUOTE:
        return at
    if words[at].lower in OBJECT_PRONOUNS and not (
        words[at].lower == "her" and at + 1 < high and words[at + 1].lower in LISTENERS
    ):
        return at + 1
    place = at + 1
    named = words[at].capital
    listener = words[at].lower in LISTENERS
    while place < high and place - at < _LONGEST_ADDRESSEE:
        word = words[place]
        lower = word.lower
        if not word.text[0].isalnum() or word.text == QUOTE or lower in SUBJECT_PRONOUNS or lower == "that":
            break
        joins = (
            lower == "and" and place + 1 < high and (words[place + 1].capital or words[place + 1].lower in LISTENERS)
        )
        if not joins and (lower in ADJUNCT_OPENERS or lower in CLAUSE_OPENERS or lower in AUXILIARIES):
            break
        bears = lower in JOB_HEADS and place + 1 < high and words[place + 1].capital
        ends = lower in _ARTICLES or (not word.capital and lower not in ("and", "of", "&") and not bears)
        if (named or listener) and ends and lower not in LISTENERS:
            break
        if lower in LISTENERS:
            listener = True
        if word.capital:
            named = True
        place += 1
    return place
