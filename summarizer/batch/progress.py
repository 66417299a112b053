"""How a run shows itself on standard error: a bar or lines while it goes on, a short table when it ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TextIO

from summarizer.batch.budget import Budget
from summarizer.batch.documents import DOCUMENTS
from summarizer.batch.merging import Merged
from summarizer.batch.output import FAILURES, SUMMARIES
from summarizer.batch.session import StoredRun
from summarizer.batch.spending import Spending
from summarizer.escaping import one_line
from summarizer.exports.brief import dollars, plural, verdict_words

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

LINE_INTERVAL = 10.0
"""Seconds between two lines where there is no terminal to draw a bar on."""
LONGEST_BAR, SHORTEST_BAR = 40, 8
"""Columns of the bar itself…"""
BESIDE = 64
"""… and those that are kept for what stands around it."""


class Progress(Protocol):
    """Something to be told of every article that is finished, within a `with`."""

    def advance(self, failed: bool) -> None:
        """Counts one article."""
        ...

    def expect(self, total: int) -> None:
        """Corrects how many articles there will have been."""
        ...

    def refresh(self) -> None:
        """Shows what was paid since, though no article is finished."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_progress(total: int, stream: TextIO, account: Account | None = None, *, quiet: bool = False) -> Progress:
    """A bar where `stream` is a terminal, a line now and then where it is not, nothing where `quiet`.

    `account` says what was paid until now; None: nothing is.
    """
    if quiet:
        return Silence()
    account = account or Account(Spending())
    return Bar(total, stream, account) if stream.isatty() else Lines(total, stream, account)


@dataclass(frozen=True)
class Account:
    """What is said of the cost while a run goes on; nothing where nothing is paid."""

    spending: Spending
    budget: Budget | None = None
    """With a budget, what earlier runs into the same folder cost counts too, as it does for the budget."""

    def tokens(self) -> str:
        """`512,340 tokens`."""
        return plural(self.spending.tokens, "token") if self.spending.tokens else ""

    def cost(self) -> str:
        """`$0.4312 of about $3.58, budget $5.00`: spent, and what it will have been in the end as far as that shows."""
        words = self.projected()
        return f"{words}, budget {dollars(self.budget.limit)}" if words and self.budget else words

    def projected(self) -> str:
        """The same without the budget."""
        spent, projected = self.spending.cost_usd, self.spending.projected_usd
        if not spent and not (self.spending.by_batch and projected):
            return ""
        before = self.budget.before if self.budget else 0.0
        words = dollars(before + spent)
        if self.spending.unpriced:
            words += " and what has no price"
        elif projected is not None:
            words += f" of about {dollars(before + projected)}"
        return words


class Silence:
    """Shows nothing."""

    def advance(self, failed: bool) -> None:
        """Counts nothing."""

    def expect(self, total: int) -> None:
        """Expects nothing."""

    def refresh(self) -> None:
        """Shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None


class Lines(Silence):
    """Writes a line at most every `LINE_INTERVAL` seconds."""

    def __init__(
        self, total: int, stream: TextIO, account: Account, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total = total
        self._stream = stream
        self._account = account
        self._clock = clock
        self._last = clock()
        self._done = self._failed = 0

    def advance(self, failed: bool) -> None:
        """Counts one article, and writes a line if the last one is long ago."""
        self._done += 1
        self._failed += failed
        if self._clock() - self._last >= LINE_INTERVAL:
            self._last = self._clock()
            faults = f"{self._failed:,} failed" if self._failed else ""
            articles = f"{self._done:,} of {plural(self._total, 'article')}"
            parts = (articles, faults, self._account.tokens(), self._account.cost())
            with suppress(OSError):  # a full disk, which must not end the run
                self._stream.write(f"summarizer: {', '.join(filter(None, parts))}\n")
                self._stream.flush()

    def expect(self, total: int) -> None:
        """Corrects how many articles there will have been."""
        self._total = total


class Bar:
    """Draws a bar on a terminal. Standard error written meanwhile goes above it."""

    def __init__(self, total: int, stream: TextIO, account: Account) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Display

        self._account = account
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)
        bar = max(SHORTEST_BAR, min(LONGEST_BAR, self._console.width - BESIDE))
        # The word, the bar, the counts, the time that is left, and a space between two.
        self._taken = len("articles") + bar + 2 * len(str(total)) + 1 + len("0:00:00") + 4
        self._display: RichProgress = Display(
            TextColumn("{task.description}"),
            BarColumn(bar_width=bar),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[aside]}"),
            console=self._console,
            redirect_stdout=False,
            transient=True,
        )
        self._failed = 0
        self._task = self._display.add_task("articles", total=total, aside="")

    def advance(self, failed: bool) -> None:
        """Counts one article."""
        self._failed += failed
        self._display.update(self._task, advance=1, aside=self._aside())

    def expect(self, total: int) -> None:
        """Corrects how many articles there will have been."""
        self._display.update(self._task, total=total)

    def refresh(self) -> None:
        """Shows what was paid since."""
        self._display.update(self._task, aside=self._aside())

    def _aside(self) -> str:
        """What stands behind the bar, as far as there is room: the failures, the cost, the tokens."""
        faults = f"{self._failed:,} failed" if self._failed else ""
        shown = ""
        for ways in ((faults,), (self._account.cost(), self._account.projected()), (self._account.tokens(),)):
            longer = [f"{shown}  {part}".lstrip() for part in ways if part]
            fitting = [one for one in longer if self._taken + len(one) <= self._console.width]
            if longer and not fitting:
                break
            shown = fitting[0] if fitting else shown
        return shown

    def __enter__(self) -> Self:
        self._display.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.stop()


def refusal(run: StoredRun, left: int) -> str:
    """Why a run stopped at its budget, with so many files left, and how it goes on."""
    budget, spending = run.budget, run.spending
    assert budget is not None and budget.refused is not None  # noqa: S101, PT018
    if not budget.spent:
        return (
            f"the budget of {dollars(budget.limit)} does not cover one article, which may take "
            f"{dollars(budget.refused)}: raise --budget"
        )
    spent = dollars(budget.spent) + (f" ({dollars(spending.cost_usd)} in this run)" if budget.before else "")
    left = run.articles_in(left)
    to_come = run.to_come(left)
    about = "" if run.shard is None else "about "
    rest = f", which will take about {dollars(to_come)}" if to_come else ""
    return (
        f"the budget of {dollars(budget.limit)} is used up: {spent} is spent, and {about}{plural(left, 'article')} "
        f"{'is' if left == 1 else 'are'} left{rest}: the same command with a larger --budget goes on from here"
    )


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
    if run.answered:
        rows.append(("", ", ".join(f"{number:,} by {model}" for model, number in run.answered.items())))
    rows.append(("records", f"{count.verification.records:,}: {verdict_words(count.verification)}"))
    if paid.usage.input_tokens or paid.usage.output_tokens:
        rows.append(("tokens", f"{paid.usage.input_tokens:,} in, {paid.usage.output_tokens:,} out"))
        cost = dollars(paid.cost_usd)
        if paid.unpriced:
            calls = plural(paid.unpriced, "call")
            cost = f"{cost} and what {calls} cost, which is not known" if paid.cost_usd else f"not known of {calls}"
        everything = f", {dollars(run.budget.spent)} with the runs before" if run.budget and run.budget.before else ""
        rows.append(("cost", f"{cost}{everything}"))
    where = f"{run.summaries}, one file each in {run.out / DOCUMENTS}" if run.documents else f"{run.summaries}"
    rows.append(("results", where))
    if count.failed:
        rows.append(("failures", str(run.failures)))
    return table(rows)


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Labels and values, aligned, with nothing that a terminal obeys."""
    return "\n".join(f"{label:<9} {one_line(value)}" for label, value in rows)
