"""The day an article says it was published, where its first lines state one with its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from summarizer.text.calendar_words import MONTHS, WEEKDAYS, either
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.plain import plain

_LINES = 10
_WIDTH = 400
_MONTH = rf"(?:{either(MONTHS)})\b\.?"
_YEAR = r"(?:19|20|21)\d\d"
_DATE = pattern(
    rf"\b(?P<month>{_MONTH})[ \xa0]{{0,3}}(?P<day>\d\d?)(?:st|nd|rd|th)?\b,?[ \xa0]{{0,3}}(?P<year>{_YEAR})(?!\d)"
    rf"|\b(?P<day2>\d\d?)(?:st|nd|rd|th)?(?:[ \xa0]{{1,3}}|-)(?:of )?(?P<month2>{_MONTH})(?:,?[ \xa0]{{1,3}}|-)"
    rf"(?P<year2>{_YEAR})(?!\d)"
    rf"|(?<![\d/-])(?P<year3>{_YEAR})[-/](?P<month3>\d\d?)[-/](?P<day3>\d\d?)(?=T\d\d:|(?![\w/-]))"
    rf"|(?<![\d/.-])(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.](?P<year4>{_YEAR})(?![\w/-])",
    re.IGNORECASE,
)
_ANY_YEAR = pattern(r"[12][901]\d\d")
"""Without it a line has no date with its year."""
_LABEL = pattern(
    r"\W*(?:(?:first |originally |last )?(?:created|dated?|filed|for immediate release|issued|modified|posted|published"
    r"|released|updated|(?:news|press) release|publication date|release date|date of publication)"
    r"(?: date)?(?: (?:on|at))?)\b[^\w\n]{0,6}(?:[A-Za-z]{3,9},? )?\Z",
    re.IGNORECASE,
)
_UPDATED = pattern(r"updated|modified", re.IGNORECASE)
_DASH = pattern(r"[,;]?[ \xa0]{0,3}(?:[(/\[|][^()\n]{1,40}[)/\]|])?[ \xa0]{0,3}(?:-{1,3}|–|—|/|:)(?!\d)")
_PLACE = pattern(
    r"[\W_]{0,3}(?:[A-Z][\w.'&-]*(?:[ ,;/()·|–—:-]{1,4}|\Z)|(?:and|de|del|of|the|la|le)[ ]|--?[ ]?){1,12}\Z"
)
_BESIDE_WORDS = word_set(
    """
    a. a.m a.m. ago am and at by comment comments contributor correspondent editor et for from in last local m. min
    mins minute minutes of on p. p.m p.m. pm posted published read reading reporter reporters staff the time updated
    via views writer
    """
) | frozenset(WEEKDAYS)
_CLOCK = pattern(
    r"\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?: ?[ap]\.? ?m\b\.?)?"
    r"|\d{1,2} ?[ap]\.? ?m\b\.?|\d{1,2}(?= min)|T\d\d:\d\d\S*",
    re.IGNORECASE,
)
_PREPOSITION = pattern(
    r"\b(?:after|and|as|before|beginning|between|by|dated|due|effective|ended|ending|expires?|for|from|in|of|on"
    r"|since|starting|through|to|until)[ \xa0]{1,3}(?:the )?(?:[A-Za-z]{3,9},? )?\Z",
    re.IGNORECASE,
)
_PARTED = pattern(r"(?:[\W_]|\b(?:at|by|on|posted|published|updated|\w{3,6}day))\s*\Z", re.IGNORECASE)
_BYLINE = pattern(r"\W*by\b", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_][\w.'&-]*|\d+")
_SPACED = pattern(r"(?<=\w)[ \xa0](?=[,.:](?:\s|\Z))|(?<=-)[ \xa0](?=-)")
_SPACED_NUMBERS = pattern(r"(?<=\d)[ \xa0]?([/:])[ \xa0]?(?=\d)")
"""Spaces that only a tokenizer left: "Aug . 15 , 2011", "26 / 3 / 2010 , 7 : 14"."""


def find_dateline(text: str) -> date | None:
    """The publication date in the first ten lines that are not blank; None where they state none with its year.

    Known forms: a label ("Published: 10 January 2025"), a wire's dateline ("NEW YORK, Jan. 10, 2025 (Wire) -"), a line
    that holds a date and no prose ("By Jane Roe | Jan 10, 2025 5:30 PM"). A date inside of a sentence is none, nor is
    one of which month and day are open ("10/11/2024"). "Updated" counts where no date of publication stands.
    """
    updated: date | None = None
    for line in _top(text):
        if not _ANY_YEAR.search(line):
            continue
        for found in _DATE.finditer(line):
            day = _day(found)
            if day is None:
                continue
            before, behind = line[: found.start()], line[found.end() :]
            label = _LABEL.search(before)
            if label and _UPDATED.search(label.group()):
                updated = updated or day
            elif (
                (label and not before[: label.start()].strip(" |-–—·•:,."))
                or _is_dateline(before, behind)
                or _is_date_line(before, behind)
            ):
                return day
    return updated


def days_in(line: str) -> Iterator[tuple[int, int, date]]:
    """The days with their years that a line names, each with where it begins and ends in it."""
    for found in _DATE.finditer(line):
        if (day := _day(found)) is not None:
            yield found.start(), found.end(), day


def _top(text: str) -> list[str]:
    head = plain(text[: _LINES * _WIDTH * 4]).text
    lines = [_SPACED_NUMBERS.sub(r"\1", _SPACED.sub("", line.strip())) for line in head.splitlines()]
    return [line[:_WIDTH] for line in lines if line][:_LINES]


def _is_dateline(before: str, behind: str) -> bool:
    """ "NEW YORK, " before and " (Wire) - " behind."""
    if len(before) > 80 or not _DASH.match(behind) or _PREPOSITION.search(before):
        return False
    return not before.strip(" (") or bool(_PLACE.match(before))


def _is_date_line(before: str, behind: str) -> bool:
    """Nothing but a byline, an outlet, a weekday or a time beside the date."""
    if len(before) + len(behind) > 110 or not (_only_names(before) and _only_names(behind)):
        return False
    if _PREPOSITION.search(before):
        return before.strip().lower() == "on"
    if before.strip() and not _PARTED.search(before):
        return bool(_BYLINE.match(before)) and not behind.strip(" .|")
    return True


def _only_names(words: str) -> bool:
    left = [word for word in _WORD.findall(_CLOCK.sub(" ", words)) if word.lower() not in _BESIDE_WORDS]
    return len(left) <= 8 and all(word[0].isupper() for word in left)


@cache
def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["month"]:
            return date(int(found["year"]), _month(found["month"]), int(found["day"]))
        if found["month2"]:
            return date(int(found["year2"]), _month(found["month2"]), int(found["day2"]))
        if found["year3"]:
            return date(int(found["year3"]), int(found["month3"]), int(found["day3"]))
        first, second, year = int(found["a"]), int(found["b"]), int(found["year4"])
        if "." in found.group():
            return date(year, second, first)
        if first == second or first > 12:
            return date(year, second, first)
        return date(year, first, second) if second > 12 else None
    except ValueError:
        return None
