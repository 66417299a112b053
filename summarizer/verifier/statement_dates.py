"""Dates in statements: the days that they mean must meet those of the cited sentences, or of others like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.notes import Note, Supported, differing, find
from summarizer.verifier.said import Said, is_about

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_DAY = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ([0-9]{1,2})\b(?!,? ?[0-9])")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_RELATIVE = re.compile(r"\b(last|next|this) (day|week|month|quarter|year|spring|summer|autumn|fall|winter)\b")
_OVERLAP = 0.3
"""Share of the shorter of two stretches of days that both have at least, for them to be the same: "late last year"
and "mid-2024" touch in September."""


def check_dates(said: Said, cited: Cited) -> Iterator[Note]:
    """Each date must meet one of the cited sentences', or the article's own."""
    index = cited.index
    if not said.dates:
        return
    pool = cited.each(index.dates)
    published = index.article.published
    for mine in said.dates:
        text = said.text[mine.start : mine.end]
        if folded(text) in cited.folded:
            continue
        if mine.earliest is None and mine.latest is None:
            turned = next((span for span in pool if _turned(text, index.text[span.start : span.end])), None)
            if turned is not None:
                yield _wrong_date(said, text, [turned], index)
            continue
        resolved = [span for span in pool if span.earliest is not None or span.latest is not None]
        if any(_meet(mine, span) and _labels_agree(text, index.text[span.start : span.end], span) for span in resolved):
            continue
        weekday = _WEEKDAY.search(folded(text)) and any(
            _WEEKDAY.search(folded(index.text[span.start : span.end])) for span in pool
        )
        if published is not None and _holds(mine, published) and (not resolved or (_is_short(mine) and not weekday)):
            continue
        elsewhere = next(
            (
                number
                for number in likely_sentences(said.text, index, 8)
                if any(
                    _meet(mine, span) and _labels_agree(text, index.text[span.start : span.end], span)
                    for span in index.dates(number)
                )
                and is_about(said, number, index, words_too=bool(pool))
            ),
            None,
        )
        if elsewhere is not None:
            yield Supported(said.path, (elsewhere,))
            continue
        if not resolved and pool:
            continue
        yield _wrong_date(said, text, resolved, index)


def _wrong_date(said: Said, text: str, read: Sequence[DateSpan], index: Index) -> Finding:
    if not read:
        return find(
            Code.DATE_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the date {quoted(text)}.",
            said=said.text,
        )
    place = read[0].start, read[0].end
    return differing(Code.DATE_ALTERED, said.path, text, index.article, place, said=said.text)


def _meet(one: DateSpan, other: DateSpan) -> bool:
    if other.earliest is None and other.latest is None:
        return False
    first = max(one.earliest or date.min, other.earliest or date.min)
    last = min(one.latest or date.max, other.latest or date.max)
    shorter = min(_length(one), _length(other))
    return (last - first).days + 1 > shorter * _OVERLAP


def _turned(said: str, source: str) -> bool:
    """Whether two date phrases of which neither could be resolved contradict each other: "last year", "this year"."""
    one, other = dict(map(reversed, _RELATIVE.findall(folded(said)))), _RELATIVE.findall(folded(source))
    if any(unit in one and one[unit] != which for which, unit in other):
        return True
    days, others = _WEEKDAY.findall(folded(said)), _WEEKDAY.findall(folded(source))
    return bool(days and others and set(days).isdisjoint(others)) or _other_day(said, source)


def _other_day(said: str, source: str) -> bool:
    """Whether both name days of the same month, and not the same ones."""
    mine, theirs = set(_DAY.findall(folded(said))), set(_DAY.findall(folded(source)))
    months = {month for month, _ in mine}
    return bool(mine and theirs) and mine.isdisjoint(theirs) and months == {month for month, _ in theirs}


def _labels_agree(said: str, source: str, span: DateSpan) -> bool:
    """Whether two date phrases name no different years or days: "since 2009" and "since 2011" overlap for long."""
    one, other = set(_YEAR.findall(said)), set(_YEAR.findall(source))
    other = other or {str(day.year) for day in (span.earliest, span.latest) if day is not None}
    if one and other and one.isdisjoint(other):
        return False
    return not _other_day(said, source)


def _length(span: DateSpan) -> int:
    return ((span.latest or date.max) - (span.earliest or date.min)).days + 1


def _is_short(span: DateSpan) -> bool:
    """Whether it is a month or less, as the day of publication may be told."""
    return span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days <= 31


def _holds(span: DateSpan, day: date) -> bool:
    return (span.earliest or date.min) <= day <= (span.latest or date.max)
