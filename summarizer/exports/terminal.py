"""A result on a terminal, or in a pipe: the brief in plain words, coloured where colours are wanted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from summarizer.escaping import one_line
from summarizer.exports.brief import lay_out
from summarizer.exports.brief_entries import Entry
from summarizer.records import Result
from summarizer.verdicts import Verdict

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100
"""Columns; longer lines of prose are hard to read."""

Line = tuple[str, str, str, str]
"""Indent of the first line, indent of the others, the text, its style."""

_STYLES = {
    Verdict.INFERRED: "yellow",
    Verdict.ALTERED: "bold red",
    Verdict.UNSUPPORTED: "bold red",
}


def open_console(stream: TextIO) -> Console:
    """A console that writes to `stream`: as wide as the terminal up to `WIDEST` columns, in a pipe `COLUMNS` or that.

    Colours only on a terminal and only where `NO_COLOR` is not set.
    """
    from rich.console import Console

    columns = os.environ.get("COLUMNS", "")
    piped = int(columns) if columns.isdigit() and int(columns) > 0 else WIDEST
    console = Console(file=stream, width=None if stream.isatty() else piped, highlight=False, markup=False, emoji=False)
    console.width = max(20, min(console.width, WIDEST))
    return console


def print_brief(result: Result, console: Console) -> None:
    """Prints `result` to `console`. Nothing in it is taken for markup or for a control sequence."""
    brief = lay_out(result)
    _print(console, ("", "", brief.title + _cited(brief.headline), "bold"))
    if brief.headline:
        _print_all(console, _marks(brief.headline, ""))
    for row in _packed(brief.about, console.width):
        _print(console, ("", "", row, "dim"))
    for chapter in brief.chapters:
        console.print()
        _print(console, ("", "", chapter.title, "bold cyan"))
        for at, entry in enumerate(chapter.entries):
            if at and entry.shape in ("card", "quote"):
                console.print()
            _print_all(console, _LINES[entry.shape](entry))
    console.print()
    _print(console, ("", "", brief.tally, "dim"))


def _sentence(entry: Entry) -> Iterator[Line]:
    yield "  ", "  ", " ".join(filter(None, [entry.text, entry.aside])) + _cited(entry), ""
    yield from _marks(entry, "  ")


def _card(entry: Entry) -> Iterator[Line]:
    yield "  ", "    ", entry.text + _cited(entry), "bold"
    widest = min(24, max((len(label) for label, _ in entry.rows), default=0))
    for label, value in entry.rows:
        yield "    " + one_line(label).ljust(widest) + "  ", " " * (widest + 6), value, ""
    yield from _marks(entry, "    ")


def _quote(entry: Entry) -> Iterator[Line]:
    yield "  ", "  ", entry.text, ""
    yield "    — ", "      ", entry.aside + _cited(entry), "cyan"
    yield from _figures(entry)
    yield from _marks(entry, "    ")


def _point(entry: Entry) -> Iterator[Line]:
    aside = f" — {entry.aside}" if entry.aside else ""
    yield "  • ", "    ", entry.text + aside + _cited(entry), ""
    yield from _figures(entry)
    yield from _marks(entry, "    ")


def _figures(entry: Entry) -> Iterator[Line]:
    for label, value in entry.rows:
        yield "      ", "        ", f"{label}: {value}" if value else label, ""


_LINES = {"sentence": _sentence, "card": _card, "quote": _quote, "point": _point}


def _marks(entry: Entry, indent: str) -> Iterator[Line]:
    if entry.verdict is None or entry.verdict is Verdict.VERIFIED or entry.marked:
        return
    sign = "~" if entry.verdict is Verdict.INFERRED else "!"
    said = f"{entry.verdict.value}: " if entry.remarks else entry.verdict.value
    yield f"{indent}{sign} ", f"{indent}  ", said + " ".join(entry.remarks), _STYLES[entry.verdict]


def _cited(entry: Entry | None) -> str:
    numbers = ", ".join(str(number) for number in entry.citations) if entry else ""
    return f" [{numbers}]" if numbers else ""


def _packed(items: Sequence[str], width: int) -> Iterator[str]:
    """The items in rows of `width` characters, a dot between two; none is broken that fits a row."""
    row = ""
    for item in map(one_line, items):
        longer = f"{row} · {item}" if row else item
        if row and len(longer) > width:
            yield row
            longer = item
        row = longer
    if row:
        yield row


def _print_all(console: Console, lines: Iterator[Line]) -> None:
    for line in lines:
        _print(console, line)


def _print(console: Console, line: Line) -> None:
    """One paragraph, wrapped to the console's width, without spaces at the ends of its lines."""
    from rich.text import Text

    first, rest, text, style = line
    indent = first
    for row in Text(one_line(text), style=style).wrap(console, max(8, console.width - len(rest))) or [Text()]:
        row.rstrip()
        console.print(Text(indent).append_text(row), soft_wrap=True)
        indent = rest
