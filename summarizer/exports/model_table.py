"""The table of `summarizer models`."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.escaping import one_line
from summarizer.models.providers import ModelStatus


def model_table(statuses: Sequence[ModelStatus]) -> str:
    """Which models can be named, whether they are configured here, and what is missing; ends with a line break."""
    widest = max((len(status.name) for status in statuses), default=0)
    lines = []
    for status in statuses:
        state = "configured" if status.configured else "-"
        default = " (answers where no --model is given)" if status.default else ""
        lines.append(f"{status.name:<{widest}}  {state:<10}  {one_line(status.note)}{default}")
    return "\n".join(lines) + "\n"
