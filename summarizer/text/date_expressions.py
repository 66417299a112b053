"""The grammar of date expressions: small readers, each for one way to write a day or a stretch of days.

A reader looks at one place of a (plain) text and says how far the expression goes there and which period it means.
All patterns are bounded, so that reading is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from summarizer.text import periods
from summarizer.text.calendar_words import (
    CERTAIN_MONTHS,
    COUNTS,
    DAY,
    GAP,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    YEAR,
    either,
)
from summarizer.text.periods import Period, choose, unknown
from summarizer.text.tense import Tense, tense_at
from summarizer.text.units import is_counted


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the text around it, and the day the text was published."""

    text: str
    base: date | None
    alone: bool
    """True where the text is nothing but the expression, so that no verb tells whether it lies behind or ahead."""
    hint: Tense | None = None
    """What the words around an expression that stands alone say of it: "by" looks ahead."""

    def tense(self, start: int, end: int) -> Tense | None:
        """Whether the sentence speaks of what is behind or ahead at `text[start:end]`."""
        return self.hint if self.alone else tense_at(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression that goes up to `end`. One that is not `sure` may be no date at all: "May", "fall", "Sun"."""

    end: int
    period: Period
    sure: bool = True


Reader = Callable[[Setting, int], Reading | None]

_I = re.IGNORECASE
_WHICH_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}year\b)?"
_MONTH = rf"(?P<month>{either(MONTHS)})\b\.?"
_MONTH2 = rf"(?P<month2>{either(MONTHS)})\b\.?"
_TO = rf"(?:{GAP}?(?:-[ ]?-|[-–—/]){GAP}?|{GAP}(?:to|through|thru|until|and){GAP})"
_COUNT = rf"(?P<count>\d{{1,3}}|{either(COUNTS)}|few|several|couple(?:{GAP}of)?)"
_UNIT = rf"(?P<unit>{either(UNITS)})\b"
_NO_AMOUNT = rf"(?!{GAP}?(?:million|billion|trillion|thousand|mln|bln|bn|m|pct|percent|per{GAP}cent|points?|cents|dlrs|dollars)\b|{GAP}?%)"
_FISCAL = rf"(?:(?:fiscal|financial)(?:{GAP}|-)(?:years?(?:{GAP}|-))?|FY{GAP}?)"
_YEARS = rf"(?:{YEAR}(?:[-/–](?:\d\d)?\d\d(?!\d))?|'?\d\d(?![\d%.,])(?:[-/–]\d\d(?!\d))?)"
_OF_YEAR = (
    rf"(?:(?:,?{GAP}|'s{GAP}|-|,?{GAP}of{GAP}(?:the{GAP})?(?:calendar{GAP})?)(?:year{GAP})?(?:(?P<fiscal>{_FISCAL})(?P<fy>{_YEARS})|(?P<year>{YEAR}))"
    rf"|,?{GAP}(?:of{GAP})?(?P<which>last|this|the|next|the{GAP}current|the{GAP}previous|the{GAP}same|that|a)(?:{GAP}(?:calendar|fiscal|financial))?{GAP}year\b"
    rf"|{GAP}?'(?P<year2>\d\d)(?!\d))"
)

_ISO = re.compile(
    r"(?P<y>(?:1[5-9]|20|21)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?![-/.]?\w)"
)
_NUMERIC = re.compile(r"(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d|\d\d(?<=/\d\d))(?![\w%]|[-/.]\d)")
_DAY_MONTH = re.compile(
    rf"(?P<d>{DAY})(?:{GAP}?[-–]{GAP}?(?P<d2>{DAY}))?(?:{GAP}(?:day{GAP})?of{GAP}|{GAP}|-|(?<=\d))"
    rf"{_MONTH}(?:,?{GAP}(?P<y>{YEAR})|-(?P<y2>{YEAR}|\d\d(?!\d))|{GAP}?'(?P<y3>\d\d)(?!\d))?{_WHICH_YEAR}",
    _I,
)
_MONTH_DAY = re.compile(
    rf"{_MONTH}{GAP}?(?P<d>{DAY}){_NO_AMOUNT}(?:{_TO}(?:{_MONTH2}{GAP})?(?P<d2>{DAY}){_NO_AMOUNT})?"
    rf"(?:,?{GAP}(?P<y>{YEAR})|,(?P<y2>{YEAR})|,?{GAP}?'(?P<y3>\d\d)(?!\d))?{_WHICH_YEAR}",
    _I,
)
_MONTH_YEAR = re.compile(
    rf"{_MONTH}(?:{_TO}{_MONTH2})?(?:,?{GAP}(?:of{GAP})?(?P<y>{YEAR})|-(?P<y2>{YEAR})|{GAP}?[-']'?(?P<y3>\d\d)(?![\d%.,]\d|\d))",
    _I,
)
_MONTHS = re.compile(rf"{_MONTH}(?:(?P<quarter>(?:{GAP}|-)quarter\b)|{_TO}{_MONTH2})?{_WHICH_YEAR}", _I)
_WEEKDAY = re.compile(
    rf"(?P<weekday>{either(WEEKDAYS)})\b(?P<dot>\.?)(?:{GAP}(?:morning|afternoon|evening|night)\b)?(?P<on>,?{GAP}(?:the{GAP})?|,)?", _I
)
_YEAR_RANGE = re.compile(rf"(?P<a>(?:1[5-9]|20|21)\d\d)(?:{GAP}?(?:-[ ]?-|[-–—/]){GAP}?|{GAP}(?:to|through|thru|until){GAP})(?P<b>{YEAR}|\d\d(?![\d%.,/-]\d|\d|%))", _I)
_YEAR = re.compile(YEAR)
_DECADE = re.compile(r"(?P<y>(?:1[5-9]|20|21)\d0|'[1-9]0)'?s\b")
_SHORT_QUARTER = re.compile(
    rf"(?:(?P<kind>[QH])(?P<n>[1-4])|(?P<n2>[1-4])(?P<kind2>[QH]))"
    rf"(?:(?:{GAP}|-|/)?(?P<fiscal>{_FISCAL})(?P<fy>{_YEARS})|(?:{GAP}|-|/)?(?P<year>{YEAR})|{GAP}?'?(?P<year2>\d\d)(?![\d%]|[.,]\d))?(?:{GAP}of{GAP}(?:(?P<fiscal3>{_FISCAL})(?P<fy3>{_YEARS})|(?P<year3>{YEAR})))?(?!\w)"
)
_ORDINAL = re.compile(
    rf"(?P<n>{either(ORDINALS)}|last|latter)(?:{GAP}|-)(?:(?P<fq>fiscal|financial)(?:{GAP}|-)|calendar(?:{GAP}|-))?(?P<kind>quarter|half)\b{_OF_YEAR}?", _I
)
_FISCAL_ORDINAL = re.compile(
    rf"(?:fiscal|financial)(?:{GAP}|-)(?:year{GAP})?(?:(?P<y0>{YEAR}){GAP})?(?:(?P<n>{either(ORDINALS)})(?:{GAP}|-)(?P<kind>quarter|half)\b|Q[1-4]\b)(?:,?{GAP}(?:of{GAP})?(?P<y>{YEAR}))?", _I
)
_FISCAL_YEAR = re.compile(rf"{_FISCAL}(?P<y>{_YEARS})(?!\d)", _I)
_SEASON = re.compile(rf"(?P<season>{either(SEASONS)})\b(?:{GAP}(?:of{GAP})?(?P<y>{YEAR})|{GAP}of{GAP}(?P<which>last|this|next){GAP}year\b)?", _I)
_RELATIVE = re.compile(
    rf"(?P<which>last|past|previous|prior|preceding|this|current|next|coming|upcoming|following)(?:{GAP}|-)(?:{_COUNT}(?:{GAP}|-))?"
    rf"(?:(?P<kind>fiscal|financial)(?:{GAP}|-)|(?:calendar|full|whole|business|trading|or{GAP}so){GAP})?"
    rf"(?:{_UNIT}|(?P<month>{either(m for m in MONTHS if len(m) > 3 and m != 'sept' and m != 'febr' or m == 'may')})\b(?!{GAP}\d)|(?P<weekday>{either(w for w in WEEKDAYS if w.endswith('day'))})\b"
    rf"|(?P<season>{either(SEASONS)})\b)(?:{GAP}(?:morning|afternoon|evening|night)\b)?",
    _I,
)
_AGO = re.compile(rf"(?:about{GAP})?{_COUNT}(?:{GAP}|-)(?:(?:full|calendar|business){GAP})?{_UNIT}(?:{GAP}|-)(?P<dir>ago|earlier|before|later|hence|from{GAP}now|from{GAP}today)\b", _I)
_WEEK_OF = re.compile(rf"week(?:{GAP}|-)(?:of|beginning|starting|commencing){GAP}(?:the{GAP})?", _I)
_YEAR_AGO = re.compile(rf"year(?:{GAP}|-)(?P<dir>ago|earlier)\b", _I)
_YEAR_END = re.compile(rf"(?P<unit>year|month|quarter)(?:{GAP}|-)?end\b(?!{GAP}(?:of{GAP}the))(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<y>{YEAR}))?", _I)
_ENDED = re.compile(
    rf"(?:(?:{either(w for w in ORDINALS if w.isalpha())})(?:{GAP}|-))?(?:{_COUNT}(?:{GAP}|-))?(?:(?:fiscal|financial)(?:{GAP}|-))?(?P<unit>weeks?|months?|quarters?|half(?:{GAP}|-)?years?|half|years?|period)(?:{GAP}|-)(?:that{GAP}|which{GAP})?"
    rf"(?P<verb>ended|ending|ends|end|to|through){GAP}(?:on{GAP}|in{GAP})?",
    _I,
)
_DAY_WORDS = {
    "yesterday": (-1, -1),
    "today": (0, 0),
    "tonight": (0, 0),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
}
_THIS_MORNING = re.compile(rf"this{GAP}(?:morning|afternoon|evening)\b", _I)


def _century(short: str, base: date | None = None) -> int:
    """A year from its digits, two of them in the century that keeps it below 2050."""
    number = int(short.lstrip("'"))
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def _number(word: str) -> int | None:
    word = " ".join(word.lower().split())
    return int(word) if word.isdecimal() else COUNTS.get(word)


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _recurring(setting: Setting, start: int, end: int, of_year: Callable[[int], Period | None]) -> Period:
    """The one of a yearly recurring period that the sentence means."""
    base = setting.base
    if base is None:
        return unknown()
    around = range(max(1, base.year - 2), min(9998, base.year + 2) + 1)
    candidates = [period for number in around if (period := of_year(number)) is not None]
    return choose(candidates, base, setting.tense(start, end))


def _one_year(setting: Setting, which: str) -> int | None:
    """The year that "last year", "the year", "next year" is."""
    if setting.base is None:
        return None
    shift = {"last": -1, "next": 1, "this": 0, "the": 0, "the current": 0}.get(" ".join(which.lower().split()))
    return None if shift is None else setting.base.year + shift


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
    first, second, of_year = int(found["a"]), int(found["b"]), _century(found["y"])
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
    if not of_year and (name.islower() or (name.lower() == "sun")):
        return None
    if name.islower() and name not in CERTAIN_MONTHS and not of_year:
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
    setting: Setting, start: int, found: re.Match[str], of_year: str | None, first: tuple[int, int], last: tuple[int, int]
) -> Reading | None:
    end = found.end()

    def in_year(number: int) -> Period | None:
        begin, finish = periods.day(number, *first), periods.day(number, *last)
        if begin and finish and begin.earliest and finish.earliest and finish.earliest < begin.earliest:
            begin = periods.day(number - 1, *first)
        return begin.hull(finish) if begin and finish else None

    if of_year:
        period = in_year(_century(of_year))
        return Reading(end, period) if period else None
    if in_year(2024) is None:
        return None
    if found["which"]:
        known = _one_year(setting, found["which"])
        return Reading(end, (in_year(known) if known else None) or unknown("day"))
    return Reading(end, _recurring(setting, start, end, in_year))


def read_month(setting: Setting, at: int) -> Reading | None:
    """January 2025, Jan.-March 2025, Sept '24, December."""
    found = _MONTH_YEAR.match(setting.text, at)
    if found:
        number = _century(found["y"] or found["y2"] or found["y3"])
        first, last = MONTHS[found["month"].lower()], MONTHS[(found["month2"] or found["month"]).lower()]
        if found["y3"] and found["month"].lower() == found["month"]:
            return None
        if found["y3"] and "'" not in found.group() and found["month"].lower() in ("may", "march", "mar"):
            return None
        begin = periods.month(number if first <= last else number - 1, first)
        return Reading(found.end(), begin.hull(periods.month(number, last)))
    found = _MONTHS.match(setting.text, at)
    if not found or not found["month"][0].isupper():
        return None
    name, first = found["month"], MONTHS[found["month"].lower()]
    last, end = first, found.end()
    if found["quarter"]:
        first = (first - 3) % 12 + 1
    elif found["month2"]:
        if found["month2"][0].isupper():
            last = MONTHS[found["month2"].lower()]
        else:
            end = found.end("month")
    elif setting.text[end - 1 : end] == "." and len(name) > 4:
        end -= 1

    def in_year(number: int) -> Period:
        begin = periods.month(number if first <= last else number - 1, first)
        return begin.hull(periods.month(number, last))

    if found["which"]:
        known = _one_year(setting, found["which"])
        return Reading(end, in_year(known) if known else unknown("month"))
    sure = name.lower() in CERTAIN_MONTHS or bool(found["month2"] or found["quarter"])
    return Reading(end, _recurring(setting, at, end, in_year), sure)


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
        tense = setting.tense(at, end) or (None if setting.alone else "past")
        if tense == "future" and back == 0:
            period = days[0].hull(days[1])
        else:
            period = choose(days, base, tense)
    return Reading(end, period, sure=name.lower().endswith("day"))


def read_years(setting: Setting, at: int) -> Reading | None:
    """2019-2021, 2019-20, 2019 to 2021."""
    found = _YEAR_RANGE.match(setting.text, at)
    if not found:
        return None
    first, second = int(found["a"]), found["b"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and not re.match(r"[-–/]", setting.text[found.end("a") : found.end("a") + 1]):
        return None
    if not first < last <= first + 200:
        return None
    return Reading(found.end(), periods.year(first).hull(periods.year(last)))


def read_year(setting: Setting, at: int) -> Reading | None:
    """2024, where it counts nothing."""
    found = _YEAR.match(setting.text, at)
    if not found or re.match(r"[A-Za-z]|-\d|/\d|:\d", setting.text[found.end() : found.end() + 2]):
        return None
    if is_counted(setting.text, at, found.end()):
        return None
    return Reading(found.end(), periods.year(int(found.group())))


def read_decade(setting: Setting, at: int) -> Reading | None:
    """1990s, '90s."""
    found = _DECADE.match(setting.text, at)
    return Reading(found.end(), periods.decade(_century(found["y"]))) if found else None


def _fiscal(words: str) -> Period:
    numbers = [_century(number) for number in re.findall(r"\d+", words)]
    return periods.fiscal_year(numbers[0]).hull(periods.fiscal_year(numbers[0] if len(numbers) == 1 else numbers[0] + 1))


def read_fiscal_year(setting: Setting, at: int) -> Reading | None:
    """fiscal 2025, fiscal year 2024/25, FY25."""
    found = _FISCAL_YEAR.match(setting.text, at)
    return Reading(found.end(), _fiscal(found["y"])) if found else None


def read_fiscal_ordinal(setting: Setting, at: int) -> Reading | None:
    """fiscal third quarter, fiscal third quarter of 2024, fiscal 2024 first half."""
    found = _FISCAL_ORDINAL.match(setting.text, at)
    if not found:
        return None
    number = found["y0"] or found["y"]
    return Reading(found.end(), periods.fiscal_year(int(number)) if number else _unknown_fiscal(setting))


def _unknown_fiscal(setting: Setting) -> Period:
    """A quarter of an unnamed fiscal year: within the year and a half around the base on either side."""
    if not setting.base:
        return unknown("fiscal")
    return Period(periods.add_months(setting.base, -15), periods.add_months(setting.base, 15), "fiscal")


def read_short_quarter(setting: Setting, at: int) -> Reading | None:
    """Q3, Q3 2024, 3Q24, H1 2025, Q2 FY25, Q3 of 2024."""
    found = _SHORT_QUARTER.match(setting.text, at)
    if not found:
        return None
    number = int(found["n"] or found["n2"])
    kind = "quarter" if (found["kind"] or found["kind2"]) == "Q" else "half"
    if kind == "half" and number > 2:
        return None
    fiscal = found["fy"] or found["fy3"]
    if fiscal:
        return Reading(found.end(), _fiscal(fiscal))
    of_year = found["year"] or found["year2"] or found["year3"]
    sure = kind == "quarter" or bool(of_year)
    return Reading(found.end(), _part_of_year(setting, at, found.end(), kind, number, of_year and _century(of_year)), sure)


def _part_of_year(setting: Setting, start: int, end: int, kind: str, number: int, of_year: int | str | None) -> Period:
    make = periods.quarter if kind == "quarter" else periods.half
    if of_year:
        return make(int(of_year), number)
    return _recurring(setting, start, end, lambda candidate: make(candidate, number))


def read_ordinal(setting: Setting, at: int) -> Reading | None:
    """third quarter, first half of 2024, fourth-quarter, second quarter of fiscal 2025, last quarter of 2024."""
    found = _ORDINAL.match(setting.text, at)
    if not found:
        return None
    word, kind, end = found["n"].lower(), found["kind"].lower(), found.end()
    last = word in ("last", "latter", "final")
    dated = found["fy"] or found["year"] or found["which"] or found["year2"]
    if word == "last" and not dated:
        return None
    number = (4 if kind == "quarter" else 2) if last else ORDINALS[word]
    if kind == "half" and number > 2:
        return None
    if found["fy"]:
        return Reading(end, _fiscal(found["fy"]))
    year: int | str | None = found["year"] or (found["year2"] and _century(found["year2"]))
    if found["fq"]:
        return Reading(end, periods.fiscal_year(int(year)) if year else _unknown_fiscal(setting))
    if found["which"]:
        year = _one_year(setting, found["which"])
        if year is None:
            return Reading(end, unknown("quarter"))
    return Reading(end, _part_of_year(setting, at, end, kind, number, year))


def read_season(setting: Setting, at: int) -> Reading | None:
    """spring 2025, summer of 2024, spring (unsure)."""
    found = _SEASON.match(setting.text, at)
    if not found:
        return None
    name = found["season"].lower()
    if found["y"]:
        number = int(found["y"])
        period = periods.season(number, name)
        if name == "winter":
            period = periods.season(number - 1, name).hull(period)
        return Reading(found.end(), period)
    if found["which"]:
        known = _one_year(setting, found["which"])
        return Reading(found.end(), periods.season(known, name) if known else unknown("season"))
    if re.match(rf"{GAP}of\b", setting.text[found.end() : found.end() + 20]):
        return None
    return Reading(found.end(), _recurring(setting, at, found.end(), lambda number: periods.season(number, name)), sure=False)


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
        if same:
            return same[0]
        back = (base - behind[-1].latest).days if behind and behind[-1].latest else near
        forth = (ahead[0].earliest - base).days if ahead and ahead[0].earliest else near
        return ahead[0] if forth <= back else behind[-1]
    if step < 0 and len(behind) > 1:
        last = behind[-1]
        close = last.latest and (base - last.latest).days < near and _same_round(base, last, grain)
        return behind[-2].hull(last) if close and not same else last
    if step > 0 and len(ahead) > 1:
        first = ahead[0]
        close = first.earliest and (first.earliest - base).days < near and _same_round(base, first, grain)
        return first.hull(ahead[1]) if close and not same else first
    return unknown(grain)


def _same_round(base: date, period: Period, grain: str) -> bool:
    """Whether a weekday falls in the base's week, a month or season in its year."""
    if period.earliest is None:
        return False
    if grain == "day":
        return period.earliest.isocalendar()[:2] == base.isocalendar()[:2]
    return period.earliest.year == base.year


_THE_BEHIND = re.compile(r"\bthe\s{1,2}\Z", _I)


def _stretch(base: date, step: int, unit: str, count: str | None, plural: bool, fiscal: bool, rolling: bool) -> Period:
    if rolling and step and not (count or plural or fiscal):
        calendar = _stretch(base, step, unit, None, False, False, False)
        return Period(calendar.earliest, base, "open") if step < 0 else Period(base, calendar.latest, "open")
    number = _number(count) if count else None
    if count or plural:
        grain: periods.Grain = "open"
        margin = periods.add_units(base, unit, -number) if number and step < 0 else None
        if step < 0:
            return Period(margin, base, grain) if margin else Period(None, base, grain)
        if step > 0:
            return Period(base, periods.add_units(base, unit, number) if number else None, grain)
        return unknown()
    if fiscal:
        return periods.fiscal_year(base.year + step) if unit == "year" else Period(
            periods.add_months(base, 9 * min(step, 0) - 3), periods.add_months(base, 9 * max(step, 0) + 3), "fiscal"
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
    number, unit = _number(found["count"]), UNITS[found["unit"].lower()]
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
    return Reading(found.end(), Period(periods.add_months(setting.base, -18), periods.add_months(setting.base, -6), "open"))


def read_year_end(setting: Setting, at: int) -> Reading | None:
    """year-end, year-end 2024, month-end."""
    found = _YEAR_END.match(setting.text, at)
    if not found:
        return None
    end, unit = found.end(), found["unit"].lower()
    if found["y"]:
        return Reading(end, periods.part(periods.year(int(found["y"])), "end"))
    if setting.base is None:
        return Reading(end, unknown())
    if unit == "year":
        return Reading(end, _recurring(setting, at, end, lambda number: periods.part(periods.year(number), "end")))
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
    for reader in (read_month_day, read_day_month, read_month, read_iso, read_numeric):
        ended = reader(setting, found.end())
        if ended:
            break
    else:
        return None
    number = _number(found["count"]) if found["count"] else 1
    last = ended.period.latest
    if ended.period.earliest is None or last is None or number is None:
        return Reading(ended.end, unknown())
    if unit == "week":
        first = periods.add_days(ended.period.earliest, 1 - 7 * number)
    elif unit == "period":
        return Reading(ended.end, Period(None, last, "open"))
    else:
        length = {"month": 1, "quarter": 3, "year": 12}.get(unit, 6)
        first = periods.months_before(ended.period.earliest, length * number)
    return Reading(ended.end, Period(first, last, "open"))


def read_week_of(setting: Setting, at: int) -> Reading | None:
    """week of June 3, week beginning 3 June 2024."""
    found = _WEEK_OF.match(setting.text, at)
    for reader in (read_month_day, read_day_month) if found else ():
        day = reader(setting, found.end())
        if day:
            first, last = day.period.earliest, day.period.latest
            if first is None or last is None:
                return Reading(day.end, unknown("week"))
            return Reading(day.end, Period(periods.week(first).earliest, periods.add_days(last, 6), "week"))
    return None


def read_day_word(setting: Setting, at: int) -> Reading | None:
    """yesterday, today, tomorrow, this morning."""
    found = re.compile(r"[a-z]+\b", _I).match(setting.text, at)
    low, high = (0, 0)
    if found and found.group().lower() in _DAY_WORDS:
        low, high = _DAY_WORDS[found.group().lower()]
    else:
        found = _THIS_MORNING.match(setting.text, at)
    if not found:
        return None
    if setting.base is None:
        return Reading(found.end(), unknown("day"))
    return Reading(found.end(), Period(periods.add_days(setting.base, low), periods.add_days(setting.base, high), "day"))


_DIGITS = (
    read_iso, read_numeric, read_day_month, read_years, read_year, read_decade, read_short_quarter, read_ordinal, read_ago, read_ended,
)
_BY_WORD: dict[str, list[Reader]] = {}


def _register(words: Iterator[str] | list[str], *readers: Reader) -> None:
    for word in words:
        _BY_WORD.setdefault(word.split("-")[0], []).extend(readers)


_register(list(MONTHS), read_month_day, read_month)
_register(list(WEEKDAYS), read_weekday)
_register(list(SEASONS), read_season)
_register(list(_DAY_WORDS), read_day_word)
_register([*(w for w in ORDINALS if w.isalpha()), "last", "latter"], read_ordinal)
_register([w for w in ORDINALS if w.isalpha()], read_ended)
_register("last past previous prior preceding this current next coming upcoming following".split(), read_relative)
_register(["this"], read_day_word)
_register([*COUNTS, "few", "several", "couple"], read_ago, read_ended)
_register(["about"], read_ago)
_register(["year", "month", "quarter"], read_year_end)
_register(["year"], read_year_ago)
_register(["week"], read_week_of)
_register("week weeks month months quarter quarters half year years period fiscal financial".split(), read_ended)
_register(["fiscal", "financial"], read_fiscal_year, read_fiscal_ordinal)


def read_period(setting: Setting, at: int) -> Reading | None:
    """The longest expression without modifiers that begins at `at`."""
    character = setting.text[at : at + 1]
    readers: tuple[Reader, ...] | list[Reader]
    if character.isdigit() or character == "'":
        readers = _DIGITS
    else:
        word = _FIRST_WORD.match(setting.text, at)
        if not word:
            return None
        readers = _BY_WORD.get(word.group().lower(), [])
        if not readers and character in "QHF":
            readers = [read_short_quarter, read_fiscal_year]
    best: Reading | None = None
    for reader in readers:
        reading = reader(setting, at)
        if reading and (best is None or reading.end > best.end):
            best = reading
    return best


_FIRST_WORD = re.compile(r"[A-Za-z]{1,12}(?![A-Za-z])")
