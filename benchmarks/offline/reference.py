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


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load_scorer(path: Path) -> ModuleType:
    """A scorer of the reference data as a module, so that its own functions do the counting."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def part_of(documents: Iterable[dict[str, Any]], key: str, part: str) -> list[dict[str, Any]]:
    """A half of the documents by the sum of their identifier's bytes: the rules' writers read `even`, not `odd`."""
    wanted = {"all": (0, 1), "even": (0,), "odd": (1,)}[part]
    return [document for document in documents if sum(str(document[key]).encode()) % 2 in wanted]
