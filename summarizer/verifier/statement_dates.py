"""Dates in statements: the days that they mean must meet those of the cited sentences, or of others like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.verdicts import Finding
from summarizer.verifier.date_labels import Labels, contradict, labels, share
from summarizer.verifier.exchanged import displaced_date
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.notes import Note, Supported, differing, find
from summarizer.verifier.said import Said, is_about

_OVERLAP = 0.3
"""Share of the shorter of two stretches of days that both have at least, for them to be the same: "late last year"
and "mid-2024" touch in September."""


def check_dates(said: Said, cited: Cited) -> Iterator[Note]:
    """Each date must meet one of the cited sentences', or the article's own."""
    if not said.dates:
        return
    pool = cited.each(cited.index.dates)
    for mine in said.dates:
        note = _check_date(said, mine, pool, cited)
        if note is not None:
            yield note


def _check_date(said: Said, mine: DateSpan, pool: Sequence[DateSpan], cited: Cited) -> Note | None:
    index = cited.index
    text = said.text[mine.start : mine.end]
    named = labels(text)
    holders = [span for span in pool if _fits(mine, text, span, index)]
    held = set(holders)
    rivals = [span for span in pool if span not in held and _rival(mine, named, span, index)]
    if holders:
        place = displaced_date(said, mine, holders, rivals, cited)
        return _wrong_date(said, text, [place], index) if place is not None else None
    if not rivals and folded(text) in cited.folded:
        return None
    if text.isdecimal() and any(amount.value == int(text) for amount in cited.each(index.amounts)):
        return None  # "the top 2000" is no year where the article has "the top 2,000"
    elsewhere = _elsewhere(said, mine, text, index, words_too=bool(pool))
    fitting = [span for number in elsewhere for span in index.dates(number) if _fits(mine, text, span, index)]
    place = displaced_date(said, mine, fitting, rivals, cited)
    if place is not None:
        return _wrong_date(said, text, [place], index)
    resolved = [span for span in pool if _is_resolved(span)]
    published = index.article.published
    if _is_resolved(mine) and published is not None and _holds(mine, published):
        weekday = "weekday" in named and any("weekday" in _labels(span, index) for span in pool)
        if not resolved or (_is_short(mine) and not weekday):
            return None
    if elsewhere:
        return Supported(said.path, (elsewhere[0],))
    contrary = [span for span in rivals if contradict(named, _labels(span, index))]
    if contrary:
        return _wrong_date(said, text, contrary, index)
    if not _is_resolved(mine) or (not resolved and pool):
        return None
    return _wrong_date(said, text, resolved, index)


def _elsewhere(said: Said, mine: DateSpan, text: str, index: Index, *, words_too: bool) -> list[int]:
    """The uncited sentences about the same that have the date."""
    return [
        number
        for number in likely_sentences(said.text, index, 8)
        if any(_fits(mine, text, span, index) for span in index.dates(number))
        and is_about(said, number, index, words_too=words_too)
    ]


def _fits(mine: DateSpan, text: str, span: DateSpan, index: Index) -> bool:
    """Whether two date phrases may mean the same days."""
    theirs = index.text[span.start : span.end]
    if folded(text) == folded(theirs):
        return True
    named = labels(text)
    if _is_resolved(mine) and _is_resolved(span):
        other = labels(theirs)
        if named == other and "year" not in named and not named.keys().isdisjoint(("day", "month")):
            return True  # of which year it is, the tense of the one or the other may have hidden
        return _meet(mine, span) and not contradict(named, _with_years(other, span))
    return share(named, labels(theirs))


def _rival(mine: DateSpan, named: Labels, span: DateSpan, index: Index) -> bool:
    """Whether a date of the article contradicts the statement's."""
    if _is_resolved(mine) and _is_resolved(span) and not _meet(mine, span):
        return True
    return contradict(named, _with_years(_labels(span, index), span))


def _labels(span: DateSpan, index: Index) -> Labels:
    return labels(index.text[span.start : span.end])


def _with_years(named: Labels, span: DateSpan) -> Labels:
    if "year" in named or not _is_resolved(span):
        return named
    return {**named, "year": frozenset(str(day.year) for day in (span.earliest, span.latest) if day is not None)}


def _is_resolved(span: DateSpan) -> bool:
    return span.earliest is not None or span.latest is not None


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


def _length(span: DateSpan) -> int:
    return ((span.latest or date.max) - (span.earliest or date.min)).days + 1


def _is_short(span: DateSpan) -> bool:
    """Whether it is a month or less, as the day of publication may be told."""
    return span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days <= 31


def _holds(span: DateSpan, day: date) -> bool:
    return (span.earliest or date.min) <= day <= (span.latest or date.max)
