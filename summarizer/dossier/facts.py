"""What the top of an article says beside names: figures by what they count, its words, its quarters, its quotations.

By these two articles are known to tell one piece of news, or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.dossier.foreground import in_background
from summarizer.dossier.news import News
from summarizer.text.patterns import pattern
from summarizer.text.quotation import quoted_stretches
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


def stems_at(news: News, numbers: Iterable[int], *, background: bool = False) -> frozenset[str]:
    """The stems of the words in the foreground of some sentences, or anywhere in them, that are no names."""
    found: set[str] = set()
    for number in numbers:
        sentence = news.story.sentence(number)
        if sentence is not None:
            names = (span.text for span, _ in news.cast.spans_within(sentence.start, sentence.end))
            text = news.texts.get(number, "")
            for start, end in () if background else news.background(number):
                text = text[:start] + " " * (end - start) + text[end:]
            found |= stems_of(text) - stems_of(" ".join(names))
    return frozenset(one for one in found if not one.isdigit())


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
    for quoted in quoted_stretches(news.story.head):
        words = _WORDS.findall(news.story.head[quoted.start : quoted.end].lower())
        found |= {hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)}
    return frozenset(found)
