"""What the store has, read: by a run from its event loop, by others while a run goes on."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from pathlib import Path
from typing import Any

from summarizer.batch.database import close, faults_told, open_to_read
from summarizer.batch.plan import UNFINISHED, Known, Signature, decoded, encoded
from summarizer.models.base import Kept
from summarizer.records import Provenance, Usage, Verification

COUNTS = tuple(Verification.model_fields)
TOKENS = tuple(Usage.model_fields)
"""Columns by which records and tokens are counted."""
_CHUNK = 1000
"""Rows that are read at once: no reading lasts, so that the store's log can be folded in."""
_DOCUMENTS = 100
"""The same of rows that hold a document, which may be long."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an article is known by."""

    path: str
    signature: Signature | None
    sha256: str | None = None
    key: bytes | None = None
    """None where it could not be read."""


@dataclass(frozen=True, slots=True)
class Finished:
    """How an article ended."""

    document: str | None
    """Its result as one line of JSON; None where it failed."""
    verification: Verification
    faulty: int
    provenance: Provenance | None
    error: str | None = None
    """The class of what went wrong."""
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What the store has on an article."""

    path: str
    key: bytes | None
    finished: Finished
    attempts: int
    run: int
    unfinished: bool = False
    """Whether its repair or the judge is lacking, since the service failed there."""


class Reading:
    """A connection to the store at `path` that only reads, for one thread at a time.

    Raises `ConfigurationError` where there is none, or it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_to_read(path)

    def close(self) -> None:
        """Gives up the connection."""
        close(self._connection)

    def known(self) -> Iterator[Known]:
        """The articles, and the files that belong to other shards, in the order of their paths."""
        ask = "SELECT path, size, mtime_ns, inode, settings, state FROM articles WHERE path > ? ORDER BY path LIMIT ?"
        others = (
            "SELECT path, size, mtime_ns, inode, x'', 'elsewhere' FROM elsewhere WHERE path > ? ORDER BY path LIMIT ?"
        )
        for path, size, mtime_ns, inode, settings, state in merge(self.rows(ask), self.rows(others)):
            signature = None if size is None else (size, mtime_ns, inode)
            yield Known(path, signature, settings, state == "done", state == "elsewhere")

    def documents(self) -> Iterator[tuple[bytes, int, bytes]]:
        """The articles that are done, in the order of their paths: path, the run that did it, its document in UTF-8."""
        # The cross join holds SQLite to that order.
        ask = (
            "SELECT path, run, zlib FROM articles CROSS JOIN texts ON texts.id = document "
            "WHERE path > ? AND state = 'done' ORDER BY path LIMIT ?"
        )
        for path, run, packed in self.rows(ask, _DOCUMENTS):
            yield path, run, zlib.decompress(packed)

    def rows(self, ask: str, most: int = _CHUNK) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that begins with the path, takes the last path and a limit, and is ordered by it."""
        last = b""
        while rows := self.read(ask, (last, most)):
            yield from rows
            last = rows[-1][0]

    def read(self, ask: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with faults_told(self.path):
            return self._connection.execute(ask, values).fetchall()

    def row(self, path: str) -> Row | None:
        """What is known of the article at `path`."""
        return self._row("path = ?", (encoded(path),))

    def same(self, key: bytes, run: int, errors: Sequence[str]) -> Row | None:
        """An article of this key that is done, or that failed in this run with one of these errors."""
        marks = ", ".join("?" * len(errors))
        return self._row(
            "key = ? AND ((state = 'done' AND (settings <> ? OR run = ?)) "
            f"OR (run = ? AND error IN ({marks}))) ORDER BY state LIMIT 1",
            (key, UNFINISHED, run, run, *errors),
        )

    def _row(self, where: str, values: Sequence[object]) -> Row | None:
        columns = ", ".join(("model", "calls", "cost_usd", *TOKENS, *COUNTS))
        rows = self.read(
            "SELECT path, key, document, faulty, error, message, attempts, run, settings, "  # noqa: S608 (our own names)
            f"{columns} FROM articles WHERE {where}",
            values,
        )
        if not rows:
            return None
        path, key, document, faulty, error, message, attempts, run, settings, model, calls, cost, *numbers = rows[0]
        provenance = None
        if model is not None:
            usage = Usage(**dict(zip(TOKENS, numbers, strict=False)))
            provenance = Provenance(model=model, calls=calls, usage=usage, cost_usd=cost)
        verification = Verification(**dict(zip(COUNTS, numbers[len(TOKENS) :], strict=True)))
        text = None if document is None else self.text(document)
        finished = Finished(text, verification, faulty, provenance, error, message)
        return Row(decoded(path), key, finished, attempts, run, settings == UNFINISHED)

    def text(self, number: int) -> str:
        """A text of the store."""
        [(packed,)] = self.read("SELECT zlib FROM texts WHERE id = ?", (number,))
        return zlib.decompress(packed).decode()

    def answer(self, request: bytes, *, spent: bool, run: int | None = None) -> Kept | None:
        """The last answer to a request; `spent`: though it came to nothing before. In `run` it may have in any case."""
        rows = self.read(
            "SELECT text, model, schema_mode, calls, cost_usd, saved_usd, input_tokens, output_tokens, "
            "cached_input_tokens FROM answers WHERE request = ? AND text IS NOT NULL AND (spent <= ? OR run = ?) "
            "ORDER BY id DESC LIMIT 1",
            (request, spent, run),
        )
        if not rows:
            return None
        text, model, mode, calls, cost, saved, *tokens = rows[0]
        usage = Usage(**dict(zip(TOKENS, tokens, strict=True)))
        return Kept(self.text(text), model, mode, calls, usage, cost, saved)

    def has_answer(self, request: bytes, *, spent: bool) -> bool:
        """Whether `answer` finds one."""
        ask = "SELECT 1 FROM answers WHERE request = ? AND text IS NOT NULL AND spent <= ? LIMIT 1"
        return bool(self.read(ask, (request, spent)))

    def kept_schema(self, service: str) -> bool:
        """Whether the service that runs call so has kept to the schema when it was held to it."""
        ask = (
            "SELECT 1 FROM articles CROSS JOIN runs ON runs.id = run "
            "WHERE runs.model = ? AND state = 'done' AND schema_mode = 'strict' LIMIT 1"
        )
        return bool(self.read(ask, (service,)))

    def facts(self) -> Mapping[str, Any]:
        """What the derived files were written from."""
        return dict(self.read("SELECT name, value FROM facts"))
