"""The table of `summarizer models`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

from summarizer.escaping import one_line
from summarizer.models.providers import ModelStatus

HEAD = ("model", "here", "held to the schema by", "batches", "cached prompt", "reached with")


def model_table(statuses: Sequence[ModelStatus]) -> str:
    """Which models can be named, whether they are configured here, what their services take of a request, and what is
    missing; ends with a line break."""
    rows = [HEAD, *map(_row, statuses)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines) + "\n"


def model_json(statuses: Sequence[ModelStatus]) -> str:
    """The same as a JSON list; ends with a line break."""
    return json.dumps([dataclasses.asdict(status) for status in statuses], ensure_ascii=False, indent=2) + "\n"


def _row(status: ModelStatus) -> tuple[str, ...]:
    default = " (answers where no --model is given)" if status.default else ""
    return (
        status.name,
        "configured" if status.configured else "-",
        ", ".join(status.held) or "-",
        "yes" if status.batches else "-",
        status.cache if status.cache != "none" else "-",
        one_line(status.note) + default,
    )
