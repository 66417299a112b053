"""What the top of an article says beside names: figures by what they count, its words, its quarters, its quotations.

By these two articles are known to tell one piece of news, or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.dossier.foreground import in_background
from summarizer.dossier.news import News
from summarizer.text.patterns import pattern
from summarizer.verifier.wording import stem, stems_of

LARGE = 1_000_000
"""From which on an amount is not one of a share or a ticket."""
_LEAST_COUNT = 10
"""Below it a number is no figure that tells one piece of news from another."""
_RUN = 6
"""Words in a row that two articles quote of one utterance."""
_WORDS = pattern(r"[^\W_]+")
_PERIOD = pattern(
    r"\b(?:(?P<which>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<what>quarter|half)|(?P<short>[QH][1-4]))\b",
    re.IGNORECASE,
)
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
MONEY = ""
"""What amounts of money count."""


def facts_of(news: News, *, background: bool = False) -> frozenset[float]:
    """The numbers in the foreground of the lead, or anywhere in it; reminders and small ones left out."""
    told = (number for number in news.texts if not news.is_old(number))
    return frozenset(value for number in told for _, value in _figures(news, number, background=background))


def figures_of(news: News, numbers: Iterable[int]) -> dict[str, frozenset[float]]:
    """The numbers in the foreground of some sentences, by the stem of what they count."""
    found: dict[str, set[float]] = {}
    for number in numbers:
        for kind, value in _figures(news, number):
            if kind is not None:
                found.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}


def _figures(news: News, number: int, *, background: bool = False) -> Iterator[tuple[str | None, float]]:
    sentence = news.story.sentence(number)
    if sentence is None:
        return
    away = () if background else news.background(number)
    for one in news.story.readings.amounts:
        if not sentence.start <= one.start < sentence.end or in_background(away, one.start - sentence.start):
            continue
        value = float(one.value)
        if one.kind == "money":
            if value >= LARGE:
                yield MONEY, value
        elif value >= _LEAST_COUNT:
            yield (stem(one.unit.split()[-1]) if one.kind == "quantity" and one.unit else None), value


def money_in(news: News, numbers: Iterable[int] | None = None) -> frozenset[tuple[float, str | None]]:
    """The large amounts of money of an article with their likeliest currencies; or those in the foreground of some
    sentences."""
    some = None if numbers is None else set(numbers)
    found = set()
    for one in news.story.readings.amounts:
        if one.kind != "money" or one.value < LARGE:
            continue
        number = None if some is None else news.story.number_at(one.start)
        sentence = None if number is None or number not in (some or ()) else news.story.sentence(number)
        if some is None or (
            number is not None
            and sentence is not None
            and not in_background(news.background(number), one.start - sentence.start)
        ):
            found.add((float(one.value), one.currencies[0] if one.currencies else None))
    return frozenset(found)


def stems_at(news: News, numbers: Iterable[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words in the foreground of some sentences that are no names; and those anywhere in them."""
    plain: set[str] = set()
    every: set[str] = set()
    for number in numbers:
        sentence = news.story.sentence(number)
        if sentence is not None:
            names = stems_of(" ".join(span.text for span, _ in news.cast.spans_within(sentence.start, sentence.end)))
            text = news.texts.get(number, "")
            found = stems_of(text) - names
            every |= found
            if away := news.background(number):
                for start, end in away:
                    text = text[:start] + " " * (end - start) + text[end:]
                found = stems_of(text) - names
            plain |= found
    return _no_numbers(plain), _no_numbers(every)


def _no_numbers(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in stems if not one.isdigit())


def periods_at(news: News, numbers: Iterable[int]) -> frozenset[str]:
    """The quarters and halves of a year that some sentences name: `q3`, `h1`."""
    texts = (news.texts.get(number, "") for number in numbers)
    return frozenset(_period(found) for text in texts for found in _PERIOD.finditer(text))


def _period(found: re.Match[str]) -> str:
    if found["short"]:
        return found["short"].lower()
    which = found["which"].lower()
    return f"{'q' if found['what'].lower() == 'quarter' else 'h'}{_ORDER.get(which, which[0])}"


def quoted_in(news: News) -> frozenset[int]:
    """The hashes of every few words in a row that the article quotes."""
    found: set[int] = set()
    for quoted in news.story.readings.quoted:
        words = _WORDS.findall(news.story.head[quoted.start : quoted.end].lower())
        found |= {hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)}
    return frozenset(found)
