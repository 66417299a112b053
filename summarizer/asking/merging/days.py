"""Whether two dates can be the same day, also where the article has no date by which its words could be read.

"March" and "October" are two days in whatever year; "March" and "last year" may be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from summarizer.fields import When
from summarizer.text.calendar_words import MONTHS, SEASONS
from summarizer.text.dates import read_date
from summarizer.text.patterns import alternatives, pattern

Days = tuple[date, date]
"""The first and the last day that a date can mean."""

_DAYS = range(0, 730, 5)
"""From the first of a year: when an article may have been written that tells a day without its year."""
_ANY_YEAR = 2001


def can_be_one(one: When, other: When) -> bool:
    """Whether two dates of one article have a day in common; True where either says too little."""
    mine, theirs = _known(one), _known(other)
    if mine and theirs:
        return _meet(mine, theirs)
    year = next((days[0].year for days in (mine, theirs) if days), _ANY_YEAR)
    first = [[mine]] * len(_DAYS) if mine else _in_years(one.text, year)
    second = [[theirs]] * len(_DAYS) if theirs else _in_years(other.text, year)
    if not first or not second:
        return True
    return any(_meet(a, b) for ones, others in zip(first, second, strict=True) for a in ones for b in others)


def _known(when: When) -> Days | None:
    return None if when.earliest is None or when.latest is None else (when.earliest, when.latest)


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@lru_cache(maxsize=256)
def _in_years(text: str, year: int) -> Sequence[Sequence[Days]]:
    """What a date can mean by each day on which it may have been written; nothing where it is no date, or a
    day of the week."""
    if _WEEKDAY.search(text):
        return []
    written = date(year, 1, 1)
    found = []
    for days in _DAYS:
        read = read_date(text, written + timedelta(days=days))
        if read is None or read.earliest is None or read.latest is None:
            return []
        found.append(_yearly(text, read.earliest, read.latest) or [(read.earliest, read.latest)])
    return found


def _yearly(text: str, earliest: date, latest: date) -> Sequence[Days]:
    """What comes every year, in the year before, in this and in the next: "March", "the third quarter"."""
    if not _YEARLY.search(text) or _OF_ONE_YEAR.search(text):
        return []
    low, high = earliest.replace(day=min(earliest.day, 28)), latest.replace(day=min(latest.day, 28))
    ends = int(high.month < low.month)
    return [(low.replace(year=year), high.replace(year=year + ends)) for year in range(low.year - 1, low.year + 2)]


_YEARLY = pattern(rf"\b(?:{alternatives((*MONTHS, *SEASONS))}|quarter|half)\b", re.IGNORECASE)
_OF_ONE_YEAR = pattern(r"\d{4}|\b(?:last|next|this)\b", re.IGNORECASE)
_WEEKDAY = pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
