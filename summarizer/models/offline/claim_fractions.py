"""Figures told without a number: "a third of its sales", "by a fifth", "at least two-thirds", "profit halved".

Origin of the lists: English fractions and the verbs for multiples; the words of bounds before them are those of news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set

_WORDS = word_set("""
    doubled eighth fifth fifths half halved quadrupled quarter quarters sixth tenth tenths third thirds trebled tripled
""")
"""One of these stands in whatever is found here."""
_BOUND = (
    r"(?:(?:at\s(?:least|most)|(?:more|less|fewer)\sthan|as\s(?:much|many)\sas|up\sto|just\s(?:over|under)|about|almost|"
    r"around|nearly|only|over|roughly|some)\s)?"
)
_FRACTION = pattern(
    rf"(?<![\w$€£-]){_BOUND}(?:(?:an?|one)[-\s](?:third|quarter|fifth|sixth|eighth|tenth)|"
    r"(?:two|three|four|five|seven|nine)[-\s](?:thirds|quarters|fifths|sixths|eighths|tenths)|half)\b",
    re.IGNORECASE,
)
_OF = pattern(
    r"\sof\s(?!an\s(?:hour|inch)|a\s(?:century|minute|mile)|(?:the\s)?(?:\d|first|last|next|this|year)|\w+day\b)|\s(?:must|have\sto|will\shave\sto)\s"
)
"""What stands behind the part of something; behind a quarter of a year stands no thing."""
_BY = pattern(r"\b(?:by|almost|nearly)\s\Z", re.IGNORECASE)
_MULTIPLE = pattern(r"\b(?:more\sthan\s|nearly\s|almost\s)?(?:doubled|halved|quadrupled|trebled|tripled)\b")
_ENDS = pattern(r"[.,]|\s(?:in|over|during|since|last|year|compared|from|as|after|because|on|at|between)\b")
"""What follows a verb that has no object: "profit halved in May"."""


def fractions_in(start: int, end: int, text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The parts and multiples in `text[start:end]` that are no part of `amounts`, in order, as amounts of percents.

    A verb for a multiple is one only where the words have no number besides: "doubled to $4 million" has.
    """
    words = text[start:end]
    if _WORDS.isdisjoint(letters_of(words)):
        return []
    found = [
        (match.start(), match.end())
        for match in _FRACTION.finditer(words)
        if _OF.match(words, match.end()) or _BY.search(words, 0, match.start())
    ]
    if not found and not amounts:
        found = [
            (match.start(), match.end())
            for match in _MULTIPLE.finditer(words)
            if match.start() and _ENDS.match(words, match.end())
        ]
    return [
        _amount(start + low, start + high)
        for low, high in found
        if all(
            start + low <= item.start and item.end <= start + high and item.kind == "quantity"
            for item in amounts
            if item.start < start + high and start + low < item.end
        )
    ]


def _amount(start: int, end: int) -> Amount:
    return Amount(
        start=start,
        end=end,
        core=(start, end),
        kind="percent",
        value=Decimal(0),
        high=None,
        bound="exactly",
        currencies=(),
        unit="percent",
    )
