"""What a batch took, by model and by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TextIO

from summarizer.batch.database import NAME
from summarizer.batch.folder import shown_name
from summarizer.batch.plan import decoded
from summarizer.batch.provider.tables import requests_waiting
from summarizer.batch.reading import TOKENS, Reading
from summarizer.batch.totals import Paid, lost, paid, paid_by_model, totals
from summarizer.escaping import one_line
from summarizer.exports.brief import dollars, plural
from summarizer.exports.documents import dump, dump_line

_HEADS = ("model", "articles", "calls", "tokens in", "from cache", "tokens out", "cost", "saved by cache")


def write_usage(out: Path, form: Literal["text", "json", "jsonl"], stream: TextIO) -> None:
    """Writes what the run in `out` took, as a table, a JSON document, or a line of JSON for each article.

    Raises `ConfigurationError` where there is no run.
    """
    reading = Reading(out / NAME)
    try:
        if form == "jsonl":
            for article in by_article(reading):
                stream.write(f"{dump_line(article)}\n")
        elif form == "json":
            stream.write(f"{dump(usage_document(reading))}\n")
        else:
            stream.write(usage_text(reading))
    finally:
        reading.close()


def by_article(reading: Reading) -> Iterator[dict[str, Any]]:
    """What each article's result took, in the order of the paths; articles of the same text share what they took."""
    columns = ("state", "model", "calls", *TOKENS, "cost_usd", "attempts")
    ask = f"SELECT path, {', '.join(columns)} FROM articles WHERE path > ? ORDER BY path LIMIT ?"  # noqa: S608
    for path, *values in reading.rows(ask):
        yield {"path": shown_name(decoded(path)), **dict(zip(columns, values, strict=True))}


def usage_document(reading: Reading) -> dict[str, Any]:
    """What all calls took, by model and in all, each counted once."""
    count = totals(reading)
    return {
        "articles": {"done": count.done, "failed": count.failed},
        "models": {model: _document(one) for model, one in paid_by_model(reading).items()},
        "total": _document(paid(reading)),
        "calls_lost": lost(reading),
        "requests_in_batches": requests_waiting(reading),
    }


def _document(one: Paid) -> dict[str, Any]:
    return {
        "articles": one.articles,
        "calls": one.calls,
        **one.usage.model_dump(),
        "cost_usd": round(one.cost_usd, 9),
        "saved_usd": round(one.saved_usd, 9),
        "calls_unpriced": one.unpriced,
    }


def usage_text(reading: Reading) -> str:
    """The same as a table to read."""
    count, everything = totals(reading), paid(reading)
    lines = [f"{plural(count.done, 'article')} done, {count.failed:,} failed"]
    by_model = paid_by_model(reading)
    if by_model:
        rows = [_HEADS, *(_row(model, one) for model, one in by_model.items())]
        if len(by_model) > 1:
            rows.append(_row("in all", everything))
        lines += ["", *aligned(rows)]
    else:
        lines.append("no call was paid for")
    if everything.unpriced:
        lines.append(f"the cost leaves out {plural(everything.unpriced, 'call')} whose price is not known")
    if gone := lost(reading):
        lines.append(f"{plural(gone, 'call')} without an answer: under way now, or when a run was broken off")
    if waiting := requests_waiting(reading):
        lines.append(f"{plural(waiting, 'request')} in provider batches: not counted before they are collected")
    return "\n".join(lines) + "\n"


def _row(model: str, one: Paid) -> tuple[str, ...]:
    usage = one.usage
    tokens = (usage.input_tokens, usage.cached_input_tokens, usage.output_tokens)
    cost = "unknown" if one.unpriced == one.calls else dollars(one.cost_usd)
    saved = dollars(one.saved_usd) if one.saved_usd else "-"
    return (one_line(model), f"{one.articles:,}", f"{one.calls:,}", *(f"{number:,}" for number in tokens), cost, saved)


def aligned(rows: Sequence[Sequence[str]], *, to_the_left: int = 1) -> list[str]:
    """`rows` in columns, so many of them to the left, the others to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if at < to_the_left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
