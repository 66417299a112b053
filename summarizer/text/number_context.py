"""Whether what stands around a number shows that it counts nothing: a year, a date, a time, a name, a label, a code."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.text.calendar_words import MONTHS, either
from summarizer.text.counted_nouns import is_counted
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.plain import GAP
from summarizer.text.units import NUMBERED

Evidence = Literal["sign", "scale", "unit", "range", "fraction", "bare"]
"""What speaks for an amount, the strongest first: a currency or percent sign, a scale word or thousands marks, a unit
or counted noun, two ends, a fraction, nothing."""

_BEHIND = pattern(
    r"[ \xa0]?(?:[ap]\.?m\b|o'clock|GMT|UTC|E[SD]T\b|ET\b|CET|P[SD]T\b|BST)"
    r"|(?:st|nd|rd|th)\b|-(?:for|to|on|of|in)-|'?s\b|:\d"
    r"|[ ]?:[ ]?\d\d[ ]?[ap]\.?m\b|[ ]-[ ](?-i:[A-Z]\b)|\([a-z]\)|\.[A-Z]{1,3}\b"
    r"|(?:\)?[ -]|[ -]\(?\d{3}\)?[ -])\d{3}[ -]\d{4}\b",
    re.IGNORECASE,
)
"""Behind a number: times of day, ordinals, "2-for-1", decades, "10 - K", "401(k)", "0700.HK", telephone numbers."""
_RUNS_ON = pattern(r"[^\W\d]|[-/@](?!(?:odd|plus)\b)[^\W_]|\.[^\W\d_]")
_AIRLINER = pattern(r"7[0-8]7[ \xa0](?:Dreamliner|MAX|Max)")
"""A number that names a make of aircraft, as in "30 737 Max jets"."""
_STREET = pattern(
    r"[ \xa0](?:(?:[NSEW]|North|South|East|West)\.?[ \xa0])?(?:[A-Z][\w’'.-]*[ \xa0]){1,3}"
    r"(?:Ave(?:nue)?|Blvd|Boulevard|Dr|Drive|Highway|Hwy|Lane|Ln|Parkway|Pkwy|Rd|Road|St|Street)\b(?![’'])"
)
"""A house's number stands before its street: "1101 W. Tarn Ave."."""
_PATENT = pattern(r"\b[Pp]atents?(?:[ \xa0](?:No|Nos|number|numbers)\.?)?[ \xa0]\Z")
_MONTH_BEHIND = pattern(
    rf"(?:[-–]\d{{1,2}})?(?:{GAP}(?:of{GAP})?|-)(?P<month>{either(MONTHS)})(?![^\W_])\.?(?P<year>,?{GAP}\d{{4}})?",
    re.IGNORECASE,
)
_DAYS_BEFORE = pattern(rf"\d{{1,2}}(?:{GAP}?[-–]{GAP}?|{GAP}(?:to|and|or|through){GAP})\Z")
_JOINERS = ("-", "–", "and", "or", "through", "to")
"""What `_DAYS_BEFORE` ends in, white space aside."""
_LIST_BEHIND = pattern(r"[.)\]](?:[ \t\xa0]|\Z|\n)")
_PHONE = pattern(r"(?:\(?\d{3}\)?[ -]|\+\d{1,3}[ -]?|\d-)\Z")
_EXCHANGE = pattern(r"\b[A-Z]{2,6}:[ \xa0]\Z")
_DASH_BEFORE = pattern(r"\w[ ][-–][ ]\Z")
_CODE_BEFORE = pattern(r"[A-Z0-9][A-Za-z]{0,5}[ ]-[ ]\Z")
_BEFORE_MONTHS = " \t\xa0\r\n-–"
"""What stands between a number and whatever `_MONTH_BEHIND` finds, at first."""
_LONGEST_DAY = 5
"""Characters of "12-13"."""
_SHORTEST_YEAR = 4
_YEAR = pattern(r"(?:1[5-9]|20|21)\d\d(?:[-–](?:\d\d|(?:19|20|21)\d\d))?")
_SENTENCE_START = pattern(r"(?:\A|[.!?:;\"'(\n-]|--|—)[\s\"'(]*\Z")
_COMMON_MONTHS = frozenset({"may", "march", "mar", "dec", "sun"})
_COUNTING_YEARS = word_set("almost approximately as at least nearly roughly some than to up")

NOT_NAMES = word_set(
    """
    a about above added adding after all almost also although among an and another any approximately are around as
    at average based because been before behind below between both but by can combined compared cut did do during
    each either employs even every exactly excluding expects fewer find first five for four from fully get give
    gives had half has have he her here his how i if in including into is it its just last least less let like loses
    lost made make makes many may maybe meanwhile more most my nearly new next nine no nor not now of off on once
    one only or other our out over owns paid pays per perhaps plus raised roughly say says second see seven she
    since six so some still such take ten than that the their then there these they third this those three through
    to today together top total totalling two under until up upon using was we were what when where whether which
    while who with within without would yet you your
    """
)
"""Words with a capital letter before a number that are no name it belongs to: function words at a sentence's start."""


_POSSESSIVE = pattern(r"['’]s[ \xa0]+\Z")
"""Before a number that counts what the name has: "Castlebrook's 12 employees"."""


def counts_nothing(text: str, floor: int, start: int, numeral: tuple[int, int], end: int, evidence: Evidence) -> bool:
    """Whether the digits at `text[slice(*numeral)]`, whose amount would be `text[start:end]`, are no amount.

    What stands before `floor` belongs to another amount.
    """
    digits, digits_end = numeral
    if part_of_code(text, start, signed=evidence == "sign"):
        return True
    if evidence == "sign":
        return False
    if (end == digits_end and _RUNS_ON.match(text, end)) or _AIRLINER.match(text, digits):
        return True
    if _STREET.match(text, digits_end) or _PATENT.search(text, max(floor, start - 24), start):
        return True
    if _BEHIND.match(text, digits_end):
        return True
    if evidence == "scale":
        return False
    number = text[digits:digits_end]
    before = text[max(floor, start - 24) : start]
    word, apart = _last_word(before)
    return (
        _is_labelled(before, word, apart=apart)
        or (len(number) <= _LONGEST_DAY and _is_day(text, before, word, digits_end, apart=apart))
        or (
            len(number) >= _SHORTEST_YEAR
            and _YEAR.fullmatch(number) is not None
            and not (is_counted(text, digits_end) or (evidence == "unit" and apart and word.lower() in _COUNTING_YEARS))
        )
        or (
            before.endswith(("- ", "– "))
            and bool((_CODE_BEFORE if evidence == "unit" else _DASH_BEFORE).search(before))
        )
        or (evidence == "bare" and _is_score_or_list(text, before, number, digits_end))
        or (apart and _is_name(word) and not (_POSSESSIVE.search(before) and is_counted(text, digits_end)))
    )


def part_of_code(text: str, start: int, *, signed: bool) -> bool:
    """Whether what stands right before `start` makes a number part of a code: "H100", "Grok-2", "/2024/"."""
    if start == 0:
        return False
    last = text[start - 1]
    if last.isalnum() or last == "_":
        return True
    if signed:
        return False
    before_last = text[start - 2 : start - 1].isalnum()
    if last in "'*:":
        return before_last
    return last in "/\\=@&._#" or (last in "-–" and before_last)


def _last_word(before: str) -> tuple[str, bool]:
    """The word right before a number, marks off, and whether only white space (or an opening mark) parts them."""
    words = before[-20:].split()
    if not words:
        return "", False
    if not before[-1].isspace() and words[-1] not in "([#":
        return "", False
    word = words[-2] if words[-1] in ("(", "[", "#") and len(words) > 1 else words[-1]
    return word.lstrip("(\"'["), True


def _is_labelled(before: str, word: str, *, apart: bool) -> bool:
    """ "No. 5", "type 2", "# 1", "+1 212 555": a number that names its thing, or a telephone's."""
    if before.rstrip(" \xa0")[-1:] in ("#", "№"):
        return True
    if (before[-1:].isdecimal() or before[-2:-1].isdecimal() or before[-2:-1] == ")") and _PHONE.search(before):
        return True
    name = word.rstrip(".").lower()
    return apart and name in NUMBERED and (name not in ("no", "nos") or word.endswith("."))


def _is_day(text: str, before: str, word: str, end: int, *, apart: bool) -> bool:
    """Whether a month stands beside a number of one or two digits."""
    if before.rstrip().endswith(_JOINERS) and (range_start := _DAYS_BEFORE.search(before)):
        word, apart = _last_word(before[: range_start.start()])
    month = word.rstrip(".")
    if apart and month.lower() in MONTHS and (month[0].isupper() or month.lower() not in _COMMON_MONTHS):
        return True
    if text[end : end + 1] not in _BEFORE_MONTHS:
        return False
    behind = _MONTH_BEHIND.match(text, end)
    return bool(behind and (behind["month"][0].isupper() or behind["year"]))


def _is_score_or_list(text: str, before: str, number: str, end: int) -> bool:
    if "-" in number or "–" in number:
        return True
    line = before.rpartition("\n")[2] if len(before) < 24 or "\n" in before else before
    if not line.strip(" \t\xa0([") and len(number) <= 3 and _LIST_BEHIND.match(text, end):
        return True
    if before[-2:-1] == ":" and _EXCHANGE.search(before):
        return True
    return before.endswith("(") and text[end : end + 1] == ")" and len(number) <= 2


def _is_name(word: str) -> bool:
    """ "Boeing 737", "Fortune 500", "S & P 500": whether the word right before a number is a name."""
    name = word.rstrip(".'")
    return (
        word[:1].isupper() and word[-1:] not in ",;:)" and name.lower() not in NOT_NAMES and name.lower() not in MONTHS
    )


_SPLIT = pattern(r"(?:-for-|[ ]for[ ])(?:one|two|three|\d)")
_NAME_BEHIND = pattern(r"[ -][A-Z][a-z]")
_HALF_BEFORE = pattern(
    r"(?:\b(?:first|second|latter|last|other|each|time|a|one|next|better|former|per)\s|-)\Z", re.IGNORECASE
)
_HALF_OF = pattern(
    r"\s(?:of|the|its|their|his|her|our|all|that|this)\b"
    r"(?!\s(?:19|20)\d\d|\s(?:the|this|last|next)\s(?:year|quarter|decade|month))",
    re.IGNORECASE,
)
_OF = pattern(r"\sof\b", re.IGNORECASE)
_NOT_A_PART = pattern(r"-?(?:quarter|half|party)", re.IGNORECASE)
_PERIOD = pattern(r"[\s-]year(?:ly|s)?\b", re.IGNORECASE)
_ONE = pattern(
    r"[ \n-](?:acre|barrel|century|day|decade|foot|hour|mile|minute|month|point|quarter|second|share|ton|week|year)\b"
)


def counts_in_words(text: str, floor: int, numeral: tuple[int, int], evidence: Evidence) -> bool:
    """Whether a number in words counts: not "one of the", "Three Mile Island", "two for one", "the first half"."""
    start, end = numeral
    word = text[start:end]
    before = text[max(floor, start - 24) : start]
    if evidence == "sign":
        return True
    if (
        word[0].isupper()
        and not word.isupper()
        and not (_SENTENCE_START.search(before) and not _NAME_BEHIND.match(text, end))
    ):
        return False
    lower = word.lower()
    if lower in ("half", "quarter") and _PERIOD.match(text, end):
        return False
    if _SPLIT.match(text, end):
        return evidence in ("scale", "range", "unit") or lower not in ("one", "two", "three", "four", "five", "ten")
    if evidence == "fraction":
        if lower in ("half", "a half", "one half", "quarter"):
            return not _HALF_BEFORE.search(before) and bool(_HALF_OF.match(text, end))
        if lower.startswith(("a ", "an ", "one ", "three quarters")):
            return bool(_OF.match(text, end)) or before[-4:].lower() in (" by ", "\nby ")
        return not _NOT_A_PART.match(text, end)
    return lower != "one" or (evidence == "unit" and bool(_ONE.match(text, end)))
