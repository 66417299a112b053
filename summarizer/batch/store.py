"""What a run writes down, in `OUT/run.sqlite`."""

from __future__ import annotations

import asyncio
import copy
import os
import socket
import sqlite3
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from summarizer.batch.database import NAME
from summarizer.batch.keys import settings_in
from summarizer.batch.plan import UNFINISHED, encoded
from summarizer.batch.reading import Entry, Finished, Reading
from summarizer.batch.writer import Writer
from summarizer.models.base import Kept
from summarizer.records import Usage

T = TypeVar("T")

_MOST_TOKENS = 10**12


class Store:
    """The store of the folder `out`. Raises `ConfigurationError` where it cannot be opened, read or written.

    What is written is safe when the future, or the awaited call, is done; `reading` then has it.
    """

    def __init__(self, out: Path) -> None:
        self.path = out / NAME
        self.program = self.settings = b""
        self.run = 0
        self._writer = Writer(self.path)
        try:
            self.reading = Reading(self.path)
        except BaseException:
            self._writer.close()
            raise

    def begin(self, folder: Path, model: str, program: bytes, facts: Mapping[str, Any] | None = None) -> int:
        """Begins a run over `folder`; returns how many calls were under way when the last one was killed.

        `program` stands for all that a result depends on besides its article. `facts` are written down with it.
        """
        self.program = program
        self.settings = settings_in(program, folder)
        told = (time.time(), socket.gethostname(), os.getpid(), sqlite_text(str(folder)), model, self.settings)

        def do(connection: sqlite3.Connection) -> tuple[int, int]:
            lost = connection.execute("SELECT count(*) FROM flights").fetchone()[0]
            connection.execute(
                "UPDATE runs SET lost = (SELECT count(*) FROM flights WHERE run = runs.id) "
                "WHERE id IN (SELECT run FROM flights)"
            )
            connection.execute("DELETE FROM flights")
            row = connection.execute(
                "INSERT INTO runs (started, host, pid, folder, model, settings) VALUES (?, ?, ?, ?, ?, ?)", told
            )
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", (facts or {}).items())
            return lost, row.lastrowid or 0

        lost, self.run = self._writer.submit(do).result()
        return lost

    def join(self, job: bytes, model: str) -> Store:
        """This store for one job, a run that any number of processes share; `job` is what they know it by.

        What other processes have under way is left alone, so it never counts as lost.
        """
        told = (time.time(), socket.gethostname(), os.getpid(), "", model, job)

        def do(connection: sqlite3.Connection) -> int:
            row = connection.execute("SELECT id FROM runs WHERE settings = ?", (job,)).fetchone()
            if row:
                return int(row[0])
            ask = "INSERT INTO runs (started, host, pid, folder, model, settings) VALUES (?, ?, ?, ?, ?, ?)"
            return connection.execute(ask, told).lastrowid or 0

        joined = copy.copy(self)
        joined.run = self._writer.submit(do).result()
        return joined

    async def spend(self, requests: Sequence[bytes]) -> None:
        """Writes down that the answers to these requests came to nothing."""
        await self._writer.ask(lambda connection: _spend(connection, requests))

    def end(self) -> None:
        """Writes down when the run ended. What is under way by now has been given up: it counts as lost."""
        self._writer.submit(
            lambda connection: connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (time.time(), self.run))
        ).result()

    def close(self) -> None:
        """Finishes what is being written, and closes the file."""
        self.reading.close()
        self._writer.close()

    def finish(
        self, entry: Entry, finished: Finished, spent: Sequence[bytes] = (), *, unfinished: bool = False
    ) -> asyncio.Future[None]:
        """Writes down how an article ended; `spent` are the requests whose answers came to nothing. What is
        `unfinished`, the next run goes on with."""
        settings = UNFINISHED if unfinished else self.settings
        values = {**_columns(entry, finished), "settings": settings, "run": self.run, "finished": time.time()}
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        again = ", ".join(f"{name} = excluded.{name}" for name in values if name != "path")
        upsert = (
            f"INSERT INTO articles ({names}, document) VALUES ({marks}, ?) ON CONFLICT (path) DO UPDATE SET {again}, "  # noqa: S608
            "document = excluded.document, attempts = CASE WHEN articles.key IS excluded.key AND "
            "articles.state = 'failed' THEN articles.attempts + 1 ELSE 1 END"
        )

        def do(connection: sqlite3.Connection) -> None:
            _forget_document(connection, values["path"])
            connection.execute("DELETE FROM elsewhere WHERE path = ?", (values["path"],))
            document = None if finished.document is None else add_text(connection, finished.document)
            connection.execute(upsert, (*values.values(), document))
            _spend(connection, spent)
            _count_change(connection)

        return self._writer.ask(do)

    def touch(self, entry: Entry, document: str | None) -> asyncio.Future[None]:
        """Writes down that an article's file looks otherwise than it did and says the same; `document`: its result
        where that is told otherwise now (the file is called otherwise)."""
        signature = entry.signature or (None, None, None)

        def do(connection: sqlite3.Connection) -> None:
            path = encoded(entry.path)
            connection.execute(
                "UPDATE articles SET size = ?, mtime_ns = ?, inode = ?, settings = ? WHERE path = ?",
                (*signature, self.settings, path),
            )
            if document is not None:
                _forget_document(connection, path)
                number = add_text(connection, document)
                connection.execute("UPDATE articles SET document = ?, run = ? WHERE path = ?", (number, self.run, path))
                _count_change(connection)

        return self._writer.ask(do)

    def elsewhere(self, entry: Entry, shard: int) -> asyncio.Future[None]:
        """Writes down that a file belongs to another shard; what was known of it goes."""
        values = (encoded(entry.path), *(entry.signature or (None, None, None)), shard)

        def do(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO elsewhere VALUES (?, ?, ?, ?, ?)", values)
            _forget_article(connection, values[0])

        return self._writer.ask(do)

    def remove(self, paths: Sequence[bytes]) -> None:
        """Takes articles out that are no longer there, unless this run wrote them."""

        def do(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM elsewhere WHERE path = ?", [(path,) for path in paths])
            for path in paths:
                if connection.execute(
                    "SELECT 1 FROM articles WHERE path = ? AND run <> ?", (path, self.run)
                ).fetchone():
                    _forget_article(connection, path)

        self._writer.submit(do).result()

    def remember(self, facts: Mapping[str, Any]) -> None:
        """Writes facts down."""
        self._writer.submit(
            lambda connection: connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
        ).result()

    async def write(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """What `do` returns, called with the connection inside a transaction, when that is committed."""
        return await self._writer.ask(do)

    def write_later(self, do: Callable[[sqlite3.Connection], None]) -> asyncio.Future[None]:
        """Has `do` called with the connection, in its turn; safe from the end of this process when it is done."""
        return self._writer.ask(do, durable=False)

    async def sent(self, request: bytes, path: str) -> None:
        """Writes down that a request goes out."""
        values = (request, encoded(path), self.run, time.time())
        # It must outlive this process. A power cut may take the last of these, not what was answered.
        await self._writer.ask(
            lambda connection: connection.execute("INSERT INTO flights VALUES (?, ?, ?, ?)", values), durable=False
        )

    async def landed(self, request: bytes, path: str) -> None:
        """Writes down that nothing will come of a request."""
        await self._writer.ask(lambda connection: _land(connection, request, encoded(path)), durable=False)

    async def keep(self, request: bytes | None, path: str, kept: Kept) -> None:
        """Writes down what came back."""
        await self._writer.ask(lambda connection: self.put(connection, request, encoded(path), kept))

    def put(self, connection: sqlite3.Connection, request: bytes | None, where: bytes, kept: Kept) -> None:
        """The same within a transaction."""
        numbers = _tokens(kept.usage)
        names = ", ".join(numbers)
        text = None if kept.raw is None else add_text(connection, kept.raw)
        connection.execute(
            "INSERT INTO answers (request, path, run, text, model, schema_mode, calls, cost_usd, saved_usd, "  # noqa: S608
            f"received, {names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                request,
                where,
                self.run,
                text,
                sqlite_text(kept.model),
                kept.schema_mode,
                kept.calls,
                kept.cost_usd,
                kept.saved_usd,
                time.time(),
                *numbers.values(),
            ),
        )
        if request is not None:
            _land(connection, request, where)

    async def settled(self) -> None:
        """Returns when all that was asked to be written is."""
        await self._writer.ask(lambda _: None, durable=False)


def _columns(entry: Entry, finished: Finished) -> dict[str, Any]:
    size, mtime_ns, inode = entry.signature or (None, None, None)
    provenance = finished.provenance
    usage = provenance.usage if provenance else Usage()
    return {
        "path": encoded(entry.path),
        "size": size,
        "mtime_ns": mtime_ns,
        "inode": inode,
        "state": "failed" if finished.document is None else "done",
        "sha256": bytes.fromhex(entry.sha256) if entry.sha256 else None,
        "key": entry.key,
        "error": finished.error,
        "message": None if finished.message is None else sqlite_text(finished.message),
        **finished.verification.model_dump(),
        "faulty": finished.faulty,
        "model": sqlite_text(provenance.model) if provenance else None,
        "schema_mode": provenance.schema_mode if provenance else None,
        "calls": provenance.calls if provenance else 0,
        **_tokens(usage),
        "cost_usd": provenance.cost_usd if provenance else None,
    }


def sqlite_text(value: str) -> str:
    """What SQLite takes for a text: no lone surrogates."""
    try:
        return value.encode(errors="surrogateescape").decode(errors="backslashreplace")
    except UnicodeEncodeError:
        return value.encode(errors="backslashreplace").decode()


def _tokens(usage: Usage) -> dict[str, int]:
    """What SQLite takes for numbers, and can add up: a service may say anything."""
    return {name: min(number, _MOST_TOKENS) for name, number in usage.model_dump().items()}


def add_text(connection: sqlite3.Connection, text: str) -> int:
    """Keeps a long text, compressed; returns its number."""
    packed = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
    return connection.execute("INSERT INTO texts (zlib) VALUES (?)", (packed,)).lastrowid or 0


def _forget_document(connection: sqlite3.Connection, path: bytes) -> None:
    connection.execute("DELETE FROM texts WHERE id = (SELECT document FROM articles WHERE path = ?)", (path,))


def _spend(connection: sqlite3.Connection, requests: Sequence[bytes]) -> None:
    connection.executemany("UPDATE answers SET spent = 1 WHERE request = ?", [(request,) for request in requests])


def _forget_article(connection: sqlite3.Connection, path: bytes) -> None:
    _forget_document(connection, path)
    if connection.execute("DELETE FROM articles WHERE path = ?", (path,)).rowcount:
        _count_change(connection)


def _land(connection: sqlite3.Connection, request: bytes, path: bytes) -> None:
    connection.execute(
        "DELETE FROM flights WHERE rowid = (SELECT min(rowid) FROM flights WHERE request = ? AND path = ?)",
        (request, path),
    )


def _count_change(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO facts VALUES ('changes', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1")
