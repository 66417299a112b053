"""Numbers that the article has without what they count, which is told beside: "It was less than two at the end"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.folding import folded
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index

_HEAD = pattern(
    r"(?:[a-z]+\s){0,3}?(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)
_LONG = 3
"""Characters of a number alone that hardly is a day or a place in a row."""
_UNIT = pattern(r"\s?(?:per\scent|%|[\w-]+)\W*\Z", re.IGNORECASE)
_END = r"(?=\W*\Z|[.,;:”\"’'](?!\d)|\s(?:and|at|but|by|in|last|now|on|out|this)\b)"


def stands_bare(text: str, sentence: str) -> bool:
    """Whether a sentence has an amount's words without its unit: "less than two" of "less than two times"."""
    head = _HEAD.match(text)
    unit = _UNIT.search(text, head.end()) if head else None
    if unit is None or (head is not None and " " not in head[0] and len(head[0]) < _LONG):
        # "3%" is not the day of "March 3, 2027".
        return False
    return re.search(rf"\b{re.escape(text[: unit.start()])}{_END}", sentence, re.IGNORECASE) is not None


def leaves_unit_out(text: str, mine: Amount, pool: Sequence[Amount], cited: Sequence[int], index: Index) -> bool:
    """Whether the cited sentences have the number of `text` bare, and count another one in its unit."""
    unit = folded(str(mine.unit))
    if mine.unit is None or not any(folded(str(other.unit)) == unit and other.value != mine.value for other in pool):
        return False
    return any(stands_bare(text, index.sentences[number - 1].text) for number in cited)
