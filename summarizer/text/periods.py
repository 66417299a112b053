"""Stretches of the calendar, first and last day both included, and the arithmetic between them.

A day outside of Python's calendar (years 1 to 9999) is clamped to its edge.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from summarizer.text.calendar_words import SEASONS
from summarizer.text.tense import Tense

Grain = Literal["day", "week", "month", "quarter", "half", "season", "year", "fiscal", "decade", "either", "open"]
"""What kind of stretch it is; `either` reaches from one of two possible ones to the other."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days; a side is None where it is open or cannot be told."""

    earliest: date | None
    latest: date | None
    grain: Grain

    def hull(self, other: Period) -> Period:
        """From the beginning of this one to the end of the other."""
        return replace(self, latest=other.latest) if self.earliest and other.latest else unknown(self.grain)


def unknown(grain: Grain = "open") -> Period:
    """A period that cannot be told, for want of a base date."""
    return Period(None, None, grain)


def add_days(day: date, days: int) -> date:
    """`day` moved by `days`."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(last: date, count: int) -> date:
    """The first day of the `count` months that end with `last`.

    A week earlier where `last` ends no month, for years of 53 weeks.
    """
    behind = add_days(last, 1)
    first = add_months(behind, -count)
    return first if behind.day == 1 else add_days(first, -7)


def add_units(day: date, unit: str, count: int) -> date:
    """`day` moved by a number of days, weeks, fortnights, months, quarters, years or decades."""
    if unit in ("day", "week", "fortnight"):
        return add_days(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return add_months(day, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


@lru_cache(maxsize=4096)
def day(year: int, month: int, number: int) -> Period | None:
    """One day; None for the 30th of February."""
    try:
        the_day = date(year, month, number)
    except ValueError:
        return None
    return Period(the_day, the_day, "day")


@lru_cache(maxsize=4096)
def months(year: int, first: int, count: int, grain: Grain) -> Period:
    """`count` whole months from month `first` of `year` on."""
    start = add_months(date.min, (year - 1) * 12 + first - 1)
    return Period(start, max(start, add_days(add_months(start, count), -1)), grain)


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12, "year")


def month(of_year: int, number: int) -> Period:
    """A calendar month."""
    return months(of_year, number, 1, "month")


def quarter(of_year: int, number: int) -> Period:
    """A quarter of a calendar year."""
    return months(of_year, number * 3 - 2, 3, "quarter")


def half(of_year: int, number: int) -> Period:
    """A half of a calendar year."""
    return months(of_year, number * 6 - 5, 6, "half")


def season(of_year: int, name: str) -> Period:
    """A season that begins in `of_year`, wide enough for the meteorological and the astronomical one."""
    return months(of_year, *SEASONS[name], "season")


def decade(first_year: int) -> Period:
    """The ten years from `first_year` on."""
    return months(first_year, 1, 120, "decade")


def fiscal_year(number: int) -> Period:
    """What a company may call fiscal `number`: its calendar is unknown, but begins at most a year before the
    calendar year (fiscal 2025 of a chip maker began in January 2024) and ends by the middle of the one after
    (a Japanese company's fiscal 2024 ended in March 2025)."""
    return months(number - 1, 1, 30, "fiscal")


def week(of: date) -> Period:
    """The week that holds a day, from the Sunday before its Monday to its Sunday, for both ways of counting."""
    monday = add_days(of, -of.weekday())
    return Period(add_days(monday, -1), add_days(monday, 6), "week")


def choose(candidates: Sequence[Period], base: date, tense: Tense | None) -> Period:
    """Which of the recurring `candidates` (ascending, before and after `base`) is meant.

    Behind: the last that has begun. Ahead: the first that is not over. Where the sentence doesn't tell: the one that
    holds `base`, or one that is near while the other is four times as far; else from the one to the other.
    """
    behind = [period for period in candidates if period.earliest and period.earliest <= base]
    ahead = [period for period in candidates if period.latest and period.latest >= base]
    if not behind or not ahead:
        return unknown(candidates[0].grain) if candidates else unknown()
    past, future = behind[-1], ahead[0]
    if tense == "past" or past == future:
        return past
    if tense == "future":
        return future
    since = (base - past.latest).days if past.latest else 0
    until = (future.earliest - base).days if future.earliest else 0
    if since * 4 <= until:
        return past
    if until * 4 <= since:
        return future
    return replace(past.hull(future), grain="either")


def part(period: Period, which: str) -> Period:
    """The `early`, `mid` or `late` part of a period, its `beginning`, `end`, `first half` or `second half`.

    Wide, as writers use the words: late in a year begins in September, its end in October; of a month half counts as
    early or late; of other stretches two fifths, and the middle is a half.
    """
    first, last = period.earliest, period.latest
    if first is None or last is None or period.grain in ("either", "fiscal"):
        return period
    if period.grain == "year" and first.year == last.year:
        begin, count = {
            "early": (1, 4),
            "beginning": (1, 3),
            "mid": (4, 6),
            "late": (9, 4),
            "end": (10, 3),
            "first half": (1, 6),
            "second half": (7, 6),
        }[which]
        return months(first.year, begin, count, "open")
    length = (last - first).days + 1
    low, high = {
        "early": (0.0, 0.5),
        "beginning": (0.0, 0.4),
        "mid": (0.2, 0.8),
        "late": (0.5, 1.0),
        "end": (0.6, 1.0),
        "first half": (0.0, 0.55),
        "second half": (0.45, 1.0),
    }[which]
    return Period(add_days(first, int(length * low)), add_days(first, max(0, -int(-length * high // 1) - 1)), "open")
