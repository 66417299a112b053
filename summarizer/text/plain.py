"""Odd characters read as ordinary ones, with offsets that lead back to the text as it stands.

Unlike `folding`, nothing is lost but invisible characters: case, line breaks and the width of white space stay, so
that patterns for numbers and dates can be written in ASCII and still find "１．２" or "12\N{NO-BREAK SPACE}%".
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import partial
from typing import NamedTuple

from summarizer.text.patterns import pattern

GAP = r"(?:[ \t\xa0]{1,8}(?:\r?\n[ \t\xa0]{0,12})?|\r?\n[ \t\xa0]{0,12})"
"""A pattern for white space inside of an expression: within a line, or one line break of wrapped prose."""

_INVISIBLE = pattern(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
"""Soft hyphens, zero-width and direction marks, variation selectors: Unicode's default ignorables met in prose."""

_ORDINARY = {
    " ": "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u205f\u3000",
    "\u00a0": "\u2007\u2009\u202f",  # the spaces that group digits
    "-": "\u2010\u2011\u2043\u2212\ufe63\uff0d",
    "\u2013": "\u2012\ufe58",
    "\u2014": "\u2015",
    "'": "\u2018\u2019\u201b\u02bc\u2032\uff07",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02",
    "/": "\u2044\u2215\uff0f",
    "$": "\ufe69\uff04",
    "£": "\uffe1\u20a4",
    "¥": "\uffe5",
    "¢": "\uffe0",
    "₩": "\uffe6",
    "%": "\ufe6a\uff05\u066a",
    "~": "\u223c\u02dc\uff5e",
}


class _Table(dict[int, str]):
    """What stands for each character in a text of ordinary ones, found when it is met first."""

    def __missing__(self, code: int) -> str:
        if 0xFF01 <= code < 0xFF5F:
            plain = chr(code - 0xFEE0)
        else:
            digit = unicodedata.decimal(chr(code), None)
            plain = chr(code) if digit is None else str(int(digit))
        self[code] = plain
        return plain


_TABLE = _Table({ord(odd): ordinary for ordinary, odds in _ORDINARY.items() for odd in odds})


class Plain(NamedTuple):
    """A text with ordinary characters in place of odd ones; `span` leads back to the original."""

    text: str
    removed: tuple[int, ...] = ()
    """For each invisible character taken out, the offset in `text` that it stood before, ascending."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original, invisible characters at its edges left out."""
        if not self.removed or end <= start:
            return start, end
        return start + bisect_right(self.removed, start), end + bisect_right(self.removed, end - 1)

    def at(self, offset: int) -> int:
        """The offset in `text` of the original's character at `offset`."""
        low, high = 0, len(self.removed)
        while low < high:
            middle = (low + high) // 2
            if self.removed[middle] + middle < offset:
                low = middle + 1
            else:
                high = middle
        return offset - low


_plain = partial(tuple.__new__, Plain)
"""A `Plain` of its two values in a tuple; a named tuple's own call takes twice as long."""


def plain(text: str) -> Plain:
    """`text` with full-width forms, other scripts' digits, odd spaces, dashes and quotes as ordinary characters."""
    if text.isascii():
        return _plain((text, ()))
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')
    if straight.isascii() or straight.replace("—", "").replace("–", "").isascii():
        return _plain((straight, ()))  # nothing else is odd, as in most prose
    removed = tuple(found.start() - index for index, found in enumerate(_INVISIBLE.finditer(text)))
    if removed:
        text = _INVISIBLE.sub("", text)
    return Plain(text.translate(_TABLE), removed)
