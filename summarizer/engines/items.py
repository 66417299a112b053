"""What a source holds: articles as files, or as rows of Parquet files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from summarizer.batch.folder import check_folder, left_out, walk
from summarizer.engines.articles import readable
from summarizer.engines.columns import Row
from summarizer.engines.places import FileInfo, Place
from summarizer.errors import ConfigurationError, ReadError
from summarizer.readers import article_suffixes

PARQUET = (".parquet", ".pq")
UNLISTED = "-"
"""The signature of what is no article but a folder that cannot be listed."""
LABELS = ("id", "path", "title", "published")
"""Columns that are read beside the text, where they are there."""
_AT_ONCE = 256
"""Rows of a Parquet file that are decoded at once."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be done."""

    file: str
    """The path of its file below the source; empty where the source is that file."""
    row: int
    """Its row in a Parquet file, from 0; -1 for a file that is an article."""
    signature: str
    """By what its file is known to be as it was."""


def items(source: Place, text: str, exclude: Place | None = None) -> Iterator[Item]:
    """The articles of `source`: a folder of Parquet files or of articles, or one such file; `text` is the column of
    the texts. The folder `exclude` is left out.

    Raises `ConfigurationError` where there is none, or where it holds both.
    """
    if not source.exists():
        raise ConfigurationError(f"{source} does not exist: check the path")
    tables = [file for file in source.files(PARQUET) if not _inside(source, file, exclude)]
    if source.is_local and not tables:
        yield from _local_articles(source, exclude)
        return
    articles = source.files(tuple(article_suffixes()))
    if tables and articles:
        raise ConfigurationError(
            f"{source} holds Parquet files and articles ({articles[0].path}): name the one or the other"
        )
    if not tables and not articles:
        known = ", ".join(sorted({*article_suffixes(), *PARQUET}))
        raise ConfigurationError(f"{source} holds no article and no Parquet file ({known})")
    for file in articles:
        yield Item(file.path, -1, file.signature)
    for file in tables:
        for row in range(_count_rows(source, file, text)):
            yield Item(file.path, row, file.signature)


def _local_articles(source: Place, exclude: Place | None) -> Iterator[Item]:
    """As `summarizer batch` finds them: without a list of them all in memory."""
    folder = source.local
    out = left_out(folder, exclude.local) if exclude is not None and exclude.is_local else None
    check_folder(folder, exclude=out)
    unlisted: list[OSError] = []
    for relative, status in walk(folder, exclude=out, on_error=unlisted.append):
        signature = "" if status is None else f"{status.st_size} {status.st_mtime_ns}"
        yield Item("" if folder.is_file() else relative, -1, signature)
    for fault in unlisted:
        place = Path(fault.filename)
        yield Item("." if place == folder else place.relative_to(folder).as_posix(), -1, UNLISTED)


def _inside(source: Place, file: FileInfo, exclude: Place | None) -> bool:
    return exclude is not None and source.shown(file.path).startswith(f"{exclude.given}/")


def _count_rows(source: Place, file: FileInfo, text: str) -> int:
    from pyarrow import ArrowException, parquet

    shown = source.shown(file.path)
    try:
        with source.opened(file.path) as opened:
            schema = parquet.read_schema(opened)
            opened.seek(0)
            rows = int(parquet.read_metadata(opened).num_rows)
    except (ArrowException, OSError) as fault:
        raise ConfigurationError(f"{shown} cannot be read: {fault}") from fault
    if text not in schema.names:
        raise ConfigurationError(
            f"{shown} has no column {text!r}, it has {', '.join(map(repr, schema.names))}: name the one with the "
            "articles' texts, --text-column"
        )
    return rows


class Reader:
    """Reads items, those of a Parquet file in the order of their rows without reading any of them twice."""

    def __init__(self, source: Place, text: str) -> None:
        self._source = source
        self._text = text
        self._file: str | None = None
        self._opened: Any = None
        self._starts: list[int] = []
        """The first row of each row group, and behind them the number of rows."""
        self._batches: Iterator[Any] = iter(())
        self._rows: list[Row] = []
        self._first = 0
        """The number of the first of `_rows`."""

    def row(self, item: Item) -> Row:
        """The values of an item by column: of a Parquet row those of its own; of a file its bytes and its path. What
        cannot be read is a `ReadError` in the place of the text."""
        shown = self._source.shown(item.file)
        if item.row < 0:
            name = item.file or PurePosixPath(shown).name
            return {self._text: self._bytes(item), "path": shown, "id": readable(name)}
        try:
            return self._parquet(item)
        except ReadError as fault:
            return {self._text: fault, "id": readable(f"{item.file or PurePosixPath(shown).name}:{item.row}")}

    def _bytes(self, item: Item) -> bytes | ReadError:
        try:
            if item.signature == UNLISTED:
                raise ReadError("the folder cannot be listed: its articles are missing")
            return self._source.read(item.file)
        except ReadError as fault:
            return fault

    def _parquet(self, item: Item) -> Row:
        from pyarrow import ArrowException

        try:
            if item.file != self._file:
                self._open(item.file)
            if not self._first <= item.row < self._first + len(self._rows):
                self._go_to(item.row)
            return self._rows[item.row - self._first]
        except (ArrowException, OSError) as fault:
            self._file = None
            raise ReadError(f"{self._source.shown(item.file)} cannot be read: {fault}") from fault

    def _open(self, file: str) -> None:
        from pyarrow import parquet

        self._opened = parquet.ParquetFile(self._source.opened(file), pre_buffer=False)
        groups = self._opened.metadata
        self._starts = [0]
        for group in range(groups.num_row_groups):
            self._starts.append(self._starts[-1] + groups.row_group(group).num_rows)
        self._rows, self._first, self._file = [], 0, file
        self._start_at(0)

    def _start_at(self, group: int) -> None:
        names = set(self._opened.schema_arrow.names)
        columns = [name for name in dict.fromkeys((self._text, *LABELS)) if name in names]
        groups = range(group, len(self._starts) - 1)
        self._batches = self._opened.iter_batches(_AT_ONCE, row_groups=list(groups), columns=columns)
        self._rows, self._first = [], self._starts[group]

    def _go_to(self, row: int) -> None:
        """Reads on until `row` is there; begins at its row group where that is behind, or far ahead."""
        if row >= self._starts[-1]:
            raise ReadError(f"{self._source.shown(self._file or '')} has fewer rows than before: run again")
        group = next(at for at, start in enumerate(self._starts) if start > row) - 1
        if row < self._first or self._starts[group] > self._first + len(self._rows):
            self._start_at(group)
        while row >= self._first + len(self._rows):
            self._first += len(self._rows)
            self._rows = next(self._batches).to_pylist()
