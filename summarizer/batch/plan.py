"""What there is to do: the walk through the folder laid beside the store, in one pass, before anything is asked."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from summarizer.batch.database import faults_told
from summarizer.batch.files import unwritten
from summarizer.batch.folder import Found, walk
from summarizer.errors import ConfigurationError

Before = Literal["new", "changed", "unfinished", "failed", "unlisted"]
"""What was known of an article: nothing; a result of another text or other settings; one that lacks its repair or the
judge, since the service failed there; that it failed. Or it is no article but a folder that could not be listed."""
UNFINISHED = b"unfinished"
"""What stands for the settings of such a result, which are those of no run."""

RACY_NS = 2_000_000_000
"""A file that was written so shortly before it was looked at may change again without its time's changing: file systems
count in steps of up to two seconds. It is read again next time."""
_CHUNK = 2000
"""Rows that are read or written at once."""

Signature = tuple[int, int, int]
"""A file's size in bytes, the time of its last change in nanoseconds, and its inode."""


UNSEEN: Signature = (-1, -1, -1)
"""Of what is no file or could not be looked at, where it is known by its path alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store says of an article."""

    path: bytes
    signature: Signature | None
    settings: bytes
    done: bool
    elsewhere: bool = False
    """It belongs to another shard."""


@dataclass(frozen=True, slots=True)
class Todo:
    """An article to be read."""

    path: str
    signature: Signature | None
    """None where the file must be read again next time, whatever it looks like then."""
    before: Before
    message: str | None = None
    """Why a folder could not be listed."""


def _temporary() -> sqlite3.Connection:
    """A database in a file without a name, which goes when it is closed."""
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    connection.executescript(
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;"
        "CREATE TABLE todo"
        " (path BLOB UNIQUE, size INTEGER, mtime_ns INTEGER, inode INTEGER, before TEXT, message TEXT);"
        "CREATE TABLE gone (path BLOB UNIQUE);"
    )
    return connection


@dataclass
class Plan:
    """What a run finds to do. The list itself is in a file without a name, so that it may be as long as it likes."""

    unchanged: int = 0
    changed: int = 0
    new: int = 0
    unfinished: int = 0
    """Articles whose repair or judge the service failed: they are finished."""
    failed: int = 0
    """Articles that failed before: they are tried again."""
    gone: int = 0
    elsewhere: int = 0
    """Files that belong to another shard, as far as is known without reading them."""
    other_settings: int = 0
    """Of the changed ones, those whose file is the same: the settings or the program are not."""
    _list: sqlite3.Connection = field(default_factory=_temporary, repr=False)

    @property
    def known(self) -> int:
        """Articles that the store had a word on."""
        return self.unchanged + self.changed + self.unfinished + self.failed + self.gone

    @property
    def total(self) -> int:
        """Articles to be read, and folders that could not be listed."""
        return int(self._list.execute("SELECT count(*) FROM todo").fetchone()[0])

    @property
    def size(self) -> tuple[int, int]:
        """Bytes of the articles to be read whose size is known, and how many these are."""
        total, known = self._list.execute("SELECT coalesce(sum(size), 0), count(size) FROM todo").fetchone()
        return int(total), int(known)

    def lists(self, path: bytes) -> bool:
        """Whether an article is to be read, or gone."""
        ask = "SELECT 1 FROM todo WHERE path = ? UNION ALL SELECT 1 FROM gone WHERE path = ?"
        return self._list.execute(ask, (path, path)).fetchone() is not None

    def todo(self) -> Iterator[Todo]:
        """The articles to be read, in the order of their paths."""
        last = 0
        ask = "SELECT rowid, path, size, mtime_ns, inode, before, message FROM todo WHERE rowid > ? LIMIT ?"
        while rows := self._list.execute(ask, (last, _CHUNK)).fetchall():
            for last, path, size, mtime_ns, inode, before, message in rows:  # noqa: B007
                signature = None if size is None else (size, mtime_ns, inode)
                yield Todo(decoded(path), signature, before, message)

    def gone_paths(self) -> Iterator[list[bytes]]:
        """The paths of articles that are no longer there, some at a time."""
        last = 0
        ask = "SELECT rowid, path FROM gone WHERE rowid > ? LIMIT ?"
        while rows := self._list.execute(ask, (last, _CHUNK)).fetchall():
            last = rows[-1][0]
            yield [path for _, path in rows]

    def words(self, same: int = 0, elsewhere: Mapping[Before, int] | None = None) -> str:
        """`412 unchanged, 3 changed, 1 new, 2 gone`; `same` of the changed ones turned out not to be, and `elsewhere`
        counts those that turned out to belong to another shard."""
        moved = Counter(elsewhere)
        gone = self.gone + moved["changed"] + moved["unfinished"] + moved["failed"]
        changed, new = self.changed - same - moved["changed"], self.new - moved["new"]
        counts = [f"{self.unchanged + same:,} unchanged", f"{changed:,} changed", f"{new:,} new"]
        if unfinished := self.unfinished - moved["unfinished"]:
            counts.append(f"{unfinished:,} to be repaired or judged after a fault of the service")
        if failed := self.failed - moved["failed"]:
            counts.append(f"{failed:,} failed before")
        if gone:
            counts.append(f"{gone:,} gone")
        return ", ".join(counts)

    def close(self) -> None:
        """Gives up the list."""
        self._list.close()


def plan_run(folder: Path, exclude: Path | None, known: Iterator[Known], settings: bytes) -> Plan:
    """What a run over `folder`, the folder `exclude` left out, finds to do, laid beside what is `known` of it.

    Raises `ConfigurationError` where the list of it cannot be written.
    """
    faults: list[tuple[str, str]] = []

    def unlisted(fault: OSError) -> None:
        place = Path(fault.filename)
        inside = "." if place == folder else place.relative_to(folder).as_posix()
        faults.append((inside, fault.strerror or str(fault)))

    found = walk(folder, exclude=exclude, on_error=unlisted)
    temporary = Path(tempfile.gettempdir())
    try:
        with faults_told(temporary):
            return make_plan(found, known, settings, faults)
    except OSError as fault:
        raise ConfigurationError(unwritten(fault, temporary)) from fault


def make_plan(found: Iterable[Found], known: Iterator[Known], settings: bytes, unlisted: list[tuple[str, str]]) -> Plan:
    """Lays what is `found` beside what is `known`, both in the order of their paths.

    A file that looks as it did (size, time, inode) when it was done with the same `settings` is left alone. `unlisted`
    fills while `found` is walked: folders that could not be listed, and why. What is known of the articles in them is
    neither gone nor to be done.
    """
    plan = Plan()
    lists = _Lists(plan._list)
    trusted = time.time_ns() - RACY_NS

    def is_gone(row: Known) -> None:
        if not any(_inside(row.path, encoded(folder)) for folder, _ in unlisted):
            plan.gone += not row.elsewhere
            lists.gone(row.path)

    row = next(known, None)
    for relative, status in found:
        path = encoded(relative)
        while row is not None and row.path < path:
            is_gone(row)
            row = next(known, None)
        signature = None if status is None else _signature(status)
        here = row is not None and row.path == path
        if row is not None and here and row.elsewhere and row.signature == (signature or UNSEEN):
            plan.elsewhere += 1
            row = next(known, None)
            continue
        if row is None or not here or row.elsewhere:
            plan.new += 1
            before: Before = "new"
        elif row.done and row.settings == settings and row.signature is not None and row.signature == signature:
            plan.unchanged += 1
            row = next(known, None)
            continue
        elif row.done and row.settings == UNFINISHED and row.signature == signature:
            plan.unfinished += 1
            before = "unfinished"
        elif row.done:
            plan.changed += 1
            plan.other_settings += row.settings != settings and row.signature == signature
            before = "changed"
        else:
            plan.failed += 1
            before = "failed"
        if here:
            row = next(known, None)
        lists.todo(path, signature if signature is not None and signature[1] < trusted else None, before)
    while row is not None:
        is_gone(row)
        row = next(known, None)
    for folder, message in unlisted:
        lists.todo(encoded(folder), None, "unlisted", message)
    lists.end()
    return plan


class _Lists:
    """Fills the lists of a plan, many rows at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._todo: list[tuple[object, ...]] = []
        self._gone: list[tuple[bytes]] = []

    def todo(self, path: bytes, signature: Signature | None, before: Before, message: str | None = None) -> None:
        self._todo.append((path, *(signature or (None, None, None)), before, message))
        if len(self._todo) >= _CHUNK:
            self.end()

    def gone(self, path: bytes) -> None:
        self._gone.append((path,))
        if len(self._gone) >= _CHUNK:
            self.end()

    def end(self) -> None:
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO todo VALUES (?, ?, ?, ?, ?, ?)", self._todo)
        self._connection.executemany("INSERT INTO gone VALUES (?)", self._gone)
        self._connection.execute("COMMIT")
        self._todo.clear()
        self._gone.clear()


def _signature(status: os.stat_result) -> Signature:
    # SQLite's integers have 63 bits, an inode may have 64.
    return status.st_size, status.st_mtime_ns, status.st_ino & 0x7FFFFFFFFFFFFFFF


def _inside(path: bytes, folder: bytes) -> bool:
    return folder == b"." or path == folder or path.startswith(folder + b"/")


def encoded(path: str) -> bytes:
    """A path as the store has it: its bytes sort as the walk does."""
    return path.encode("utf-8", "surrogatepass")


def decoded(path: bytes) -> str:
    """The path again."""
    return path.decode("utf-8", "surrogatepass")


def said(plan: Plan, *, of_all_shards: bool = False) -> str:
    """The line that a run begins with where the store had a word on its articles; `of_all_shards`: where it does not
    know yet which of the files that it is to read are its own."""
    words = f"{plan.words()}, of all shards" if of_all_shards and plan.changed + plan.new else plan.words()
    if not plan.other_settings:
        return words
    return f"{words} ({plan.other_settings:,} by other settings, another version or another name of the folder)"
