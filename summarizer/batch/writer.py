"""The one thread that writes the store: what is waiting is committed together.

An event loop hands over what one of its turns asks for in one go, and hears of all of it in one: to wake a thread, and
to be woken by it, costs more than to write a row.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from summarizer.batch.database import close, open_store, told

T = TypeVar("T")

MOST_TOGETHER = 512
"""Pieces of work in one commit."""


@dataclass(frozen=True, slots=True)
class _Work:
    do: Callable[[sqlite3.Connection], Any]
    durable: bool
    done: Future[Any] | asyncio.Future[Any]


class Writer:
    """Does pieces of work on the store in the order in which they come, each in whole or not at all.

    After the first fault nothing is written any more: what is asked for fails with the same words.
    """

    def __init__(self, path: Path) -> None:
        """Opens the store at `path`. Raises `ConfigurationError`."""
        self._path = path
        self._connection = open_store(path)
        self._waiting: queue.SimpleQueue[list[_Work] | None] = queue.SimpleQueue()
        self._asked: dict[asyncio.AbstractEventLoop, list[_Work]] = {}
        """What event loops have asked for in the turn that they are at."""
        self._lock = threading.Lock()
        self._fault: Exception | None = None
        self._synchronous = ""
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, do: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> Future[T]:
        """The future of `do`, which is called with the connection inside a transaction and done when that is committed.

        `durable`: safe from a power cut by then. Otherwise it is safe from the end of this process alone, which takes
        no waiting for the disk. Its exception is a `ConfigurationError`.
        """
        future: Future[T] = Future()
        self._hand_over([_Work(do, durable, future)])
        return future

    def ask(self, do: Callable[[sqlite3.Connection], T], *, durable: bool = True) -> asyncio.Future[T]:
        """The same for the running event loop. What was asked for is done even where its future is cancelled."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        with self._lock:
            asked = self._asked.setdefault(loop, [])
            asked.append(_Work(do, durable, future))
        if len(asked) == 1:
            loop.call_soon(self._hand_over)
        return future

    def _hand_over(self, more: list[_Work] | None = None) -> None:
        """Hands what was asked for to the thread, and then `more`: all in the order in which it came."""
        with self._lock:
            together = [work for asked in self._asked.values() for work in asked] + (more or [])
            self._asked.clear()
            if together:
                self._waiting.put(together)

    def close(self) -> None:
        """Does what is waiting, and closes the store."""
        self._hand_over()
        self._waiting.put(None)
        self._thread.join()
        close(self._connection)

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            together, last = list(first), False
            with suppress(queue.Empty):
                while len(together) < MOST_TOGETHER:
                    following = self._waiting.get_nowait()
                    if following is None:
                        last = True
                        break
                    together += following
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
        done = list(zip([work.done for work in together], results or [None] * len(together), strict=True))
        heard: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Any]]] = {}
        for future, result in done:
            if isinstance(future, asyncio.Future):
                heard.setdefault(future.get_loop(), []).append((future, result))
            else:
                _tell(future, result, self._fault)
        for loop, ended in heard.items():
            with suppress(RuntimeError):  # it is closed: nobody waits
                loop.call_soon_threadsafe(_tell_all, ended, self._fault)

    def _synchronize(self, how: str) -> None:
        if how != self._synchronous:
            self._connection.execute(f"PRAGMA synchronous = {how}")
            self._synchronous = how


def _tell_all(ended: list[tuple[asyncio.Future[Any], Any]], fault: Exception | None) -> None:
    for future, result in ended:
        if not future.done():  # given up meanwhile
            _tell(future, result, fault)


def _tell(future: Future[Any] | asyncio.Future[Any], result: Any, fault: Exception | None) -> None:
    if fault is not None:
        future.set_exception(fault)
    else:
        future.set_result(result)
