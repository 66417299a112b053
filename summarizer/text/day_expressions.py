"""Expressions for single days and runs of days: dates in figures and words, weekdays, "yesterday"."""

from __future__ import annotations

import re

from summarizer.text import periods
from summarizer.text.calendar_words import (
    CERTAIN_MONTHS,
    DAY,
    MONTHS,
    TO,
    WEEKDAYS,
    WHICH_YEAR,
    YEAR,
    either,
    month_pattern,
)
from summarizer.text.date_context import Reading, Setting, full_year
from summarizer.text.patterns import pattern
from summarizer.text.periods import Period, choose, unknown
from summarizer.text.plain import GAP

_I = re.IGNORECASE
_NO_AMOUNT = (
    rf"(?!{GAP}?(?:billion|bln|bn|cents|dlrs|dollars|m|million|mln|pct|per{GAP}cent|percent|points?|thousand|trillion)\b)"
    rf"(?!{GAP}?%)"
)
_ISO = pattern(
    r"(?P<y>(?:1[5-9]|20|21)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?![-/.]?\w)"
)
_NUMERIC = pattern(r"(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d|\d\d(?<=/\d\d))(?![\w%]|[-/.]\d)")
_DAY_MONTH = pattern(
    rf"(?P<d>{DAY})(?:{GAP}?[-–]{GAP}?(?P<d2>{DAY}))?(?:{GAP}(?:day{GAP})?of{GAP}|{GAP}|-|(?<=\d)){month_pattern('month')}"
    rf"(?:,?{GAP}(?P<y>{YEAR})|-(?P<y2>{YEAR}|\d\d(?!\d))|{GAP}?'(?P<y3>\d\d)(?!\d))?{WHICH_YEAR}",
    _I,
)
_MONTH_DAY = pattern(
    rf"{month_pattern('month')}{GAP}?(?P<d>{DAY}){_NO_AMOUNT}"
    rf"(?:{TO}(?:{month_pattern('month2')}{GAP})?(?P<d2>{DAY}){_NO_AMOUNT})?"
    rf"(?:,?{GAP}(?P<y>{YEAR})|,(?P<y2>{YEAR})|,?{GAP}?'(?P<y3>\d\d)(?!\d))?{WHICH_YEAR}",
    _I,
)
_WEEKDAY = pattern(
    rf"(?P<weekday>{either(WEEKDAYS)})\b(?P<dot>\.?)(?:{GAP}(?:morning|afternoon|evening|night)\b)?"
    rf"(?P<on>,?{GAP}(?:the{GAP})?|,)?",
    _I,
)
DAY_WORDS = {
    "yesterday": (-1, -1),
    "today": (0, 0),
    "tonight": (0, 0),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
}
_WORD = pattern(r"[A-Za-z]+\b")
_THIS_MORNING = pattern(rf"this{GAP}(?:morning|afternoon|evening)\b", _I)


def read_iso(setting: Setting, at: int) -> Reading | None:
    """2025-01-10, 2025/1/10, 2025-01-10T08:30Z."""
    found = _ISO.match(setting.text, at)
    period = found and periods.day(int(found["y"]), int(found["m"]), int(found["d"]))
    return Reading(found.end(), period) if found and period else None


def read_numeric(setting: Setting, at: int) -> Reading | None:
    """10/11/2024, 5/6/24, 13.1.2025; month first or day first: where both can be, from the one day to the other."""
    found = _NUMERIC.match(setting.text, at)
    if not found:
        return None
    first, second, of_year = int(found["a"]), int(found["b"]), full_year(found["y"])
    readings = [periods.day(of_year, first, second), periods.day(of_year, second, first)]
    if found["s"] == ".":
        readings = readings[1:]
    days = sorted(period.earliest for period in readings if period and period.earliest)
    return Reading(found.end(), Period(days[0], days[-1], "day")) if days else None


def read_day_month(setting: Setting, at: int) -> Reading | None:
    """10 January 2025, 10th of January, 5-7 May 2024, 26-FEB-1987."""
    found = _DAY_MONTH.match(setting.text, at)
    if not found:
        return None
    of_year = found["y"] or found["y2"] or found["y3"]
    name = found["month"]
    if name.islower() and not of_year:
        return None
    first = _day_number(found["d"])
    last = _day_number(found["d2"]) if found["d2"] else first
    month = MONTHS[name.lower()]
    return _days(setting, at, found, of_year, (month, first), (month, last))


def read_month_day(setting: Setting, at: int) -> Reading | None:
    """Jan. 10, January 10th, 2025, May 5-7, 2024, May 28 to June 3."""
    found = _MONTH_DAY.match(setting.text, at)
    if not found:
        return None
    of_year = found["y"] or found["y2"] or found["y3"]
    name = found["month"]
    if name.islower() and not of_year and name not in CERTAIN_MONTHS:
        return None
    first = (MONTHS[name.lower()], _day_number(found["d"]))
    last = first
    if found["d2"]:
        last = (MONTHS[(found["month2"] or name).lower()], _day_number(found["d2"]))
    return _days(setting, at, found, of_year, first, last)


def _days(
    setting: Setting,
    start: int,
    found: re.Match[str],
    of_year: str | None,
    first: tuple[int, int],
    last: tuple[int, int],
) -> Reading | None:
    end = found.end()

    def in_year(number: int) -> Period | None:
        begin, finish = periods.day(number, *first), periods.day(number, *last)
        if begin and finish and begin.earliest and finish.earliest and finish.earliest < begin.earliest:
            begin = periods.day(number - 1, *first)
        return begin.hull(finish) if begin and finish else None

    if of_year:
        period = in_year(full_year(of_year))
        return Reading(end, period) if period else None
    if in_year(2024) is None:
        return None
    if found["which"]:
        known = setting.year(found["which"])
        return Reading(end, (in_year(known) if known else None) or unknown("day"))
    return Reading(end, setting.recurring(start, end, in_year))


def read_weekday(setting: Setting, at: int) -> Reading | None:
    """Tuesday, Fri., Friday morning, Friday, Jan. 10, 2025."""
    found = _WEEKDAY.match(setting.text, at)
    if not found or not found["weekday"][0].isupper():
        return None
    if found["on"]:
        for reader in (read_month_day, read_day_month, read_iso, read_numeric):
            dated = reader(setting, found.end())
            if dated:
                return dated
    name = found["weekday"]
    end = found.start("on") if found["on"] else found.end()
    if name.lower().endswith("day") and found["dot"] and end == found.end("dot"):
        end = found.start("dot")
    period = unknown("day")
    if setting.base:
        base = setting.base
        back = (base.weekday() - WEEKDAYS[name.lower()]) % 7
        behind = periods.add_days(base, -back)
        days = [Period(day, day, "day") for day in (behind, periods.add_days(behind, 7))]
        tense = setting.tense(at, end) or (None if setting.tenses is None else "past")
        period = days[0].hull(days[1]) if tense == "future" and back == 0 else choose(days, base, tense)
    return Reading(end, period, sure=name.lower().endswith("day"))


def read_day_word(setting: Setting, at: int) -> Reading | None:
    """yesterday, today, tomorrow, this morning."""
    found = _WORD.match(setting.text, at)
    low, high = (0, 0)
    if found and found.group().lower() in DAY_WORDS:
        low, high = DAY_WORDS[found.group().lower()]
    else:
        found = _THIS_MORNING.match(setting.text, at)
    if not found:
        return None
    if setting.base is None:
        return Reading(found.end(), unknown("day"))
    return Reading(
        found.end(), Period(periods.add_days(setting.base, low), periods.add_days(setting.base, high), "day")
    )


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))
