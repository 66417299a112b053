"""Names of the article of which nothing is told where they stand: a town, a rating, a plain word with a capital.

A statement that has another name has not put it in the place of one of these.
"""

from __future__ import annotations

import re

from summarizer.text.first_names import pronoun_of
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.names import akin

_RATINGS = word_set("""
    accumulate add buy hold neutral outperform overweight reduce sell underperform underweight
""")
_AT = pattern(
    r"(?<!\binterest\s)(?<!\binvestment\s)(?<!\bshare\s)(?<!\bshares\s)(?<!\bstake\s)(?<!\bstock\s)"
    r"\b(?:in|near|outside)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_LISTED = pattern(r"\b(?:among\sthem|among\swhich|including|such\sas|mostly\sin)\s[^.;:()–—]{0,60}\Z")
"""Before one of several that are named beside what is told: "three plants, among them Lund and Tarn"."""
_STATE = pattern(r"(?:\bof|\bin)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?,\s\Z")
"""Before the state or country of a town: "of Lund, Sk."."""
_BY = pattern(r",\s(?:which\s(?:is|was)\s|who\s(?:is|was)\s)?\w+ed\sby\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
"""Before the agent of an inserted clause: ", founded by the late engineer"."""
_CLEARED_BY = pattern(
    r"\b(?:approv(?:al|als|ed)|authori[sz](?:ation|ed)|clear(?:ance|ed)|consent|permission|review(?:ed)?)\s(?:by|from|of)\s(?:the\s)?\Z"
)
"""Before who only clears what is told."""
_BEFORE = 90
_WORD_OF_NAME = pattern(r"[^\W\d_]{3,}")


def is_no_subject(said: str, name: NameSpan, rival: NameSpan, index: Index) -> bool:
    """Whether the article tells nothing of `rival` where it stands, so that `name` in the statement `said` has not
    taken its place."""
    if rival.text.lower() in _RATINGS or is_plain_word(rival, index):
        return True
    if _holds(name.text, rival.text) or _has_number(name.text) or _has_number(rival.text):
        return True
    low = max(0, rival.start - _BEFORE)
    return any(
        beside.search(index.text, low, rival.start) and not beside.search(said, 0, name.start)
        for beside in (_AT, _LISTED, _STATE, _BY, _CLEARED_BY)
    )


def is_by_pronoun_only(name: NameSpan, rival: NameSpan, cited: Cited) -> bool:
    """Whether only a pronoun of the cited sentences can mean `rival`, who is named outside of them, while they name
    `name`: for whom the citation has the pronoun stand."""
    index = cited.index
    return index.sentences_of((rival.start, rival.end))[0] not in cited.numbers and any(
        akin(name.text, other.text, index) for other in cited.names
    )


def is_plain_word(rival: NameSpan, index: Index) -> bool:
    """Whether one word has its capital only from opening a sentence: "Private bookings rose", with which no verb
    goes."""
    if not _WORD_OF_NAME.fullmatch(rival.text) or name_kind(rival.text) != "other" or pronoun_of(rival.text):
        return False
    if len(index.occurrences_of(rival.text)) != 1 or index.directory.is_person(index.directory.fullest(rival.text)):
        return False
    number = index.sentences_of((rival.start, rival.end))[0]
    opening = index.text[index.sentences[number - 1].start : rival.start].strip(" -•*–—“\"'‘")
    return not opening and (
        _LEADS_ON.match(index.text, rival.end) is not None or rival.text.lower() in index.sentences_by_stem
    )


_LEADS_ON = pattern(r"\s(?:by|how|of|that|to|what|why)\s[a-z]", re.IGNORECASE)
"""Behind a common noun, or an order, that opens a sentence: "Failure to", "Recall how"."""


def _holds(name: str, rival: str) -> bool:
    """Whether one of the two has the other as its beginning or its end: "Spare Rotor" of "Rotor"."""
    short, long = sorted((folded(name).lower(), folded(rival).lower()), key=len)
    return long.startswith(f"{short} ") or long.endswith(f" {short}")


def _has_number(name: str) -> bool:
    """Whether a name has digits in it, as a period or a type has, and a body hardly: "FY25 EPS"."""
    return any(character.isdigit() for character in name) and not re.search(r"[a-z]{3}", name)
