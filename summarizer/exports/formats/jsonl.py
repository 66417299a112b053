"""JSON Lines: a result a line, as `summaries.jsonl` has them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from summarizer.exports.documents import dump_line
from summarizer.exports.formats.items import Item, Job

_LOOKED_AT = 1 << 20
"""Bytes of a file's first line by which it is known."""


def write(items: Iterable[Item], job: Job, stream: BinaryIO) -> None:  # noqa: ARG001
    """Writes the results to `stream` in UTF-8."""
    for item in items:
        stream.write(dump_line(item.document).encode())
        stream.write(b"\n")


def is_ours(path: Path) -> bool:
    """Whether the file's first line is a result."""
    return first_line_has(path, {"schema_version", "source", "provenance"})


def first_line_has(path: Path, keys: set[str]) -> bool:
    """Whether the first line of a file is a JSON object with these keys; long lines are known by their beginning."""
    with path.open("rb") as file:
        line = file.readline(_LOOKED_AT)
    if not line.endswith(b"\n"):
        return line.startswith(b"{") and all(f'"{key}":'.encode() in line for key in keys)
    try:
        value = json.loads(line)
    except ValueError:
        return False
    return isinstance(value, dict) and keys <= value.keys()
