"""Folding: the form of a text in which harmless typography makes no difference, with the way back to its offsets.

Two stretches of text fold alike when they differ in nothing but Unicode compatibility forms (NFKC), curly or
straight quotation marks, the kind of dash, hyphen or minus, the kind and number of white space characters, line
breaks, characters that have no width, and case. Digits, words and punctuation are never touched.

A text is rewritten in two layers, each a list of the places where the length changes; everywhere else an offset is
a shift. That keeps the work in `str.replace` and `re`, not in a loop over characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.text.patterns import pattern

# From Unicode's General Punctuation and Dash property; the grave and acute accents stand for quotes in old wire copy.
_ALIKE = {
    '"': "“”„‟«»〝〞〟＂",
    "'": "‘’‚‛‹›′`´＇ʼʻ",
    "-": "‐‑‒–—―⁃⁻₋−﹘﹣－",
}
_TABLE = {ord(variant): plain for plain, variants in _ALIKE.items() for variant in variants}

# White space that `str.split` knows and that is one character in ASCII.
_ASCII_SPACES = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"

_ODD = frozenset(_ASCII_SPACES + "`")
"""Characters that plain ASCII text seldom has, and that fold into others."""

_RUNS = pattern(r" {2,}|-{2,}|''")
_RUN_TO = {" ": " ", "-": "-", "'": '"'}

_NAME = 64
"""Characters of a text up to which its folded form is kept: names are compared again and again."""

_FEW = 48
"""Up to so many distinct characters are replaced one after the other; more go through one `str.translate`."""

# A single space between two words is left alone, as nothing changes there.
# The first character is a set, so that `re` passes quickly over letters.
_BETWEEN = pattern(
    r"""[ ",;:!?'().\-](?:(?<=[",;:!?'()])|(?<= )(?:(?=[ ",;:!?'().\-])|\Z)|(?<=\.)(?!\d)|(?<=-)(?=[ "]))"""
    r"""(?:[ ",;:!?'()]|\.(?!\d)|-(?=[ "]))*"""
)

# The characters that stand for others in a shadow are surrogates, which no Unicode text holds.
_JOINING, _GROWING = chr(0xD800), chr(0xD801)

# At most 30 marks on one base are normalized together, the bound of Unicode's stream-safe format.
_CLUSTERS = pattern(f".?{_JOINING}{{1,30}}|{_GROWING}", re.DOTALL)

# Superscripts, subscripts, vulgar fractions, circled numbers: compatibility forms would change the number beside them.
_NUMERALS = pattern("([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f\u2189\u2460-\u249b])")


@dataclass(frozen=True, slots=True)
class _Layer:
    """The places where a rewriting changed the length, as parallel ascending lists of offsets."""

    after: list[int]
    after_end: list[int]
    before: list[int]
    before_end: list[int]

    def back(self, offset: int) -> int:
        """Where the character at `offset` of the new text began in the old one."""
        at = bisect_right(self.after, offset) - 1
        if at < 0:
            return offset
        if offset < self.after_end[at]:
            return self.before[at]
        return self.before_end[at] + offset - self.after_end[at]

    def back_end(self, offset: int) -> int:
        """Where the character before `offset` of the new text ended in the old one."""
        at = bisect_right(self.after, offset - 1) - 1
        if at < 0:
            return offset
        if offset - 1 < self.after_end[at]:
            return self.before_end[at]
        return self.before_end[at] + offset - self.after_end[at]

    def forth(self, offset: int) -> int:
        """Where the character at `offset` of the old text went in the new one."""
        at = bisect_right(self.before, offset) - 1
        if at < 0:
            return offset
        if offset < self.before_end[at]:
            return self.after[at]
        return self.after_end[at] + offset - self.before_end[at]


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each of its characters came from."""

    text: str
    _layers: tuple[_Layer, ...] = field(default=(), repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` was folded from; characters without width at its
        edges are left out."""
        if end <= start:
            start = end = self._back(start)
            return start, end
        for layer in reversed(self._layers):
            start, end = layer.back(start), layer.back_end(end)
        return start, end

    def at(self, offset: int) -> int:
        """The offset in `text` of the character that stood at `offset` in the original."""
        for layer in self._layers:
            offset = layer.forth(offset)
        return min(offset, len(self.text))

    def _back(self, offset: int) -> int:
        for layer in reversed(self._layers):
            offset = layer.back(offset)
        return offset


def fold(text: str) -> Folded:
    """`text` folded, with the map back to its offsets (in code points). Linear in the length of `text`."""
    layers: list[_Layer] = []
    text, shadow = _level(text)
    if shadow is not None:
        text, layer = _rewrite(text, _CLUSTERS.finditer(shadow), _normal)
        layers.append(layer)
    text = text.lower()
    if _has_runs(text):
        text, layer = _rewrite(text, _RUNS.finditer(text), _one_of_run)
        layers.append(layer)
    return Folded(text, tuple(layers))


def bare(form: Folded) -> Folded:
    """`form` with the punctuation and the quotation marks between words taken for one space.

    What joins the characters of a number or a name stays: "1,000", "-4.5", "don't", "AT&T".
    """
    text, layer = _rewrite(form.text, _BETWEEN.finditer(form.text), _space_of_gap)
    return Folded(text, (*form._layers, layer))


def folded(text: str) -> str:
    """`fold(text).text`, without the map."""
    return _folded_name(text) if len(text) <= _NAME else _folded(text)


def _folded(text: str) -> str:
    if text.isascii() and _ODD.isdisjoint(text):
        text = text.lower()
        return _RUNS.sub(lambda match: _one_of_run(match[0]), text) if _has_runs(text) else text
    return fold(text).text


def _has_runs(text: str) -> bool:
    """Whether `_RUNS` finds anything."""
    return "  " in text or "--" in text or "''" in text


_folded_name = lru_cache(maxsize=4096)(_folded)


def _level(text: str) -> tuple[str, str | None]:
    """`text` with every change made that keeps its length; and, where others remain, its shadow.

    The shadow has the same length, with one character for all that join the one before them and one for all that
    become several, so that one small pattern finds them.
    """
    text = _substitute(text, {character: " " for character in _ASCII_SPACES if character in text})
    text = text.replace("`", "'")
    if text.isascii():
        return text, None
    alone: dict[str, str] = {}
    marked: dict[str, str] = {}
    for character in set(text):
        if character.isascii():
            continue
        plain = _normal(character)
        if _joins(character):
            marked[character] = _JOINING
        elif len(plain) != 1:
            marked[character] = _GROWING
        elif plain != character:
            alone[character] = plain
    text = _substitute(text, alone)
    return text, _substitute(text, marked) if marked else None


def _substitute(text: str, table: dict[str, str]) -> str:
    if len(table) > _FEW:
        return text.translate({ord(character): to for character, to in table.items()})
    for character, to in table.items():
        text = text.replace(character, to)
    return text


@lru_cache(maxsize=8192)
def _joins(character: str) -> bool:
    """Whether the character may vanish into the one before it: marks, Hangul vowels and finals, no-width characters."""
    first = (_normal(character) or character)[0]
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        or unicodedata.category(first) in ("Mn", "Mc", "Me")
        or "\u1160" <= first <= "\u11ff"
    )


@lru_cache(maxsize=8192)
def _normal(cluster: str) -> str:
    """The folded form of a character with the marks on it; white space runs are left to the second layer."""
    visible = "".join(
        character
        for character in cluster
        if unicodedata.category(character) != "Cf" and not "\ufe00" <= character <= "\ufe0f"
    )
    return _casefolded(_casefolded(visible.translate(_TABLE)).translate(_TABLE))


def _casefolded(text: str) -> str:
    """NFKC with case folded, spaces made plain. Fractions and raised digits stay: "4½" is not "41⁄2"."""
    parts = _NUMERALS.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", part).casefold()) for part in parts[::2]]
    return "".join(" " if character.isspace() else character for part in parts for character in part)


def _space_of_gap(gap: str) -> str:
    return " " if " " in gap or '"' in gap else gap


def _one_of_run(run: str) -> str:
    return _RUN_TO[run[0]]


def _rewrite(text: str, matches: Iterable[re.Match[str]], to: Callable[[str], str]) -> tuple[str, _Layer]:
    spans = [match.span() for match in matches]
    pieces: list[str] = []
    after: list[int] = []
    after_end: list[int] = []
    read = written = 0
    for start, end in spans:
        new = to(text[start:end])
        pieces += (text[read:start], new)
        written += start - read
        after.append(written)
        written += len(new)
        after_end.append(written)
        read = end
    pieces.append(text[read:])
    return "".join(pieces), _Layer(after, after_end, [start for start, _ in spans], [end for _, end in spans])
