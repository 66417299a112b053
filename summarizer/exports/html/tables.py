"""The tables of the start page: rows that are kept on the disk until all are known, so that memory does not grow."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from summarizer.escaping import visible

IN_PAGE = 1000
"""Rows of a table that stand in the page as HTML, readable without scripts; those behind are data for the script."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how it is sorted and whether it can be filtered by."""

    label: str
    kind: str = "words"
    """`words`; `number`: to the right, and sorted by the cell's key; `ranked`: to the right, and sorted by the place
    that the row has at first."""
    choice: bool = False
    """Whether its few values are offered to choose from."""
    minor: bool = False
    """Left out where the page is narrow."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, what it is sorted by where that is another thing, and where it leads."""

    text: str
    key: float | str | None = None
    href: str | None = None
    also: str | None = None
    """Words that find the row and are not shown."""


Row = tuple[Cell, ...]


class Table:
    """Rows by rank, then in the order in which they came. Use it with `with`."""

    def __init__(self, name: str, columns: tuple[Column, ...]) -> None:
        self.name = name
        self.columns = columns
        self.count = 0
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.executescript(
            "PRAGMA journal_mode = OFF;"
            "CREATE TABLE rows (id INTEGER PRIMARY KEY, grp TEXT, rank REAL, cells TEXT); BEGIN;"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def add(self, row: Row, *, group: str = "", rank: float = 0.0) -> None:
        """Adds a row: rows of the most frequent group come first, and in a group those of the highest rank."""
        cells = json.dumps(
            [[visible(cell.text), cell.key, cell.href, visible(cell.also or "") or None] for cell in row]
        )
        self._rows.execute("INSERT INTO rows (grp, rank, cells) VALUES (?, ?, ?)", (group, rank, cells))
        self.count += 1

    def shown(self) -> Iterator[Row]:
        """The rows that stand in the page."""
        return self._ordered(IN_PAGE, 0)

    def kept_back(self) -> Iterator[str]:
        """The rows behind these, each as an array of JSON that can stand in a script element: `[text, key, href]` a
        cell, and behind it what else finds the row."""
        for row in self._ordered(-1, IN_PAGE):
            yield script_json([[cell.text, cell.key, cell.href, *([cell.also] if cell.also else [])] for cell in row])

    def _ordered(self, most: int, behind: int) -> Iterator[Row]:
        ask = (
            "SELECT cells FROM rows "
            "LEFT JOIN (SELECT grp AS one, count(*) AS size FROM rows WHERE grp <> '' GROUP BY grp) "
            "ON one = grp ORDER BY coalesce(size, 0) DESC, grp, rank DESC, id LIMIT ? OFFSET ?"
        )
        with closing(self._rows.execute(ask, (most, behind))) as found:
            for at, (cells,) in enumerate(found, start=behind):
                yield tuple(
                    Cell(text, at if column.kind == "ranked" else key, href, also)
                    for column, (text, key, href, also) in zip(self.columns, json.loads(cells), strict=True)
                )


def script_json(value: object) -> str:
    """`value` as JSON that ends no script element and opens no comment."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
