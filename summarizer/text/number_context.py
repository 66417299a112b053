"""Whether the words around a number show that it counts nothing: that it is a year, a date, a time, a name, a label."""

from __future__ import annotations

import re

from summarizer.text.calendar_words import GAP, MONTHS, either
from summarizer.text.phrases import word_set
from summarizer.text.units import NUMBERED, is_counted

_MONTH = either(MONTHS)
_MONTH_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<month>{_MONTH})\b\.?(?:{GAP}(?:the{GAP})?)?(?:\d{{1,2}}(?:{GAP}?[-–]{GAP}?|{GAP}(?:to|and|or|through){GAP}))?\Z", re.IGNORECASE
)
_MONTH_BEHIND = re.compile(rf"(?:[-–]\d{{1,2}})?(?:{GAP}(?:of{GAP})?|-)(?P<month>{_MONTH})(?![^\W_])\.?(?P<year>,?{GAP}\d{{4}})?", re.IGNORECASE)
_CLOCK_BEHIND = re.compile(r"[ \xa0]?(?:[ap]\.?m\b|o'clock|GMT|UTC|EST|EDT|ET\b|CET|PST|PDT|BST)|(?:st|nd|rd|th)\b|-(?:for|to|on|of|in)-|'?s\b|:\d|[ ]?:[ ]?\d\d[ ]?[ap]\.?m\b|[ ]-[ ](?-i:[A-Z]\b)|\([a-z]\)|\.[A-Z]{1,3}\b", re.IGNORECASE)
_LABEL_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{1,13})\.?(?:[ \xa0]|\r?\n)[ \xa0]{0,6}(?:[(#])?\Z")
_NUMBER_SIGN = re.compile(r"(?:#|№)[ \xa0]?\Z")
_LIST = re.compile(r"(?:\A|\n)[ \t\xa0]*[(\[]?\Z")
_LIST_BEHIND = re.compile(r"[.)\]](?:[ \t\xa0]|\Z|\n)")
_INLINE_LIST = re.compile(r"\(\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\"'(\n-]|--|—)[\s\"'(]*\Z")
_NAME_BEFORE = re.compile(r"(?<![^\W_])(?P<word>[A-Z][\w'&.]*)[ \xa0-]\Z")
_PHONE = re.compile(r"\(?\d{3}\)?[ -]\Z|\+\d{1,3}[ -]?\Z|\d-\Z")

NOT_NAMES = word_set(
    """
    a about above added adding after all almost also although among an and another any approximately are around as at average based because been before
    behind below between both but by can combined compared cut did do during each either employs even every exactly excluding expects fewer find first five for
    four from fully get give gives had half has have he her here his how i if in including into is it its just last least less let like loses lost made
    make makes many may maybe meanwhile more most my nearly new next nine no nor not now of off on once one only or other our out over owns paid pays per perhaps plus
    raised roughly say says second see seven she since six so some still such take ten than that the their then there these they third this those
    three through to today together top total totalling two under until up upon using was we were what when where whether which while who with within without
    would yet you your jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""Words with a capital letter before a number that are no name it belongs to: function words at a sentence's start."""


def names_something(text: str, start: int, digits: int, digits_end: int, end: int, strength: str, floor: int) -> bool:
    """Whether the number at `text[digits:digits_end]`, whose amount would be `text[start:end]`, is no amount.

    `strength` says what speaks for an amount: "sign" (currency or percent), "scale" (scale word or thousands marks),
    "unit", "range", "fraction", "words", "words_unit" or "bare".
    """
    if strength == "sign":
        return _glued(text, start, digits, signed=True)
    if _glued(text, start, digits, signed=False) or (end == digits_end and _runs_on(text, end)):
        return True
    words = strength in ("fraction", "words", "words_unit")
    if words:
        return _idle_words(text, digits, digits_end, end, strength)
    before = text[max(floor, start - 40) : start]
    if _CLOCK_BEHIND.match(text, digits_end):
        return True
    if strength == "scale":
        return False
    if _NUMBER_SIGN.search(before) or _PHONE.search(before):
        return True
    label = _LABEL_BEFORE.search(before)
    if label and label[1].lower() in NUMBERED and not (label[1].lower() in ("no", "nos") and label.group()[len(label[1])] != "."):
        return True
    number = text[digits:digits_end]
    month = _MONTH_BEFORE.search(before)
    if month and len(number) <= 5 and (month["month"][0].isupper() or month["month"].lower() not in ("may", "march", "mar", "dec")):
        return True
    dated = _MONTH_BEHIND.match(text, digits_end)
    if dated and len(number) <= 5 and (dated["month"][0].isupper() or dated["year"]):
        return True
    if re.fullmatch(r"(?:1[5-9]|20|21)\d\d(?:[-–](?:\d\d|(?:19|20|21)\d\d))?", number) and not _counts_anyway(text, start, digits, digits_end, strength):
        return True
    if re.search(r"[A-Z0-9][A-Za-z]{0,5}[ ]-[ ]\Z" if strength == "unit" else r"\w[ ][-–][ ]\Z", before):
        return True
    if strength in ("range", "bare") and "-" in number:
        return True
    if strength == "bare":
        at_line_start = _LIST.search(before)
        if at_line_start and _LIST_BEHIND.match(text, digits_end) and len(number) <= 3:
            return True
        if before.endswith("(") and text[digits_end : digits_end + 1] == ")" and len(number) <= 2:
            return True
    name = _NAME_BEFORE.search(before)
    if name and name["word"].lower().rstrip(".'") not in NOT_NAMES:
        return True
    return False


def _glued(text: str, start: int, digits: int, *, signed: bool) -> bool:
    """Whether something before the number makes it part of a longer word or code: "H100", "Grok-2", "/2024/"."""
    if start == 0:
        return False
    last = text[start - 1]
    if last.isalnum() or last == "_":
        return True
    if signed:
        return False
    if last in "/\\=@&:.'_#*" and not (last in "'*:" and not text[start - 2 : start - 1].isalnum()):
        return True
    return last in "-–" and (text[start - 2 : start - 1].isalnum() and digits == start)


def _runs_on(text: str, end: int) -> bool:
    following = text[end : end + 2]
    if not following:
        return False
    return following[0].isalpha() or following[0] == "_" or (following[0] in "-/@" and following[1:].isalnum()) or (following[0] == "." and following[1:].isalpha())


def _counts_anyway(text: str, start: int, digits: int, digits_end: int, strength: str) -> bool:
    """Whether a number that looks like a year counts: by a noun that years don't stand before, or by a bound."""
    if is_counted(text, digits, digits_end):
        return True
    before = text[max(0, start - 16) : start].lower()
    return strength == "unit" and bool(re.search(r"\b(?:than|least|some|nearly|almost|approximately|roughly|as|up to)\s+\Z", before))


_WORD_NOUN = frozenset("one".split())


def _idle_words(text: str, digits: int, digits_end: int, end: int, strength: str) -> bool:
    """Whether a number word counts nothing here: "one of the", "the two", "Three Mile Island", "a third bidder"."""
    word = text[digits:digits_end]
    lower = word.lower()
    before = text[max(0, digits - 24) : digits]
    following = text[digits_end : digits_end + 12]
    if word[0].isupper() and not word.isupper() and not _SENTENCE_START.search(before):
        return True
    if word[0].isupper() and re.match(r"[ -][A-Z][a-z]", following):
        return True
    if re.match(r"[ -](?:for|to)[ -](?:one|two|three|\d)", following) and lower in ("one", "two", "three", "four", "five", "ten"):
        return True
    if strength == "fraction":
        if lower in ("half", "a half", "one half", "quarter"):
            if re.search(r"(?:\b(?:first|second|latter|last|other|each|time|a|one|next|better|former|per)\s|-)\Z", before, re.IGNORECASE):
                return True
            return not re.match(r"\s(?:of|the|its|their|his|her|our|all|that|this)\b(?!\s(?:19|20)\d\d|\s(?:the|this|last|next)\s(?:year|quarter|decade|month))", following + text[digits_end + 12 : digits_end + 24], re.IGNORECASE)
        if lower.startswith(("a ", "an ", "one ", "three quarters")):
            return not re.match(r"\sof\b", following, re.IGNORECASE)
        return bool(re.match(r"-?(?:quarter|half|party)", following))
    if lower == "one":
        return strength == "words_unit" and not re.match(r"[ -](?:day|week|month|year|hour|minute|second|share|point|mile|foot|acre|barrel|ton|tonne|decade|century|quarter)\b", following)
    return False
