"""Whether two dates can be the same day, also where the article has no date by which its words could be read.

"March" and "October" are two days in whatever year; "March" and "last year" may be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from summarizer.fields import When
from summarizer.text.dates import read_date

Days = tuple[date, date]
"""The first and the last day that a date can mean."""

_LONG = 730
"""Days, from the first of a year, on one of which an article was written that tells a day without its year."""
_ANY_YEAR = 2001


def can_be_one(one: When, other: When) -> bool:
    """Whether two dates of one article have a day in common; True where either says too little."""
    mine, theirs = _known(one), _known(other)
    if mine and theirs:
        return _meet(mine, theirs)
    year = next((days[0].year for days in (mine, theirs) if days), _ANY_YEAR)
    first = [mine] * _LONG if mine else _in_years(one.text, year)
    second = [theirs] * _LONG if theirs else _in_years(other.text, year)
    # Days on which either may be of two years say nothing.
    told = [_meet(a, b) for a, b in zip(first, second, strict=False) if a and b]
    return any(told) or not told


def _known(when: When) -> Days | None:
    return None if when.earliest is None or when.latest is None else (when.earliest, when.latest)


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@lru_cache(maxsize=256)
def _in_years(text: str, year: int) -> Sequence[Days | None]:
    """What a date means by each day on which it may have been written; None where it may be of two years."""
    written = date(year, 1, 1)
    found: list[Days | None] = []
    for days in range(_LONG):
        read = read_date(text, written + timedelta(days=days))
        if read is None or read.earliest is None or read.latest is None:
            return []
        is_of_two = read.earliest.month == read.latest.month and read.earliest.year != read.latest.year
        found.append(None if is_of_two else (read.earliest, read.latest))
    return found
