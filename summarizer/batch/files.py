"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

_LEFT = re.compile(r"\.[0-9a-f]{16}\.part")
FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_TAKEN = (errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ENOTEMPTY)


class Whole:
    """A file that is written beside its place and takes it only when it is written to the end.

    `durable`: and is on the disk, in case of a power cut. An `OSError` names the file itself.
    """

    def __init__(self, path: Path, *, durable: bool = False) -> None:
        self._path = path
        self._durable = durable
        self._temporary = path.with_name(f".{secrets.token_hex(8)}.part")
        try:
            self._file = self._temporary.open("xb", buffering=1 << 18)
        except OSError as fault:
            raise self._named(fault) from fault

    def __enter__(self) -> BinaryIO:
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._file.flush()
                if self._durable:
                    os.fsync(self._file.fileno())
                self._file.close()
                self._temporary.replace(self._path)
        except OSError as fault:
            raise self._named(fault) from fault
        finally:
            with suppress(OSError):  # what could not be flushed, or was taken away meanwhile, is given up
                self._file.close()
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def _named(self, fault: OSError) -> OSError:
        return OSError(fault.errno, fault.strerror, str(self._path))


def sweep(folder: Path) -> None:
    """Removes what a run that was killed left of files it was writing into `folder`."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT.fullmatch(entry.name):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108


def unwritten(fault: OSError, place: Path) -> str:
    """Which file, or else `place`, cannot be written, why, and what to do about it."""
    said = f"cannot write {fault.filename or place}: {fault.strerror or fault}"
    if fault.errno in FULL:
        return f"{said}; make room and run the same command again"
    if fault.errno in _FORBIDDEN:
        return f"{said}; allow it, or name a folder that may be written"
    if fault.errno in _TAKEN:
        return f"{said}; move away what is there, or name another folder"
    return said
