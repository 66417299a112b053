"""What a number counts or measures: the unit or the head noun behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.text.number_words import SCALES, SMALL
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.plain import GAP
from summarizer.text.units import (
    ABBREVIATIONS,
    COMPOUNDS,
    INVARIANT,
    NOT_COUNTED,
    NOT_MEASURES,
    PERSONS_AND_THINGS,
    UNITS,
)


class Counted(NamedTuple):
    """What a number counts: the head noun or unit as in the text, and where it ends."""

    text: str
    end: int


_SUMS = frozenset(SCALES) | word_set("""
    baht cents crowns dirhams dlrs dollars euros francs kroner kronor lira marks pence pesos pounds rand reais ringgit
    riyals roubles rubles rupees rupiah stg won yen yuan zlotys
""")
"""Scales and currencies: what stands before them is no year."""
_NEXT_WORD = pattern(rf"(?>{GAP})(?P<word>[^\W_]+(?:(?:['&./-])[^\W_]+){{0,6}}(?:(?<=[A-Z]\.[A-Z])\.)?)")
_LETTERS = pattern(r"(?P<word>[^\W\d_]+)")
_LONGEST_FIRST = sorted(COMPOUNDS, key=lambda unit: -len(unit))
_COMPOUND = pattern(rf"(?i:{'|'.join(GAP.join(map(re.escape, unit.split())) for unit in _LONGEST_FIRST)})(?![^\W_])")
_COMPOUND_BEGINNINGS = frozenset(unit.split()[0].rstrip(".") for unit in COMPOUNDS)
_HYPHEN = pattern(r"-(?=[^\W\d_])|(?P<loose>[ \xa0]-[ \xa0])")
_SPACES = " \xa0"
_STUCK = pattern(r"(?P<unit>[^\W\d_/]{1,5}(?:/[hs])?)(?![^\W_])")
_REACH = 4
"""How many words behind the number the noun may be the last of: "100,000 new Nvidia H100 GPUs"."""


def read_unit(text: str, at: int) -> Counted | None:
    """The unit or counted noun behind a number that ends at `at`: "days", "square feet", "GPUs" of "H100 GPUs".

    A plural ends the search, unless it is a name's ("Cruze diesels"); a function word, a verb or a punctuation mark
    ends it without result. A singular counts only as a known unit or behind a hyphen ("a 12-member board").
    """
    # Behind a space, as most often, stands neither of these but a hyphen between two.
    spaced = text[at : at + 1] in _SPACES
    if not spaced and (stuck := _STUCK.match(text, at)):
        unit = stuck["unit"]
        return Counted(unit, stuck.end()) if unit in ABBREVIATIONS and unit not in ("in", "m") else None
    if (not spaced or text.startswith("-", at + 1)) and (hyphen := _HYPHEN.match(text, at)):
        return _behind_hyphen(text, hyphen)
    for nth in range(_REACH):
        word = _NEXT_WORD.match(text, at)
        if not word:
            return None
        if compound := _compound(text, word):
            return Counted(compound.group(), compound.end())
        written, at = word["word"], word.end()
        possessive = written.endswith(("'s", "'S"))
        if possessive:
            written, at = written[:-2], at - 2
        lower = written.lower()
        if nth == 0 and ((written in ABBREVIATIONS and written != "in") or lower in UNITS):
            return Counted(written, at)
        if lower in NOT_COUNTED or lower in SMALL or lower.isdecimal():
            return None
        if is_plural(written) and not (written[0].isupper() and _is_before_counted(text, at)):
            return Counted(written, at)
        if possessive:
            return None
    return None


def _behind_hyphen(text: str, hyphen: re.Match[str]) -> Counted | None:
    word = _LETTERS.match(text, hyphen.end())
    if not word:
        return None
    if compound := _compound(text, word):
        return Counted(compound.group(), compound.end())
    unit = word["word"]
    if hyphen["loose"] and unit not in UNITS:
        return None
    if unit in NOT_COUNTED or unit in NOT_MEASURES or unit in SMALL or not (unit.islower() or unit in ABBREVIATIONS):
        return None
    return Counted(unit, word.end())


def _compound(text: str, word: re.Match[str]) -> re.Match[str] | None:
    return _COMPOUND.match(text, word.start("word")) if word["word"].lower() in _COMPOUND_BEGINNINGS else None


def _is_before_counted(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is not None and is_plural(word["word"]) and word["word"].lower() not in NOT_COUNTED


def is_plural(written: str) -> bool:
    """Whether a word is a plural that can be counted: "workers", "GPUs", "people"; not "across", not "Williams"."""
    lower = written.lower()
    if lower in INVARIANT or (lower in UNITS and lower.endswith("s")):
        return True
    if len(lower) < 3 or not lower.endswith("s"):
        return False
    if written[:-1].isupper() and written.isalpha():
        return True
    return not (written[0].isupper() or lower.endswith(("ss", "us", "is", "ous")))


def is_counted(text: str, end: int) -> bool:
    """Whether a number like a year that ends at `end` counts what follows: "2000 employees", not "2024 results"."""
    for _ in range(2):
        word = _NEXT_WORD.match(text, end)
        if not word:
            return False
        written, end = word["word"], word.end()
        lower = written.lower()
        if lower in NOT_COUNTED:
            return False
        if lower in _SUMS or lower in PERSONS_AND_THINGS or written in ABBREVIATIONS:
            return True
    return False
