"""The table of `summarizer models`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence

from summarizer.escaping import one_line
from summarizer.models.describing import OFFLINE, ModelDetails
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


def details_table(details: ModelDetails) -> str:
    """What is known of one model, a line each; ends with a line break."""
    rows = {
        "asked by": details.asked_by,
        "held to the schema by": ", ".join(details.held) or "-",
        "limit on output": details.limit,
        "temperature": "taken" if details.temperature else "not taken: left off",
        "batches": "yes" if details.batches else "-",
        "cached prompt": details.cache if details.cache != "none" else "-",
        "context": f"{details.context:,} tokens" if details.context else "not in the price list",
        "price": _price(details.price) or "not in the price list",
        "price in batches": _price(details.batch_price) or "-",
    }
    if details.name == OFFLINE:  # of which nothing else is asked
        rows = {"asked by": details.asked_by, "price": "nothing"}
    widest = max(map(len, rows))
    lines = [one_line(details.name), *(f"  {name:<{widest}}  {said}" for name, said in rows.items())]
    return "\n".join(lines) + "\n"


def details_json(details: ModelDetails) -> str:
    """The same as a JSON object; ends with a line break."""
    return json.dumps(dataclasses.asdict(details), ensure_ascii=False, indent=2) + "\n"


def _price(price: dict[str, float] | None) -> str | None:
    if price is None:
        return None
    said = f"USD {price['input']:g} in, {price['output']:g} out for a million tokens"
    if price["cached_input"] < price["input"]:
        said += f"; cached input {price['cached_input']:g} ({price['cached_input'] / price['input']:.0%})"
    return said


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
