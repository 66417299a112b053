"""Runs that are killed, by a real signal, at moments drawn by lot: nothing is lost, what is doubled is counted."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

MakeFolder = Callable[..., Path]

CONCURRENCY = 4
KILLS = 10
SEED = 20310304

NURSERY = """
import json, os, sys
from summarizer.cli import app
def run(line):
    try:
        app(json.loads(line))
    except SystemExit as ended:
        return ended.code
print("ended", run(sys.stdin.readline()), flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os._exit(run(line))
    print("child", child, flush=True)
    print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Runs the first command itself, by which all is loaded, and forks a process for each further one: a line of JSON, its
arguments."""


class Nursery:
    """Processes that run commands of ours, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._stderr = (folder / "stderr").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            text=True,
            env={**os.environ, "OPENAI_API_KEY": "none", "NO_COLOR": "1"},
        )

    def first(self, *arguments: str) -> int:
        """Runs the first command; returns its exit code."""
        self._tell(arguments)
        return self.end()

    def start(self, *arguments: str) -> int:
        """Starts a command; returns the number of its process."""
        self._tell(arguments)
        return int(self._said("child"))

    def _tell(self, arguments: Sequence[str]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()

    def end(self) -> int:
        """Waits for its end; returns the exit code, below 0 for the signal that killed it."""
        return int(self._said("ended"))

    def _said(self, word: str) -> str:
        assert self._process.stdout
        first, number = self._process.stdout.readline().split()
        assert first == word
        return number

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        self._stderr.close()


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator[Nursery]:
    nursery = Nursery(tmp_path)
    yield nursery
    nursery.close()


def texts() -> dict[str, str]:
    """Thirty-six articles: some that take a re-ask, a repair, that are refused, empty, or the same as another."""
    files = {}
    for number in range(30):
        word = {8: "WOBBLE", 5: "LIE", 7: "DECLINE"}.get(number % 10, "")
        files[f"{number % 3}/{number:02}.txt"] = (
            f"Orrin Foods opened {number + 2} shops in Velm. {word} It sells pasta."
        )
    files["empty.txt"] = ""
    files |= {f"same/{number}.txt": "Orrin Foods opened 2 shops in Velm.  It sells pasta." for number in range(5)}
    return files


def lost(out: Path) -> int:
    """Calls that the store says were under way when a run was killed."""
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        return int(store.execute("SELECT sum(lost) FROM runs").fetchone()[0])


def test_runs_killed_at_any_moment_end_as_one_that_was_not(
    folder: MakeFolder, tmp_path: Path, service: Any, nursery: Nursery
) -> None:
    root = folder(texts())
    arguments = [str(root), "--model", "relay", "--base-url", service.base_url, "-q", "-j", str(CONCURRENCY)]
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    service.seconds = 0.02
    assert nursery.first("batch", *arguments, "-o", str(whole)) == 1  # three articles are refused, one is empty
    once = service.asked.copy()
    assert set(once.values()) == {1}

    chance = random.Random(SEED)  # noqa: S311
    service.asked.clear()
    kills = 0
    for _ in range(KILLS):
        before, moment = service.calls, chance.randint(0, 6)
        process = nursery.start("batch", *arguments, "-o", str(killed))
        until = time.monotonic() + 5
        while service.calls < before + moment and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.random() * (0.2 if moment == 0 else 0.03))
        os.kill(process, signal.SIGKILL)
        kills += nursery.end() == -signal.SIGKILL
    nursery.start("batch", *arguments, "-o", str(killed))
    assert nursery.end() == 1

    assert kills >= KILLS // 2
    for name in ("summaries.jsonl", "failures.jsonl"):
        assert (killed / name).read_bytes() == (whole / name).read_bytes()
    # The model has no memory of a refusal, which is tried again by each run that finds it.
    asked = {body: number for body, number in service.asked.items() if "DECLINE" not in body}
    assert asked.keys() == {body for body in once if "DECLINE" not in body}
    twice = sum(asked.values()) - len(asked)
    assert twice <= lost(killed) <= kills * CONCURRENCY
    assert [path.name for path in killed.iterdir() if path.name.endswith(".part")] == []
