"""The provider batches of a store, shown."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

from summarizer.batch.database import NAME
from summarizer.batch.provider.rows import Row
from summarizer.batch.provider.tables import all_batches
from summarizer.batch.reading import Reading
from summarizer.batch.usage import aligned
from summarizer.escaping import one_line
from summarizer.exports.documents import dump

_HEADS = ("batch", "model", "begun", "status", "requests", "answered", "failed")


def write_batches(out: Path, form: Literal["text", "json"], stream: TextIO) -> None:
    """Writes the batches of the run in `out`, as they were when they were last looked at.

    Raises `ConfigurationError` where there is no run.
    """
    reading = Reading(out / NAME)
    try:
        rows = all_batches(reading)
    finally:
        reading.close()
    if form == "json":
        stream.write(f"{dump([_document(row) for row in rows])}\n")
    elif rows:
        stream.write("\n".join(aligned([_HEADS, *map(_cells, rows)], to_the_left=4)) + "\n")
    else:
        stream.write("no provider batch was begun\n")


def _document(row: Row) -> dict[str, Any]:
    return {
        "batch": row.batch,
        "model": row.name,
        "base_url": row.base_url,
        "begun": _time(row.began),
        "state": row.state,
        "status": row.status,
        "requests": row.requests,
        "answered": row.completed,
        "failed": row.failed,
    }


def _cells(row: Row) -> tuple[str, ...]:
    status = row.status or ("not begun" if row.state == "done" else row.state)
    words = (row.batch or "-", row.name, _time(row.began), status)
    return (*map(one_line, words), f"{row.requests:,}", f"{row.completed:,}", f"{row.failed:,}")


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
