"""Bytes from files and from standard input, with the errors told in words.

Nothing is opened that could hang or flood the memory: a file is looked at before it is opened, and never read past
`LARGEST`.
"""

from __future__ import annotations

import errno
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
            raw: bytes | None = file.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise ReadError(f"{path} {_why_unread(path, fault)}") from fault
    if raw is None:  # what a file of the system's own says that has nothing to say yet
        raise ReadError(f"{path} has nothing to read, and would be waited for: give a file on a disk")
    if len(raw) > LARGEST:
        raise ReadError(f"{path}: {too_large(None)}")
    return raw


def _why_unread(path: Path, fault: OSError | ValueError) -> str:
    """What a file is that cannot be read, and what to do about it."""
    number = getattr(fault, "errno", None)
    if number == errno.ELOOP:
        return "is a link that leads in a circle: mend the link, or remove it"
    if number == errno.ENOENT:
        if os.path.islink(path):  # noqa: PTH114 (Path.is_symlink raises where this is false)
            return "is a link that leads nowhere: mend the link, or remove it"
        return "does not exist: check the path"
    if number in (errno.EACCES, errno.EPERM):
        return "may not be read: check its permissions"
    return f"cannot be read ({getattr(fault, 'strerror', None) or fault}): check the path and the disk"


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
