"""Reading dates: the words of a day or a stretch of days → the first and the last day they can mean.

    read_dates(text, base)   every date expression of a text
    read_date(text, base)    the one that a whole text is
    find_dateline(text)      the day an article says it was published

`base` is the day the text was published; without it, what depends on it comes out as None/None. Intervals hold both
ends and are never tighter than the words:

- "late" in a year begins in September, its "end" in October, "early" ends in April; quarters and halves are those
  of the calendar year unless "fiscal" stands there, whose calendar is unknown: fiscal N is January N-1 to June N+1.
- A weekday, a month or a day without its year is the last one behind, the next one ahead, as the verb of its sentence
  says; a weekday with no verb near is behind. Where nothing tells, a near one is preferred to one four times as
  far, else the interval reaches from the one to the other.
- "10/11/2024" is either of two days, so from the one to the other; "10.11.2024" is the 10th of November.
- "by", "before", "until", "through": no first day; "after", "coming weeks": no last one; "since": up to `base`.
- "a year earlier", "the previous quarter" hang on another date of the text: None/None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from summarizer.text import periods
from summarizer.text.calendar_words import COUNTS, GAP, UNITS, either
from summarizer.text.date_expressions import Reading, Setting, read_ago, read_period
from summarizer.text.datelines import find_dateline
from summarizer.text.periods import Period, unknown
from summarizer.text.plain import plain

__all__ = ["DateSpan", "find_dateline", "read_date", "read_date_at", "read_dates"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression at `text[start:end]` and the days it can mean, both included; None for a side that is open
    or cannot be told."""

    start: int
    end: int
    earliest: date | None
    latest: date | None


_I = re.IGNORECASE
_LIMIT = re.compile(
    rf"(?P<by>by|before|until|till|through|thru|(?:no|not){GAP}later{GAP}than|prior{GAP}to|ahead{GAP}of|as{GAP}late{GAP}as)\b"
    rf"|(?P<since>since)\b|(?P<after>after|as{GAP}early{GAP}as|(?:starting|beginning|effective){GAP}(?:in|on|from)|from{GAP}as{GAP}early{GAP}as)\b"
    rf"|(?P<within>within)\b|(?P<longer>(?:more|longer|further){GAP}than|over|at{GAP}least)\b",
    _I,
)
_PART = re.compile(
    rf"(?:(?:toward|towards|at|near|nearing|around|about){GAP})?(?:the{GAP})?(?:very{GAP})?"
    rf"(?:(?P<end>end|close|turn|tail{GAP}end)|(?P<beginning>start|beginning|outset)|(?P<mid>middle)){GAP}of{GAP}"
    rf"|(?P<at_end>end)-(?=\w)|(?P<half>first|second|latter){GAP}half{GAP}of{GAP}"
    rf"|(?P<late>late|later)(?:{GAP}(?:in|on){GAP}|{GAP}|-)|(?P<early>early|earlier)(?:{GAP}(?:in|on){GAP}|{GAP}|-)|(?P<middle>mid)(?:{GAP}?-{GAP}?|{GAP}(?:to{GAP}late{GAP})?)"
    rf"|(?:the{GAP})?(?P<rest>rest|remainder|balance){GAP}of{GAP}",
    _I,
)
_SOME_OF = re.compile(
    rf"(?P<which>first|last|final){GAP}(?P<count>\d{{1,3}}|{either(COUNTS)}|few){GAP}(?P<unit>{either(UNITS)}){GAP}of{GAP}", _I
)
_THE_UNIT = re.compile(rf"(?:the{GAP})?(?P<unit>year|quarter|month|week|decade)\b(?!{GAP}(?:ended|ending|to)\b)", _I)
_THE = re.compile(rf"(?:(?:at{GAP}least|about|around|roughly|approximately|or{GAP}about){GAP})?(?:(?:sometime|some{GAP}time|anytime|any{GAP}time){GAP}(?:in|during|on){GAP}|in{GAP}|on{GAP})?(?:the{GAP})?(?:calendar{GAP}(?:year{GAP})?|month{GAP}of{GAP}|year{GAP})?", _I)
_TIME_COUNT = re.compile(rf"(?:the{GAP})?(?P<count>\d{{1,3}}|{either(COUNTS)})(?:{GAP}|-)(?P<unit>{either(UNITS)})\b(?!{GAP}(?:of|after|from)\b)", _I)
_JOIN = re.compile(rf"{GAP}?(?:-[ ]?-|[-–—]){GAP}?|{GAP}(?P<word>to|through|thru|until|and|or){GAP}(?:the{GAP})?(?:in{GAP})?", _I)
_FROM = re.compile(rf"(?:from|between){GAP}(?:the{GAP})?", _I)
_LEAD = re.compile(
    rf"(?:(?:on|in|at|during|for|of|over|from|dated|around|about|circa|roughly|approximately|effective|sometime|some{GAP}time|as{GAP}of|as{GAP}soon{GAP}as|or|back|only|just|up{GAP}to|"
    rf"the|this{GAP}past|calendar|later|earlier|night|month{GAP}of|year){GAP})*",
    _I,
)
_SUPPORT = re.compile(
    r"(?:\b(?:in|on|of|since|until|till|by|before|after|through|during|from|to|between|and|last|next|this|each|every|around|for|"
    r"ended|ending|end|dated|effective|early|late|mid|through|month|months|previous|prior|following|past|coming)|['\u2019]s)[\s(-]{1,3}\Z",
    _I,
)
_DETERMINED = re.compile(r"(?:\b(?:the|its|their|his|her|our|your|a|an)|['\u2019]s)\s{1,3}\Z", _I)
_SEASON_SUPPORT = re.compile(r"\b(?:in the|by the|by|during the|since the|until the|before the|this|next|last|until|in|late|early|mid)[\s-]{1,3}\Z", _I)
_ANCHOR = re.compile(r"(?<![^\W_])(?:\d+|'(?=\d0)|[A-Za-z]+)")
_LEFT_GLUE = re.compile(r"[$£€¥₹#@_=\\+&*:]|[^\W\d_]-|\d[./,:-]|[a-z][/.]|\w/")
_NAME_BEHIND = re.compile(r"[ \xa0][A-Z][a-z]+")


def read_dates(text: str, base: date | None) -> list[DateSpan]:
    """All date expressions of a text, in order and disjoint.

    Prepositions that change nothing stay outside ("on", "in"), limits and parts belong to the expression ("by June 30",
    "toward the end of 2024"). What only may be a date counts with a word beside it that says so: "May", "March",
    "fall", "Sun"; a year that counts things ("2000 employees") does not.
    """
    source = plain(text)
    setting = Setting(source.text, base, alone=False)
    spans = []
    for start, reading in _expressions(setting):
        begin, end = source.span(start, reading.end)
        spans.append(DateSpan(begin, end, reading.period.earliest, reading.period.latest))
    return spans


def read_date(text: str, base: date | None) -> DateSpan | None:
    """The date expression that the whole of `text` is, prepositions and articles before it aside; else None."""
    source = plain(text)
    return _whole(text, Setting(source.text, base, alone=True), 0, len(source.text), 0, len(text))


def read_date_at(text: str, start: int, end: int, base: date | None) -> DateSpan | None:
    """`read_date` of `text[start:end]`, with the verbs of its sentence to tell which Tuesday or December is meant."""
    source = plain(text)
    low, high = source.at(start), source.at(end)
    return _whole(text, Setting(source.text, base, alone=False), low, high, start, end)


def _whole(text: str, setting: Setting, low: int, high: int, start: int, end: int) -> DateSpan | None:
    words = setting.text[low:high]
    inner = high - len(words) + len(words.rstrip(" \t\r\n\xa0.,;:)]'\"-–—"))
    at = low + len(words) - len(words.lstrip(" \t\r\n\xa0.,;:([\"-–—"))
    for begin in _beginnings(setting.text, at, inner):
        reading = _expression(setting, begin)
        if reading and inner <= reading.end <= high:
            return DateSpan(start, end, reading.period.earliest, reading.period.latest)
    return None


def _beginnings(text: str, at: int, end: int) -> Iterator[int]:
    """Where an expression may begin: at the first word, and behind each word that may lead to it."""
    yield at
    lead = _LEAD.match(text, at, end)
    if lead:
        for gap in re.finditer(GAP, text[at : lead.end()]):
            yield at + gap.end()


def _expressions(setting: Setting) -> Iterator[tuple[int, Reading]]:
    text, at = setting.text, 0
    while anchor := _ANCHOR.search(text, at):
        start = anchor.start()
        at = anchor.end()
        word = anchor.group()
        if not (word[0].isdigit() or word[0] == "'") and word.lower() not in _FIRST_WORDS and word not in ("Q", "H", "FY", "QH"):
            continue
        if start and _LEFT_GLUE.match(text, start - 2 if start > 1 and text[start - 1] in "-./,:" else start - 1):
            continue
        reading = _expression(setting, start)
        if reading and (reading.sure or _supported(text, start, reading.end)):
            yield start, reading
            at = max(at, reading.end)


def _supported(text: str, start: int, end: int) -> bool:
    """Whether the word before says that "May", "fall" or "Sun" is a date."""
    before = text[max(0, start - 14) : start]
    word = text[start:end].strip(".").lower()
    if word in periods.SEASONS:
        return bool(_SEASON_SUPPORT.search(before))
    if _NAME_BEHIND.match(text, end) and not _SUPPORT.search(before):
        return False
    if word in ("sun", "sat", "mon", "wed"):
        return False
    if word in ("may", "mar", "jan", "dec"):
        return bool(_SUPPORT.search(before)) and not (word == "may" and re.search(r"\b(?:by|and|for|from|to)\W*\Z", before, _I) and _NAME_BEHIND.match(text, end))
    return bool(_SUPPORT.search(before) or _DETERMINED.search(before))


def _expression(setting: Setting, at: int) -> Reading | None:
    """An expression with its limits and parts, or a stretch from one date to another."""
    text = setting.text
    limit = _LIMIT.match(text, at)
    if limit:
        return _limited(setting, limit)
    between = _FROM.match(text, at)
    if between:
        return _joined(setting, between.end(), "and" if between.group()[0] in "bB" else "to", required=True)
    return _joined(setting, at, "to", required=False)


def _limited(setting: Setting, limit: re.Match[str]) -> Reading | None:
    gap = re.compile(rf"{GAP}").match(setting.text, limit.end())
    if not gap:
        return None
    if limit["within"]:
        count = _TIME_COUNT.match(setting.text, gap.end())
        if count:
            number = COUNTS.get(count["count"].lower()) or (int(count["count"]) if count["count"].isdecimal() else 0)
            if setting.base is None or not number:
                return Reading(count.end(), unknown())
            last = periods.add_units(setting.base, UNITS[count["unit"].lower()], number)
            return Reading(count.end(), Period(setting.base, last, "open"))
    if limit["longer"]:
        ago = read_ago(setting, gap.end())
        return Reading(ago.end, replace(ago.period, earliest=None)) if ago else None
    if limit["by"] and setting.alone:
        setting = replace(setting, hint="future")
    start = _THE.match(setting.text, gap.end())
    inner = _parted(setting, start.end() if start else gap.end()) or _parted(setting, gap.end())
    if inner is None or (not inner.sure and limit["within"]):
        return None
    first, last = inner.period.earliest, inner.period.latest
    if limit["by"]:
        period = Period(None, last, "open")
    elif limit["since"]:
        period = Period(first, setting.base if first and setting.base and first <= setting.base else None, "open")
    elif limit["after"]:
        period = Period(first, None, "open")
    else:
        period = inner.period
    return Reading(inner.end, period, inner.sure or inner.period.grain != "day")


def _joined(setting: Setting, at: int, joiner: str, *, required: bool) -> Reading | None:
    first = _parted(setting, at)
    if first is None:
        return None
    join = _JOIN.match(setting.text, first.end)
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
        return first if _JOIN.search(text, at, first.end) else None
    return first


def _parted(setting: Setting, at: int) -> Reading | None:
    """A period, or a part of one: "late last year", "toward the end of 2024", "first six months of 2023"."""
    text = setting.text
    part = _PART.match(text, at)
    if part:
        return _part(setting, part)
    some = _SOME_OF.match(text, at)
    if some:
        inner = _inner(setting, some.end())
        if inner:
            return Reading(inner.end, _some_of(inner.period, some))
    return read_period(setting, at)


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


def _part(setting: Setting, part: re.Match[str]) -> Reading | None:
    nested = _PART.match(setting.text, part.end())
    inner = _part(setting, nested) if nested and not nested["half"] else _inner(setting, part.end())
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
    names = {"end": "end", "at_end": "end", "beginning": "beginning", "mid": "mid", "middle": "mid", "late": "late", "early": "early"}
    name = "first half" if part["half"] and part["half"].lower() == "first" else "second half" if part["half"] else None
    name = name or next(which for group, which in names.items() if part[group])
    return Reading(inner.end, periods.part(period, name))


def _some_of(period: Period, some: re.Match[str]) -> Period:
    word = some["count"].lower()
    number = int(word) if word.isdecimal() else COUNTS.get(word)
    first, last = period.earliest, period.latest
    if number is None or first is None or last is None:
        return period
    unit = UNITS[some["unit"].lower()]
    if some["which"].lower() == "first":
        return Period(first, min(last, periods.add_days(periods.add_units(first, unit, number), -1)), "open")
    return Period(max(first, periods.add_units(periods.add_days(last, 1), unit, -number)), last, "open")


_FIRST_WORDS = frozenset(
    """
    a about ahead an around as at balance beginning before between by close coming couple current early earlier effective eight eighteen eleven end few fifteen final financial first
    fiscal five following four fourth from half hundred late later latter longer mid middle month months more near nearing next nine ninety no not one outset over overnight past period
    preceding previous prior quarter quarters remainder rest second seven several since six start starting tail ten the third thirty this three through
    thru till today tomorrow tonight toward towards turn twelve twenty two until upcoming week weeks within year years yesterday after last
    """.split()
) | frozenset(periods.SEASONS) | frozenset(__import__("summarizer.text.calendar_words", fromlist=["MONTHS"]).MONTHS) | frozenset(__import__("summarizer.text.calendar_words", fromlist=["WEEKDAYS"]).WEEKDAYS)
