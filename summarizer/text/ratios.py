"""Shares told as so many out of so many: "nine out of ten", "three in four", "two of every five"."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.text.number_words import SMALL
from summarizer.text.patterns import pattern
from summarizer.text.plain import GAP

_COUNT = rf"[0-9]{{1,3}}|{'|'.join(sorted(SMALL, key=lambda word: (-len(word), word)))}"
_RATIO = pattern(
    rf"(?<![^\W_-])(?P<part>{_COUNT}){GAP}(?:(?:out{GAP})?of{GAP}(?:every{GAP})?|in{GAP}(?:every{GAP})?)(?P<whole>{_COUNT})"
    rf"(?![^\W_]|[-.,]\d|%|{GAP}(?:years?|months?|weeks?|days?|hours?|quarters?|percent|million|billion)\b)",
    re.IGNORECASE,
)


class Ratio(NamedTuple):
    """A share at `text[start:end]`: `part` of `whole`."""

    start: int
    end: int
    part: int
    whole: int


def read_ratios(text: str) -> list[Ratio]:
    """All such shares of a text, in order."""
    found = (
        Ratio(match.start(), match.end(), _value(match["part"]), _value(match["whole"]))
        for match in _RATIO.finditer(text)
    )
    return [ratio for ratio in found if 0 < ratio.part < ratio.whole]


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else SMALL[word.lower()]
