from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.budget import Budget
from summarizer.batch.plan import Todo
from summarizer.batch.progress import Account, Bar, Lines, Silence, closing_table, open_progress
from summarizer.batch.spending import Spending
from summarizer.batch.totals import Paid
from summarizer.models.base import Kept
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.pricing import Prices
from summarizer.pipeline import Pipeline
from summarizer.records import Usage


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_a_pipe_lines_and_quiet_nothing() -> None:
    assert isinstance(open_progress(3, Terminal()), Bar)
    assert isinstance(open_progress(3, io.StringIO()), Lines)
    assert isinstance(open_progress(3, Terminal(), quiet=True), Silence)


def test_lines_are_written_at_intervals_and_not_for_each_article() -> None:
    stream, now = io.StringIO(), 0.0

    def clock() -> float:
        return now

    progress = Lines(1200, stream, Account(Spending()), clock)
    progress.advance(failed=False)
    now = 11.0
    progress.advance(failed=True)
    progress.advance(failed=False)
    assert stream.getvalue() == "summarizer: 2 of 1,200 articles, 1 failed\n"


def test_a_bar_counts_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    stream = Terminal()
    with Bar(2, stream, Account(Spending())) as bar:
        bar.advance(failed=False)
        bar.advance(failed=True)
    assert "2/2" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


def paid_for(tokens: int, cost: float | None) -> Kept:
    return Kept("{}", "relay-1", "strict", 1, Usage(input_tokens=tokens, output_tokens=0), cost)


def todo(size: int | None) -> Todo:
    return Todo("a.txt", None if size is None else (size, 0, 0), "new")


def test_what_is_projected_goes_by_the_bytes_that_are_done() -> None:
    """Two articles of 1,000 bytes, two of 3,000; the first short one costs 10 cents."""
    spending = Spending(4, (8_000, 4))
    assert spending.projected_usd is None
    spending.pay(paid_for(100, 0.1))
    assert spending.projected_usd is None
    spending.end(todo(1_000))
    assert spending.projected_usd == pytest.approx(0.8)
    spending.pay(paid_for(300, 0.3))
    spending.end(todo(3_000))
    assert spending.projected_usd == pytest.approx(0.8)


def test_an_article_of_unknown_size_counts_as_the_usual_one() -> None:
    spending = Spending(4, (3_000, 3))
    spending.pay(paid_for(100, 0.1))
    spending.end(todo(None))
    assert spending.projected_usd == pytest.approx(0.4)
    unknown = Spending(4, (0, 0))
    unknown.pay(paid_for(100, 0.1))
    unknown.end(todo(None))
    assert unknown.projected_usd == pytest.approx(0.4)


def test_the_projection_ends_at_what_was_spent() -> None:
    spending = Spending(2, (300, 2))
    for size in (100, 200):
        spending.pay(paid_for(100, 0.25))
        spending.end(todo(size))
    assert spending.projected_usd == pytest.approx(0.5)


def test_a_line_says_tokens_spent_and_projected() -> None:
    stream, now = io.StringIO(), 0.0
    spending = Spending(1_200)
    progress = Lines(1_200, stream, Account(spending), lambda: now)
    spending.pay(paid_for(4_321, 0.02))
    spending.end(todo(None))
    now = 10.0
    progress.advance(failed=True)
    assert stream.getvalue() == ("summarizer: 1 of 1,200 articles, 1 failed, 4,321 tokens, $0.0200 of about $24.00\n")


def test_a_line_with_a_budget_counts_the_runs_before(priced_budget: Budget) -> None:
    spending = Spending(2)
    priced_budget.begin(spending, before=1.5)
    account = Account(spending, priced_budget)
    assert account.cost() == ""
    spending.pay(paid_for(100, 0.25))
    spending.end(todo(None))
    assert account.cost() == "$1.75 of about $2.00, budget $5.00"


def test_where_a_price_is_not_known_nothing_is_projected() -> None:
    spending = Spending(2)
    spending.pay(paid_for(100, None))
    spending.end(todo(None))
    assert (Account(spending).tokens(), Account(spending).cost()) == ("100 tokens", "")
    spending.pay(paid_for(100, 0.25))
    assert Account(spending).cost() == "$0.2500 and what has no price"


def test_a_run_that_costs_nothing_shows_nothing_of_it() -> None:
    spending = Spending(2)
    spending.end(todo(None))
    assert (Account(spending).tokens(), Account(spending).cost()) == ("", "")


@pytest.mark.parametrize(
    ("columns", "shown", "missing"),
    [
        (120, ["2 failed", "$0.5000 of about $10.00", "350,000 tokens"], []),
        (80, ["2 failed", "$0.5000 of about $10.00"], ["tokens"]),
        (50, ["2 failed"], ["$", "tokens"]),
        (24, [], ["$", "tokens"]),
    ],
)
def test_a_bar_says_what_there_is_room_for(
    columns: int, shown: list[str], missing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(columns))
    stream, spending = Terminal(), Spending(1_000)
    with Bar(1_000, stream, Account(spending)) as bar:
        for number in range(50):
            spending.pay(paid_for(7_000, 0.01))
            spending.end(todo(None))
            bar.advance(failed=number < 2)
        bar._display.refresh()
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue()).replace("\r", "\n").splitlines()
    assert max(map(len, lines)) <= columns
    last = next(line for line in reversed(lines) if line.startswith("articles"))
    assert all(part in last for part in shown)
    assert not any(part in last for part in missing)


def test_a_bar_leaves_the_budget_away_before_the_cost(priced_budget: Budget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for columns, shown in ((100, "$0.2500 of about $0.5000, budget $5.00"), (64, "$0.2500 of about $0.5000")):
        monkeypatch.setenv("COLUMNS", str(columns))
        spending = Spending(2)
        spending.pay(paid_for(7_000, 0.25))
        spending.end(todo(None))
        with Bar(2, Terminal(), Account(spending, priced_budget)) as bar:
            assert bar._aside().removesuffix("  7,000 tokens") == shown


def test_no_colour_is_used_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    colour = re.compile(r"\x1b\[[0-9;]*[34][0-9](?:;[0-9;]*)?m")

    def drawn() -> str:
        stream = Terminal()
        with Bar(2, stream, Account(Spending())) as bar:
            bar.advance(failed=False)
        return stream.getvalue()

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colour.search(drawn())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colour.search(drawn())


@pytest.fixture
def priced_budget() -> Budget:
    model = ChatModel("relay", "relay", Endpoint("http://127.0.0.1:9/v1", "none", Prices(1e-6, 1e-6, 1e-6)))
    return Budget(5.0, Pipeline(model))


def test_the_table_says_what_was_done_and_where_it_is(
    folder: Callable[..., Path], go: Callable[..., Any], pipeline: Pipeline, tmp_path: Path
) -> None:
    run = go(folder({"a.txt": "Orrin rose.", "b.txt": "REFUSE this."}), pipeline, documents=True).run
    assert closing_table(run).splitlines() == [
        "articles  1 done, 1 failed",
        "records   1: 1 verified, 0 inferred, 0 altered, 0 unsupported",
        "tokens    10 in, 0 out",
        "cost      $0.5000",
        f"results   {tmp_path}/out/summaries.jsonl, one file each in {tmp_path}/out/summaries",
        f"failures  {tmp_path}/out/failures.jsonl",
    ]


def test_the_table_of_a_second_run_says_what_it_found_and_what_it_paid(
    folder: Callable[..., Path], go: Callable[..., Any], pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."})
    go(root, pipeline)
    (root / "b.txt").unlink()
    assert closing_table(go(root, pipeline).run).splitlines() == [
        "articles  1 done, 0 failed",
        "          1 unchanged, 0 changed, 0 new, 1 gone",
        "records   1: 1 verified, 0 inferred, 0 altered, 0 unsupported",
        f"results   {tmp_path}/out/summaries.jsonl",
    ]


def test_the_table_says_what_it_cost_and_what_is_not_known(
    folder: Callable[..., Path], go: Callable[..., Any], pipeline: Pipeline
) -> None:
    run = go(folder({"a.txt": "Orrin rose."}), pipeline).run
    run.paid = Paid(3, Usage(input_tokens=120_000, output_tokens=3_000), 0.0421, unpriced=1)
    table = closing_table(run)
    assert "tokens    120,000 in, 3,000 out" in table
    assert "cost      $0.0421 and what 1 call cost, which is not known" in table
    run.paid = Paid(4, Usage(input_tokens=120_000, output_tokens=3_000), 0.0, unpriced=4)
    assert "cost      not known of 4 calls\n" in closing_table(run)
