"""Ctrl-C: once to finish what is under way, if that does not take long, twice to stop at once."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

GRACE = 5.0
"""Seconds that what is under way has to be finished after the first signal. A call may hang for minutes, and what sends
SIGTERM often kills soon after: Docker after 10 seconds, Kubernetes after 30, systemd after 90."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """How often the running program was asked to stop."""

    def __init__(self) -> None:
        self.count = 0
        self._over = False

    def asked(self) -> bool:
        """Whether it was."""
        return self.count > 0

    @property
    def grace_over(self) -> bool:
        """Whether it was cancelled since the time after the first signal was over, and not by a second one."""
        return self._over and self.count == 1

    @contextmanager
    def heard(self, say: Callable[[], None], grace: float | None = None) -> Iterator[None]:
        """Within it, in the running task: the first signal is told to `say`, the second cancels the task.

        `grace` seconds after the first it is cancelled too; None: it is not. Where signals cannot be heard (on Windows,
        outside the main thread), they do what they do otherwise. One that is ignored, as that of Ctrl-C is in a
        script's background, stays so.
        """
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        timers: list[asyncio.TimerHandle] = []

        def hear() -> None:
            self.count += 1
            if self.count == 1:
                if grace is not None:
                    timers.append(loop.call_later(grace, end))
                say()
            elif task is not None:
                task.cancel()

        def end() -> None:
            if task is not None and self.count == 1:
                self._over = True
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
            for timer in timers:
                timer.cancel()
            for number in heard:
                loop.remove_signal_handler(number)
