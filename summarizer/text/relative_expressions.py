"""Expressions that hang on the day of the text or on another date: "last year", "a year ago", "quarter ended May"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from summarizer.text import periods
from summarizer.text.calendar_expressions import read_month
from summarizer.text.calendar_words import COUNTS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS, YEAR, either
from summarizer.text.date_context import Reading, Setting, count_of
from summarizer.text.day_expressions import read_day_month, read_iso, read_month_day, read_numeric
from summarizer.text.patterns import pattern
from summarizer.text.periods import Period, unknown
from summarizer.text.plain import GAP

_I = re.IGNORECASE
_COUNT = rf"(?P<count>\d{{1,3}}|{either(COUNTS)}|few|several|couple(?:{GAP}of)?)"
_UNIT = rf"(?P<unit>{either(UNITS)})\b"
_RELATIVE = pattern(
    rf"(?P<which>last|past|previous|prior|preceding|this|current|next|coming|upcoming|following)(?:{GAP}|-)"
    rf"(?:{_COUNT}(?:{GAP}|-))?"
    rf"(?:(?P<kind>fiscal|financial)(?:{GAP}|-)|(?:calendar|full|whole|business|trading|or{GAP}so){GAP})?"
    rf"(?:{_UNIT}|(?P<month>{either(list(MONTHS)[:12])})\b(?!{GAP}\d)|(?P<weekday>{either(list(WEEKDAYS)[:7])})\b"
    rf"|(?P<season>{either(SEASONS)})\b)(?:{GAP}(?:morning|afternoon|evening|night)\b)?",
    _I,
)
_AGO = pattern(
    rf"(?:about{GAP})?{_COUNT}(?:{GAP}|-)(?:(?:full|calendar|business){GAP})?{_UNIT}(?:{GAP}|-)"
    rf"(?P<dir>ago|earlier|before|later|hence|from{GAP}now|from{GAP}today)\b",
    _I,
)
_WEEK_OF = pattern(rf"week(?:{GAP}|-)(?:of|beginning|starting|commencing){GAP}(?:the{GAP})?", _I)
_YEAR_AGO = pattern(rf"year(?:{GAP}|-)(?P<dir>ago|earlier)\b", _I)
_YEAR_END = pattern(
    rf"(?:(?P<unit>year|month|quarter)(?:{GAP}|-)?end\b(?!{GAP}(?:of{GAP}the))|(?P<mid>midyear)\b)"
    rf"(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<y>{YEAR}))?",
    _I,
)
_ENDED = pattern(
    rf"(?:(?:{either(w for w in ORDINALS if w.isalpha())})(?:{GAP}|-))?(?:{_COUNT}(?:{GAP}|-))?"
    rf"(?:(?:fiscal|financial)(?:{GAP}|-))?(?P<unit>weeks?|months?|quarters?|half(?:{GAP}|-)?years?|half|years?|period)"
    rf"(?:{GAP}|-)(?:that{GAP}|which{GAP})?"
    rf"(?P<verb>ended|ending|ends|end|to|through){GAP}(?:on{GAP}|in{GAP})?",
    _I,
)
_THE_BEHIND = pattern(r"\bthe\s{1,2}\Z", _I)


def read_relative(setting: Setting, at: int) -> Reading | None:
    """last year, next week, this month, past three years, coming weeks, last Friday, next March, this summer."""
    found = _RELATIVE.match(setting.text, at)
    if not found:
        return None
    which, end, base = found["which"].lower(), found.end(), setting.base
    if found["month"] and not (found["month"][0].isupper() and which in ("last", "past", "this", "next", "coming")):
        return None
    if found["weekday"] and not found["weekday"][0].isupper():
        return None
    if base is None or which in ("previous", "prior", "preceding", "following"):
        return Reading(end, unknown())
    step = {"last": -1, "past": -1, "this": 0, "current": 0}.get(which, 1)
    if found["month"]:
        number = MONTHS[found["month"].lower()]
        return Reading(end, _near(base, step, [periods.month(base.year + n, number) for n in range(-2, 3)]))
    if found["season"]:
        name = found["season"].lower()
        return Reading(end, _near(base, step, [periods.season(base.year + n, name) for n in range(-3, 3)]))
    if found["weekday"]:
        behind = periods.add_days(base, -((base.weekday() - WEEKDAYS[found["weekday"].lower()]) % 7))
        days = [periods.add_days(behind, 7 * n) for n in range(-2, 3)]
        return Reading(end, _near(base, step, [Period(day, day, "day") for day in days]))
    unit, plural = UNITS[found["unit"].lower()], found["unit"].lower().endswith("s")
    if unit == "day" and not (plural or found["count"]):
        return Reading(end, unknown())
    if which == "past" and unit == "decade" and not (plural or found["count"]):
        return Reading(end, Period(periods.add_units(base, unit, -1), base, "open"))
    rolling = which in ("past", "coming") or bool(_THE_BEHIND.search(setting.text, max(0, at - 5), at))
    return Reading(end, _stretch(base, step, unit, found["count"], plural, bool(found["kind"]), rolling))


def _near(base: date, step: int, candidates: list[Period]) -> Period:
    """The last, this or next of `candidates`; two of them where English leaves it open ("next Friday" on a Monday)."""
    grain = candidates[0].grain
    behind = [period for period in candidates if period.latest and period.latest < base]
    ahead = [period for period in candidates if period.earliest and period.earliest > base]
    same = [period for period in candidates if period not in behind and period not in ahead]
    near = 4 if grain == "day" else 150
    if step == 0:
        now = same or [period for period in candidates if _same_round(base, period, grain)]
        if not now:
            return unknown(grain)
        gone = grain == "day" and now[0] in behind
        return _either(now[0], ahead[0]) if gone and ahead else now[0]
    if step < 0 and len(behind) > 1:
        last = behind[-1]
        close = last.latest and (base - last.latest).days < near and _same_round(base, last, grain)
        return _either(behind[-2], last) if close and not same else last
    if step > 0 and len(ahead) > 1:
        first = ahead[0]
        close = first.earliest and (first.earliest - base).days < near and _same_round(base, first, grain)
        return _either(first, ahead[1]) if close and not same else first
    return unknown(grain)


def _either(one: Period, other: Period) -> Period:
    return replace(one.hull(other), grain="either")


def _same_round(base: date, period: Period, grain: str) -> bool:
    """Whether a weekday falls in the base's week, a month or season in its year."""
    if period.earliest is None:
        return False
    if grain == "day":
        return period.earliest.isocalendar()[:2] == base.isocalendar()[:2]
    return period.earliest.year == base.year


def _stretch(base: date, step: int, unit: str, count: str | None, plural: bool, fiscal: bool, rolling: bool) -> Period:
    if rolling and step and not (count or plural or fiscal):
        calendar = _stretch(base, step, unit, None, False, False, False)
        return Period(calendar.earliest, base, "open") if step < 0 else Period(base, calendar.latest, "open")
    number = count_of(count) if count else None
    if count or plural:
        grain: periods.Grain = "open"
        margin = periods.add_units(base, unit, -number) if number and step < 0 else None
        if step < 0:
            return Period(margin, base, grain) if margin else Period(None, base, grain)
        if step > 0:
            return Period(base, periods.add_units(base, unit, number) if number else None, grain)
        return unknown()
    if fiscal:
        return (
            periods.fiscal_year(base.year + step)
            if unit == "year"
            else Period(
                periods.add_months(base, 9 * min(step, 0) - 3), periods.add_months(base, 9 * max(step, 0) + 3), "fiscal"
            )
        )
    moved = periods.add_units(base if unit in ("day", "week", "fortnight") else base.replace(day=1), unit, step)
    if unit == "day":
        return Period(moved, moved, "day")
    if unit == "week":
        return periods.week(moved)
    if unit == "month":
        return periods.month(moved.year, moved.month)
    if unit == "quarter":
        return periods.quarter(moved.year, (moved.month + 2) // 3)
    if unit == "year":
        return periods.year(moved.year)
    if unit == "decade":
        last_ten = Period(min(base, moved), max(base, moved), "open")
        calendar = periods.decade(moved.year // 10 * 10)
        if step == 0:
            return calendar
        days = [day for p in (last_ten, calendar) for day in (p.earliest, p.latest) if day]
        return Period(min(days), max(days), "decade")
    return Period(min(base, moved), max(base, moved), "open")


def read_ago(setting: Setting, at: int) -> Reading | None:
    """two years ago, a year earlier, three weeks from now."""
    found = _AGO.match(setting.text, at)
    if not found:
        return None
    word = " ".join(found["dir"].lower().split())
    number, unit = count_of(found["count"]), UNITS[found["unit"].lower()]
    if setting.base is None or number is None or word in ("earlier", "before", "later"):
        return Reading(found.end(), unknown())
    sign = -1 if word == "ago" else 1
    return Reading(found.end(), _about(periods.add_units(setting.base, unit, sign * number), unit))


def _about(day: date, unit: str) -> Period:
    """Half a unit to either side: "two years ago" is not a day."""
    margin = {"day": 0, "week": 4, "fortnight": 7, "month": 16, "quarter": 46, "year": 183, "decade": 1826}[unit]
    return Period(periods.add_days(day, -margin), periods.add_days(day, margin), "open")


def read_year_ago(setting: Setting, at: int) -> Reading | None:
    """year-ago (quarter), year-earlier."""
    found = _YEAR_AGO.match(setting.text, at)
    if not found:
        return None
    if setting.base is None or found["dir"].lower() == "earlier":
        return Reading(found.end(), unknown())
    return Reading(
        found.end(), Period(periods.add_months(setting.base, -18), periods.add_months(setting.base, -6), "open")
    )


def read_year_end(setting: Setting, at: int) -> Reading | None:
    """year-end, year-end 2024, month-end, midyear."""
    found = _YEAR_END.match(setting.text, at)
    if not found:
        return None
    end, unit = found.end(), (found["unit"] or "year").lower()
    which = "mid" if found["mid"] else "end"
    if found["y"]:
        return Reading(end, periods.part(periods.year(int(found["y"])), which))
    if setting.base is None:
        return Reading(end, unknown())
    if unit == "year":
        return Reading(end, setting.recurring(at, end, lambda number: periods.part(periods.year(number), which)))
    whole = _stretch(setting.base, 0, unit, None, False, False, False)
    return Reading(end, periods.part(whole, "end"))


def read_ended(setting: Setting, at: int) -> Reading | None:
    """quarter ended June 30, nine months to September, fiscal year ending March 31, 2025."""
    found = _ENDED.match(setting.text, at)
    if not found:
        return None
    verb, unit = found["verb"].lower(), found["unit"].lower().rstrip("s")
    if verb in ("to", "through") and not (unit in ("month", "week", "year") and (found["count"] or unit == "year")):
        return None
    if verb == "ended" and setting.tenses is None:
        setting = replace(setting, hint="past")
    for reader in (read_month_day, read_day_month, read_month, read_iso, read_numeric):
        ended = reader(setting, found.end())
        if ended:
            break
    else:
        return None
    number = count_of(found["count"]) if found["count"] else 1
    last = ended.period.latest
    if ended.period.earliest is None or last is None or number is None:
        return Reading(ended.end, unknown())
    if unit == "week":
        first = periods.add_days(ended.period.earliest, 1 - 7 * number)
    elif unit == "period":
        return Reading(ended.end, Period(None, last, "open"))
    else:
        length = {"month": 1, "quarter": 3, "year": 12}.get(unit, 6)
        end = last if ended.period.grain == "month" else ended.period.earliest
        first = periods.months_before(end, length * number)
    return Reading(ended.end, Period(first, last, "open"))


def read_week_of(setting: Setting, at: int) -> Reading | None:
    """week of June 3, week beginning 3 June 2024."""
    found = _WEEK_OF.match(setting.text, at)
    if not found:
        return None
    for reader in (read_month_day, read_day_month):
        day = reader(setting, found.end())
        if day:
            first, last = day.period.earliest, day.period.latest
            if first is None or last is None:
                return Reading(day.end, unknown("week"))
            return Reading(day.end, Period(periods.week(first).earliest, periods.add_days(last, 6), "week"))
    return None
