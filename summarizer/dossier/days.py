"""The day of an article that states none in its first lines as a dateline does: at its end, in the address of its page,
beside prose, or in numbers of which a weekday says which is the month.

It only tells how near two articles are in time, so that more is taken for a date here than in the pipeline, which
resolves "on Tuesday" against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from summarizer.text.calendar_words import MONTHS, WEEKDAYS, either
from summarizer.text.date_context import full_year
from summarizer.text.datelines import days_in
from summarizer.text.patterns import pattern

_FIRST, _LAST = 8, 5
"""Lines at either end in which a date may be the article's."""
_WIDTH = 110
"""Characters of a line that holds a date and little else."""
_READ = 4000
"""Characters at either end that are read."""
_SPACED = pattern(r"(?<=\w)\s(?=[,.:](?:\s|\Z))|(?<=\d)\s(?=[/:]\s?\d)|(?<=\d[/:])\s(?=\d)|(?<=\d\s\.)\s(?=\d)")
"""Spaces that only a tokenizer left: "Aug . 15 , 2011"."""
_BEFORE = 80
"""Characters before the date of a dateline."""
_OF_PAGE = pattern(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[/-]?\s?(?P<month>[01]\d)\s?[/-]?\s?(?P<day>[0-3]\d)(?!\d)")
_ADDRESS = pattern(r"https?\s?:|\bwww\s?\.", re.IGNORECASE)
_NUMBERS = pattern(
    rf"(?:\b(?P<weekday>{either(WEEKDAYS)})\b[.,\s]{{0,4}})?(?<![\d/.-])(?P<a>\d\d?)(?P<mark>[/.])(?P<b>\d\d?)(?P=mark)"
    r"(?P<year>(?:19|20)?\d\d)(?![\d/.]*\d)",
    re.IGNORECASE,
)
_BY_DASHES = pattern(
    rf"(?<![\w-])(?P<day>[0-3]?\d)-(?P<month>{either(MONTHS)})-(?P<year>(?:19|20)?\d\d)(?![\w-])", re.IGNORECASE
)
_YEAR_FIRST = pattern(r"(?<![\d.])(?P<year>(?:19|20)\d\d)\.(?P<month>[01]?\d)\.(?P<day>[0-3]?\d)(?!\.?\d)")
_NO_NEWS = pattern(
    r"\b(?:after|as|as of|before|beginning|between|by|due|effective|ended|ending|expires?|for|from|in|of|on|since|"
    r"starting|through|to|until|founded|dated|announced)\s(?:the )?(?:[A-Za-z]{3,9},? )?\Z",
    re.IGNORECASE,
)
_MONTH = either(MONTHS)
_NO_YEAR = pattern(
    rf"(?:\b(?P<weekday>{either(WEEKDAYS)})\b[.,]?\s)?"
    rf"(?:\b(?P<month>{_MONTH})\b\.?\s(?P<day>\d\d?)(?:st|nd|rd|th)?\b|"
    rf"\b(?P<day_first>\d\d?)(?:st|nd|rd|th)?\s(?P<month_behind>{_MONTH})\b\.?)(?!,?\s?\d)",
    re.IGNORECASE,
)
_OF_MONTH = pattern(
    rf"(?:\A|[,|·(/–-]\s?|\bissue of |\A(?:[\w.'&-]+\s){{1,6}})(?P<month>{_MONTH})\.?,?\s(?P<year>(?:19|20)\d\d)"
    r"(?:\W*\Z|\s?[|·]|[^\w\n]{1,3}(?:by|text)\b)",
    re.IGNORECASE,
)
_MIDDLE = 15
_SHORT = 60
"""Characters of a line of which a date without its year is the article's."""
_DASHED = pattern(r"\s?(?:\([^()\n]{1,40}\))?\s?(?:-{1,2}|[–—])")
"""Behind the date of a wire's dateline."""
_FIRST_YEAR, _LAST_YEAR = 1985, 2040
_LABEL = pattern(r"\A\W*(?:(?:first |last )?(?:by|posted|published|updated|filed|issued))\b", re.IGNORECASE)
_OPENS = pattern(r"\W{0,3}(?:[A-Z][\w.'&-]*[ ,;/(·|–—:&)-]{1,4}|(?:and|de|del|of|the)\s){0,8}\Z")
"""The town before the date of a dateline."""
_BEHIND = pattern(r"\s?\)?(?:\s?[-–—:.(/]|,\s[A-Z]|\s\d\d?[:.]\d\d|\s\Z|\Z)")
_MONTHS = 12


def day_at_edge(text: str) -> date | None:
    """The day that the first or the last lines state, the first where they state several; None where they state none
    with its year, or one of which month and day are open."""
    return next(_stated(_edges(text)), None)


def open_days_at_edge(text: str) -> tuple[date, ...]:
    """The days that the first line with a date can mean where month and day are open, or the year: "12/07/2022",
    "Thursday 7 Sept"."""
    for line in _edges(text):
        for found in _NUMBERS.finditer(line):
            days = set(_readings(found))
            if len(days) > 1 and len(line) <= _WIDTH and not _NO_NEWS.search(line[: found.start()]):
                return tuple(sorted(days))
        for found in _NO_YEAR.finditer(line):
            before, behind = line[: found.start()], line[found.end() :]
            short = len(line) <= _SHORT or (
                len(before) <= _BEFORE and _OPENS.match(before) and _DASHED.match(behind) is not None
            )
            if short and not _NO_NEWS.search(before) and (every := tuple(_in_years(found))):
                return every
    return ()


def month_at_edge(text: str) -> date | None:
    """The middle of the month that a short line states alone, as a magazine does: "Harbour Life, May 2018"."""
    for line in _edges(text):
        found = _OF_MONTH.search(line) if len(line) <= _SHORT else None
        if found is not None and not _NO_NEWS.search(line[: found.start("month")]):
            return date(int(found["year"]), MONTHS[found["month"].lower()], _MIDDLE)
    return None


def _in_years(found: re.Match[str]) -> Iterator[date]:
    """The days of all years that a date without one can mean, by its weekday if one is stated."""
    month = MONTHS[(found["month"] or found["month_behind"]).lower()]
    day = int(found["day"] or found["day_first"])
    weekday = WEEKDAYS[found["weekday"].lower()] if found["weekday"] else None
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
        yield from (one for one in _made(year, month, day) if weekday is None or one.weekday() == weekday)


def _edges(text: str) -> list[str]:
    """The first lines and then the last, from the end."""
    top = [_SPACED.sub("", line.strip()) for line in text[:_READ].splitlines() if line.strip()][:_FIRST]
    end = [_SPACED.sub("", line.strip()) for line in text[-_READ:].splitlines() if line.strip()][-_LAST:]
    return [*top, *reversed(end)]


def _stated(lines: list[str]) -> Iterator[date]:
    for line in lines:
        if _ADDRESS.search(line):
            for found in _OF_PAGE.finditer(line):
                yield from _made(int(found["year"]), int(found["month"]), int(found["day"]))
            continue
        for start, end, day in (*days_in(line), *_in_numbers(line), *_year_first(line), *_by_dashes(line)):
            before, behind = line[:start], line[end:]
            labelled = _LABEL.search(before) is not None
            if _NO_NEWS.search(before) and not labelled:
                continue
            if len(line) <= _WIDTH or (len(before) <= _BEFORE and _OPENS.match(before) and _BEHIND.match(behind)):
                yield day


def _in_numbers(line: str) -> Iterator[tuple[int, int, date]]:
    """Dates in numbers alone, with where they begin and end: of two digits for the year, or such of which the weekday
    says what is the month."""
    for found in _NUMBERS.finditer(line):
        if len(days := set(_readings(found))) == 1:
            yield found.start("a"), found.end(), days.pop()


def _readings(found: re.Match[str]) -> Iterator[date]:
    """The days that a date in numbers can mean."""
    year = full_year(found["year"])
    first, second = int(found["a"]), int(found["b"])
    days = {*_made(year, second, first), *_made(year, first, second)}
    if found["weekday"]:
        weekday = WEEKDAYS[found["weekday"].lower()]
        yield from (day for day in days if day.weekday() == weekday)
    elif found["mark"] == ".":
        # "04.20.10" has no month of that number, and so is American.
        yield from _made(year, second, first) if second <= _MONTHS else _made(year, first, second)
    else:
        yield from days


def _year_first(line: str) -> Iterator[tuple[int, int, date]]:
    for found in _YEAR_FIRST.finditer(line):
        for day in _made(int(found["year"]), int(found["month"]), int(found["day"])):
            yield found.start(), found.end(), day


def _by_dashes(line: str) -> Iterator[tuple[int, int, date]]:
    """Dates as "22-Mar-18"."""
    for found in _BY_DASHES.finditer(line):
        year = full_year(found["year"])
        for day in _made(year, MONTHS[found["month"].lower()], int(found["day"])):
            yield found.start(), found.end(), day


def _made(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
