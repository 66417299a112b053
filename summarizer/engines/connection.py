"""What a process keeps between one batch of rows and the next: an event loop, the model's client, the answers."""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import Callable, Coroutine, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from summarizer.api import Summarizer
from summarizer.batch.answers import SharedAnswers
from summarizer.batch.gate import Gate, Room

T = TypeVar("T")


class Connection:
    """A pipeline on an event loop of its own, for any thread of this process.

    concurrency  articles, and questions, at once, of all batches that are under way
    cache        the folder of the answers that are kept; None: none are
    """

    def __init__(self, open_summarizer: Callable[[], Summarizer], concurrency: int, cache: Path | None) -> None:
        self.pipeline = open_summarizer().pipeline
        questions = Room(concurrency, one_by_one=False)
        self.asking = self.pipeline.with_models(lambda model: Gate(model, questions), at_once=None)
        """The same, held to so many questions at once: those about the sections of long articles count too."""
        self.answers = SharedAnswers(cache) if cache is not None else None
        self.room = asyncio.Semaphore(concurrency)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="summarizer", daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` comes to on the loop; it is given up where waiting for it is."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def close(self) -> None:
        """Gives up the client, the answers and the loop."""
        with suppress(Exception):
            self.run(self.pipeline.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        if self.answers is not None:
            self.answers.close()


_open: dict[tuple[int, Hashable], Connection] = {}
"""By process, since a fork inherits no threads, and what was asked for."""
_lock = threading.Lock()


def connection(settings: Hashable, opened: Callable[[], Connection]) -> Connection:
    """The connection of this process for `settings`, by `opened` where there is none yet."""
    key = (os.getpid(), settings)
    with _lock:
        if key not in _open:
            _open[key] = opened()
        return _open[key]


def disconnect(settings: Hashable) -> None:
    """Closes the connection for `settings`, if this process has one."""
    with _lock:
        found = _open.pop((os.getpid(), settings), None)
    if found is not None:
        found.close()


@atexit.register
def _disconnect_all() -> None:
    for process, settings in list(_open):
        if process == os.getpid():
            disconnect(settings)
