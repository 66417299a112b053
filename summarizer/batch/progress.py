"""How a run shows itself on standard error: a bar or lines while it goes on, a short table when it ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TextIO

from summarizer.batch.documents import DOCUMENTS
from summarizer.batch.merging import Merged
from summarizer.batch.output import FAILURES, SUMMARIES
from summarizer.batch.session import StoredRun
from summarizer.escaping import one_line
from summarizer.exports.brief import dollars, plural, verdict_words

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

LINE_INTERVAL = 10.0
"""Seconds between two lines where there is no terminal to draw a bar on."""


class Progress(Protocol):
    """Something to be told of every article that is finished, within a `with`."""

    def advance(self, failed: bool) -> None:
        """Counts one article."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_progress(total: int, stream: TextIO, *, quiet: bool = False) -> Progress:
    """A bar where `stream` is a terminal, a line now and then where it is not, nothing where `quiet`."""
    if quiet:
        return Silence()
    return Bar(total, stream) if stream.isatty() else Lines(total, stream)


class Silence:
    """Shows nothing."""

    def advance(self, failed: bool) -> None:
        """Counts nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class Lines(Silence):
    """Writes a line at most every `LINE_INTERVAL` seconds."""

    def __init__(self, total: int, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._stream = stream
        self._clock = clock
        self._last = clock()
        self._done = self._failed = 0

    def advance(self, failed: bool) -> None:
        """Counts one article, and writes a line if the last one is long ago."""
        self._done += 1
        self._failed += failed
        if self._clock() - self._last >= LINE_INTERVAL:
            self._last = self._clock()
            faults = f", {self._failed:,} failed" if self._failed else ""
            self._stream.write(f"summarizer: {self._done:,} of {plural(self._total, 'article')}{faults}\n")
            self._stream.flush()


class Bar:
    """Draws a bar on a terminal. Standard error written meanwhile goes above it."""

    def __init__(self, total: int, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Display

        self._display: RichProgress = Display(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[faults]}"),
            console=Console(file=stream, highlight=False, markup=False, emoji=False),
            redirect_stdout=False,
            transient=True,
        )
        self._failed = 0
        self._task = self._display.add_task("articles", total=total, faults="")

    def advance(self, failed: bool) -> None:
        """Counts one article."""
        self._failed += failed
        self._display.update(self._task, advance=1, faults=f"{self._failed:,} failed" if self._failed else "")

    def __enter__(self) -> Self:
        self._display.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.stop()


def merged_table(merged: Merged, out: Path) -> str:
    """What the folder `out` comes to that was put together, and where it is."""
    count = merged.totals
    rows = [
        ("articles", f"{count.done:,} done, {count.failed:,} failed"),
        ("records", f"{count.verification.records:,}: {verdict_words(count.verification)}"),
        (
            "results",
            f"{out / SUMMARIES}, one file each in {out / DOCUMENTS}" if merged.documents else f"{out / SUMMARIES}",
        ),
    ]
    if count.failed:
        rows.append(("failures", str(out / FAILURES)))
    return table(rows)


def closing_table(run: StoredRun) -> str:
    """What the folder of a run comes to now, what the run paid for, and where it is: a few aligned lines."""
    count, paid = run.totals, run.paid
    rows = [("articles", f"{count.done:,} done, {count.failed:,} failed")]
    if run.plan.known:
        rows.append(("", run.words()))
    if run.shard is not None:
        rows.append(("", f"shard {run.shard}: {plural(run.elsewhere, 'other file')} in the others"))
    rows.append(("records", f"{count.verification.records:,}: {verdict_words(count.verification)}"))
    if paid.usage.input_tokens or paid.usage.output_tokens:
        rows.append(("tokens", f"{paid.usage.input_tokens:,} in, {paid.usage.output_tokens:,} out"))
        unknown = f" and what {plural(paid.unpriced, 'call')} cost, which is not known" if paid.unpriced else ""
        rows.append(("cost", f"{dollars(paid.cost_usd)}{unknown}"))
    where = f"{run.summaries}, one file each in {run.out / DOCUMENTS}" if run.documents else f"{run.summaries}"
    rows.append(("results", where))
    if count.failed:
        rows.append(("failures", str(run.failures)))
    return table(rows)


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Labels and values, aligned, with nothing that a terminal obeys."""
    return "\n".join(f"{label:<9} {one_line(value)}" for label, value in rows)
