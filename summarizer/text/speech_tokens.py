"""A stretch of prose as its words and marks, each quotation in it one token: what stands outside quotation marks.

Origin of the lists: quotation marks of Unicode, and the abbreviations of titles and legal forms that style guides
write with a full stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.quotation import Quoted

QUOTE = "“”"
"""The text of the token that stands for a whole quotation."""

_TOKEN = pattern(
    r"\w+(?:(?:[\u200b\u00ad\u0300-\u036f&.@/’'‐‑-]+|,(?<=\d,)(?=\d{3}))\w+)*[\u0300-\u036f’']*\.?|"
    r"\([^()\n“”\"]{1,60}\)|[^\w\s]"
)
_ABBREVIATED = pattern(
    r"(?:Inc|Cos?|Corp|Ltd|Jr|Sr|Bros|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Reps|Sens|Gen|St|Prof|Rev|Lt|Col|Sgt|Capt|[A-Z]|"
    r"\w+(?:\.\w+)+)\."
)
_OPENING = frozenset("“\"`‘'„«")
_CLOSING = frozenset("”\"'’“»")


_SHORTENED = word_set("""
    ala apr ariz ark assn aug ave calif colo conn dec del feb fla ga gen ill ind intl jan kan ky la mass md mfg mich
    minn miss mo mont neb nev no nov oct okla ont ore pa que sept tenn tex va vt wash wis wyo
""")
"""Months, states and the like, whose full stop does not end a sentence that goes on."""


class Word(NamedTuple):
    """A word, a punctuation mark or a quotation of the text, [start, end)."""

    start: int
    end: int
    text: str
    lower: str
    """The word in lower case with a straight apostrophe."""
    capital: bool
    """Whether it looks like a part of a name."""


_NO_ADVERBS = word_set("ally anomaly assembly butterfly family monopoly rally reply supply")


def is_adverb(word: Word) -> bool:
    """Whether the word is an adverb by its "-ly"."""
    lower = word.lower
    return lower.endswith("ly") and not word.capital and len(lower) > 4 and lower not in _NO_ADVERBS


def is_year(word: Word) -> bool:
    """Whether the word is the number of a year."""
    return len(word.text) == 4 and word.text.isdigit() and word.text[:2] in ("19", "20")


@lru_cache(maxsize=16384)
def _look(word: str) -> tuple[str, str, bool, bool]:
    """(the word without the full stop of a sentence, in lower case, whether capital, whether there was a stop)."""
    stopped = len(word) > 1 and word[-1] == "." and not _ABBREVIATED.fullmatch(word)
    word = word[:-1] if stopped else word
    head = word[:3]
    capital = (not head.islower() and any(map(str.isupper, head))) or (word[0].isdigit() and word.isalnum())
    return word, word.lower().replace("’", "'"), capital, stopped


def words_of(text: str, start: int, end: int, stretches: Sequence[Quoted] = ()) -> list[Word]:
    """The tokens of `text[start:end]`, what stands in round brackets left out.

    `stretches` are the quotations that share a character with it; each is one token, its marks included.
    """
    found: list[Word] = []
    at = start
    for stretch in stretches:
        low, high = outside_marks(text, stretch)
        if at < low:
            _plain(text, at, low, found)
        found.append(Word(low, high, QUOTE, QUOTE, False))
        at = max(at, high)
    if at < end:
        _plain(text, at, end, found)
    return found


def _plain(text: str, start: int, end: int, found: list[Word]) -> None:
    add, make, find = found.append, tuple.__new__, text.find
    stop = start
    for written in _TOKEN.findall(text, start, end):
        # Nothing but white space stands between two tokens, so the next one is found where it begins.
        first = find(written, stop)
        stop = first + len(written)
        if written[0] == "(" and len(written) > 1:
            continue
        word, lower, capital, stopped = _look(written)
        if stopped:
            add(make(Word, (first, stop - 1, word, lower, capital)))
            if not capital or lower not in _SHORTENED or text[stop : stop + 1] not in (" ", ",", "\n"):
                add(make(Word, (stop - 1, stop, ".", ".", False)))
        else:
            add(make(Word, (first, stop, word, lower, capital)))


def outside_marks(text: str, stretch: Quoted) -> tuple[int, int]:
    """(start, end) of a quotation with its marks."""
    low, high = stretch.start, stretch.end
    while low and text[low - 1].isspace():
        low -= 1
    if low and text[low - 1] in _OPENING:
        low -= 2 if text[low - 2 : low] in ("``", "''") else 1
    while high < len(text) and text[high].isspace() and text[high] != "\n":
        high += 1
    if high < len(text) and text[high] in _CLOSING:
        high += 2 if text[high : high + 2] == "''" else 1
        if text[high : high + 2] in (" '", " ’") and text[high + 2 : high + 3].isspace():
            # Tokenised text sets the mark of a quotation in the quotation apart: “A, ‘B,” ’ he said.
            high += 2
    else:
        high = stretch.end
    return low, high
