"""The articles that are grouped: invented ones, the reference events, and what is mixed in with these."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.dossier.grouping import Text

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "benchmarks" / "data" / "dossier"
SHARED = ROOT.parent / "shared" / "data"


def own(file: str | Path, only: int | None = None) -> list[Text]:
    """The invented articles of a file (of ours, by its name), or of one round in it; those of no event have one each to
    themselves."""
    lines = [one for one in _lines(OWN / file) if only is None or one["round"] == only]
    return [Text(one["id"], one["text"], one["event"]) for one in lines]


def expected() -> dict[str, Any]:
    """What was written down of the invented events' fields from reading them."""
    found: dict[str, Any] = json.loads((OWN / "expected.json").read_text("utf-8"))
    return found


def reference() -> tuple[list[Text], list[dict[str, Any]]]:
    """The reference events' articles and what was marked of each event; nothing where they are not here."""
    folder = SHARED / "events"
    if not folder.is_dir():
        return [], []
    texts = [Text(one["doc_id"], one["text"], one["cluster"]) for one in _lines(folder / "docs_dev.jsonl")]
    return texts, _lines(folder / "clusters_dev.jsonl")


def distractors() -> list[Text]:
    """The raw articles and the deal texts beside the reference events, of which no gold says what belongs together."""
    raw = [Text(path.name, path.read_text("utf-8"), None) for path in sorted((SHARED / "articles").glob("*.txt"))]
    deals = [Text(f"deal {one['id']}", one["text"], None) for one in _lines(SHARED / "deals" / "dev.jsonl")]
    return [*raw, *deals]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
