"""What a store comes to: its articles and records, and what the calls took."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.batch.reading import COUNTS, TOKENS, Reading
from summarizer.records import Usage, Verification

UNPRICED = "cost_usd IS NULL AND input_tokens + output_tokens > 0"
"""Answers that took tokens at a price that is not known."""


@dataclass(frozen=True)
class Paid:
    """What calls took, each counted once, whatever became of the articles."""

    calls: int = 0
    usage: Usage = field(default_factory=Usage)
    cost_usd: float = 0.0
    """The sum over the calls whose price is known."""
    saved_usd: float = 0.0
    """What the services' caches took off that."""
    unpriced: int = 0
    """Calls that took tokens at a price that is not known."""
    articles: int = 0
    """Articles that were asked about; those of the same text as another are not."""


@dataclass(frozen=True)
class Totals:
    """The articles of a store as they stand."""

    done: int = 0
    failed: int = 0
    verification: Verification = field(default_factory=Verification)
    faulty: int = 0
    """Records that are altered or unsupported and stand in the output."""


def totals(reading: Reading) -> Totals:
    """The articles and records of the whole store."""
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in COUNTS)
    [(done, failed, faulty, *counts)] = reading.read(
        "SELECT coalesce(sum(state = 'done'), 0), coalesce(sum(state = 'failed'), 0), coalesce(sum(faulty), 0), "  # noqa: S608
        f"{sums} FROM articles"
    )
    return Totals(done, failed, Verification(**dict(zip(COUNTS, counts, strict=True))), faulty)


def answered(reading: Reading) -> dict[str, int]:
    """How many articles have the records of each model, the most first; by the names that their services give them."""
    ask = "SELECT model, count(*) FROM articles WHERE state = 'done' GROUP BY model ORDER BY 2 DESC, 1"
    return {model or "unknown": count for model, count in reading.read(ask)}


def paid(reading: Reading, run: int | None = None) -> Paid:
    """What all calls took, or those of one run."""
    by_model = paid_by_model(reading, run)
    [(articles,)] = reading.read("SELECT count(DISTINCT path) FROM answers WHERE ? IS NULL OR run = ?", (run, run))
    return Paid(
        sum(one.calls for one in by_model.values()),
        sum((one.usage for one in by_model.values()), Usage()),
        sum(one.cost_usd for one in by_model.values()),
        sum(one.saved_usd for one in by_model.values()),
        sum(one.unpriced for one in by_model.values()),
        articles,
    )


def paid_by_model(reading: Reading, run: int | None = None) -> dict[str, Paid]:
    """The same by the model that answered, as its service names it."""
    tokens = ", ".join(f"sum({name})" for name in TOKENS)
    rows = reading.read(
        f"SELECT model, sum(calls), {tokens}, coalesce(sum(cost_usd), 0), coalesce(sum(saved_usd), 0), "  # noqa: S608
        f"sum(CASE WHEN {UNPRICED} THEN calls ELSE 0 END), "
        "count(DISTINCT path) "
        "FROM answers WHERE ? IS NULL OR run = ? GROUP BY model ORDER BY model",
        (run, run),
    )
    return {
        model: Paid(calls, Usage(**dict(zip(TOKENS, numbers, strict=False))), *numbers[len(TOKENS) :])
        for model, calls, *numbers in rows
    }


def lost(reading: Reading) -> int:
    """Calls that were under way when a run was broken off, perhaps paid for, for nothing; and those that are now."""
    [(ended, now)] = reading.read("SELECT (SELECT coalesce(sum(lost), 0) FROM runs), (SELECT count(*) FROM flights)")
    return int(ended) + int(now)
