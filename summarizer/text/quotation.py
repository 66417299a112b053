"""Quoted stretches: what stands between a pair of quotation marks, of whichever kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.lines import is_wrapped
from summarizer.text.patterns import pattern


@dataclass(frozen=True, slots=True)
class Quoted:
    """The text between two quotation marks, [start, end), the marks left out.

    Of a quotation over several paragraphs, each of which opens anew, every paragraph is a stretch of its own.
    """

    start: int
    end: int


_MARK = pattern(r"[“”„«»\"‘’'`\n](?:(?<=\n)[ \t\r]*(?:\n\s*)?|(?<=`)`|(?<=[^\n`]))")
"""A mark, two backticks or the end of a line; the first character is a set, so that `re` passes quickly over others."""
_CLOSERS = {"“": '”"“', "„": "“”", "«": "»", '"': '"”', "``": "'", "''": "'"}
_LONGEST_LINES = 1500
"""Characters over which a quotation goes on in the next lines, where each sentence has a line of its own."""
_SINGLE = ("‘", "'")
_ENDS = (".", ",", "!", "?", "'", "’")
_SENTENCE_ENDS = (".", ",", "!", "?")
_ENDS_OR_MARKS = frozenset({*_SENTENCE_ENDS, '"', "”"})
_LONGEST_SINGLE = 400
"""Characters that single quotation marks can hold; beyond, the mark was an apostrophe."""


def quoted_stretches(text: str) -> list[Quoted]:
    """All quoted stretches in order and disjoint: of nested marks the outermost.

    Curly, straight, low-high, angle, single, doubled-backtick and doubled-apostrophe marks. A mark that nothing closes
    before its paragraph ends opens nothing, unless the next paragraph opens with the same mark again, or the next
    lines have its closing mark before another opens.
    """
    wrapped = is_wrapped(text)
    found: list[Quoted] = []
    opened: tuple[str, int] | None = None
    skip_to = closes_at = 0
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if at < skip_to:
            continue
        if mark[0] == "\n":
            if opened and (mark.count("\n") > 1 or not wrapped or mark.endswith("    ")):
                if mark.count("\n") == 1 and at < (
                    closes_at := max(closes_at, _closing(text, opened[0], at, match.end()))
                ):
                    continue
                if opened[0] not in _SINGLE and text.startswith(opened[0], match.end()):
                    _add(text, found, opened[1], at)
                opened = None
        elif opened is None:
            opened = _opening(text, mark, at, match.end())
            skip_to = opened[1] if opened else 0
        elif opened[0] in _SINGLE:
            if mark in '“"':
                if closes := _nested_double(text, mark, opened[1], match.end()):
                    skip_to = closes
                else:
                    opened = (mark, match.end())
            elif mark in "’'":
                if at - opened[1] > _LONGEST_SINGLE:
                    opened = _opening(text, mark, at, match.end())
                elif _closes_single(text, at):
                    if at - opened[1] > 2:
                        _add(text, found, opened[1], at)
                    opened = None
        elif mark == "“" and opened[0] == "“":
            if text[at - 1] in _SENTENCE_ENDS and not text[at + 1 : at + 2].strip():
                # A closing mark that was turned the wrong way.
                _add(text, found, opened[1], at)
                opened = None
            elif closes := _nested(text, at):
                skip_to = closes
            else:
                opened = (mark, match.end())
        elif mark[0] in _CLOSERS[opened[0]] and (mark != "'" or text.startswith("''", at)):
            _add(text, found, opened[1], at)
            opened = None
            skip_to = at + 2 if mark == "'" else 0
    return found


def _nested(text: str, at: int) -> int:
    """Behind the closing mark of a quotation at `at` that stands in another of the same marks; 0 if it does not."""
    inner = text.find("”", at, at + _LONGEST_SINGLE)
    outer = text.find("”", inner + 1, inner + _LONGEST_LINES) if inner > 0 else -1
    if outer < 0 or text.find("“", at + 1, outer) >= 0 or text.find("\n", at, outer) >= 0:
        return 0
    return inner + 1


def _nested_double(text: str, mark: str, opened: int, at: int) -> int:
    """Behind the double marks that open before `at` in single ones, as British papers set them; 0 if they do not.

    They do where they close in the same line and the single ones behind them, before another apostrophe could.
    """
    inner = text.find("”" if mark == "“" else '"', at, at + _LONGEST_SINGLE)
    if inner <= at or "\n" in text[at:inner]:
        return 0
    ended = any(_closes_single(text, match.start()) for match in _SINGLE_MARK.finditer(text, opened, at))
    if ended:
        return 0
    for match in _SINGLE_MARK.finditer(text, inner + 1, min(len(text), opened + _LONGEST_SINGLE)):
        gap = text[inner + 1 : match.start()]
        if "\n" in gap or '"' in gap or "“" in gap:
            return 0
        if _closes_single(text, match.start()) and text[match.start() - 1] in _ENDS_OR_MARKS:
            return inner + 1
    return 0


_SINGLE_MARK = pattern(r"['’]")


def _closing(text: str, opening: str, at: int, line: int) -> int:
    """Where a quotation that a line break at `at` stands in is closed, before another opens; 0 for nowhere near."""
    if opening not in ("“", '"') or text.startswith(opening, line):
        return 0
    close = text.find("”" if opening == "“" else '"', at, at + _LONGEST_LINES)
    if close < 0 or text.find("\n\n", at, close) >= 0:
        return 0
    if opening == "“":
        return close if text.find("“", at, close) < 0 else 0
    return close if not text[close - 1].isspace() and not text[close + 1 : close + 2].isalnum() else 0


def _add(text: str, found: list[Quoted], start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quoted(start, end))


def _opening(text: str, mark: str, at: int, end: int) -> tuple[str, int] | None:
    before, after = text[at - 1 : at], text[end : end + 1]
    if mark in ("“", "„", "«", "``"):
        return mark, end
    if mark == '"':
        return None if before.isdigit() and not after.isalnum() else (mark, end)
    if mark == "'" and text.startswith("''", at):
        opens = not before.isalnum() and before not in _ENDS and text[at + 2 : at + 3].isalnum()
        return ("''", at + 2) if opens else None
    if mark == "‘" or (mark == "'" and not before.isalnum() and before not in (".", ",", "’")):
        return (mark, end) if after.isalpha() and not before.isalnum() else None
    return None


def _closes_single(text: str, at: int) -> bool:
    """Whether the apostrophe at `at` ends a quotation: no letter behind it, and not a plural's possessive."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after.isalnum() or before.isspace():
        return False
    return not (before == "s" and after == " " and re.search(r"[a-z,.!?]['’](?!\w)", text[at + 1 : at + 120]))


class QuoteMap:
    """Quoted stretches by offset."""

    def __init__(self, stretches: Sequence[Quoted]) -> None:
        self.stretches = stretches
        self._starts = [stretch.start for stretch in stretches]
        self._last = stretches[-1].end if stretches else -1

    def holding(self, offset: int) -> Quoted | None:
        """The stretch in which `offset` lies, its closing mark included."""
        if offset > self._last:
            return None
        at = bisect_right(self._starts, offset) - 1
        return self.stretches[at] if at >= 0 and offset <= self.stretches[at].end else None

    def within(self, start: int, end: int) -> list[Quoted]:
        """The stretches that share a character with [start, end)."""
        if not self.stretches or start > self._last or end <= self._starts[0]:
            return []
        at = max(bisect_right(self._starts, start) - 1, 0)
        held = []
        while at < len(self.stretches) and self.stretches[at].start < end:
            if self.stretches[at].end > start:
                held.append(self.stretches[at])
            at += 1
        return held
