"""A run that is told to stop while a model does not answer: it is not waited for long, and the next run asks again."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from summarizer.batch.interrupts import Interrupts
from tests.batch.conftest import ChatService
from tests.loopback import Reply, Request

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MakeFolder = Callable[..., Path]
Command = Callable[..., Result]


class Hanging(ChatService):
    """Does not answer about an article with HANG in it before `released`, but has the program stopped by `number` when
    so many others are in the store of `out`."""

    def __init__(self, out: Path) -> None:
        super().__init__()
        self.store = out / "run.sqlite"
        self.number = signal.SIGTERM
        self.others = 0
        self.released = threading.Event()

    def reply(self, request: Request) -> Reply:
        if b"HANG" in request.raw and not self.released.is_set():
            with self.lock:
                self.asked[request.raw.decode()] += 1
            while not self.released.is_set() and self._done() < self.others:
                time.sleep(0.01)
            os.kill(os.getpid(), self.number)
            self.released.wait()
            return Reply({}, 500)
        return super().reply(request)

    def _done(self) -> int:
        with suppress(sqlite3.OperationalError), closing(sqlite3.connect(self.store)) as store:
            return int(store.execute("SELECT count(*) FROM articles WHERE state = 'done'").fetchone()[0])
        return 0


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hanging]:
    monkeypatch.setattr("summarizer.batch.interrupts.GRACE", 0.05)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with Hanging(tmp_path / "out") as service:
        yield service
        service.released.set()
    signal.signal(signal.SIGINT, before)


def headlines(out: Path) -> list[str]:
    lines = (out / "summaries.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["headline"]["text"] for line in lines]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_call_that_hangs_is_given_up_and_asked_anew(
    folder: MakeFolder, tmp_path: Path, command: Command, hanging: Hanging, number: signal.Signals, processes: str
) -> None:
    root = folder(
        {"0.txt": "HANG on, said Orrin."} | {f"{at}.txt": f"Tessel flew to {at} towns." for at in range(1, 6)}
    )
    hanging.number, hanging.others = number, 5
    options = ("-m", "relay", "--base-url", hanging.base_url, "-j", "2", "--processes", processes)
    first = command(root, tmp_path / "out", *options)
    assert first.exit_code == 130
    assert "finishing what is under way, for 0.05 seconds at most; once more to stop at once" in first.stderr
    assert "1 article is left: the same command goes on from here" in first.stderr
    assert headlines(tmp_path / "out") == [f"Tessel flew to {at} towns." for at in range(1, 6)]
    hanging.released.set()
    second = command(root, tmp_path / "out", *options)
    assert second.exit_code == 0
    assert "which may be paid for twice: 1" in second.stderr
    assert len(headlines(tmp_path / "out")) == 6
    assert {asked: times for asked, times in hanging.asked.items() if times > 1} == {
        asked: 2 for asked in hanging.asked if "HANG" in asked
    }


def test_quiet_says_nothing_of_it(folder: MakeFolder, tmp_path: Path, command: Command, hanging: Hanging) -> None:
    root = folder({"0.txt": "HANG on, said Orrin."})
    done = command(root, tmp_path / "out", "-m", "relay", "--base-url", hanging.base_url, "-q")
    assert (done.exit_code, done.stderr) == (130, "summarizer: interrupted\n")


def stopped(grace: float | None, signals: int) -> tuple[str, Interrupts]:
    """How a task ends that is told to stop so often, and would end by itself a little later."""
    interrupts = Interrupts()

    async def work() -> str:
        with interrupts.heard(lambda: None, grace):
            for _ in range(signals):
                os.kill(os.getpid(), signal.SIGTERM)
            try:
                await asyncio.sleep(0.2)
            except asyncio.CancelledError:
                return "cancelled"
        return "finished"

    return asyncio.run(work()), interrupts


@pytest.mark.parametrize(
    ("grace", "signals", "ends", "over"),
    [
        (0.0, 1, "cancelled", True),
        (60.0, 1, "finished", False),
        (None, 1, "finished", False),
        (60.0, 2, "cancelled", False),
        (0.0, 0, "finished", False),
    ],
)
def test_the_time_after_the_first_signal(grace: Any, signals: int, ends: str, over: bool) -> None:
    ended, interrupts = stopped(grace, signals)
    assert ended == ends
    assert interrupts.grace_over is over
    assert interrupts.asked() is (signals > 0)
