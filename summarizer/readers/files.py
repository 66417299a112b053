"""Bytes from files and from standard input, with the errors told in words.

Nothing is opened that could hang or flood the memory: a file is looked at before it is opened, and never read past
`LARGEST`.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from summarizer.errors import ReadError

LARGEST = 50_000_000
"""Bytes: no article is larger, and what claims to be one is a mistake."""

_KINDS = (
    (stat.S_ISDIR, "a folder, not an article: run `summarizer batch` on it"),
    (stat.S_ISFIFO, "a named pipe: pipe the article in and give - for its name"),
    (stat.S_ISSOCK, "a socket: give a file"),
    (stat.S_ISCHR, "a device: give a file"),
    (stat.S_ISBLK, "a device: give a file"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most `LARGEST` bytes. Raises `ReadError`."""
    try:
        found = path.stat()
        for is_kind, advice in _KINDS:
            if is_kind(found.st_mode):
                raise ReadError(f"{path} is {advice}")
        if found.st_size > LARGEST:
            raise ReadError(f"{path}: {too_large(found.st_size)}")
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as fault:
        raise ReadError(f"{path} does not exist: check the path") from fault
    except PermissionError as fault:
        raise ReadError(f"{path} may not be read: check its permissions") from fault
    except (OSError, ValueError) as fault:
        raise ReadError(f"{str(path)!r} cannot be read: {getattr(fault, 'strerror', None) or fault}") from fault
    if len(raw) > LARGEST:
        raise ReadError(f"{path}: {too_large(None)}")
    return raw


def read_standard_input() -> bytes:
    """All bytes of standard input, at most `LARGEST`. Raises `ReadError`."""
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("standard input is closed: pipe an article in, or give a file")
    try:
        raw = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise ReadError(f"standard input cannot be read: {fault}") from fault
    if len(raw) > LARGEST:
        raise ReadError(f"standard input: {too_large(None)}")
    return raw


def too_large(size: int | None) -> str:
    """What is said of a file of so many bytes, None where they were not counted."""
    much = f"{size / 1e6:,.0f} MB" if size else "more"
    return f"the file has {much}, and an article may have {LARGEST / 1e6:,.0f} MB: give one article a file"
