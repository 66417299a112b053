"""Work beside the protocol: the loop that reads and writes messages must answer while an article is read."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")

MOST_AT_ONCE = 4
"""Pieces of work in threads; the others wait."""


class Aside:
    """Runs what takes the processor in threads, and what waits for a service in a loop of its own.

    Threads do not hold up the end of the program. One that is given up goes on to its end, and keeps its place until
    then, so that giving up does not let more run at once.
    """

    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._places = asyncio.Semaphore(most)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    async def compute(self, work: Callable[[], T]) -> T:
        """What `work` returns."""
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        context = contextvars.copy_context()

        def end(result: T | None, fault: BaseException | None) -> None:
            self._places.release()
            if done.cancelled():
                return
            if fault is not None:
                done.set_exception(fault)
            else:
                done.set_result(result)  # type: ignore[arg-type]

        def run() -> None:
            result, fault = None, None
            try:
                result = context.run(work)
            except Exception as raised:
                fault = raised
            with suppress(RuntimeError):  # the loop is closed: nobody waits
                loop.call_soon_threadsafe(end, result, fault)

        threading.Thread(target=run, name="tool", daemon=True).start()
        return await done

    async def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` comes to in the loop that the model's connections belong to; given up, it is cancelled there."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._waiting()))

    async def close(self, last: Coroutine[Any, Any, None]) -> None:
        """Does what is `last`, where the connections are, and stops that loop."""
        if self._loop is None or self._thread is None:
            last.close()
            return
        await self.wait(last)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _waiting(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            loop = self._loop = asyncio.new_event_loop()

            def run() -> None:
                loop.run_forever()
                loop.close()

            self._thread = threading.Thread(target=run, name="model", daemon=True)
            self._thread.start()
        return self._loop
