"""Ctrl-C: once to finish what is under way, twice to stop at once."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """How often the running program was asked to stop."""

    def __init__(self) -> None:
        self.count = 0

    def asked(self) -> bool:
        """Whether it was."""
        return self.count > 0

    @contextmanager
    def heard(self, say: Callable[[], None]) -> Iterator[None]:
        """Within it, in the running task: the first signal is told to `say`, the second cancels the task.

        Where signals cannot be heard (on Windows, outside the main thread), they do what they do otherwise. One that is
        ignored, as that of Ctrl-C is in a script's background, stays so.
        """
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def hear() -> None:
            self.count += 1
            if self.count == 1:
                say()
            elif task is not None:
                task.cancel()

        heard = []
        for number in _SIGNALS:
            if signal.getsignal(number) is signal.SIG_IGN:
                continue
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, hear)
                heard.append(number)
        try:
            yield
        finally:
            for number in heard:
                loop.remove_signal_handler(number)
