"""Expressions for stretches of the calendar: months, quarters, halves, seasons, years, fiscal years, decades."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.text import periods
from summarizer.text.calendar_words import (
    CERTAIN_MONTHS,
    FULL_MONTHS,
    MONTHS,
    ORDINALS,
    SEASONS,
    TO,
    WHICH_YEAR,
    YEAR,
    either,
    month_pattern,
)
from summarizer.text.counted_nouns import is_counted
from summarizer.text.date_context import Reading, Setting, full_year
from summarizer.text.patterns import pattern
from summarizer.text.periods import Period, unknown
from summarizer.text.plain import GAP

_I = re.IGNORECASE
_FISCAL = rf"(?:(?:fiscal|financial)(?:{GAP}|-)(?:years?(?:{GAP}|-))?|FY{GAP}?)"
_YEARS = rf"(?:{YEAR}(?:[-/–](?:\d\d)?\d\d(?!\d))?|'?\d\d(?![\d%.,])(?:[-/–]\d\d(?!\d))?)"
_OF_YEAR = (
    rf"(?:(?:,?{GAP}|'s{GAP}|-|,?{GAP}of{GAP}(?:the{GAP})?(?:calendar{GAP})?)(?:year{GAP})?"
    rf"(?:{_FISCAL}(?P<fy>{_YEARS})|(?P<year>{YEAR}))"
    rf"|,?{GAP}(?:of{GAP})?(?P<which>last|this|the|next|the{GAP}current|the{GAP}previous|the{GAP}same|that|a)"
    rf"(?:{GAP}(?:calendar|fiscal|financial))?{GAP}year\b"
    rf"|{GAP}?'(?P<year2>\d\d)(?!\d))"
)

_MONTH_YEAR = pattern(
    rf"{month_pattern('month')}(?:{TO}{month_pattern('month2')})?"
    rf"(?:,?{GAP}(?:of{GAP})?(?P<y>{YEAR})|-(?P<y2>{YEAR})|{GAP}?[-']'?(?P<y3>\d\d)(?![\d%.,]\d|\d))",
    _I,
)
_MONTHS = pattern(
    rf"{month_pattern('month')}(?:(?P<quarter>(?:{GAP}|-)quarter\b)|{TO}{month_pattern('month2')})?{WHICH_YEAR}", _I
)
_YEAR_RANGE = pattern(
    rf"(?P<a>(?:1[5-9]|20|21)\d\d)(?:{GAP}?(?:-[ ]?-|[-–—/]){GAP}?|{GAP}(?:to|through|thru|until){GAP})"
    rf"(?P<b>{YEAR}|\d\d(?![\d%.,/-]\d|\d|%))",
    _I,
)
_YEAR = pattern(YEAR)
_DECADE = pattern(r"(?P<y>(?:1[5-9]|20|21)\d0|'[1-9]0)'?s\b")
_SHORT_QUARTER = pattern(
    rf"(?:(?P<kind>[QH])(?P<n>[1-4])|(?P<n2>[1-4])(?P<kind2>[QH]))"
    rf"(?:(?:{GAP}|-|/)?{_FISCAL}(?P<fy>{_YEARS})|(?:{GAP}|-|/)?(?P<year>{YEAR})|(?:(?<=[QH])'?|{GAP}?')(?P<year2>\d\d)(?![\d%]|[.,]\d))?"
    rf"(?:{GAP}of{GAP}(?:{_FISCAL}(?P<fy3>{_YEARS})|(?P<year3>{YEAR})))?(?!\w)"
)
_ORDINAL = pattern(
    rf"(?P<n>{either(ORDINALS)}|last|latter)(?:{GAP}|-)(?:(?P<fq>fiscal|financial)(?:{GAP}|-)|calendar(?:{GAP}|-))?"
    rf"(?P<kind>quarter|half)\b{_OF_YEAR}?",
    _I,
)
_FISCAL_ORDINAL = pattern(
    rf"(?:fiscal|financial)(?:{GAP}|-)(?:year{GAP})?(?:(?P<y0>{YEAR}){GAP})?"
    rf"(?:(?:{either(ORDINALS)})(?:{GAP}|-)(?:quarter|half)\b|Q[1-4]\b)(?:,?{GAP}(?:of{GAP})?(?P<y>{YEAR}))?",
    _I,
)
_FISCAL_YEAR = pattern(rf"{_FISCAL}(?P<y>{_YEARS})(?!\d)", _I)
_SEASON = pattern(
    rf"(?P<season>{either(SEASONS)})\b"
    rf"(?:{GAP}(?:of{GAP})?(?P<y>{YEAR})|{GAP}of{GAP}(?P<which>last|this|next){GAP}year\b)?",
    _I,
)


def read_month(setting: Setting, at: int) -> Reading | None:
    """January 2025, Jan.-March 2025, Sept '24, December."""
    found = _MONTH_YEAR.match(setting.text, at)
    if found:
        number = full_year(found["y"] or found["y2"] or found["y3"])
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
    elif setting.text[end - 1 : end] == "." and name.lower() in FULL_MONTHS:
        end -= 1

    def in_year(number: int) -> Period:
        begin = periods.month(number if first <= last else number - 1, first)
        return begin.hull(periods.month(number, last))

    if found["which"]:
        known = setting.year(found["which"])
        return Reading(end, in_year(known) if known else unknown("month"))
    names = {name.lower(), (found["month2"] or name).lower()}
    sure = not names.isdisjoint(CERTAIN_MONTHS) or bool(found["quarter"])
    return Reading(end, setting.recurring(at, end, in_year), sure)


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
    if is_counted(setting.text, found.end()):
        return None
    return Reading(found.end(), periods.year(int(found.group())))


def read_decade(setting: Setting, at: int) -> Reading | None:
    """1990s, '90s."""
    found = _DECADE.match(setting.text, at)
    return Reading(found.end(), periods.decade(full_year(found["y"]))) if found else None


def _fiscal(words: str) -> Period:
    first, *second = (full_year(number) for number in re.findall(r"\d+", words))
    return periods.fiscal_year(first).hull(periods.fiscal_year(first + bool(second)))


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
    period = _part_of_year(setting, at, found.end(), kind, number, full_year(of_year) if of_year else None)
    return Reading(found.end(), period, sure)


def _part_of_year(setting: Setting, start: int, end: int, kind: str, number: int, of_year: int | None) -> Period:
    make = periods.quarter if kind == "quarter" else periods.half
    if of_year:
        return make(of_year, number)
    return setting.recurring(start, end, lambda candidate: make(candidate, number))


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
    written = found["year"] or found["year2"]
    year = full_year(written) if written else None
    if found["fq"]:
        return Reading(end, periods.fiscal_year(year) if year else _unknown_fiscal(setting))
    if found["which"]:
        year = setting.year(found["which"])
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
        known = setting.year(found["which"])
        return Reading(found.end(), periods.season(known, name) if known else unknown("season"))
    if re.match(rf"{GAP}of\b", setting.text[found.end() : found.end() + 20]):
        return None
    period = setting.recurring(at, found.end(), lambda number: periods.season(number, name))
    if setting.base and period.latest and period.latest > setting.base and setting.tense(at, found.end()) == "past":
        # What came about in a season that is not over yet did so before the day of the text.
        period = replace(period, latest=setting.base)
    return Reading(found.end(), period, sure=False)
