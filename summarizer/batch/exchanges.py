"""The exchanges with a service, in the store: what `--log-requests` keeps, and how it is read.

The bodies are texts of the store, compressed; a request that is sent again has the text of the first time. Nobody waits
for a row to be written: the store's thread writes in the order in which it is asked, so that what waits for an answer
to be safe waits for its exchange too, and memory does not grow.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.batch.plan import decoded, encoded
from summarizer.batch.reading import Reading
from summarizer.batch.store import Store, add_text, sqlite_text
from summarizer.models.request_log import LoggedRequest

_CHUNK = 100
"""Exchanges that are read at once, each with two long texts."""


class ArticleLog:
    """The log of the article at `path`."""

    def __init__(self, store: Store, path: str) -> None:
        self._store = store
        self._path = encoded(path)
        self._texts: dict[bytes, int] = {}
        """By their hashes: the requests of this article that are in the store."""

    def add(self, request: LoggedRequest) -> None:
        """Has one exchange written down; does not wait."""
        run = self._store.run
        digest = hashlib.sha256(request.request.encode("utf-8", "surrogatepass")).digest()

        def do(connection: sqlite3.Connection) -> None:
            if digest not in self._texts:
                self._texts[digest] = add_text(connection, request.request)
            insert(connection, self._path, run, request, self._texts[digest])

        written = self._store.write_later(do)
        # Where the store fails, whatever waits for it is told.
        written.add_done_callback(_heard)


def _heard(written: asyncio.Future[None]) -> None:
    if not written.cancelled():
        written.exception()


def insert(
    connection: sqlite3.Connection,
    path: bytes,
    run: int,
    request: LoggedRequest,
    text: int,
    batch: int | None = None,
    line: bytes | None = None,
) -> None:
    """Writes an exchange down whose request is the text of that number; `batch` and `line`: the provider batch that it
    goes with, and by what its line is known there."""
    answer = None if request.answer is None else add_text(connection, request.answer)
    error = None if request.error is None else sqlite_text(request.error)
    connection.execute(
        "INSERT INTO exchanges (path, run, task, model, url, attempt, sent, seconds, status, headers, request, answer, "
        "error, batch, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            path,
            run,
            request.task,
            sqlite_text(request.model),
            sqlite_text(request.url),
            request.attempt,
            request.sent,
            request.seconds,
            request.status,
            sqlite_text(json.dumps(dict(request.headers), ensure_ascii=False)) if request.headers else None,
            text,
            answer,
            error,
            batch,
            line,
        ),
    )


@dataclass(frozen=True)
class Exchange:
    """One request and what came for it, as the store has it."""

    id: int
    path: str
    run: int
    task: str
    model: str
    url: str
    attempt: int
    sent: float
    """Seconds since 1970."""
    seconds: float | None
    status: int | None
    error: str | None
    batch: int | None
    """The number of the provider batch that it went with; None: it was sent by itself."""
    request: int
    answer: int | None
    """Their texts in the store."""
    headers: Mapping[str, str]


def exchanges(reading: Reading, path: str | None = None, *, failed: bool = False) -> Iterator[Exchange]:
    """The exchanges that were logged, in the order in which they ended; those of the article at `path` alone; those
    alone that brought no answer."""
    names = "id, path, run, task, model, url, attempt, sent, seconds, status, error, batch, request, answer, headers"
    where = "id > ?" + (" AND path = ?" if path is not None else "")
    where += " AND (error IS NOT NULL OR status IS NULL OR status >= 400)" if failed else ""
    last: int = 0
    given: list[Any] = [] if path is None else [encoded(path)]
    while rows := reading.read(
        f"SELECT {names} FROM exchanges WHERE {where} ORDER BY id LIMIT {_CHUNK}",  # noqa: S608 (our own names)
        (last, *given),
    ):
        for number, where_from, *told, headers in rows:
            values = (number, decoded(where_from), *told, json.loads(headers) if headers else {})
            yield Exchange(*values)
        last = rows[-1][0]
