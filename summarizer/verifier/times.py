"""Dates and periods: their words found, resolved against the article's own date, and compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from summarizer.fields import Leaf, When
from summarizer.text.dates import DateSpan, read_date
from summarizer.text.folding import folded
from summarizer.text.open_dates import leaves_open
from summarizer.verdicts import with_fields
from summarizer.verifier import doubts
from summarizer.verifier.date_labels import labels, same_grain
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import Located, locate, locate_cited, nearest
from summarizer.verifier.notes import Filled, Held, Note, differing, find

_SHORT = 64
"""Characters of date words up to which what they mean is kept: the same few ("last year") are asked about often."""
_read_short = lru_cache(maxsize=4096)(read_date)


def check_when(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """Looks the date up by its words or by what they mean, fills in its days and compares those that were given."""
    when: When = leaf.value
    index = cited.index
    pool = cited.each(index.dates)
    located = locate_cited(when.text, cited)
    if located is None:
        said = _read(when.text, index.article.published)
        if said is not None and (same := _same(said, pool)) is not None:
            yield from _hold(leaf, cited, ((same.start, same.end),), same)
            return
        located = _elsewhere(when.text, cited, pool)
    if located is None:
        yield from _absent(leaf, cited, pool)
        return
    reading = _covering(index, located.whole)
    if reading is not None and (by_itself := _by_itself(when.text, located.whole, reading, pool, index)) is not None:
        yield from _hold(leaf, cited, ((by_itself.start, by_itself.end),), by_itself)
        return
    if reading is None or reading.earliest is None:
        reading = _read(when.text, index.article.published) or reading
    yield from _hold(leaf, cited, located.places, reading)


def _read(text: str, published: date | None) -> DateSpan | None:
    return _read_short(text, published) if len(text) <= _SHORT else read_date(text, published)


def _elsewhere(text: str, cited: Cited, pool: Sequence[DateSpan]) -> Located | None:
    """Where uncited sentences have the words; only those about the same where a cited one has a date told alike."""
    located = locate(text, cited)
    index = cited.index
    if located is None or any(cited.concerns(number) for number in index.sentences_of(located.whole)):
        return located
    named = labels(text)
    rivals = (labels(index.text[span.start : span.end]) for span in pool)
    return None if any(same_grain(named, other) for other in rivals) else located


def _same(said: DateSpan, pool: Sequence[DateSpan]) -> DateSpan | None:
    """The date that means the same days in other words: "Jan. 10" for "10 January"."""
    if said.earliest is None:
        return None
    return next((span for span in pool if (span.earliest, span.latest) == (said.earliest, said.latest)), None)


def _covering(index: Index, place: Place) -> DateSpan | None:
    """The article's own reading at `place`: "late last year" where the record has "last year"."""
    start, end = place
    over = [
        span
        for number in index.sentences_of(place)
        for span in index.dates(number)
        if span.start < end and span.end > start
    ]
    return max(over, key=lambda span: min(span.end, end) - max(span.start, start), default=None)


def _by_itself(text: str, place: Place, reading: DateSpan, pool: Sequence[DateSpan], index: Index) -> DateSpan | None:
    """A cited date of these words alone, where they were found as a part of a longer one: "2024" of "2 May 2024"."""
    if place[0] <= reading.start and reading.end <= place[1]:
        return None
    wanted = folded(text)
    return next((span for span in pool if folded(index.text[span.start : span.end]) == wanted), None)


def _hold(leaf: Leaf, cited: Cited, places: tuple[Place, ...], reading: DateSpan | None) -> Iterator[Note]:
    when: When = leaf.value
    index = cited.index
    yield Held(leaf.path, places)
    given = when.earliest, when.latest
    if reading is None or (reading.earliest is None and reading.latest is None):
        if given != (None, None) or reading is None:
            why = (
                "the article's own date is not known"
                if index.article.published is None
                else "no calendar date could be read from it"
            )
            yield find(
                Code.DATE_UNREAD,
                leaf.path,
                f"{quoted(when.text)} stands in the article, but {why}.",
                said=_days(*given) if given != (None, None) else when.text,
                article=index.article,
                place=places[0],
            )
        return
    if (open_by := doubts.of_period(when.text, places[0], index)) is not None:
        yield find(Code.JUDGEMENT_UNPROVEN, leaf.path, open_by, said=when.text, article=index.article, place=places[0])
    if given == (None, None):
        if _is_open(places[0], reading, index):
            return
        update = {"earliest": reading.earliest, "latest": reading.latest}
        yield Filled(leaf.path, with_fields(when, update))
        return
    if not _inside(given, (reading.earliest, reading.latest)):
        yield find(
            Code.DATE_ALTERED,
            leaf.path,
            f"{quoted(when.text)} means {_days(reading.earliest, reading.latest)} in this article, "
            f"not {_days(*given)}.",
            said=_days(*given),
            article=index.article,
            place=places[0],
        )


def _is_open(place: Place, reading: DateSpan, index: Index) -> bool:
    """Whether the words leave it open which of several days or months they mean: then none is filled in."""
    number = index.sentence_at(place[0])
    sentence = index.sentences[number - 1]
    days = reading.earliest, reading.latest
    return leaves_open(index.text, place, (sentence.start, sentence.end), days, index.article.published)


def _inside(given: tuple[date | None, date | None], reading: tuple[date | None, date | None]) -> bool:
    """Whether the given days lie within those that the words mean; an open end is not compared."""
    first, last = given[0] or given[1], given[1] or given[0]
    earliest, latest = reading
    if first is None or last is None or first > last:
        return False
    return (earliest is None or earliest <= first) and (latest is None or last <= latest)


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None or first == last:
        return str(first or last or "no date")
    return f"{first} to {last}"


def _absent(leaf: Leaf, cited: Cited, pool: Sequence[DateSpan]) -> Iterator[Note]:
    when: When = leaf.value
    index = cited.index
    place: Place | None = None
    if pool:
        wanted = folded(when.text)
        like = max(
            pool, key=lambda span: len(set(wanted.split()) & set(folded(index.text[span.start : span.end]).split()))
        )
        place = like.start, like.end
    else:
        place = nearest(when.text, cited, alike=80)
    if place is None:
        yield find(
            Code.DATE_UNSUPPORTED, leaf.path, f"The article does not give the date {quoted(when.text)}.", said=when.text
        )
        return
    yield differing(Code.DATE_ALTERED, leaf.path, when.text, index.article, place)
