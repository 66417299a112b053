"""Names in order, without holding more of them in memory than a chunk."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import BinaryIO

CHUNK = 50_000
"""Names that are sorted in memory: about 5 MB."""
_BLOCK = 1 << 16
"""Bytes read at once of each sorted chunk on disk."""


def sorted_names(names: Iterable[bytes], chunk: int = CHUNK) -> Iterator[bytes]:
    """`names`, none of which holds a NUL, in the order of their bytes; beyond `chunk`, by way of temporary files."""
    waiting = iter(names)
    first = sorted(islice(waiting, chunk))
    if len(first) < chunk:
        yield from first
        return
    with ExitStack() as files:
        runs: list[BinaryIO] = []
        while first:
            run: BinaryIO = files.enter_context(tempfile.TemporaryFile())
            run.write(b"".join(name + b"\0" for name in first))
            run.seek(0)
            runs.append(run)
            first = sorted(islice(waiting, chunk))
        yield from heapq.merge(*map(_names_of, runs))


def _names_of(run: BinaryIO) -> Iterator[bytes]:
    left = b""
    while block := run.read(_BLOCK):
        *whole, left = (left + block).split(b"\0")
        yield from whole
