"""Where the reference data stands and how its scorers are called; nothing of it is copied."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
"""`shared/data` beside the repository; read in place."""


class DataError(Exception):
    """Data that was named and cannot be used; the message says which and why."""


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSONL file, each an object with its `text`; `DataError` where it holds anything else."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as fault:
        raise DataError(f"{path}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise DataError(f"{path} is not UTF-8: {fault.reason} at byte {fault.start}") from fault
    documents = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as fault:
            raise DataError(f"{path}: line {number} is not JSON: {fault}") from fault
        if not isinstance(document, dict) or not isinstance(document.get("text"), str):
            raise DataError(f"{path}: line {number} is no object with a `text`")
        documents.append(document)
    if not documents:
        raise DataError(f"{path} holds no document")
    return documents


def load_scorer(path: Path) -> ModuleType:
    """A scorer of the reference data as a module, so that its own functions do the counting."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def part_of(documents: Iterable[dict[str, Any]], key: str, part: str) -> list[dict[str, Any]]:
    """The documents that who wrote the rules read, or the quarter `unread`, by the sum of their identifier's bytes.

    Raises `DataError` where a document has no identifier, or none is in that part.
    """
    wanted = {"all": (0, 1, 2, 3), "read": (0, 1, 2), "unread": (3,)}[part]
    try:
        found = [document for document in documents if sum(str(document[key]).encode()) % 4 in wanted]
    except KeyError as fault:
        raise DataError(f"a document has no `{key}`") from fault
    if not found:
        raise DataError(f"there is no document in the part {part!r}" if part != "all" else "there is no document")
    return found
