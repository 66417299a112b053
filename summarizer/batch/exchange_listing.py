"""The exchanges of a batch that were logged, to read."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

from summarizer.batch.database import NAME
from summarizer.batch.exchanges import Exchange, exchanges
from summarizer.batch.folder import shown_name
from summarizer.batch.reading import Reading
from summarizer.errors import ConfigurationError
from summarizer.escaping import one_line
from summarizer.exports.documents import dump, dump_line

_LONGEST_ERROR = 200
"""Characters of an error that a line shows."""


def write_exchanges(
    out: Path, form: Literal["text", "json", "jsonl"], stream: TextIO, *, path: str | None = None, failed: bool = False
) -> None:
    """Writes the exchanges of the run in `out`, one at a time: a line each, or JSON with their bodies.

    path     those of the article at this path in the folder alone
    failed   those alone that brought no answer

    Raises `ConfigurationError` where there is no run, and where none of its requests were logged.
    """
    reading = Reading(out / NAME)
    try:
        if not reading.read("SELECT 1 FROM exchanges LIMIT 1"):
            raise ConfigurationError(f"no requests were logged in {out}: run the batch with --log-requests")
        if path is not None and next(exchanges(reading, path), None) is None:
            raise ConfigurationError(f"no request about {path} was logged in {out}: name it by its path in the folder")
        found = exchanges(reading, path, failed=failed)
        if form == "text":
            for exchange in found:
                stream.write(f"{_line(exchange)}\n")
        elif form == "jsonl":
            for exchange in found:
                stream.write(f"{dump_line(_document(exchange, reading))}\n")
        else:
            count = 0
            for count, exchange in enumerate(found, start=1):
                text = dump(_document(exchange, reading)).replace("\n", "\n  ")
                stream.write(f"{'[' if count == 1 else ','}\n  {text}")
            stream.write("\n]\n" if count else "[]\n")
    finally:
        reading.close()


def _line(exchange: Exchange) -> str:
    """`2026-03-04T09:30:00Z  a/b.txt  extract  openai/gpt-5-mini  try 2  503  1.2 s  Unavailable: …`."""
    seconds = "-" if exchange.seconds is None else f"{exchange.seconds:.1f} s"
    parts = [
        _moment(exchange.sent),
        shown_name(exchange.path),
        exchange.task or "-",
        exchange.model,
        f"try {exchange.attempt}" if exchange.batch is None else "batch",
        "-" if exchange.status is None else str(exchange.status),
        seconds,
        (exchange.error or "")[:_LONGEST_ERROR],
    ]
    return "  ".join(one_line(part) for part in parts if part)


def _document(exchange: Exchange, reading: Reading) -> dict[str, Any]:
    return {
        "path": shown_name(exchange.path),
        "run": exchange.run,
        "task": exchange.task,
        "model": exchange.model,
        "url": exchange.url,
        "attempt": exchange.attempt,
        "batch": exchange.batch,
        "sent": _moment(exchange.sent),
        "seconds": None if exchange.seconds is None else round(exchange.seconds, 3),
        "status": exchange.status,
        "headers": dict(exchange.headers),
        "error": exchange.error,
        "request": _tree(reading.text(exchange.request)),
        "answer": None if exchange.answer is None else _tree(reading.text(exchange.answer)),
    }


def _tree(text: str) -> Any:
    """A body as the JSON that it is; as text where it is none."""
    with suppress(ValueError, RecursionError):
        return json.loads(text)
    return text


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
