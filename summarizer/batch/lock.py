"""One run at a time in a folder: a lock that goes with the process that holds it, however that ends."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from summarizer.batch.files import unwritten
from summarizer.errors import ConfigurationError

NAME = "run.lock"


class Lock:
    """The lock on the folder of a run. Raises `ConfigurationError` that says who holds it."""

    def __init__(self, out: Path) -> None:
        self._path = out / NAME
        try:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        except OSError as fault:
            raise ConfigurationError(unwritten(fault, self._path)) from fault
        try:
            if not _taken(self._descriptor):
                raise ConfigurationError(
                    f"another run writes into {out}: {self._holder()}; wait for its end, or give another folder"
                )
            holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": time.strftime("%Y-%m-%d %H:%M:%S")}
            with suppress(OSError):  # of use to a second run only, so that a full disk does not matter
                os.ftruncate(self._descriptor, 0)
                os.pwrite(self._descriptor, json.dumps(holder).encode(), 0)
        except BaseException:
            os.close(self._descriptor)
            raise

    def release(self) -> None:
        """Gives the lock up. Its file stays: whoever removed it could remove the next run's."""
        os.close(self._descriptor)

    def _holder(self) -> str:
        try:
            said = json.loads(os.pread(self._descriptor, 4096, 0))
            return f"process {said['pid']} on {said['host']}, since {said['since']}"
        except (KeyError, OSError, TypeError, ValueError):
            return "it does not say which"


def held_still(out: Path) -> Callable[[], None]:
    """Keeps runs from writing into `out` until the function that is returned is called; others may read it meanwhile.

    Writes nothing. Raises `ConfigurationError` where a run is going on there.
    """
    try:
        descriptor = os.open(out / NAME, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:  # no run has been there, or one of a system without such locks
        return lambda: None
    if not _taken(descriptor, shared=True):
        os.close(descriptor)
        raise ConfigurationError(f"a run writes into {out}: wait for its end")
    return lambda: os.close(descriptor)


def _taken(descriptor: int, *, shared: bool = False) -> bool:
    """Whether the lock could be had. A system without such locks (Windows) has none, and none is asked for."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as fault:
        raise ConfigurationError(
            f"the file system of the output folder has no locks ({fault.strerror}): give a folder on a local disk"
        ) from fault
    return True
