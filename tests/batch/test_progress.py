from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.progress import Bar, Lines, Silence, closing_table, open_progress
from summarizer.batch.totals import Paid
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

    progress = Lines(1200, stream, clock)
    progress.advance(failed=False)
    now = 11.0
    progress.advance(failed=True)
    progress.advance(failed=False)
    assert stream.getvalue() == "summarizer: 2 of 1,200 articles, 1 failed\n"


def test_a_bar_counts_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    stream = Terminal()
    with Bar(2, stream) as bar:
        bar.advance(failed=False)
        bar.advance(failed=True)
    assert "2/2" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


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
