"""Small numbers that stand without their noun ("four others", "two of them"), and shares told as "nine out of ten"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.number_words import SMALL
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.ratios import Ratio, read_ratios
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited
from summarizer.verifier.notes import differing
from summarizer.verifier.said import Said
from summarizer.verifier.wording import stem

_LARGEST = 100
_CLOSE = 2
"""Points by which a percentage may lie from the share that it tells."""
_AHEAD = 24
_BOUNDED = {
    "at_least": pattern(r"\b(?:at\sleast|minimum\sof|n(?:o|ot)\s(?:fewer|less)\sthan)\s\Z", re.IGNORECASE),
    "less_than": pattern(r"(?<!no\s)(?<!not\s)\b(?:below|(?:fewer|less)\sthan|under)\s\Z", re.IGNORECASE),
    "more_than": pattern(r"(?<!no\s)(?<!not\s)\b(?:above|more\sthan|over)\s\Z", re.IGNORECASE),
    "up_to": pattern(r"\b(?:at\smost|maximum\sof|n(?:o|ot)\smore\sthan|up\sto)\s\Z", re.IGNORECASE),
}
"""What stands before a number with each of these bounds."""


def stands_bare(mine: Amount, text: str, cited: Cited) -> bool:
    """Whether the number of a count stands in the cited sentences by itself: "four bakeries" for "four others"; with
    its bound where it has one: "at least five years" for "at least five"."""
    if mine.kind != "quantity" or mine.high is not None or not 0 < mine.value < _LARGEST:
        return False
    bounded = _BOUNDED.get(mine.bound)
    if mine.value != int(mine.value) or (mine.bound != "exactly" and bounded is None):
        return False
    index = cited.index
    for number in cited.numbers:
        if bounded is not None and not any(amount.unit == mine.unit for amount in index.amounts(number)):
            # What "at least five" is of, only a number beside it says: "over six years, and at least five".
            continue
        taken = [(amount.start, amount.end) for amount in index.amounts(number)]
        taken += [(date.start, date.end) for date in index.dates(number)]
        for word in index.words(number):
            low = word.low
            value = int(low) if low.isdecimal() and len(low) < 3 else SMALL.get(low)
            if value == mine.value and not any(a <= word.start < b for a, b in taken):
                if bounded is not None and not bounded.search(index.text[max(0, word.start - _AHEAD) : word.start]):
                    continue
                before = index.text[max(0, word.start - 1) : word.start]
                behind = index.text[word.end : word.end + 2]
                if before not in (".", ",", "-", "/", ":") and not (behind[:1] in ".,:/" and behind[1:2].isdigit()):
                    return not text[:1].isdigit() or low.isdecimal()
    return False


_MONTH, _YEAR = stem("month"), stem("year")
_SAME_TIME = {
    3: re.compile(r"\bquarter(?:ly|s)?\b"),
    6: re.compile(r"\bhalf-?(?:yearly|year| a year)\b|\b(?:first|second|last) half\b"),
    12: re.compile(r"\b(?:a|one|each|per|every|the)[ -](?:full[ -])?year\b|\b(?:annual(?:ly)?|yearly)\b"),
}
"""What tells months otherwise, by their number; in folded text."""


def told_as_period(mine: Amount, cited: Cited) -> bool:
    """Whether the cited sentences tell the stretch of time in a word: "within a year", "quarterly"."""
    unit = stem(mine.unit or "")
    months = mine.value * 12 if unit == _YEAR else mine.value if unit == _MONTH else 0
    telling = _SAME_TIME.get(int(months)) if mine.kind == "quantity" and months == int(months) else None
    return telling is not None and telling.search(cited.folded) is not None


def told_as_ratio(mine: Amount, said: Said, cited: Cited) -> bool:
    """Whether the cited sentences tell a percentage or a fraction as so many out of so many, or the other way round."""
    if mine.kind == "percent" and mine.unit == "percent" and mine.high is None:
        share = mine.value
    elif mine.kind == "quantity" and mine.unit is None and 0 < mine.value < 1:
        share = mine.value * 100
    else:
        return any(ratio.start <= mine.start < ratio.end for ratio in read_ratios(said.text))
    return any(abs(100 * ratio.part - share * ratio.whole) <= _CLOSE * ratio.whole for ratio in _ratios(cited))


def check_ratios(said: Said, cited: Cited) -> Iterator[Finding]:
    """A share of the statement must be one that the cited sentences have, as such or as a percentage or fraction."""
    for mine in read_ratios(said.text):
        theirs = _ratios(cited)
        if not theirs or any(mine.part * other.whole == other.part * mine.whole for other in theirs):
            return
        if any(_equals(mine, amount) for amount in cited.each(cited.index.amounts)):
            return
        other = min(theirs, key=lambda ratio: (ratio.whole != mine.whole, abs(ratio.part - mine.part)))
        if other.whole == mine.whole:
            text, place = said.text[mine.start : mine.end], (other.start, other.end)
            yield differing(Code.NUMBER_ALTERED, said.path, text, cited.index.article, place, said=said.text)
        return


def _equals(mine: Ratio, amount: Amount) -> bool:
    if amount.kind == "percent":
        return abs(100 * mine.part - amount.value * mine.whole) <= _CLOSE * mine.whole
    return amount.unit is None and 0 < amount.value < 1 and abs(mine.part - amount.value * mine.whole) * 50 < mine.whole


def _ratios(cited: Cited) -> Sequence[Ratio]:
    return [
        ratio
        for number in cited.numbers
        for ratio in cited.index.read(
            "ratios",
            number,
            lambda text, offset: [
                Ratio(offset + found.start, offset + found.end, found.part, found.whole) for found in read_ratios(text)
            ],
        )
    ]
