"""Which of the two sides of a licence takes it: who will sell the product, and who will be paid for it."""

from __future__ import annotations

import re

from summarizer.article import Sentence
from summarizer.models.offline.reading import Reading

_AHEAD = 3
"""Sentences after the first that still tell the terms."""
_REACH = 60
"""Characters behind a name in which its verb follows."""
_WILL = re.compile(r"(?:will|would|can|may|is to|has|gets?|gains?|obtains?) (?:\w+ ){0,2}?(?P<verb>\w+)")
_IS_PAID = re.compile(
    r"(?:is|are|will|would|also|be|to|and|\s)*\b(?:receives?|eligible|entitled|collect|get|grants?|granted|granting)\b"
)
_PAYS = re.compile(
    r"(?:will|would|also|to|has|agreed|\s)*\b(?:pay|pays|paying|make (?:an? |the )?(?:upfront|payment))\b"
)


def is_licensee(reading: Reading, sentence: Sentence, name: str, other: str, uses: frozenset[str]) -> bool:
    """Whether the words from `sentence` on have `name`, and not `other`, take the licence."""
    return _score(reading, sentence, name, uses) > _score(reading, sentence, other, uses)


def _score(reading: Reading, sentence: Sentence, name: str, uses: frozenset[str]) -> int:
    score = 0
    sentences = reading.article.sentences[sentence.number - 1 : sentence.number + _AHEAD]
    for told in sentences:
        for span in reading.names_of(told):
            if reading.full(span) != name and not name.startswith(span.text):
                continue
            words = reading.text[span.end : min(told.end, span.end + _REACH)].replace("\n", " ").strip()
            if _IS_PAID.match(words):
                score -= 1
            elif _PAYS.match(words) or ((will := _WILL.match(words)) and will.group("verb") in uses):
                score += 1
    return score
