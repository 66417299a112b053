"""`summarizer batch --estimate`: what a run would take."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.commands.engine import FAILURES_SHOWN
from summarizer.reporting import FAULTY, FINE, say, say_failed

if TYPE_CHECKING:
    from summarizer.api import Summarizer


def print_estimate(
    summarizer: Summarizer,
    folder: Path,
    output: Path,
    form: Literal["text", "json"],
    budget: float | None,
    shard: str | None,
) -> int:
    """Prints what a run would take; names what would fail. Returns the exit code."""
    from summarizer.batch.estimate_text import estimate_document, estimate_text
    from summarizer.exports.documents import dump

    found = summarizer.estimate(folder, out=output, shard=shard)
    for path, fault in found.failures[:FAILURES_SHOWN]:
        say_failed(path, fault)
    if len(found.failures) > FAILURES_SHOWN:
        say(f"so are others; {found.unreadable:,} cannot be read in all")
    sys.stdout.write(f"{dump(estimate_document(found))}\n" if form == "json" else estimate_text(found, budget))
    return FAULTY if found.unreadable else FINE
