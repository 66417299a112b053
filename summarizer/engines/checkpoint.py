"""What the Parquet shards of earlier runs hold: by this a run goes on, and leaves each article once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from summarizer.batch.output import PARQUET_PREFIX, PARQUET_SUFFIX
from summarizer.batch.plan import decoded, encoded
from summarizer.engines.columns import Row, arrow_schema, table_of
from summarizer.engines.items import UNLISTED, Item
from summarizer.engines.places import Place
from summarizer.errors import ConfigurationError
from summarizer.records import Usage, Verification

NOTE = b"summarizer"
"""The key of a shard's metadata that are ours."""
MORE: Mapping[str, str] = {"source_file": "string", "source_row": "int64", "signature": "string", "file_key": "binary"}
"""Columns of a shard beside those of `COLUMNS`: the file below the source, the row in it (null where the file is an
article), by what the file was known then, and the file's path in bytes, since not all are Unicode text."""
_SAME = f"(NOT b.failed AND b.current AND b.signature = i.signature AND i.signature NOT IN ('', '{UNLISTED}'))"
"""Whether an article was done as it is."""
_CHUNK = 10_000
"""Rows that are written at once."""
_COUNTS = (*Verification.model_fields, "faulty", "calls", *Usage.model_fields)


@dataclass
class Counts:
    """What there is to do; or what the shards come to."""

    unchanged: int = 0
    changed: int = 0
    new: int = 0
    failed: int = 0
    gone: int = 0

    @property
    def known(self) -> int:
        """Articles that the shards had a word on."""
        return self.unchanged + self.changed + self.failed + self.gone

    @property
    def total(self) -> int:
        """Articles to be done."""
        return self.changed + self.new + self.failed

    def words(self) -> str:
        """`412 unchanged, 3 changed, 1 new`."""
        counts = [f"{self.unchanged:,} unchanged", f"{self.changed:,} changed", f"{self.new:,} new"]
        counts += [f"{self.failed:,} failed before"] if self.failed else []
        return ", ".join([*counts, f"{self.gone:,} gone"] if self.gone else counts)


@dataclass
class ShardTotals:
    """The articles of all shards as they stand."""

    done: int = 0
    failed: int = 0
    sums: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTS, 0))
    shards: int = 0


class Checkpoint:
    """The shards in `out`, laid beside the articles of a source; `settings` stand for all else that results depend on.

    The lists are in a temporary file. Raises `ConfigurationError` where a file that looks like a shard is none.
    """

    def __init__(self, out: Place, settings: str) -> None:
        self._out = out
        self._settings = settings
        self._lists = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._lists.executescript(
            "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;"
            "CREATE TABLE item (file BLOB, row INTEGER, signature TEXT, PRIMARY KEY (file, row));"
            "CREATE TABLE found (shard TEXT, at INTEGER, file BLOB, row INTEGER, signature TEXT, failed INTEGER,"
            " current INTEGER, written REAL);"
            "CREATE INDEX found_by_shard ON found (shard);"
            "CREATE TABLE best (file BLOB, row INTEGER, shard TEXT, at INTEGER, signature TEXT, failed INTEGER,"
            " current INTEGER, PRIMARY KEY (file, row)) WITHOUT ROWID;"
        )
        self.counts = Counts()
        self._all_seen = True

    def plan(self, items: Iterable[Item]) -> Counts:
        """Lays the articles beside the shards, and says what there is to do."""
        lists = self._lists
        lists.execute("BEGIN")
        for item in items:
            lists.execute("INSERT INTO item VALUES (?, ?, ?)", (encoded(item.file), item.row, item.signature))
        lists.execute("COMMIT")
        self._look()
        [(new, failed, unchanged, total)] = lists.execute(
            f"SELECT coalesce(sum(b.file IS NULL), 0), coalesce(sum(b.failed), 0), coalesce(sum({_SAME}), 0), count(*) "  # noqa: S608
            "FROM item i LEFT JOIN best b USING (file, row)"
        )
        self._all_seen = not lists.execute("SELECT 1 FROM item WHERE signature = ?", (UNLISTED,)).fetchone()
        gone = lists.execute("SELECT count(*) FROM best WHERE (file, row) NOT IN (SELECT file, row FROM item)")
        gone_for_good = gone.fetchone()[0] * self._all_seen
        self.counts = Counts(unchanged, total - new - failed - unchanged, new, failed, gone_for_good)
        return self.counts

    def todo(self) -> Iterator[Item]:
        """The articles to be done, in the order of the source."""
        last = 0
        ask = (
            "SELECT i.rowid, i.file, i.row, i.signature FROM item i LEFT JOIN best b USING (file, row) "  # noqa: S608
            f"WHERE i.rowid > ? AND NOT coalesce({_SAME}, FALSE) ORDER BY i.rowid LIMIT ?"
        )
        while rows := self._lists.execute(ask, (last, _CHUNK)).fetchall():
            for last, file, row, signature in rows:  # noqa: B007
                yield Item(decoded(file), row, signature)

    def tidy(self) -> ShardTotals:
        """Takes out what is gone, and what was done again since: each article is in the shards once. Says what they
        come to."""
        self._look()
        totals = ShardTotals()
        # Where a folder could not be listed, nobody knows what is gone.
        wanted = "best JOIN item USING (file, row)" if self._all_seen else "best"
        stale = (
            f"SELECT at FROM found f WHERE shard = ? AND NOT EXISTS (SELECT 1 FROM {wanted} "  # noqa: S608
            "WHERE best.file = f.file AND best.row = f.row AND best.shard = f.shard AND best.at = f.at)"
        )
        for shard in self._shards():
            dropped = {at for (at,) in self._lists.execute(stale, (shard,))}
            left = self._without(shard, dropped) if dropped else self._read(shard, ["error", *_COUNTS])
            if left is None:
                continue
            failed = len(left) - left["error"].null_count
            totals.shards += 1
            totals.failed += failed
            totals.done += len(left) - failed
            for name in _COUNTS:
                totals.sums[name] += sum(left[name].to_pylist())
        return totals

    def close(self) -> None:
        """Gives up the lists."""
        self._lists.close()

    def _shards(self) -> list[str]:
        return [
            file.path
            for file in self._out.files((PARQUET_SUFFIX,))
            if file.path.startswith(PARQUET_PREFIX) and "/" not in file.path
        ]

    def _look(self) -> None:
        """Reads what the shards hold, and chooses the row that counts for each article."""
        lists = self._lists
        lists.executescript("DELETE FROM found; DELETE FROM best; BEGIN;")
        for shard in self._shards():
            table = self._read(shard, [*MORE, "error"])
            note = json.loads(table.schema.metadata[NOTE])
            current = note["settings"] == self._settings
            columns = [table[name].to_pylist() for name in ("file_key", "source_row", "signature", "error")]
            for at, (file, row, signature, error) in enumerate(zip(*columns, strict=True)):
                number = -1 if row is None else row
                told = (shard, at, file, number, signature, error is not None, current, note["written"])
                lists.execute("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?)", told)
        # The last one inserted stays: of these settings and the file as it is, then done, then the newest.
        lists.execute(
            "INSERT OR REPLACE INTO best SELECT f.file, f.row, shard, at, f.signature, failed, current FROM found f "
            "LEFT JOIN item i USING (file, row) "
            "ORDER BY current AND f.signature IS i.signature, NOT failed, written, shard, at"
        )
        lists.execute("COMMIT")

    def _read(self, shard: str, columns: list[str] | None = None) -> Any:
        from pyarrow import ArrowException, parquet

        try:
            with closing(self._out.opened(shard)) as file:
                table = parquet.ParquetFile(file).read(columns=columns)
        except (ArrowException, OSError) as fault:
            raise ConfigurationError(f"{self._out.shown(shard)} cannot be read: {fault}") from fault
        if NOTE not in (table.schema.metadata or {}):
            raise ConfigurationError(f"{self._out.shown(shard)} is none of our files: move it away")
        return table

    def _without(self, shard: str, dropped: set[int]) -> Any:
        """The shard's table without these rows, as it is now written; None where nothing is left."""
        table = self._read(shard)
        kept = table.filter([at not in dropped for at in range(len(table))])
        if not len(kept):
            self._out.remove(shard)
            return None
        self._out.write(shard, parquet_bytes(kept))
        return kept


def shard_table(rows: Iterable[Row], settings: str, written: float) -> Any:
    """The table of a shard: `rows` have the columns of `COLUMNS` and `MORE`."""
    note = {NOTE: json.dumps({"settings": settings, "written": written}).encode()}
    return table_of(rows, MORE).replace_schema_metadata(note)


def shard_schema() -> Any:
    """The `pyarrow.Schema` of every shard."""
    return arrow_schema(MORE)


def parquet_bytes(table: Any) -> bytes:
    """A table as a Parquet file."""
    from io import BytesIO

    from pyarrow import parquet

    stream = BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()
