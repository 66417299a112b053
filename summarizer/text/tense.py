"""Whether a date in a sentence lies behind or ahead, by the nearest verb: "said on Tuesday", "will close in March"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from summarizer.text.cached import cached_property
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

Tense = Literal["past", "future"]

_FUTURE = word_set(
    """
    aim aimed aims anticipate anticipated anticipates anticipating await awaiting can coming could deadline due
    expect expected expecting expects forecasting hope hoped hopes hoping intend intended intends later likely mature
    matures maturing may might must need needs plan planned planning plans predict predicted predicts projected
    propose proposed proposes scheduled see sees set shall should slated soon targeted tentatively unless until
    upcoming will won would
    """
)

_PAST = word_set(
    """
    ago already became began bought brought built came cut did earlier ended ever fell gave got grew had has have
    held hit kept knew last led left lost made met paid previously put ran recently rose said sank saw sent shot
    since slid sold spent spoke stood told took was went were won wrote
    """
)

_NOT_PAST = word_set(
    """
    combined embed exceed feed indeed limited located need proceed proposed related seed speed succeed supposed united
    unlimited
    """
)
"""Words in "ed" that are no past tense."""

_DETERMINERS = word_set("a an her his its our the their this")
"""With these before it a word in "ed" is an adjective: "terminated its planned merger on Friday"."""

_BASES = word_set("cut hit put")
"""Past forms that are infinitives too: "is expected to cut", "will hit"."""
_BEFORE_BASES = word_set("to will would shall should may might can could must not likely ll")
_NOUNS = word_set("forecast hope hopes need needs plan plans targets wait")
"""Nouns that are verbs of what is ahead elsewhere: "wrote about its plans in May"."""
_BEFORE_NOUNS = _DETERMINERS | word_set("s about for of on with")

_AFTER_TO = word_set("be begin close complete end expire finish hold last launch meet open report start take vote")
"""Verbs that look ahead behind "to": "to close in March"."""

_WORD = pattern(r"(?<![\w-])[A-Za-z]{1,15}(?![\w-])|'ll\b")

_REACH = 160
"""How far to either side of a date its verb is looked for, in characters."""

_MARKET = pattern(
    r"\b(?:closing\s(?:level|price|quote|share\s+price|value)s?|(?:'s|’s|its|last|prior|previous)\sclose)"
    r",?\s(?:as\sof|at|of|on)\s\Z",
    re.IGNORECASE,
)
"""A price is compared with one that was: "38% more than the closing price on Aug. 29", whatever the verb says."""
_MARKET_REACH = 48
"""Characters that such words take at most."""

_BREAK = pattern(r"[.!?][\"')\]]{0,2}\s{1,9}(?=[\"'(]?[A-Z])|\n[ \t\r\xa0]*\n")
_SHORT_FORM = pattern(r"\b(?:[A-Z]|Co|Corp|Inc|Ltd|Mr|Mrs|Ms|Dr|No|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\Z")


class Tenses:
    """The verbs of a text that tell what is behind from what is ahead; found at the first question, in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text

    def at(self, start: int, end: int) -> Tense | None:
        """The tense of the verb nearest before `text[start:end]` in its sentence, else of the first behind it."""
        if _MARKET.search(self._text, max(0, start - _MARKET_REACH), start):
            return "past"
        verbs, ends, breaks = self._verbs
        nth = bisect_right(breaks, start)
        low = max(start - _REACH, breaks[nth - 1] if nth else 0)
        high = min(end + _REACH, breaks[nth] if nth < len(breaks) else len(self._text))
        before = bisect_right(ends, start) - 1
        if before >= 0 and verbs[before][0] >= low:
            return verbs[before][1]
        behind = bisect_left(verbs, (end, "future"))
        return verbs[behind][1] if behind < len(verbs) and verbs[behind][0] < high else None

    @cached_property
    def _verbs(self) -> tuple[list[tuple[int, Tense]], list[int], list[int]]:
        """Where each verb begins and its tense, where each ends, and where sentences begin."""
        verbs: list[tuple[int, Tense]] = []
        ends = []
        before = ""
        for found in _WORD.finditer(self._text):
            written = found.group()
            word = written.lower()
            tense = _TENSES.get(word)
            if word[-2:] == "ed" or before == "to":
                tense = _tense_of(word, before)
            elif (word in _BASES and before in _BEFORE_BASES) or (word in _NOUNS and before in _BEFORE_NOUNS):
                tense = None
            if tense and written != "May":
                verbs.append((found.start(), tense))
                ends.append(found.end())
            before = word
        breaks = [
            found.end()
            for found in _BREAK.finditer(self._text)
            if not _SHORT_FORM.search(self._text, max(0, found.start() - 5), found.start())
        ]
        return verbs, ends, breaks


_TENSES: dict[str, Tense] = {**dict.fromkeys(_PAST, "past"), **dict.fromkeys(_FUTURE, "future"), "'ll": "future"}
"""What most verbs say by themselves."""


def _tense_of(word: str, before: str) -> Tense | None:
    """What a word in "ed", or one behind "to", says."""
    if before in _DETERMINERS and word.endswith("ed"):
        return None
    if before == "to" and word in _AFTER_TO:
        return "future"
    if word in _BASES and before == "to":
        return None
    if word in _TENSES:
        return _TENSES[word]
    if word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST:
        return "future" if before == "be" else "past"
    return None
