"""Where paragraphs end: at every line break in ordinary text, only at some of them where lines are wrapped at a width.

A text counts as wrapped when lines that had no room for the next word are mostly followed by a line that goes on in
lower case. Its paragraphs then end at blank lines, at indents, at list items and headings, and after short lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.text.patterns import pattern

NARROWEST, WIDEST = 30, 120
"""Characters: the widths at which text is wrapped by hand or by program."""
GOES_ON = 0.3
"""The least share of full lines followed by a lower-case letter in wrapped prose: about 0.75 in English, 0 in lists."""
SLACK = 0.85
"""A line is full when the next word would take it past this share of the width: not all copy is wrapped greedily."""

_PROSE = 4
"""Spaces in a line of prose at least, where it is to be told from an item of a list."""

_LINE = pattern(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BULLET = pattern(r"[-*+•▪●◦‣■–—]\s|#{1,6}\s|[>|]|[-=*_~]{3,}$")
_COUNTED = pattern(r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_RULE = pattern(r"[-=*_~]{3,}$")
_INLINE_BULLETS = "•▪●◦‣■"
_INLINE_BULLET = pattern(rf"[{_INLINE_BULLETS}](?<=\s.)(?=\s)")
_FIRST_WORD = pattern(r"\S{1,40}")
_FINISHED = '.!?:;"”'


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    adjacent: bool
    """True where no blank line stands before it."""

    @property
    def length(self) -> int:
        return self.indent + self.end - self.start


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text as half-open (start, end) in characters.

    They are in order and disjoint, and together hold every character that is not white space. List items, headings,
    captions and the like are paragraphs of their own.
    """
    lines = _lines(text)
    bulleted = any(bullet in text for bullet in _INLINE_BULLETS)
    joined = _joined(text, lines)
    start = 0
    for number, line in enumerate(lines, start=1):
        if number == len(lines) or not joined[number]:
            if bulleted:
                yield from _between_bullets(text, lines[start].start, line.end)
            else:
                yield lines[start].start, line.end
            start = number


def _between_bullets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for bullet in _INLINE_BULLET.finditer(text, start + 1, end):
        last = bullet.start()
        while text[last - 1].isspace():
            last -= 1
        yield start, last
        start = bullet.start()
    yield start, end


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, without the white space around them."""
    found: list[_Line] = []
    before, blank = 0, True
    for match in _LINE.finditer(text):
        raw, start = match.group(), match.start()
        broken = start - before == 1 or text[before:start] == "\r\n"
        before = match.end()
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        inset = raw.index(stripped[0])
        indent = len(raw[:inset].expandtabs(4)) if inset else 0
        found.append(_Line(start + inset, start + inset + len(stripped), indent, broken and not blank))
        blank = False
    return found


def _joined(text: str, lines: Sequence[_Line]) -> list[bool]:
    """For each line, whether it goes on with the paragraph of the line before."""
    joined = [False] * len(lines)
    lengths = [line.length for line in lines]
    width = max((length for length in lengths if length <= WIDEST), default=0)
    pairs = [
        number
        for number in range(1, len(lines))
        if lines[number].adjacent and lengths[number] <= WIDEST and lengths[number - 1] <= WIDEST
    ]
    wrapped = width >= NARROWEST and _is_wrapped(text, [(lines[number - 1], lines[number]) for number in pairs], width)
    indented = wrapped and any(_indents(text, lines[number - 1], lines[number]) for number in pairs)
    for number in pairs:
        before, line = lines[number - 1], lines[number]
        underlined = _RULE.match(text, line.start, line.end) and not _marker(text, before)
        joined[number] = bool(underlined) or (wrapped and _goes_on(text, before, line, width, indented))
    return joined


def _is_wrapped(text: str, pairs: Sequence[tuple[_Line, _Line]], width: int) -> bool:
    openers = [
        text[line.start]
        for before, line in pairs
        if _is_full(text, before, line, width) and not _marker(text, line) and not _indents(text, before, line)
    ]
    letters = [opener for opener in openers if opener.isalpha()]
    # Copy that lost its dateline after it was wrapped begins with a short line, which tells as much.
    cut_open = sum(_is_cut_open(text, before, line, width) for before, line in pairs)
    going_on = sum(opener.islower() for opener in letters) + cut_open
    return going_on > 0 and going_on >= GOES_ON * (len(letters) + cut_open)


def _is_cut_open(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Whether a sentence begins in a short line and goes on in lower case in the next: prose on both, and no list."""
    return (
        text[line.start].islower()
        and text[before.start].isupper()
        and text[before.end - 1].isalpha()
        and not _is_full(text, before, line, width)
        and not _marker(text, before)
        and not _indents(text, before, line)
        and all(text.count(" ", one.start, one.end) >= _PROSE for one in (before, line))
    )


def _goes_on(text: str, before: _Line, line: _Line, width: int, indented: bool) -> bool:
    """Whether a line of a wrapped text continues the paragraph of the line before it.

    Where paragraphs are `indented`, a line at the margin does so however short the line before it is: wire copy was
    edited after it was wrapped.
    """
    if _BULLET.match(text, line.start, line.end) or text[before.start] == "#" or _indents(text, before, line):
        return False
    finished = text[before.end - 1] in _FINISHED
    full = _is_full(text, before, line, width)
    if _COUNTED.match(text, line.start, line.end):
        return full and not finished
    at_margin = indented and line.indent == 0 and not text[before.start : before.end].isupper()
    return full or at_margin or (text[line.start].islower() and not finished)


def _is_full(text: str, before: _Line, line: _Line, width: int) -> bool:
    word = _FIRST_WORD.match(text, line.start, line.end)
    return before.length + 1 + (word.end() - line.start if word else 0) > SLACK * width


def _indents(text: str, before: _Line, line: _Line) -> bool:
    """Whether a line's indent opens a paragraph: deeper than the line before, and not the hanging indent of an item."""
    if line.indent <= before.indent or text[line.start].islower():
        return False
    marker = _marker(text, before)
    return not (marker and line.indent == before.indent + marker)


def _marker(text: str, line: _Line) -> int:
    """How many characters a list item's mark has with the space after it; 0 where the line opens none."""
    mark = _BULLET.match(text, line.start, line.end) or _COUNTED.match(text, line.start, line.end)
    return mark.end() - line.start if mark else 0
