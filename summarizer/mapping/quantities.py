"""Whether a number of a claim is plainly a quantity, so that it may be a figure.

A sum of money and a share are; a bare number only where it is long, or a part of something; a number that counts only
where nothing at it says that it names something ("Orvane 8 users", "phase 3 trials"), is the base of a rate ("per 1,000
people", "one in five mills"), an end of a scale ("from 1 to 100"), a place ("the top 10 banks"), or counts two things.
"""

from __future__ import annotations

import re

from summarizer.mapping.measure_words import DETERMINERS
from summarizer.mapping.measures import is_bounded
from summarizer.text.counted_nouns import is_plural
from summarizer.text.number_words import SMALL
from summarizer.text.numbers import Amount, read_amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.units import ABBREVIATIONS, COMPOUNDS, NOT_COUNTED, NUMBERED, UNITS

_RATIO_BEHIND = pattern(r"\s?[:/]\s?\d|-(?:for|to|on|by)-|\s?[x×]\s?\d|\sx\s\d|\sout\sof\s")
_RATIO_AHEAD = pattern(r"(?:\d\s?[:/x×]\s?|/|[-‐]\s?|#|№|§)\Z")
_SIGNED = pattern(r"(?:\A|[^\w\s%]\s?|\s)[-−–+]\s?\Z")
_RANGE_AHEAD = pattern(r"(?<![$€£¥\w.,])\d[\d,.]*\s?(?:to|or|[-–])\s?\Z")
"""The lower end of a range stands before the number."""
_UP_TO = pattern(r"up\sto\b")
_IS = pattern(r"\b(?:is|are|was|were|now)\s\Z")
"""Before "up to", which then may say where something came to."""
_OVER_ABOUT = pattern(r"over\s(?:about|an\sestimated|approximately|around|roughly|some)\b", re.IGNORECASE)
"""A preposition before another bound: "runs over about 2,000 miles"."""
_OUTDONE = pattern(r"(?:exceed|surpass|top)", re.IGNORECASE)
_NOT = pattern(r"(?:\b(?:not|never|nor|cannot|unlikely)\b|n[’']t\b)[^,;:]*\Z")
"""Before a verb of outdoing it turns the bound: "is not expected to exceed $4 million"."""
_NEGATIVE = pattern(r"(?:\b(?:and|at|by|from|is|of|to|was|were)\s[-−–]|\s[-−])\s?\Z")
_PER = pattern(r"\s(?:per|for\severy)\s")
_DIGIT_BEHIND = pattern(r"\s\d")
_EVERY = word_set("per every each")
_OF_SOME = pattern(
    r"(?:\d|\b(?:[Oo]ne|two|three|four|five|six|seven|eight|nine|ten|half))\s(?:in|of|out\sof)\s(?:every\s)?\Z",
    look=True,
)
_RANKED = word_set("top first last next past previous final bottom leading no number age aged ages")
_NAMES_NOT_COUNTS = word_set("number no id code model version")
_BOTH = pattern(
    r"(?P<list>(?:,\s[a-z-]+s)*),?\s(?:and|or)\s(?!\d)"
    r"(?P<before>(?:[a-z-]+\s){0,2}?)(?P<noun>[a-z-]+s)\b(?!['’])"
)
_PART = pattern(r"\sof\s")
_ONE_PART = pattern(r"\b(?:the|other|one|first|second|last)\s(?:[a-z]+\s)?\Z")
"""Before a half that is a thing: "the crucial half of the match"."""
_BY = pattern(r"\b(?:by|almost|nearly)\s\Z")
_RATE_BEHIND = pattern(r"\sof\s[a-z-]+(?:\s[a-z-]+)?\s(?:a|per)\s(?:day|hour|minute|month|second|week)\b")
_LONG = pattern(r"\d,\d{3}|\b(?:million|billion|trillion|mln|bln|mn|bn|m|lakh|crore)\b|\d(?:m|bn|mn|k)\b", look=True)
_REACHED = word_set(
    "to at was were is are reach reached reaches hit had has have total totaled totalled topped exceeded averaged from"
    " numbered"
)
"""What stands before a bare number that says how many or how high, where it is not the first end of a range."""
_WIDEST = 5
"""Times its lower end that the upper end of a range is at most where no word says that it is one."""
_SAID_RANGE = pattern(r"\b(?:between|from|range|ranging)\b")

_PASSED = pattern(
    r"\b(?:breach|broke|cross|pass|surpass|topp?)(?:e[ds]|s|ing|n)?\s(?:back\s)?(?:above\s|below\s|over\s|through\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before a number that something went beyond, by how much is not told: it is none of what is measured."""
_GIVE_OR_TAKE = pattern(r",?\s(?:\(?\s?(?:plus\s(?:or|and)\sminus|\+/?[-–]|±)|give\sor\stake)", re.IGNORECASE)
"""Behind a number that is the middle of a range."""


def is_quantity(words: str, start: int, end: int) -> bool:
    """Whether the number at `words[start:end]`, bound words included, is plainly a quantity."""
    before = words[:start]
    if _PASSED.search(before) or _GIVE_OR_TAKE.match(words, end):
        return False
    amount = read_amount(words[start:end])
    if amount is None:  # "about a third"
        return _is_part(words, start, end)
    if amount.high is not None and amount.high > amount.value * _WIDEST and not _SAID_RANGE.search(words, start, end):
        return False
    if _RANGE_AHEAD.search(before) or (_UP_TO.match(words, start, end) and _IS.search(before)):
        return False
    if _OVER_ABOUT.match(words, start, end) or (_OUTDONE.match(words, start, end) and _NOT.search(before)):
        return False
    if amount.kind == "percent":
        return _SIGNED.search(before) is None
    if amount.kind == "money":
        return _NEGATIVE.search(before) is None
    if _RATIO_BEHIND.match(words, end) or _RATIO_AHEAD.search(before) or _OF_SOME.search(before):
        return False
    ahead = before.split()
    last = ahead[-1] if ahead else ""
    if last.strip('“"(').lower() in _EVERY or _RATE_BEHIND.match(words, end) or _PER.match(words, end):
        return False
    if amount.unit is None:
        return _is_bare_quantity(words, start, end, last)
    if amount.unit.lower() in ("times", "x"):
        return not _DIGIT_BEHIND.match(words, end) and "-times" not in words[start:end]
    return _counts(words, amount, start, end, ahead)


def is_counted_noun(noun: str) -> bool:
    """Whether a number's unit is a thing that is counted, and so what the number measures: "jobs", not "tonnes"."""
    lower = noun.lower()
    measure = lower in UNITS or noun in ABBREVIATIONS or lower in COMPOUNDS
    return lower == "shares" or (not measure and is_plural(noun))


def _is_part(words: str, start: int, end: int) -> bool:
    if _ONE_PART.search(words[:start]):
        return False
    return _PART.match(words, end) is not None or _BY.search(words[:start]) is not None


def _is_bare_quantity(words: str, start: int, end: int, last: str) -> bool:
    text = words[start:end]
    if not any(map(str.isdigit, text)):
        return _is_part(words, start, end)
    reached = last.lower() in _REACHED and not words.startswith(" to ", end)
    return reached and _LONG.search(text) is not None and is_bounded(words, end)


_DECIMAL = pattern(r"\d+\.\d+\s(?!(?:million|billion|trillion|thousand|mln|bln|lakh|crore)\b)")
_ADJECTIVES = word_set("daily early elderly family friendly hourly monthly quarterly weekly yearly")
"""No adverbs."""
_YEAR = pattern(r"(?:19|20)\d\d\s")
_BEFORE_YEARS = word_set("after before by during fiscal for from in of since through to until")
"""Before a number like 2013 they make a year of it, whatever follows: "in 2013 dyers struck"."""
_SMALL_PLURALS = word_set("""
    across afterwards always as besides has his its less outdoors overseas perhaps plus says sometimes this thus towards
    unless upwards versus was
""")
"""No nouns, though they end like plurals; nor can a verb in "s" follow the plural that a number counts."""
_MONEY = word_set("cents crowns dinars dlrs dollars euros francs kroner marks pesos pounds riyals rupees shillings")
"""What sums are in, whose currency was not read: "1.3 billion Brunei dlrs"."""
_NEXT = pattern(r"\s([a-z]+)\b(?!['’])")
_AIRCRAFT = word_set("aircraft airliners airplanes jetliners jets planes")
_TYPE = pattern(r"(?:3[0-8]0|2\d0|1\d5)\s")
_BOEING = pattern(r"7\d7\s")
"""Numbers that types of aircraft have: "its output of 787 jets", "737 orders" may be of that type."""


def _counts(words: str, amount: Amount, start: int, end: int, ahead: list[str]) -> bool:
    core = words[start + amount.core[0] : start + amount.core[1]]
    between = [word for word in core.split()[1:-1] if word.lower() not in _SCALES]
    if amount.high is not None:
        between = [word for word in between if not word[0].isdigit()]
    if _YEAR.match(core) and ahead and ahead[-1].lower() in _BEFORE_YEARS:
        return False
    if any(
        word.lower() in _NAMES_NOT_COUNTS or word.endswith("est") or any(map(str.isdigit, word)) for word in between
    ):
        return False
    if (
        any(map(str.isdigit, str(amount.unit)))
        or str(amount.unit).lower() in _MONEY
        or _BOEING.match(core)
        or (amount.unit in _AIRCRAFT and _TYPE.match(core))
    ):
        return False
    measure = str(amount.unit).lower() in UNITS or amount.unit in ABBREVIATIONS or str(amount.unit).lower() in COMPOUNDS
    if not measure and (
        _DECIMAL.match(core) or any(word.endswith("ly") and word not in _ADJECTIVES for word in between[-1:])
    ):
        return False  # things are counted in whole numbers: "2.4 implies"
    behind = _NEXT.match(words, end)
    if behind and is_plural(behind[1]) and behind[1] not in _SMALL_PLURALS:
        return False  # "20 former crew members"
    joined = _BOTH.match(words, end)
    if (
        joined
        and is_plural(joined["noun"])
        and (joined["list"] or _VERBS.isdisjoint((joined["noun"], *joined["before"].split())))
    ):
        return False
    if not ahead:
        return True
    last = ahead[-1].strip("“\"'(")
    lower = last.lower()
    if lower in ("a", "an") and is_plural(str(amount.unit)):
        return False  # "a 60,000 subscriber cable systems"
    if lower in _RANKED or lower in NUMBERED or lower in SMALL or any(map(str.isdigit, last)):
        return lower[-1:] in ",;:)"
    if last[-1:] in ',;:.)”"':
        return True
    if last.endswith(("'s", "’s", "s'", "s’")):
        return True
    if len(ahead) == 1:
        return last.islower() or lower in NOT_COUNTED or lower in DETERMINERS
    return last == lower


_VERBS = NOT_COUNTED | word_set(
    "booked earned expected generated held lost made paid posted produced raised received recorded reported sold spent"
)
"""Behind "and" no noun that is counted too: "5,200 people and made earnings of"."""
_SCALES = word_set("million billion trillion hundred thousand mln bln lakh crore")
