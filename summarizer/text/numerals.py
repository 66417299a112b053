"""One numeral in digits or in words → its exact value; what its digits and marks show it to be, or not to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.number_words import ARTICLES, MULTIPLES, NUMBERS, PATTERN, exact, read_words
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of

_LONGEST = 40
"""More digits than that are a code or a table gone wrong, not an amount."""

_GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})

_FRACTIONS = "".join(_GLYPHS)
_DIGITS = (
    rf"(?P<digits>(?:\d+(?:[.,:/-]\d+|–\d+|'\d{{3}}(?!\d)|\xa0\d{{3}}(?![\d.,]\d|\d))*|(?<![\w.])\.\d+)"
    rf"(?:[ \xa0]?[{_FRACTIONS}]|[ \xa0]\d{{1,2}}/\d{{1,2}}(?![\d/]))?|[{_FRACTIONS}])"
)
NUMERAL = pattern(rf"{_DIGITS}|(?<![^\W_])(?P<words>(?i:{PATTERN}))(?![^\W_])")
"""Digits with all the marks that may hang them together, or a run of number words."""
_IN_DIGITS = pattern(rf"{_DIGITS}(?P<words>(?!))?")
_FIRST_WORDS = NUMBERS | ARTICLES
"""What a number in words begins with."""
_ODD_LETTERS = frozenset("ıſ")
"""Letters that a pattern takes for "i" and "s" where case makes no difference, and `str.lower` does not."""
_TOKEN = pattern(r"[^\W_]+")
_ASCII_DIGIT = pattern(r"[0-9]")
_ANY_DIGIT = pattern(rf"[\d{_FRACTIONS}]")

_ENGLISH = pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_INDIAN = pattern(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTS = pattern(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}")
_SPACED = pattern(r"\d{1,3}(?:\xa0\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:'\d{3})+(?:\.\d+)?")
_COMMA = pattern(r"\d{1,4},\d{1,2}")
_FRACTION = pattern(r"(\d{1,2})/(\d{1,3})")
_MIXED = pattern(r"(\d{1,6})[-–](\d{1,2})/(\d{1,3})")
_TAIL = pattern(rf"[ \xa0]?([{_FRACTIONS}])\Z|[ \xa0](\d{{1,2}})/(\d{{1,2}})\Z")


NextNumeral = Callable[[str, int], "re.Match[str] | None"]
"""Finds the first numeral of a text from an offset on, as `NUMERAL.search` does."""


def numerals_of(text: str) -> NextNumeral | None:
    """What finds all that `NUMERAL` does in this text, the quickest; None where it has no numeral."""
    if not text.isascii() and not _ODD_LETTERS.isdisjoint(text):
        return NUMERAL.search
    words = letters_of(text)
    counted = not (ARTICLES.isdisjoint(words) or MULTIPLES.isdisjoint(words))
    if counted or not NUMBERS.isdisjoint(words):
        return _Numerals(_places_of(words & (_FIRST_WORDS if counted else NUMBERS), text))
    return _next_in_digits if (_ASCII_DIGIT if text.isascii() else _ANY_DIGIT).search(text) else None


def _places_of(words: frozenset[str], text: str) -> list[int]:
    """Where the words stand whole, in whatever case, in order."""
    lower = text.lower()
    if len(lower) != len(text):
        return [found.start() for found in _TOKEN.finditer(text) if found.group().lower() in words]
    places = []
    for word in words:
        at, size = lower.find(word), len(word)
        while at >= 0:
            if not (at and text[at - 1].isalnum()) and not text[at + size : at + size + 1].isalnum():
                places.append(at)
            at = lower.find(word, at + size)
    return sorted(places)


class _Numerals:
    """`NUMERAL.search` for one text, tried only where a digit stands or at one of the places of its number words."""

    def __init__(self, places: list[int]) -> None:
        self._places = places
        self._digits: re.Match[str] | None = None
        self._none_from: int | None = None

    def __call__(self, text: str, at: int) -> re.Match[str] | None:
        digits = self._digits_from(text, at)
        end = digits.start() if digits else len(text)
        for place in self._places:
            if place >= end:
                break
            if place >= at and (found := NUMERAL.match(text, place)):
                return found
        return digits

    def _digits_from(self, text: str, at: int) -> re.Match[str] | None:
        if self._none_from is not None and at >= self._none_from:
            return None
        if self._digits is None or self._digits.start() < at:
            self._digits = _next_in_digits(text, at)
            if self._digits is None:
                self._none_from = at
        return self._digits


def _next_in_digits(text: str, at: int) -> re.Match[str] | None:
    """`_IN_DIGITS.search`, which tries only where a digit stands, or a point before one."""
    any_digit = _ASCII_DIGIT if text.isascii() else _ANY_DIGIT
    while digit := any_digit.search(text, at):
        start = digit.start()
        if start > at and text[start - 1] == "." and (found := _IN_DIGITS.match(text, start - 1)):
            return found
        if found := _IN_DIGITS.match(text, start):
            return found
        at = start + 1
    return None


class Numeral(NamedTuple):
    """A number as written; `high` is the upper end of one like "10-12"."""

    value: Decimal
    end: int
    high: Decimal | None = None
    words: bool = False
    """Written in words."""
    grouped: bool = False
    """With thousands marks, or a scale word inside: it cannot be a year or a name."""
    fraction: bool = False
    """A bare fraction: "two-thirds", "1/4", "half"."""
    decimal_comma: bool = False
    """"1,5": a number only if a currency, scale or percent sign follows."""

    @property
    def negative(self) -> bool:
        """Whether it is below zero."""
        return self.value < 0

    @property
    def range(self) -> bool:
        """Whether it has two ends."""
        return self.high is not None

    def negated(self) -> Numeral:
        """The same below zero."""
        return self._replace(value=-self.value)


def read_numeral(found: re.Match[str]) -> Numeral | None:
    """What a match of digits or words is as a number; None for times, dates, versions, phone numbers, ratios."""
    written = found["words"]
    if written:
        read = _in_words(written) if len(written) <= _LONGEST else _read_in_words(written)
    else:
        written = found["digits"]
        if len(written) > 3 * _LONGEST:
            return None
        read = _in_digits(written)
    if read is None:
        return None
    return Numeral(
        read.value, found.start() + read.end, read.high, read.words, read.grouped, read.fraction, read.decimal_comma
    )


@lru_cache(maxsize=4096)
def _in_digits(written: str) -> Numeral | None:
    """What digits with their marks are as a number, `end` counted from their beginning."""
    end = len(written)
    tail = _TAIL.search(written) if "/" in written or written[-1] in _GLYPHS else None
    part = Fraction(0)
    if written in _GLYPHS:
        return Numeral(exact(Fraction(*_GLYPHS[written])), end, fraction=True)
    if tail:
        top, bottom = _GLYPHS[tail[1]] if tail[1] else (int(tail[2]), int(tail[3]))
        if bottom not in _DENOMINATORS or not 0 < top < bottom:
            end, written = end - len(tail.group()), written[: tail.start()]
        else:
            part, written = Fraction(top, bottom), written[: tail.start()]
            if not written.replace(",", "").isdecimal():
                return None
    slashed = "/" in written
    if slashed and (fraction := _FRACTION.fullmatch(written)):
        top, bottom = int(fraction[1]), int(fraction[2])
        proper = bottom in _DENOMINATORS and 0 < top < bottom
        return Numeral(exact(Fraction(top, bottom)), end, fraction=True) if proper and not part else None
    if slashed and (mixed := _MIXED.fullmatch(written)):
        top, bottom = int(mixed[2]), int(mixed[3])
        if bottom in _DENOMINATORS and 0 < top < bottom:
            return Numeral(exact(int(mixed[1]) + Fraction(top, bottom)), end, grouped=True)
        return None
    low, dash, high = written.partition("–") if "–" in written else written.partition("-")
    value, grouped, comma = _value(low)
    if value is None:
        return None
    if dash:
        upper, upper_grouped, _ = _value(high)
        if upper is None or part or not value < upper:
            return None
        return Numeral(value, end, upper, grouped=grouped or upper_grouped)
    if part:
        value += exact(part)
    return Numeral(value, end, grouped=grouped or bool(part), decimal_comma=comma)


def _value(written: str) -> tuple[Decimal | None, bool, bool]:
    """The value of digits and marks, whether they are grouped, whether the comma divides."""
    if len(written) > _LONGEST and sum(map(str.isdecimal, written[: 2 * _LONGEST])) > _LONGEST:
        return None, False, False
    if written.isdecimal():
        return (None, False, False) if len(written) > 1 and written[0] == "0" else (Decimal(written), False, False)
    if _ENGLISH.fullmatch(written):
        whole = written.partition(".")[0]
        if len(whole) > 1 and whole[0] == "0":
            return None, False, False
        return Decimal(written.replace(",", "")), "," in written, False
    if _INDIAN.fullmatch(written):
        return Decimal(written.replace(",", "")), True, False
    if _POINTS.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", ".")), True, False
    if _SPACED.fullmatch(written):
        return Decimal(re.sub(r"[\xa0']", "", written).replace(",", ".")), True, False
    if _COMMA.fullmatch(written):
        return Decimal(written.replace(",", ".")), False, True
    return None, False, False


def _read_in_words(written: str) -> Numeral | None:
    """What a run of words begins with as a number, `end` counted from its beginning."""
    reading = read_words(written)
    if reading is None:
        return None
    value, length, fraction = reading
    large = value >= 100 or value.denominator > 1 or "dozen" in written.lower()
    return Numeral(exact(value), length, words=True, grouped=large and not fraction, fraction=fraction)


_in_words = lru_cache(maxsize=2048)(_read_in_words)
