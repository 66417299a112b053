"""The work on one block of articles, by a worker that keeps its client: read, done, and written as one shard."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.batch.output import PARQUET_PREFIX, PARQUET_SUFFIX
from summarizer.batch.plan import encoded
from summarizer.engines.articles import readable
from summarizer.engines.checkpoint import parquet_bytes, shard_table
from summarizer.engines.columns import Row
from summarizer.engines.items import Item, Reader
from summarizer.engines.places import Place
from summarizer.engines.rows import SummarizeRows
from summarizer.errors import ENDS_RUN, ConfigurationError, NotAuthorized, OutOfQuota, ServiceDown

_TOLD = 10
"""Failed articles of a block that are told by name."""
_ENDS = {kind.__name__: kind for kind in (ConfigurationError, NotAuthorized, OutOfQuota, ServiceDown)}


@dataclass(frozen=True)
class BlockDone:
    """What became of a block."""

    shard: str
    """The file that holds it; empty where it was given up."""
    articles: int
    failed: int
    failures: tuple[tuple[str, str], ...] = ()
    """The first of them, each with its message."""
    ended: tuple[str, str] | None = None
    """Class and message of what all others would meet too."""

    def check(self) -> None:
        """Raises what ends the run."""
        if self.ended is not None:
            kind, message = self.ended
            raise _ENDS.get(kind, ConfigurationError)(message)


def packed(block: Sequence[Item]) -> bytes:
    """A block as it is sent."""
    return zlib.compress(json.dumps([[item.file, item.row, item.signature] for item in block]).encode())


def unpacked(block: bytes) -> list[Item]:
    """The block again."""
    return [Item(*item) for item in json.loads(zlib.decompress(block))]


def in_blocks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """`items` in blocks of `size` at most; the rows of two files are in two blocks."""
    block: list[Item] = []
    for item in items:
        if block and (len(block) == size or (item.row >= 0 and item.file != block[0].file)):
            yield block
            block = []
        block.append(item)
    if block:
        yield block


class BlockWorker:
    """Does blocks, one after the other, and writes a shard for each into `out`.

    A block that comes again in the same job, since whoever had it was killed, is not done again if its shard is there.
    """

    def __init__(self, rows: SummarizeRows, source: Place, out: Place, settings: str) -> None:
        if rows.cache is not None:  # several machines may see the same folder, and each needs its own
            host = re.sub(r"[^\w.-]", "_", socket.gethostname()) or "host"
            rows = replace(rows, cache=Path(rows.cache) / host)
        self._rows = rows
        self._source = source
        self._out = out
        self._settings = settings
        self._reader = Reader(source, rows.text)

    def __call__(self, batch: Any) -> dict[str, list[bytes]]:
        """Blocks in the column `block`, as `packed` makes them; what became of each, as JSON, in the column `done`."""
        done = [self.do(bytes(block)) for block in batch["block"]]
        return {"done": [json.dumps(asdict(one)).encode() for one in done]}

    def do(self, block: bytes) -> BlockDone:
        """Does one block."""
        items = unpacked(block)
        digest = hashlib.sha256(f"{self._rows.job} {self._settings} ".encode() + block).hexdigest()
        shard = f"{PARQUET_PREFIX}{digest[:24]}{PARQUET_SUFFIX}"
        try:
            if self._out.holds(shard):
                return BlockDone(shard, len(items), 0)
            results: list[Row] = self._rows([self._reader.row(item) for item in items])
            rows = [{**result, **_origin(item)} for item, result in zip(items, results, strict=True)]
            try:
                self._out.write(shard, parquet_bytes(shard_table(rows, self._settings, time.time())))
            except OSError as fault:
                raise ConfigurationError(
                    f"cannot write into {self._out}: {fault}; what was finished before is kept"
                ) from fault
        except ENDS_RUN as fault:
            return BlockDone("", len(items), 0, ended=(type(fault).__name__, str(fault)))
        failures = [(str(row["id"]), str(row["message"])) for row in results if row["error"] is not None]
        return BlockDone(shard, len(items), len(failures), tuple(failures[:_TOLD]))


def read_done(told: bytes) -> BlockDone:
    """What a worker has told of a block."""
    said = json.loads(told)
    ended = said["ended"]
    return BlockDone(
        said["shard"],
        said["articles"],
        said["failed"],
        tuple((name, message) for name, message in said["failures"]),
        None if ended is None else (ended[0], ended[1]),
    )


def _origin(item: Item) -> Row:
    return {
        "source_file": readable(item.file),
        "source_row": None if item.row < 0 else item.row,
        "signature": item.signature,
        "file_key": encoded(item.file),
    }
