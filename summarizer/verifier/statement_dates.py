"""Dates in statements: the days that they mean must meet those of the cited sentences, or of others like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from summarizer.text.dates import DateSpan
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.date_labels import Labels, contradict, labels, share
from summarizer.verifier.dates_unread import is_season_unread, is_taken_up, stands, stands_unread
from summarizer.verifier.exchanged import displaced_date
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.notes import Note, Supported, differing, find
from summarizer.verifier.said import Said, is_about
from summarizer.verifier.wording import stems_of

_OVERLAP = 0.3
"""Share of the shorter of two stretches of days that both have at least, for them to be the same: "late last year"
and "mid-2024" touch in September."""

_COARSER = 3
"""How many times as long as a date the article's must be, for the date to be more exact than it."""
_DATED = frozenset({"day", "half", "month", "quarter", "season", "weekday", "year"})
"""Labels of dates that mean the same whenever they are read; the others hang on the day of publication."""


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
        if place is not None:
            if _in_its_clause(said, mine, holders, place, index) or _only_around(said, cited):
                return _unproven(said, text)
            return _wrong_date(said, text, [place], index)
        return _too_exact(said, mine, text, holders, index)
    if not rivals and stands(text, cited):
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
        return _too_exact(said, mine, text, fitting, index) or Supported(said.path, (elsewhere[0],))
    contrary = [span for span in rivals if contradict(named, _labels(span, index))]
    if contrary and stands_unread(text, cited):
        return _unproven(said, text)
    if any(is_taken_up(text, span, cited) for span in rivals) or is_season_unread(text, pool, cited):
        return _unproven(said, text)
    if contrary:
        return _wrong_date(said, text, contrary, index)
    if _is_resolved(mine) and (resolved or not pool):
        return _wrong_date(said, text, resolved, index)
    return _not_borne_out(said, text, pool, index)


_CLAUSE = pattern(r"[;:—–]|\b(?:and|but|while|whereas|that|which|who|from|after|before|when)\s")
_ENDS_IN_NAME = pattern(r"(?:\A|\s)[A-Z][\w’'-]*\s\Z")
_AHEAD = 160
"""Characters before a date in which its clause begins."""
_ENOUGH = 3


def _joins_names(text: str, start: int, end: int) -> bool:
    """Whether what may begin a clause only joins two names: "the ferries to Hesta and Ronay"."""
    return text[end : end + 1].isupper() and _ENDS_IN_NAME.search(text, max(0, start - _AHEAD), start) is not None


def _in_its_clause(said: Said, mine: DateSpan, holders: Sequence[DateSpan], rival: DateSpan, index: Index) -> bool:
    """Whether the words before the date in the article are the statement's own, an amount or several words of them,
    and those before the date that seems displaced are not: "took 31% last year and will pass 40% by 2028"."""

    def clause(span: DateSpan) -> str:
        sentence = index.sentences[index.sentences_of((span.start, span.end))[0] - 1]
        ahead = index.text[max(sentence.start, span.start - _AHEAD) : span.start]
        cut = max((one.end() for one in _CLAUSE.finditer(ahead) if not _joins_names(ahead, *one.span())), default=0)
        return ahead[cut:]

    stems = stems_of(said.text[: mine.start])
    theirs = clause(rival)
    amounts = [said.text[amount.core[0] : amount.core[1]] for amount in said.amounts]
    for holder in holders:
        own = clause(holder)
        if amounts and all(amount in own and amount not in theirs for amount in amounts):
            return True
        if len(stems & stems_of(own)) >= _ENOUGH and not stems & stems_of(theirs):
            return True
    return False


def _only_around(said: Said, cited: Cited) -> bool:
    """Whether the cited sentence that shares most words with the statement has no date, so that those of the sentences
    around it are of other things, or of it too."""
    index = cited.index
    shared = {number: len(said.stems & index.stems(number)) for number in cited.numbers}
    most = max(shared.values(), default=0)
    best = [number for number in shared if shared[number] == most]
    dated = max((shared[number] for number in shared if index.dates(number)), default=0)
    return len(best) == 1 and not index.dates(best[0]) and most >= _TWICE * max(1, dated)


_TWICE = 2


def _not_borne_out(said: Said, text: str, pool: Sequence[DateSpan], index: Index) -> Finding | None:
    """The finding for a date that no calendar day tells apart from those of the cited sentences.

    What the article names nowhere is invented, unless it may be what "next year" or "today" of the cited sentences
    means: then, and where the article has it of something else, it is not proven.
    """
    named = labels(text)
    told = [_labels(span, index) for span in pool]
    if _is_year_back(named) and any(_is_year_back(other) for other in told):
        return None
    relative = any(_DATED.isdisjoint(other) for other in told)
    if not relative and _unheard(named, index):
        return _wrong_date(said, text, [], index)
    return _unproven(said, text)


def _too_exact(said: Said, mine: DateSpan, text: str, holders: Sequence[DateSpan], index: Index) -> Finding | None:
    """The finding for a date that fits, but names a day, a month or a year more than the article has: "in March 2019"
    for "in March"."""
    unheard = _unheard(labels(text), index)
    if not unheard:
        return None
    alike = [span for span in holders if _is_resolved(mine) and _is_resolved(span)]
    if alike:
        coarse = all(_is_finite(span) and _length(span) > _COARSER * _length(mine) for span in alike)
        published = index.article.published
        return _unproven(said, text) if coarse and not (published and _holds(mine, published)) else None
    if index.article.published is not None:
        return None
    return _wrong_date(said, text, [], index)


def _unheard(named: Labels, index: Index) -> bool:
    """Whether a date names a year, a month or a day that the article has nowhere."""
    return any(
        (kind, value) not in index.named_dates and not (kind == "year" and value in index.text)
        for kind in _DATED & named.keys()
        for value in named[kind]
    )


def _is_year_back(named: Labels) -> bool:
    """Whether it is "last year" or "a year earlier"."""
    return "1year" in named.get("ago", ()) or "last" in named.get("years", ())


def _unproven(said: Said, text: str) -> Finding:
    return find(
        Code.STATEMENT_UNPROVEN,
        said.path,
        f"The cited sentences do not say that the date is {quoted(text)}.",
        said=said.text,
    )


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


def _is_finite(span: DateSpan) -> bool:
    return span.earliest is not None and span.latest is not None


def _is_short(span: DateSpan) -> bool:
    """Whether it is a month or less, as the day of publication may be told."""
    return span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days <= 31


def _holds(span: DateSpan, day: date) -> bool:
    return (span.earliest or date.min) <= day <= (span.latest or date.max)
