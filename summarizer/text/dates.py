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
from summarizer.text.date_expressions import CHAIN_WORDS, CORE_WORDS, FIRST_WORDS, SELF_SUFFICIENT, read_expression
from summarizer.text.datelines import find_dateline
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of
from summarizer.text.plain import GAP, plain
from summarizer.text.tense import Tenses

__all__ = ["DateSpan", "find_dateline", "read_date", "read_date_at", "read_dates"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression at `text[start:end]` and the days it can mean."""

    start: int
    end: int
    earliest: date | None
    """The first day; None where the beginning is open or cannot be told."""
    latest: date | None
    """The last day, itself included; None where the end is open or cannot be told."""


_LEAD = pattern(
    rf"(?:(?:about|approximately|around|as{GAP}of|as{GAP}soon{GAP}as|at|back|calendar|circa|dated|during|earlier|effective|for|from|in"
    rf"|just|later|month{GAP}of|night|of|on|only|or|over|roughly|some{GAP}time|sometime|the|this{GAP}past|up{GAP}to|year){GAP})*",
    re.IGNORECASE,
)
_SUPPORT = pattern(
    r"(?:\b(?:after|and|around|before|between|by|coming|dated|during|each|early|effective|end|ended|ending|every|following|for|from"
    r"|in|last|late|mid|month|months|next|of|on|past|previous|prior|since|this|through|till|to|until)|'s)[\s(-]{1,3}\Z",
    re.IGNORECASE,
)
_DETERMINED = pattern(r"(?:\b(?:a|an|her|his|its|our|the|their|your)|'s)\s{1,3}\Z", re.IGNORECASE)
_SEASON_SUPPORT = pattern(
    r"\b(?:by|early|in|last|late|mid|next|this|until|(?:before|by|during|in|since|until) the)[\s-]{1,3}\Z",
    re.IGNORECASE,
)
_ABBREVIATION_SUPPORT = pattern(
    r"\b(?:after|before|by|during|early|ended|ending|in|last|late|mid|next|of|since|this|through|until)[\s-]{1,3}\Z",
    re.IGNORECASE,
)
_BEFORE_A_NAME = pattern(r"\b(?:and|by|for|from|to)\W{1,3}\Z", re.IGNORECASE)
_DOUBTFUL = frozenset({"may", "march", "april", "june", "august", "fall", "spring", "summer", "winter", "autumn"})
_NUMBER_NEAR = pattern(r"\.?,?[\s'/–-]{0,3}(?:of\s)?[\dA-Z]")
_ANCHOR = pattern(r"(?<![^\W_])(?:\d+|'(?=\d0)|[A-Za-z]+)")
_LEFT_GLUE = pattern(r"[$£€¥₹#@_=\\+&*:]|[^\W\d_]-|\d[./,:-]|[a-z][/.]|\w/")
_CHAIN = 8
"""Words of an expression up to its core, at most: "by no later than the end of the third quarter"."""
_DIGIT = pattern(r"\d")
_CORE_WORDS = CORE_WORDS | {"fiscal", "financial", "fy"}
_DATED = pattern(r"(?:1[5-9]|2[01])\d\d|'\d0|[QH]\d|\d[QH]|\d[-/.]\d\d?[-/.]\d\d")
"""What digits that are a date by themselves have: a year, a decade, a quarter, a day in figures."""
_NAME_BEHIND = pattern(r"[ \xa0][A-Z][a-z]+")


def read_dates(text: str, base: date | None, offset: int = 0) -> list[DateSpan]:
    """All date expressions of a text, in order and disjoint; `offset` is added to all their places.

    Prepositions that change nothing stay outside ("on", "in"), limits and parts belong to the expression ("by June 30",
    "toward the end of 2024"). What only may be a date counts with a word beside it that says so: "May", "March",
    "fall", "Sun"; a year that counts things ("2000 employees") does not.
    """
    source = plain(text)
    if _has_none(source.text):
        return []
    setting = Setting(source.text, base, Tenses(source.text))
    spans = []
    for start, reading in _expressions(setting):
        begin, end = source.span(start, reading.end)
        spans.append(DateSpan(begin + offset, end + offset, reading.period.earliest, reading.period.latest))
    return spans


def read_date(text: str, base: date | None) -> DateSpan | None:
    """The date expression that the whole of `text` is, prepositions and articles before it aside; else None."""
    source = plain(text)
    reading = _whole(Setting(source.text, base), 0)
    return DateSpan(0, len(text), reading.period.earliest, reading.period.latest) if reading else None


def read_date_at(text: str, start: int, end: int, base: date | None) -> DateSpan | None:
    """`read_date` of `text[start:end]`, with the verbs of its sentence to tell which Tuesday or December is meant."""
    source = plain(text)
    words = source.text[: source.at(end)]
    reading = _whole(Setting(words, base, Tenses(source.text)), source.at(start))
    return DateSpan(start, end, reading.period.earliest, reading.period.latest) if reading else None


def _whole(setting: Setting, start: int) -> Reading | None:
    """The expression from `start` to the end of the text, marks at both ends aside."""
    words = setting.text[start:]
    end = start + len(words.rstrip(" \t\r\n\xa0.,;:)]'\"-–—"))
    begin = len(setting.text) - len(words.lstrip(' \t\r\n\xa0.,;:(["-–—'))
    for at in _beginnings(setting.text, begin, end):
        reading = read_expression(setting, at)
        if reading and reading.end >= end:
            return reading
    return None


def _beginnings(text: str, at: int, end: int) -> Iterator[int]:
    """Where an expression may begin: at the first word, and behind each word that may lead to it."""
    yield at
    lead = _LEAD.match(text, at, end)
    if lead:
        for gap in re.finditer(GAP, text[at : lead.end()]):
            yield at + gap.end()


def _has_none(text: str) -> bool:
    """Whether the text has neither digits as dates have them nor any of the words without which nothing is a date."""
    if not _CORE_WORDS.isdisjoint(letters_of(text)):
        return False
    digit = _DIGIT.search(text)
    return digit is None or not _DATED.search(text, max(0, digit.start() - 1))


def _expressions(setting: Setting) -> Iterator[tuple[int, Reading]]:
    text, at = setting.text, 0
    found = list(_ANCHOR.finditer(text.lower() if text.isascii() else text))
    anchors = [anchor.group() for anchor in found]
    if not text.isascii():
        anchors = list(map(str.lower, anchors))
    chosen = [nth for nth, word in enumerate(anchors) if word in FIRST_WORDS or word[0] < "a"]
    anchors.append("")
    for nth in chosen:
        if not _may_begin(anchors, nth):
            continue
        start, word = found[nth].start(), anchors[nth]
        if start < at:
            continue
        at = start + len(word)
        if word in _DOUBTFUL and not _NUMBER_NEAR.match(text, at) and not _is_supported(text, start, at):
            continue
        if start and _LEFT_GLUE.match(text, start - 2 if start > 1 and text[start - 1] in "-./,:" else start - 1):
            continue
        reading = read_expression(setting, start)
        if reading and (reading.sure or _is_supported(text, start, reading.end)):
            yield start, reading
            at = max(at, reading.end)


def _may_begin(words: list[str], at: int) -> bool:
    """Whether an expression may begin with the number or the one of `FIRST_WORDS` at this position: nothing but
    `CHAIN_WORDS` stand between it and a word that an expression has at its core."""
    first = words[at]
    if first in SELF_SUFFICIENT or not first[:1].isalpha():
        return first != ""
    for word in words[at + 1 : at + _CHAIN]:
        if word in SELF_SUFFICIENT:
            return True
        if word not in CHAIN_WORDS:
            return word != "" and not word[0].isalpha()
    return False


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
    if len(word) < 4 and word != "may":
        return bool(_ABBREVIATION_SUPPORT.search(before))
    if word == "may":
        return bool(_SUPPORT.search(before)) and not (_BEFORE_A_NAME.search(before) and _NAME_BEHIND.match(text, end))
    return bool(_SUPPORT.search(before) or _DETERMINED.search(before))
