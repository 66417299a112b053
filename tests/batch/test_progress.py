from __future__ import annotations

import io
from pathlib import Path

import pytest

from summarizer.batch.output import RunFolder
from summarizer.batch.progress import Bar, Lines, Silence, closing_table, open_progress
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


def test_the_table_says_what_was_done_and_where_it_is(tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "out")
    run.tally.done, run.tally.failed = 1204, 2
    run.tally.verdicts.update({"records": 9, "verified": 7, "inferred": 1, "altered": 1})
    assert closing_table(run).splitlines() == [
        "articles  1,204 done, 2 failed",
        "records   9: 7 verified, 1 inferred, 1 altered, 0 unsupported",
        f"results   {tmp_path}/out/summaries.jsonl, one file each in {tmp_path}/out/summaries",
        f"failures  {tmp_path}/out/failures.jsonl",
    ]


def test_the_table_says_what_it_cost_and_what_is_not_known(tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "out")
    run.tally.usage = Usage(input_tokens=120_000, output_tokens=3_000)
    run.tally.cost_usd, run.tally.unpriced = 0.0421, 1
    table = closing_table(run)
    assert "tokens    120,000 in, 3,000 out" in table
    assert "cost      $0.0421 and what 1 article cost, which is not known" in table
