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
from dataclasses import dataclass
from datetime import date

from summarizer.text.calendar_words import SEASONS
from summarizer.text.date_context import Reading, Setting
from summarizer.text.date_expressions import FIRST_WORDS, read_expression
from summarizer.text.datelines import find_dateline
from summarizer.text.plain import GAP, plain
from summarizer.text.tense import Tenses

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
_SEASON_SUPPORT = re.compile(
    r"\b(?:in the|by the|by|during the|since the|until the|before the|this|next|last|until|in|late|early|mid)[\s-]{1,3}\Z",
    _I,
)
_DOUBTFUL = frozenset({"may", "march", "april", "june", "august", "fall", "spring", "summer", "winter", "autumn"})
_NUMBER_NEAR = re.compile(r"\.?,?[\s'/–-]{0,3}(?:of\s)?[\dA-Z]")
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
    setting = Setting(source.text, base, Tenses(source.text))
    spans = []
    for start, reading in _expressions(setting):
        begin, end = source.span(start, reading.end)
        spans.append(DateSpan(begin, end, reading.period.earliest, reading.period.latest))
    return spans


def read_date(text: str, base: date | None) -> DateSpan | None:
    """The date expression that the whole of `text` is, prepositions and articles before it aside; else None."""
    source = plain(text)
    return _whole(text, Setting(source.text, base), 0, len(source.text), 0, len(text))


def read_date_at(text: str, start: int, end: int, base: date | None) -> DateSpan | None:
    """`read_date` of `text[start:end]`, with the verbs of its sentence to tell which Tuesday or December is meant."""
    source = plain(text)
    low, high = source.at(start), source.at(end)
    return _whole(text, Setting(source.text, base, Tenses(source.text)), low, high, start, end)


def _whole(text: str, setting: Setting, low: int, high: int, start: int, end: int) -> DateSpan | None:
    words = setting.text[low:high]
    inner = high - len(words) + len(words.rstrip(" \t\r\n\xa0.,;:)]'\"-–—"))
    at = low + len(words) - len(words.lstrip(' \t\r\n\xa0.,;:(["-–—'))
    for begin in _beginnings(setting.text, at, inner):
        reading = read_expression(setting, begin)
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
        start, at = anchor.start(), anchor.end()
        word = anchor.group()
        if word[0].isalpha():
            if word.lower() not in FIRST_WORDS:
                continue
            if word.lower() in _DOUBTFUL and not _NUMBER_NEAR.match(text, at) and not _is_supported(text, start, at):
                continue
        if start and _LEFT_GLUE.match(text, start - 2 if start > 1 and text[start - 1] in "-./,:" else start - 1):
            continue
        reading = read_expression(setting, start)
        if reading and (reading.sure or _is_supported(text, start, reading.end)):
            yield start, reading
            at = max(at, reading.end)


def _is_supported(text: str, start: int, end: int) -> bool:
    """Whether the word before says that "May", "fall" or "Sun" is a date."""
    before = text[max(0, start - 14) : start]
    word = text[start:end].strip(".").lower()
    if word in SEASONS:
        return bool(_SEASON_SUPPORT.search(before))
    if _NAME_BEHIND.match(text, end) and not _SUPPORT.search(before):
        return False
    if word in ("sun", "sat", "mon", "wed"):
        return False
    if word in ("may", "mar", "jan", "dec"):
        return bool(_SUPPORT.search(before)) and not (
            word == "may" and re.search(r"\b(?:by|and|for|from|to)\W*\Z", before, _I) and _NAME_BEHIND.match(text, end)
        )
    return bool(_SUPPORT.search(before) or _DETERMINED.search(before))
