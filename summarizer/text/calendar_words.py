"""The words and patterns of the calendar in English, as tables: months, weekdays, seasons, ordinals, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.text.plain import GAP

MONTHS: dict[str, int] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

FULL_MONTHS = frozenset(list(MONTHS)[:12])
"""Names of months that are no abbreviations: a point behind one ends the sentence."""

CERTAIN_MONTHS = frozenset({"january", "february", "july", "september", "october", "november", "december"})
"""Months whose name, written with a capital letter, is nothing else: not a person's, not a verb's."""

WEEKDAYS: dict[str, int] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 4),
    "summer": (6, 4),
    "autumn": (9, 4),
    "fall": (9, 4),
    "winter": (12, 4),
}
"""First month and length in months, of the northern half of the world, wide enough for both ways of counting."""

ORDINALS: dict[str, int] = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
}

COUNTS: dict[str, int] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "twenty-four": 24,
    "thirty": 30,
    "ninety": 90,
    "hundred": 100,
}

UNITS: dict[str, str] = {
    **{f"{unit}{s}": unit for unit in ("day", "week", "month", "quarter", "year", "decade") for s in ("", "s")},
    "fortnight": "fortnight",
    "fortnights": "fortnight",
}
"""Units of the calendar, each form with its singular."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=lambda word: (-len(word), word)))


def month_pattern(group: str) -> str:
    """A pattern for the name of a month, in a named group."""
    return rf"(?P<{group}>{either(MONTHS)})\b\.?"


YEAR = r"(?:1[5-9]|20|21)\d\d(?![\d%])(?![,.]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?!,\d{3}(?!\d)|[.:]\d)(?!/\d)"
TO = rf"(?:{GAP}?(?:-[ ]?-|[-–—/]){GAP}?|{GAP}(?:to|through|thru|until|and){GAP})"
"""What stands between the two ends of a stretch."""
WHICH_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}year\b)?"
