"""The lines of provider batches in the log of the exchanges: what was sent in a file, and what came back in one."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from summarizer.batch.exchanges import insert
from summarizer.batch.plan import encoded
from summarizer.batch.provider.rows import Written
from summarizer.batch.store import Store, add_text, sqlite_text
from summarizer.models.batch_lines import Reply
from summarizer.models.batches import BatchService
from summarizer.models.request_log import LoggedRequest, body_scrubber, text_of

_TOGETHER = 100
"""Lines in one transaction."""


class LineLog:
    """The lines of the batches of `store`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def sent(self, batch: int, service: BatchService, path: Path, letters: Mapping[bytes, Written]) -> None:
        """Keeps the lines of the file at `path`, which holds the `letters` in their order."""
        run, scrub = self._store.run, _scrub(service)
        url = f"{service.model.endpoint.base_url or ''}/batches"
        with path.open("rb") as lines:
            waiting = zip(letters.values(), lines, strict=True)
            while together := list(islice(waiting, _TOGETHER)):
                await self._store.write(_keeping(batch, run, service.name, scrub(url), scrub, together))

    def keeps(self, batch: int) -> bool:
        """Whether the lines of a batch were kept, and some have no answer yet."""
        ask = "SELECT 1 FROM exchanges WHERE batch = ? AND answer IS NULL LIMIT 1"
        return bool(self._store.reading.read(ask, (batch,)))

    async def answered(self, batch: int, service: BatchService, replies: Sequence[tuple[Reply, bytes]]) -> None:
        """Keeps the lines that came back, each with what was read of it."""
        now, scrub = time.time(), _scrub(service)
        known = [
            (reply.request, 200 if reply.failure is None else reply.failure.status, scrub(text_of(line)))
            for reply, line in replies
        ]

        def do(connection: sqlite3.Connection) -> None:
            for request, status, text in known:
                found = connection.execute(
                    "SELECT id FROM exchanges WHERE batch = ? AND line = ? AND answer IS NULL LIMIT 1", (batch, request)
                ).fetchone()
                if found is not None:
                    connection.execute(
                        "UPDATE exchanges SET answer = ?, status = ?, seconds = ? - sent WHERE id = ?",
                        (add_text(connection, text), status, now, found[0]),
                    )

        await self._store.write(do)

    async def ended(self, batch: int, status: str) -> None:
        """Notes that nothing more comes back for the lines of a batch."""
        ask = "UPDATE exchanges SET error = ? WHERE batch = ? AND answer IS NULL"
        error = sqlite_text(f"no answer: the batch is {status}")
        await self._store.write(lambda connection: connection.execute(ask, (error, batch)))

    async def forget(self, batch: int) -> None:
        """Takes the lines of a batch out that was never begun."""

        def do(connection: sqlite3.Connection) -> None:
            connection.execute(
                "DELETE FROM texts WHERE id IN (SELECT request FROM exchanges WHERE batch = ?)", (batch,)
            )
            connection.execute("DELETE FROM exchanges WHERE batch = ?", (batch,))

        await self._store.write(do)


def _scrub(service: BatchService) -> Callable[[str], str]:
    return body_scrubber(service.model.endpoint.api_key)


def _keeping(
    batch: int,
    run: int,
    model: str,
    url: str,
    scrub: Callable[[str], str],
    lines: Sequence[tuple[Written, bytes]],
) -> Callable[[sqlite3.Connection], None]:
    now = time.time()

    def do(connection: sqlite3.Connection) -> None:
        for letter, line in lines:
            text = scrub(text_of(line).rstrip("\n"))
            logged = LoggedRequest(letter.task, model, url, text, now, None, 1)
            number = add_text(connection, text)
            insert(connection, encoded(letter.path), run, logged, number, batch, letter.request)

    return do
