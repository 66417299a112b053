"""Runs that are killed at random moments, and the account of what was lost or doubled.

Each run is a process of its own, forked from one in which all is loaded, killed by SIGKILL at a moment drawn by lot,
and followed by the next one into the same folder; the last one is let end. Beside it stands a run that nobody killed.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.batch.service import Service
from benchmarks.batch.throughput import answer_file
from benchmarks.batch.ways import KEY, Batch, measure, texts

CONCURRENCY = 8
ARTICLES = 25
"""Articles a kill: so many are done between two, or fewer."""
EARLY = 0.1
"""The share of the runs that are killed before their first call, or about then."""


@dataclass(frozen=True)
class Account:
    """What was left of runs that were killed."""

    kills: int
    articles: int
    lost: int
    """Articles that the output does not hold in the end."""
    doubled: int
    """Articles that it holds twice."""
    asked_again: int
    """Calls made though their answer was in the store when the run before was killed."""
    paid_twice: int
    """Calls made again which were in flight when a run was killed."""
    counted: int
    """Calls in flight at a kill, by the program's own count."""
    identical: bool
    """Whether the output is that of the run that nobody killed, byte for byte."""


def kills(folder: Path, number: int, seed: int, processes: int) -> None:
    """Prints the account of so many kills."""
    began = time.time()
    found = account(folder, number, seed, processes)
    print(f"\n{found.kills} kills of runs over {found.articles:,} articles, {CONCURRENCY} at once, seed {seed}")
    print(f"  articles lost                                        {found.lost}")
    print(f"  articles doubled in the output                       {found.doubled}")
    print(f"  answered calls that were asked again                 {found.asked_again}")
    print(f"  calls in flight at a kill that were asked again      {found.paid_twice}")
    print(f"  the same by the program's count, at most             {found.counted}")
    print(f"  output identical to that of a run nobody killed      {'yes' if found.identical else 'NO'}")
    print(f"  {time.time() - began:.0f} s", flush=True)


def account(folder: Path, number: int, seed: int, processes: int = 1) -> Account:
    """The account of `number` kills, at moments drawn by `seed`."""
    articles = folder / "killed-articles"
    articles.mkdir()
    count = number * ARTICLES
    for at, text in enumerate(texts(0, count)):
        (articles / f"{at:07}.txt").write_text(text, encoding="utf-8")
    whole, killed = folder / "whole", folder / "killed"
    os.environ["OPENAI_API_KEY"] = KEY
    with Service(answer_file(folder, 0), latency=0.1, names=True) as service:

        def arguments(out: Path) -> list[str]:
            given = [str(articles), "-o", str(out), "--model", "x", "--base-url", service.base_url, "--repair", "0"]
            return ["batch", *given, "-q", "-j", str(CONCURRENCY), "--processes", str(processes)]

        measure(Batch, service.base_url, 4, 4)  # all is loaded here, before the first fork
        _run(arguments(whole))
        before = service.asked()
        chance = random.Random(seed)
        asked_again = paid_twice = done = 0
        for _ in range(number):
            answered = _answered(killed)
            process = _start(arguments(killed))
            _wait(service, chance)
            os.kill(process, signal.SIGKILL)
            done += os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL
            before, asked = _again(service, before, answered)
            asked_again += asked
        answered = _answered(killed)
        _run(arguments(killed))
        before, asked = _again(service, before, answered)
        asked_again += asked
        # Once by the run that nobody killed, once by the others.
        paid_twice = sum(times for name, times in before.items() if int(name) < count) - 2 * count - asked_again
    with (killed / "summaries.jsonl").open(encoding="utf-8") as file:
        lines = Counter(json.loads(line)["source"]["path"] for line in file)
    with closing(sqlite3.connect(killed / "run.sqlite")) as store:
        [counted] = store.execute("SELECT sum(lost) FROM runs").fetchone()
    return Account(
        kills=done,
        articles=count,
        lost=count - len(lines),
        doubled=sum(lines.values()) - len(lines),
        asked_again=asked_again,
        paid_twice=paid_twice,
        counted=counted,
        identical=(killed / "summaries.jsonl").read_bytes() == (whole / "summaries.jsonl").read_bytes(),
    )


def _wait(service: Service, chance: random.Random) -> None:
    """Returns at a moment drawn by lot: after so many more calls, and a little."""
    if chance.random() < EARLY:
        time.sleep(chance.uniform(0, 0.5))
        return
    first, more, until = service.counts()["answered"], chance.randint(0, ARTICLES), time.monotonic() + 5
    while service.counts()["answered"] < first + more and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.03))


def _again(service: Service, before: dict[str, int], answered: set[str]) -> tuple[dict[str, int], int]:
    """How often the service was asked about each article so far; how often since `before` about those `answered`."""
    now = service.asked()
    return now, sum(times - before.get(name, 0) for name, times in now.items() if name in answered)


def _answered(out: Path) -> set[str]:
    """The numbers of the articles whose answers the store has."""
    if not (out / "run.sqlite").exists():
        return set()
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        if not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'answers'").fetchone():
            return set()
        return {Path(path.decode()).stem for (path,) in store.execute("SELECT path FROM answers")}


def _start(arguments: list[str]) -> int:
    """A process of its own that runs a command of ours."""
    process = os.fork()
    if not process:
        for descriptor in (0, 1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
        os._exit(_call(arguments))
    return process


def _run(arguments: list[str]) -> None:
    """Runs a command of ours to its end."""
    code = os.waitstatus_to_exitcode(os.waitpid(_start(arguments), 0)[1])
    assert code in (0, 1), code


def _call(arguments: list[str]) -> int:
    from summarizer.cli import app

    try:
        app(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0
