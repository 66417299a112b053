"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

_LEFT = re.compile(r"\.[0-9a-f]{16}\.part")


class Whole:
    """A file that is written beside its place and takes it only when it is written to the end.

    `durable`: and is on the disk, in case of a power cut.
    """

    def __init__(self, path: Path, *, durable: bool = False) -> None:
        self._path = path
        self._durable = durable
        self._temporary = path.with_name(f".{secrets.token_hex(8)}.part")
        self._file = self._temporary.open("xb", buffering=1 << 18)

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
        finally:
            with suppress(OSError):  # what could not be flushed is given up
                self._file.close()
            self._temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes what a run that was killed left of files it was writing into `folder`."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT.fullmatch(entry.name):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108
