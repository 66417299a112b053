"""Headline and abstract: the article's own sentences that carry the deal or the news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.lexicon import is_furniture
from summarizer.models.offline.reading import Reading
from summarizer.text.speech_content import DATELINE

_LONGEST_HEADLINE = 220
_MOST_SENTENCES = 3
_STALE_START = re.compile(
    r"^(?:it|he|she|they|this|that|these|those|but|and|however|still|also|meanwhile|the company|the deal|separately|"
    r"in addition|moreover)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z'’-]{3,}")


def find_headline(reading: Reading, deals: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The article's own headline if it stands in its text, else the sentence that carries the news."""
    title = _title(reading, deals)
    sentence = title or _lead(reading, deals)
    if sentence is None:
        return None
    return {"evidence": [sentence.number], "text": _without_dateline(sentence.text)}


def find_abstract(
    reading: Reading, deals: Sequence[dict[str, Any]], headline: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Two to four sentences in the article's order: the lead, the deals' sentences, what weighs most besides."""
    sentences = [sentence for sentence in reading.sentences if 40 <= len(sentence.text) <= 700] or list(
        reading.sentences
    )
    if not sentences:
        sentences = [sentence for sentence in reading.article.sentences if not is_furniture(sentence.text)]
    if not sentences:
        return []
    weights = _weights(sentences, reading, deals)
    ranked = sorted(sentences, key=lambda sentence: (-weights[sentence.number], sentence.number))
    chosen: list[Sentence] = []
    headline_is_title = headline is not None and all(
        sentence.number not in headline["evidence"] for sentence in sentences
    )
    for sentence in ranked:
        if len(chosen) >= _MOST_SENTENCES + (1 if len(sentences) > 25 else 0):
            break
        if any(_alike(sentence, other) for other in chosen):
            continue
        if headline and not headline_is_title and sentence.number in headline["evidence"] and len(sentences) > 4:
            continue
        chosen.append(sentence)
    chosen.sort(key=lambda sentence: sentence.number)
    return [{"evidence": [item.number], "text": _without_dateline(item.text)} for item in chosen]


def _without_dateline(text: str) -> str:
    line = " ".join(text.split())
    head = DATELINE.match(line)
    return line[head.end() :] if head and len(line) - head.end() > 20 else line


def _title(reading: Reading, deals: Sequence[dict[str, Any]]) -> Sentence | None:
    """A headline among the first lines, the one that names a party of a deal before others; captions repeat."""
    texts = Counter(sentence.text for sentence in reading.article.sentences[:40])
    candidates = [
        sentence
        for sentence in reading.article.sentences[:5]
        if reading.is_title(sentence)
        and not reading.is_prose(sentence)
        and texts[sentence.text] == 1
        and len(sentence.text) <= _LONGEST_HEADLINE
        and not sentence.text.isupper()
        and _has_news(sentence, reading)
    ]
    for sentence in candidates:
        if deals and any(sentence.number in deal["evidence"] for deal in deals):
            return sentence
    return candidates[0] if candidates else None


def _has_news(sentence: Sentence, reading: Reading) -> bool:
    """A headline names somebody and says something of them: no caption without a name, no byline or place and date."""
    names = reading.names_of(sentence)
    words = sentence.text.split()
    rest = len(words) - sum(len(name.text.split()) for name in names)
    return bool(names) and rest >= 3 and not re.match(r"(?:by|from)\s", sentence.text, re.IGNORECASE)


def _lead(reading: Reading, deals: Sequence[dict[str, Any]]) -> Sentence | None:
    by_number = {sentence.number: sentence for sentence in reading.sentences}
    for deal in deals[:1]:
        for number in deal["evidence"]:
            sentence = by_number.get(number)
            if sentence and not _STALE_START.match(sentence.text):
                return sentence
    for sentence in reading.sentences[:6]:
        if not _STALE_START.match(sentence.text) and reading.names_of(sentence):
            return sentence
    prose = reading.sentences or tuple(item for item in reading.article.sentences if not is_furniture(item.text))
    return prose[0] if prose else None


def _weights(sentences: Sequence[Sentence], reading: Reading, deals: Sequence[dict[str, Any]]) -> dict[int, float]:
    """How much of the news a sentence carries: deals, position, the article's frequent words and names, figures."""
    frequent = Counter(word for sentence in sentences for word in set(_WORD.findall(sentence.text.lower())))
    top = {word for word, count in frequent.most_common(25) if count > 1}
    deal_rank: dict[int, float] = {}
    for deal in deals:
        for place, number in enumerate(deal["evidence"]):
            deal_rank[number] = max(deal_rank.get(number, 0.0), 6.0 - 2 * min(place, 2))
    weights = {}
    for place, sentence in enumerate(sentences):
        words = _WORD.findall(sentence.text.lower())
        weight = 4.0 if place == 0 else 2.5 / (place + 1)
        weight += deal_rank.get(sentence.number, 0.0)
        weight += 3 * len(top & set(words)) / (len(words) + 6)
        weight += min(len(reading.names_of(sentence)), 3) * 0.25 + min(len(reading.amounts_of(sentence)), 2) * 0.35
        if _STALE_START.match(sentence.text):
            weight -= 1.5
        if len(words) > 45 or len(words) < 6:
            weight -= 1.0
        weights[sentence.number] = weight
    return weights


def _alike(one: Sentence, other: Sentence) -> bool:
    first, second = set(_WORD.findall(one.text.lower())), set(_WORD.findall(other.text.lower()))
    return len(first & second) > 0.7 * min(len(first), len(second)) if first and second else one.text == other.text
