"""The articles of a run that wait for an answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from summarizer.batch.plan import Todo, decoded, encoded


class Deferrals:
    """The articles that wait for an answer, in a file without a name, so that there may be as many as there are."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._connection.executescript(
            "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;"
            "CREATE TABLE todo (id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB, size INTEGER, mtime_ns INTEGER,"
            " inode INTEGER, before TEXT, request BLOB)"
        )

    def add(self, todo: Todo, request: bytes) -> None:
        """Adds an article that waits for the answer to this request."""
        values = (encoded(todo.path), *(todo.signature or (None, None, None)), todo.before, request)
        self._connection.execute(
            "INSERT INTO todo (path, size, mtime_ns, inode, before, request) VALUES (?, ?, ?, ?, ?, ?)", values
        )

    def any(self) -> bool:
        """Whether there is one."""
        return self._connection.execute("SELECT 1 FROM todo LIMIT 1").fetchone() is not None

    def take(self, ready: Callable[[bytes], bool]) -> Iterator[Todo]:
        """Takes out, one by one, those that are there now and whose request is `ready`."""
        [until] = self._connection.execute("SELECT coalesce(max(id), 0) FROM todo").fetchone()
        last = 0
        ask = "SELECT id, path, size, mtime_ns, inode, before, request FROM todo WHERE id > ? AND id <= ? LIMIT 1000"
        while rows := self._connection.execute(ask, (last, until)).fetchall():
            for last, path, size, mtime_ns, inode, before, request in rows:
                if ready(request):
                    self._connection.execute("DELETE FROM todo WHERE id = ?", (last,))
                    yield Todo(decoded(path), None if size is None else (size, mtime_ns, inode), before)

    def close(self) -> None:
        """Gives it up."""
        self._connection.close()
