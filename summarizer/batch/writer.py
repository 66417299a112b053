"""The one thread that writes the store: what is waiting is committed together."""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from summarizer.batch.database import close, open_store, told

T = TypeVar("T")

MOST_TOGETHER = 512
"""Pieces of work in one commit."""


@dataclass(frozen=True)
class _Work:
    do: Callable[[sqlite3.Connection], Any]
    durable: bool
    done: Future[Any] = field(default_factory=Future)


class Writer:
    """Does pieces of work on the store in the order in which they come, each in whole or not at all.

    After the first fault nothing is written any more: what is asked for fails with the same words.
    """

    def __init__(self, path: Path) -> None:
        """Opens the store at `path`. Raises `ConfigurationError`."""
        self._path = path
        self._connection = open_store(path)
        self._waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._fault: Exception | None = None
        self._synchronous = ""
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, do: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> Future[T]:
        """The future of `do`, which is called with the connection inside a transaction and done when that is committed.

        `durable`: safe from a power cut by then. Otherwise it is safe from the end of this process alone, which takes
        no waiting for the disk. Its exception is a `ConfigurationError`.
        """
        work = _Work(do, durable)
        self._waiting.put(work)
        return work.done

    async def write(self, do: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> T:
        """`submit`, awaited. What was submitted is done even where whoever awaits it is cancelled."""
        return await asyncio.shield(asyncio.wrap_future(self.submit(do, durable=durable)))

    def close(self) -> None:
        """Does what is waiting, and closes the store."""
        self._waiting.put(None)
        self._thread.join()
        close(self._connection)

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            together, last = [first], False
            with suppress(queue.Empty):
                while len(together) < MOST_TOGETHER:
                    following = self._waiting.get_nowait()
                    if following is None:
                        last = True
                        break
                    together.append(following)
            self._commit(together)
            if last:
                return

    def _commit(self, together: list[_Work]) -> None:
        results: list[Any] = []
        if self._fault is None:
            try:
                self._synchronize("FULL" if any(work.durable for work in together) else "NORMAL")
                self._connection.execute("BEGIN IMMEDIATE")
                results = [work.do(self._connection) for work in together]
                self._connection.execute("COMMIT")
            except Exception as fault:
                self._fault = told(fault, self._path) if isinstance(fault, sqlite3.Error) else fault
                with suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
        for at, work in enumerate(together):
            if self._fault is not None:
                work.done.set_exception(self._fault)
            else:
                work.done.set_result(results[at])

    def _synchronize(self, how: str) -> None:
        if how != self._synchronous:
            self._connection.execute(f"PRAGMA synchronous = {how}")
            self._synchronous = how
