"""The grammar of date expressions: which reader looks where, and the limits, parts and ends around what it reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from summarizer.text import periods
from summarizer.text.calendar_expressions import (
    read_decade,
    read_fiscal_ordinal,
    read_fiscal_year,
    read_month,
    read_ordinal,
    read_season,
    read_short_quarter,
    read_year,
    read_years,
)
from summarizer.text.calendar_words import COUNTS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS, either
from summarizer.text.date_context import Reader, Reading, Setting, count_of
from summarizer.text.day_expressions import (
    DAY_WORDS,
    read_day_month,
    read_day_word,
    read_iso,
    read_month_day,
    read_numeric,
    read_weekday,
)
from summarizer.text.patterns import pattern
from summarizer.text.periods import Period, unknown
from summarizer.text.phrases import word_set
from summarizer.text.plain import GAP
from summarizer.text.relative_expressions import (
    read_ago,
    read_ended,
    read_relative,
    read_week_of,
    read_year_ago,
    read_year_end,
)

_I = re.IGNORECASE
_LIMIT = pattern(
    rf"(?P<by>by|before|until|till|through|thru|(?:no|not){GAP}later{GAP}than|prior{GAP}to|ahead{GAP}of|as{GAP}late{GAP}as)\b"
    rf"|(?P<since>since)\b|(?P<after>after|(?:from{GAP})?as{GAP}early{GAP}as|(?:starting|beginning|effective){GAP}(?:in|on|from))\b"
    rf"|(?P<within>within)\b|(?P<longer>(?:more|longer|further){GAP}than|over|at{GAP}least)\b",
    _I,
)
_PART = pattern(
    rf"(?:(?:toward|towards|at|near|nearing|around|about){GAP})?(?:the{GAP})?(?:very{GAP})?"
    rf"(?:(?P<end>end|close|turn|tail{GAP}end)|(?P<beginning>start|beginning|outset)|(?P<mid>middle)){GAP}of{GAP}"
    rf"|(?P<at_end>end)-(?=\w)|(?P<half>first|second|latter){GAP}half{GAP}of{GAP}"
    rf"|(?:(?P<late>late|later)|(?P<early>early|earlier))(?:{GAP}(?:in|on){GAP}|{GAP}|-)"
    rf"|(?P<middle>mid)(?:{GAP}?-{GAP}?|{GAP}(?:to{GAP}late{GAP})?)"
    rf"|(?:the{GAP})?(?P<rest>rest|remainder|balance){GAP}of{GAP}",
    _I,
)
_SOME_OF = pattern(
    rf"(?P<which>first|last|final){GAP}(?:(?P<count>\d{{1,3}}|{either(COUNTS)}|few){GAP})?(?P<unit>{either(UNITS)}){GAP}of{GAP}",
    _I,
)
_THE_UNIT = pattern(rf"(?:the{GAP})?(?P<unit>year|quarter|month|week|decade)\b(?!{GAP}(?:ended|ending|to)\b)", _I)
_THE = pattern(
    rf"(?:(?:at{GAP}least|about|around|roughly|approximately|or{GAP}about){GAP})?"
    rf"(?:(?:sometime|some{GAP}time|anytime|any{GAP}time){GAP}(?:in|during|on){GAP}|in{GAP}|on{GAP})?"
    rf"(?:the{GAP})?(?:calendar{GAP}(?:year{GAP})?|month{GAP}of{GAP}|year{GAP})?",
    _I,
)
_TIME_COUNT = pattern(
    rf"(?:the{GAP})?(?P<count>\d{{1,3}}|{either(COUNTS)})(?:{GAP}|-)(?P<unit>{either(UNITS)})\b"
    rf"(?!{GAP}(?:of|after|from)\b)",
    _I,
)
_JOIN = pattern(
    rf"{GAP}?(?:-[ ]?-|[-–—]){GAP}?|{GAP}(?P<word>to|through|thru|until|and|or){GAP}(?:the{GAP})?(?:in{GAP})?", _I
)
_FROM = pattern(rf"(?:from|between){GAP}(?:the{GAP})?", _I)

_DIGITS: tuple[Reader, ...] = (
    read_iso,
    read_numeric,
    read_day_month,
    read_years,
    read_year,
    read_decade,
    read_short_quarter,
    read_ordinal,
    read_ago,
    read_ended,
)
_BY_WORD: dict[str, list[Reader]] = {}


def _register(words: Iterable[str], *readers: Reader) -> None:
    for word in words:
        _BY_WORD.setdefault(word, []).extend(readers)


_register(MONTHS, read_month_day, read_month)
_register(WEEKDAYS, read_weekday)
_register(SEASONS, read_season)
_register([*DAY_WORDS, "this"], read_day_word)
_register([*(word for word in ORDINALS if word.isalpha()), "last", "latter"], read_ordinal)
_register((word for word in ORDINALS if word.isalpha()), read_ended)
_register(
    ["last", "past", "previous", "prior", "preceding", "this", "current", "next", "coming", "upcoming", "following"],
    read_relative,
)
_register([*(word for word in COUNTS if "-" not in word), "few", "several", "couple"], read_ago, read_ended)
_register(["about"], read_ago)
_register(["year", "month", "quarter", "midyear"], read_year_end)
_register(["year"], read_year_ago)
_register(["week"], read_week_of)
_register(["week", "weeks", "month", "months", "quarter", "quarters", "half", "year", "years", "period"], read_ended)
_register(["fiscal", "financial"], read_ended, read_fiscal_year, read_fiscal_ordinal)
_register(["q", "h"], read_short_quarter)
_register(["fy"], read_fiscal_year)

_MODIFIERS = word_set(
    """
    about after ahead around as at balance before beginning between by close earlier early effective end final from
    in late later longer mid middle more near nearing no not outset over prior remainder rest since start starting
    tail the through thru till toward towards turn until within
    """
)
FIRST_WORDS = frozenset(_BY_WORD) | frozenset(_MODIFIERS)
"""Every word that an expression may begin with, in lower case."""

CORE_WORDS = frozenset(
    [*MONTHS, *WEEKDAYS, *SEASONS, *UNITS]
    + [word for phrase in DAY_WORDS for word in phrase.split()]
    + [
        "afternoon",
        "evening",
        "half",
        "midyear",
        "halfyear",
        "halfyears",
        "monthend",
        "morning",
        "night",
        "period",
        "quarterend",
        "yearend",
    ]
)
"""One of these, in lower case, or a digit stands in every expression."""

CHAIN_WORDS = (
    FIRST_WORDS
    | CORE_WORDS
    | frozenset(COUNTS)
    | word_set("""
        and any anytime approximately business but calendar close few four full further half hundred ago latter least
        less little much of on or part past rest roughly since so some sometime same than that then thirty time to
        trading twenty very which whole
    """)
)
"""What may stand behind a word that begins an expression and is not itself its core."""
SELF_SUFFICIENT = CORE_WORDS | {"fy", "h", "q"}
"""Words behind which anything may stand."""

_BEHIND_NUMBERS = CORE_WORDS | CHAIN_WORDS | SELF_SUFFICIENT | word_set("fiscal financial nd rd s st th")
"""What letters go on behind a number that is more of a date than a year: months, units, ordinals, "to"; "3QFY25" is
known by its "q"."""

_LIMIT_WORDS = word_set("""
    after ahead as at before beginning by effective from further longer more no not over prior since starting through
    thru till until within
""")
_FROM_WORDS = word_set("between from")
_PART_WORDS = word_set("""
    about around at balance beginning close early earlier end first late later latter mid middle near nearing outset
    remainder rest second start tail the toward towards turn very
""")
_SOME_WORDS = word_set("final first last")
"""The first words of `_LIMIT`, `_FROM`, `_PART` and `_SOME_OF`, without which these are not tried."""
_WORD = pattern(r"[A-Za-z]{1,12}(?![A-Za-z])")
_GAP = pattern(GAP)
_LETTERS = pattern(r"[^\W\d_]+")
_SHORT_NUMBER = pattern(rf"'?\d{{1,4}}(?!\d)(?:{GAP}?(?P<next>.)|\Z)", re.DOTALL)


def read_period(setting: Setting, at: int, word: str | None = None) -> Reading | None:
    """The longest expression without modifiers that begins at `at`, with `word` in lower case where that is known."""
    readers: Iterable[Reader]
    if setting.text[at : at + 1] in "'0123456789":
        number = _SHORT_NUMBER.match(setting.text, at)
        if not number:
            return None
        following = number["next"] or ""
        if following.isalpha():
            behind = _first_letters(setting.text, number.start("next"))
            readers = _DIGITS if behind in _BEHIND_NUMBERS or behind[:1] in ("q", "h") else (read_year,)
        else:
            readers = _DIGITS if following in "-–—/.'" else (read_year,)
    else:
        readers = _BY_WORD.get(_first_word(setting.text, at) if word is None else word, ())
    best: Reading | None = None
    for reader in readers:
        reading = reader(setting, at)
        if reading and (best is None or reading.end > best.end):
            best = reading
    return best


def _first_letters(text: str, at: int) -> str:
    letters = _LETTERS.match(text, at)
    return letters.group().lower() if letters else ""


def read_expression(setting: Setting, at: int) -> Reading | None:
    """An expression with its limits and parts, or a stretch from one date to another."""
    text = setting.text
    if text[at : at + 1].isdigit():
        return _joined(setting, at, "to", required=False)  # limits, parts and "from" are words
    word = _first_word(text, at)
    if word in _LIMIT_WORDS and (limit := _LIMIT.match(text, at)):
        return _limited(setting, limit)
    if word in _FROM_WORDS and (between := _FROM.match(text, at)):
        return _joined(setting, between.end(), "and" if between.group()[0] in "bB" else "to", required=True)
    return _joined(setting, at, "to", word, required=False)


def _first_word(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word.group().lower() if word else ""


def _limited(setting: Setting, limit: re.Match[str]) -> Reading | None:
    gap = _GAP.match(setting.text, limit.end())
    if not gap:
        return None
    if limit["within"]:
        count = _TIME_COUNT.match(setting.text, gap.end())
        if count:
            number = count_of(count["count"])
            if setting.base is None or not number:
                return Reading(count.end(), unknown())
            until = periods.add_units(setting.base, UNITS[count["unit"].lower()], number)
            return Reading(count.end(), Period(setting.base, until, "open"))
    if limit["longer"]:
        ago = read_ago(setting, gap.end())
        return Reading(ago.end, replace(ago.period, earliest=None)) if ago else None
    if limit["by"] and setting.tenses is None:
        setting = replace(setting, hint="future")
    start = _THE.match(setting.text, gap.end())
    inner = _parted(setting, start.end() if start else gap.end()) or _parted(setting, gap.end())
    if inner is None or (not inner.sure and limit["within"]):
        return None
    first, last = inner.period.earliest, inner.period.latest
    if limit["by"]:
        # Before a year or a month is not in it; the end of one, and a day, may be the last that is meant.
        whole = inner.period.grain in ("month", "quarter", "year") and setting.text[inner.end - 1].isdigit()
        excluded = first and whole and limit["by"].lower().startswith(("before", "prior", "ahead"))
        period = Period(None, first - timedelta(days=1) if first and excluded else last, "open")
    elif limit["since"]:
        period = Period(first, setting.base if first and setting.base and first <= setting.base else None, "open")
    elif limit["after"]:
        period = Period(first, None, "open")
    else:
        period = inner.period
    return Reading(inner.end, period, inner.sure or inner.period.grain != "day")


def _joined(setting: Setting, at: int, joiner: str, word: str | None = None, *, required: bool) -> Reading | None:
    first = _parted(setting, at, word)
    if first is None:
        return None
    text = setting.text
    join = _JOIN.match(text, first.end)
    if join and first.period.grain != "open":
        word = (join["word"] or "to").lower()
        matching = word == joiner if required else word in ("to", "through", "thru")
        second = _parted(setting, join.end()) if matching or (required and not join["word"]) else None
        if second and (second.period.grain == first.period.grain or required):
            low, high = first.period.earliest, second.period.latest
            if low and high and low > high and first.period.grain in ("day", "month"):
                low = periods.add_months(low, -12) if periods.add_months(low, -12) <= high else high
            period = Period(low, high, "open") if low and high and low <= high else unknown()
            return Reading(second.end, period)
    if required:
        joined = first.period.grain != "open" and _JOIN.search(text, at, first.end)
        return first if joined else None
    return first


def _parted(setting: Setting, at: int, word: str | None = None) -> Reading | None:
    """A period, or a part of one: "late last year", "toward the end of 2024", "first six months of 2023"."""
    text = setting.text
    if text[at : at + 1].isdigit():
        return read_period(setting, at)
    word = _first_word(text, at) if word is None else word
    if word in _PART_WORDS and (part := _PART.match(text, at)):
        return _part(setting, part)
    some = _SOME_OF.match(text, at) if word in _SOME_WORDS else None
    if some and (some["count"] or some["unit"].lower() != "quarter"):
        inner = _inner(setting, some.end())
        if inner:
            return Reading(inner.end, _some_of(inner.period, some))
    return read_period(setting, at, word)


def _inner(setting: Setting, at: int) -> Reading | None:
    skip = _THE.match(setting.text, at)
    start = skip.end() if skip else at
    inner = read_period(setting, start) or (read_period(setting, at) if start != at else None)
    if inner:
        return inner
    unit = _THE_UNIT.match(setting.text, at)
    if not unit:
        return None
    if setting.base is None:
        return Reading(unit.end(), unknown())
    base, name = setting.base, unit["unit"].lower()
    return Reading(
        unit.end(),
        {
            "year": periods.year(base.year),
            "quarter": periods.quarter(base.year, (base.month + 2) // 3),
            "month": periods.month(base.year, base.month),
            "week": periods.week(base),
            "decade": periods.decade(base.year // 10 * 10),
        }[name],
    )


def _part(setting: Setting, part: re.Match[str], *, inside: bool = False) -> Reading | None:
    nested = None if inside else _PART.match(setting.text, part.end())
    deeper = nested is not None and not nested["half"]
    inner = _part(setting, nested, inside=True) if nested and deeper else _inner(setting, part.end())
    if inner is None:
        return None
    period, base = inner.period, setting.base
    word = part.group().split()[0].split("-")[0].lower()
    if word in ("later", "earlier") or part["rest"]:
        if base and period.earliest and period.latest and period.earliest <= base <= period.latest:
            clipped = replace(period, latest=base) if word == "earlier" else replace(period, earliest=base)
            return Reading(inner.end, clipped)
        return Reading(inner.end, period)
    if not inner.sure and inner.period.grain == "season" and word not in ("late", "early", "mid"):
        return None
    names = {
        "end": "end",
        "at_end": "end",
        "beginning": "beginning",
        "mid": "mid",
        "middle": "mid",
        "late": "late",
        "early": "early",
    }
    name = "first half" if part["half"] and part["half"].lower() == "first" else "second half" if part["half"] else None
    name = name or next(which for group, which in names.items() if part[group])
    return Reading(inner.end, periods.part(period, name))


def _some_of(period: Period, some: re.Match[str]) -> Period:
    number = count_of(some["count"]) if some["count"] else 1
    first, last = period.earliest, period.latest
    if number is None or first is None or last is None or period.grain in ("either", "fiscal"):
        return period
    unit = UNITS[some["unit"].lower()]
    if some["which"].lower() == "first":
        return Period(first, min(last, periods.add_days(periods.add_units(first, unit, number), -1)), "open")
    return Period(max(first, periods.add_units(periods.add_days(last, 1), unit, -number)), last, "open")
