"""What the store knows of provider batches, and of the requests that go with them.

A batch is `uploading` (nothing is at the service that costs), `uploaded` (its file is there, perhaps it has begun),
`open` (it has begun, and its id is known), `collected` (all that came of it is in the store, its files are still at the
service), and `done`.

A row of `requests` is a request without an answer: on its way where it has a batch, failed for good where it has a
status, and otherwise to be sent again. Where it is answered, the row makes place for one of `answers`, at once.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Literal

from summarizer.batch.plan import encoded
from summarizer.batch.provider.line_log import LineLog
from summarizer.batch.provider.rows import Row, Settled, Waiting, Written
from summarizer.batch.reading import Reading
from summarizer.batch.store import Store
from summarizer.exports.brief import plural
from summarizer.models.base import Failure
from summarizer.models.pricing import PriceList, Prices

MOST_TRIES = 3
"""Batches that one request goes with at most in a run of tries."""
_PRICES = "prices of "
"""The fact with a batch's token behind this: the prices that the run which began it was given."""
_COLUMNS = (
    "id",
    "token",
    "base_url",
    "model",
    "name",
    "state",
    "requests",
    "run",
    "began",
    "input_file",
    "batch",
    "status",
    "output_file",
    "error_file",
    "completed",
    "failed",
)


def open_batches(reading: Reading) -> list[Row]:
    """The batches that are not done, in the order in which they were begun."""
    return _batches(reading, "WHERE state <> 'done'")


def all_batches(reading: Reading) -> list[Row]:
    """All batches, in the order in which they were begun."""
    return _batches(reading, "")


def _batches(reading: Reading, where: str) -> list[Row]:
    if not reading.read("SELECT 1 FROM sqlite_master WHERE name = 'batches'"):
        return []  # written by an earlier version
    rows = reading.read(f"SELECT {', '.join(_COLUMNS)} FROM batches {where} ORDER BY id")  # noqa: S608
    return [Row(*row) for row in rows]


def open_words(rows: Sequence[Row]) -> str:
    """`2 batches with 70,000 requests` for those of `rows` that are at the service; empty for none."""
    there = [row for row in rows if row.at_service]
    if not there:
        return ""
    count = "1 batch" if len(there) == 1 else f"{len(there):,} batches"
    return f"{count} with {plural(sum(row.requests for row in there), 'request')}"


def requests_waiting(reading: Reading) -> int:
    """Requests that are at a service, in batches whose answers are not in the store yet."""
    return sum(row.requests for row in open_batches(reading) if row.at_service)


class Tables:
    """The batches and requests of `store`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.log = LineLog(store)

    def open(self) -> list[Row]:
        """The batches that are not done."""
        return open_batches(self._store.reading)

    def waiting_requests(self) -> int:
        """Requests that are at a service."""
        return requests_waiting(self._store.reading)

    def waiting(self, request: bytes) -> Waiting | None:
        """What is known of a request without an answer."""
        rows = self._store.reading.read(
            "SELECT path, batch, body, schema_mode, tries, status, failure FROM requests WHERE request = ?", (request,)
        )
        if not rows:
            return None
        path, batch, body, mode, tries, status, failure = rows[0]
        failed = None if status is None else Failure(status, json.loads(failure))
        return Waiting(path, batch, body, mode, tries, failed)

    def on_its_way(self, request: bytes) -> bool:
        """Whether a request is in a batch that has not been collected."""
        ask = "SELECT 1 FROM requests WHERE request = ? AND batch IS NOT NULL"
        return bool(self._store.reading.read(ask, (request,)))

    def waited_for(self, path: str) -> bytes | None:
        """A request that the article at `path` waits for, if a run with the settings of this one sent it."""
        ask = (
            "SELECT request FROM requests JOIN batches ON batches.id = requests.batch JOIN runs ON runs.id = run "
            "WHERE path = ? AND requests.batch IS NOT NULL AND settings = ? LIMIT 1"
        )
        rows = self._store.reading.read(ask, (encoded(path), self._store.settings))
        return rows[0][0] if rows else None

    def prices(self, row: Row, now: PriceList) -> PriceList:
        """What a batch is paid by: the prices that are given `now`, those that were when it was begun, the list's."""
        if not isinstance(now, Prices):
            given = self._store.reading.read("SELECT value FROM facts WHERE name = ?", (_PRICES + row.token,))
            if given:
                return Prices(**json.loads(given[0][0]))
        return now

    def of_main_model(self, row: Row) -> bool:
        """Whether a batch is of the model of the run that began it, and not of a judge that is another."""
        ask = "SELECT 1 FROM runs WHERE id = ? AND model IN (?, ?)"
        return bool(self._store.reading.read(ask, (row.run, row.service, row.name)))

    async def begin(
        self,
        token: str,
        base_url: str | None,
        model: str,
        name: str,
        size: int,
        letters: Sequence[Written],
        prices: PriceList = None,
    ) -> int:
        """Writes a batch down that is to be sent, with its requests in the order of the file's lines, and the prices
        that were given for it."""
        run = self._store.run

        def do(connection: sqlite3.Connection) -> int:
            number = connection.execute(
                "INSERT INTO batches (token, base_url, model, name, state, run, requests, bytes, began) "
                "VALUES (?, ?, ?, ?, 'uploading', ?, ?, ?, ?)",
                (token, base_url, model, name, run, len(letters), size, time.time()),
            ).lastrowid
            if isinstance(prices, Prices):
                given = (_PRICES + token, json.dumps(asdict(prices)))
                connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", given)
            connection.executemany(
                "INSERT INTO requests (request, path, batch, line, body, schema_mode, tries) "
                "VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (request) DO UPDATE SET batch = excluded.batch, "
                "line = excluded.line, body = excluded.body, schema_mode = excluded.schema_mode, tries = tries + 1, "
                "status = NULL, failure = NULL",
                (
                    (one.request, encoded(one.path), number, line, one.body, one.schema_mode)
                    for line, one in enumerate(letters, start=1)
                ),
            )
            return number or 0

        return await self._store.write(do)

    async def note(self, number: int, **columns: Any) -> None:
        """Writes down what is known of a batch now."""
        names = ", ".join(f"{name} = ?" for name in columns)
        ask = f"UPDATE batches SET {names} WHERE id = ?"  # noqa: S608 (our own names)
        await self._store.write(lambda connection: connection.execute(ask, (*columns.values(), number)))

    async def settle(self, batch: int, settled: Sequence[Settled]) -> None:
        """Writes down what came of requests of a batch; those that it has no longer are left out."""

        def do(connection: sqlite3.Connection) -> None:
            for one in settled:
                where = (one.request, batch)
                if one.kept is not None:
                    [path] = connection.execute(
                        "SELECT path FROM requests WHERE request = ? AND batch = ?", where
                    ).fetchone() or [None]
                    if path is not None:
                        self._store.put(connection, one.request, path, one.kept)
                        connection.execute("DELETE FROM requests WHERE request = ?", (one.request,))
                else:
                    status = None if one.failure is None else one.failure.status
                    failure = None if one.failure is None else json.dumps(one.failure.body, default=str)
                    connection.execute(
                        "UPDATE requests SET batch = NULL, line = NULL, status = ?, failure = ?, tries = tries - ? "
                        "WHERE request = ? AND batch = ?",
                        (status, failure, not one.counted, *where),
                    )

        await self._store.write(do)

    async def settle_line(self, batch: int, line: int, failure: Failure) -> None:
        """Writes down that the request on this line of the batch's file has failed for good."""
        rows = self._store.reading.read("SELECT request FROM requests WHERE batch = ? AND line = ?", (batch, line))
        await self.settle(batch, [Settled(request, failure=failure) for (request,) in rows])

    async def end(self, batch: int, state: Literal["collected", "done"], unanswered: Failure | None) -> int:
        """Writes down that nothing more will come of a batch; returns how many of its requests had no answer.

        They are to be sent again; `unanswered` is what those come to that were sent often enough, and None says that it
        was no try.
        """

        def do(connection: sqlite3.Connection) -> int:
            [left] = connection.execute("SELECT count(*) FROM requests WHERE batch = ?", (batch,)).fetchone()
            if unanswered is None:
                connection.execute("DELETE FROM requests WHERE batch = ? AND tries = 1", (batch,))
                connection.execute("UPDATE requests SET tries = tries - 1 WHERE batch = ?", (batch,))
            else:
                connection.execute(
                    "UPDATE requests SET status = ?, failure = ? WHERE batch = ? AND tries >= ?",
                    (unanswered.status, json.dumps(unanswered.body), batch, MOST_TRIES),
                )
            connection.execute("UPDATE requests SET batch = NULL, line = NULL WHERE batch = ?", (batch,))
            connection.execute("UPDATE batches SET state = ?, ended = ? WHERE id = ?", (state, time.time(), batch))
            return int(left)

        return await self._store.write(do)

    async def lose(self, calls: int, run: int) -> None:
        """Counts calls that may have been paid for without an answer, to the run that made them."""
        await self._store.write(
            lambda connection: connection.execute("UPDATE runs SET lost = lost + ? WHERE id = ?", (calls, run))
        )

    async def forget_failures(self) -> None:
        """Lets what has failed for good be asked anew: the articles that met it are done."""
        await self._store.write(lambda connection: connection.execute("DELETE FROM requests WHERE batch IS NULL"))
