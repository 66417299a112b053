"""What the words of a date name: years, months, days, weekdays, quarters. For dates that no calendar day is read from.

"In May" and "in March" contradict each other whatever the year; "May" and "the second quarter" need not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from summarizer.text.calendar_words import COUNTS, MONTHS, SEASONS, WEEKDAYS, either
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern

_COUNT = rf"{either(word for word in COUNTS if word.isalpha())}|[0-9]{{1,3}}"
_MONTH = rf"(?:{either(MONTHS)})"
_YEAR = pattern(
    r"\b(?:fiscal |fy ?|[1-4]q|q[1-4] ?|h[12] ?)?'?((?:19|20)[0-9]{2})\b|\b(?:fy ?|[1-4]q|q[1-4] ?'?)([0-9]{2})\b"
)
_MONTH_NAME = pattern(rf"\b({either(MONTHS)})\b")
_MONTH_DAY = pattern(
    rf"\b({_MONTH})\.? ?([0-9]{{1,2}})(?:st|nd|rd|th)?\b(?! ?%)(?:(?: to | and |-|–| - )([0-9]{{1,2}})\b(?! ?%))?"
)
_DAY_MONTH = pattern(rf"\b([0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\b")
_WEEKDAY = pattern(rf"\b({either(WEEKDAYS)})\b")
_PART = pattern(r"\b(first|second|third|fourth|last|latter|1st|2nd|3rd|4th)(?: fiscal)?[- ](quarter|half)\b")
_SHORT_PART = pattern(r"\b([qh])([1-4])|\b([1-4])([qh])(?![a-z])")
_SEASON = pattern(rf"\b({either(SEASONS)})\b")
_RELATIVE = pattern(
    r"\b(last|past|previous|prior|next|coming|this|current)[ -](?:fiscal )?"
    r"(day|week|month|quarter|year|decade|spring|summer|autumn|fall|winter)\b"
)
_NUMBERS = {"1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "first": "1", "fourth": "4", "latter": "2", "second": "2",
            "third": "3"}  # fmt: skip
_SIDES = {"coming": "next", "current": "this", "past": "last", "previous": "last", "prior": "last"}

_AGO = pattern(
    rf"\b(?:(a|an|one|{_COUNT})[ -])?(day|week|month|quarter|year|decade)s?"
    r"[ -](?:ago|earlier|before|later|from now)\b"
)
_SPAN = pattern(
    rf"\b(?:last|past|prior|previous|recent|next|coming|first|final) ({_COUNT})"
    r" (day|week|month|quarter|year|decade)s\b"
)
_PART_OF = pattern(
    r"\b(?:(early|earlier|beginning|start)|(late|later|end)|(mid|middle))(?=[ -](?:in|of|this|last|next|[0-9a-z]))"
    r"|\b(?:(year|month)-end|(midyear|mid-year))\b"
)

Labels = Mapping[str, frozenset[str]]


@lru_cache(maxsize=2048)
def labels(text: str) -> Labels:
    """What a date phrase names, by what it is: {"month": {"5"}, "day": {"5-6"}} of "on May 6"."""
    words = folded(text)
    found: dict[str, set[str]] = {}

    def add(kind: str, value: str) -> None:
        found.setdefault(kind, set()).add(value)

    for match in _YEAR.finditer(words):
        add("year", match[1] or str(2000 + int(match[2]) - (0 if int(match[2]) < 50 else 100)))
    for match in _MONTH_NAME.finditer(words):
        add("month", str(MONTHS[match[1]]))
    for match in _MONTH_DAY.finditer(words):
        for day in (match[2], match[3]):
            if day:
                add("day", f"{MONTHS[match[1]]}-{int(day)}")
    for match in _DAY_MONTH.finditer(words):
        add("day", f"{MONTHS[match[2]]}-{int(match[1])}")
    for match in _WEEKDAY.finditer(words):
        add("weekday", str(WEEKDAYS[match[1]]))
    for match in _PART.finditer(words):
        add(match[2], _NUMBERS.get(match[1], "4" if match[2] == "quarter" else "2"))
    for match in _SHORT_PART.finditer(words):
        letter, number = (match[1], match[2]) if match[1] else (match[4], match[3])
        add("quarter" if letter == "q" else "half", number)
    for match in _SEASON.finditer(words):
        add("season", match[1])
    for match in _RELATIVE.finditer(words):
        add(match[2] + "s", _SIDES.get(match[1], match[1]))
    for match in _AGO.finditer(words):
        add("ago", _count(match[1]) + match[2])
    for match in _SPAN.finditer(words):
        add("span", _count(match[1]) + match[2])
    for match in _PART_OF.finditer(words):
        add("part", "early" if match[1] else "mid" if match[3] or match[5] else "late")
    for match in _YEAR_PART.finditer(words):
        add("part", "mid" if match[1] else "late")
    return {kind: frozenset(values) for kind, values in found.items()}


_YEAR_PART = pattern(r"\b(?:(mid-? ?year)|(year-? ?end))\b")


def _count(word: str | None) -> str:
    if word is None or word in ("a", "an"):
        return "1"
    return word if word.isdecimal() else str(COUNTS.get(word, word))


def contradict(said: Labels, source: Labels) -> bool:
    """Whether both name the same kind of thing, and the first something that the second does not."""
    for kind, values in said.items():
        others = source.get(kind)
        if others is None or values <= others:
            continue
        if kind in ("year", "month") and len(values) == 1 < len(others):
            numbers = sorted(map(int, others))
            if numbers[0] <= int(next(iter(values))) <= numbers[-1]:
                continue
        return True
    return False


def share(said: Labels, source: Labels) -> bool:
    """Whether both name the same kind of thing, and nothing contradicts."""
    return any(kind in source for kind in said) and not contradict(said, source)


def same_grain(said: Labels, source: Labels) -> bool:
    """Whether both are told in the same way: two days, two years, two quarters."""
    return _finest(said) == _finest(source)


def _finest(found: Labels) -> str | None:
    grains = ("day", "weekday", "month", "quarter", "half", "season", "year")
    return next((grain for grain in grains if grain in found), None)
