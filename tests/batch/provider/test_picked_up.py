"""Runs by provider batches that are killed, stopped or cancelled, and the runs that go on from there."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.provider.cancelling import cancel_batches
from summarizer.batch.provider.listing import write_batches
from summarizer.batch.provider.tables import Tables
from summarizer.batch.reading import Reading
from summarizer.batch.totals import lost, paid
from summarizer.pipeline import Pipeline
from tests.batch import test_kill

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Relay = Callable[..., Pipeline]
Run = Callable[..., Any]

ARTICLES = {
    "a.txt": "Ostrava Rail ordered twelve trains from Dorrin Works.",
    "b.txt": "WOBBLE Works ordered nine boilers from Dorrin Works.",
    "c.txt": "LIE Holdings sold its ferry line to Tarnwick Power.",
    "e.txt": "Tarnwick Power hired a new treasurer.",
}
LONG = 60.0
"""Seconds after which something is surely wrong."""
QUICKLY = "import summarizer.batch.provider.rounds as rounds\nrounds.FIRST_INTERVAL = 0.01\n"


@pytest.fixture
def nursery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Processes that run commands, with short waits."""
    monkeypatch.setattr(test_kill, "NURSERY", QUICKLY + test_kill.NURSERY)
    nursery = test_kill.Nursery(tmp_path)
    yield nursery
    nursery.close()


async def without_waiting(_: float) -> None:
    await asyncio.sleep(0)


class Assassin:
    """Kills the process that makes a request, before or after it is done, or in the middle of a file."""

    def __init__(self, batching: Any, when: str, request: str, nth: int) -> None:
        self.process = 0
        self.known = threading.Event()
        self.struck = False
        self._left = nth
        self._request = request
        if when == "middle":
            batching.middle = self._strike
        else:
            setattr(batching, when, self._heard)

    def _heard(self, method: str, path: str) -> None:
        if f"{method} {path}" == self._request:
            self._strike()

    def _strike(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.known.wait(LONG)
            self.struck = True
            os.kill(self.process, signal.SIGKILL)


MOMENTS = [
    ("before", "POST /files", 1),
    ("after", "POST /files", 1),
    ("before", "POST /batches", 1),
    ("after", "POST /batches", 1),
    ("before", "GET /batches/ID", 2),
    ("middle", "GET /files/ID/content", 1),
    ("after", "GET /files/ID/content", 1),
    ("before", "DELETE /files/ID", 1),
    ("after", "POST /batches", 2),
    ("after", "DELETE /files/ID", 3),
]


def test_runs_killed_at_any_step_end_as_one_that_was_not_and_send_nothing_twice(
    folder: Any, batching: Any, nursery: Any, tmp_path: Path
) -> None:
    root = folder(ARTICLES)
    batching.steps = ("validating",)
    whole = tmp_path / "whole"
    common = [str(root), "--model", "relay", "--base-url", batching.base_url, "-q"]
    assert nursery.first("batch", *common, "-o", str(whole), "-j", "1") == 0
    assert batching.count("POST /chat/completions") == 6
    for number, moment in enumerate(MOMENTS):
        out = tmp_path / f"killed-{number}"
        batching.lines.clear()
        assassin = Assassin(batching, *moment)
        assassin.process = nursery.start("batch", *common, "-o", str(out), "--provider-batch")
        assassin.known.set()
        assert (moment, nursery.end(), assassin.struck) == (moment, -signal.SIGKILL, True)
        batching.before = batching.after = lambda *_: None
        batching.middle = None
        nursery.start("batch", *common, "-o", str(out), "--provider-batch")
        assert (moment, nursery.end()) == (moment, 0)
        for name in ("summaries.jsonl", "failures.jsonl"):
            assert (out / name).read_bytes() == (whole / name).read_bytes(), moment
        assert (moment, len(batching.lines), set(batching.lines.values())) == (moment, 6, {1})
        assert (moment, batching.files) == (moment, {})
        assert not list(out.glob(".*.part"))
        reading = Reading(out / "run.sqlite")
        assert (moment, paid(reading).calls, lost(reading)) == (moment, 6, 0)
        reading.close()


def test_ctrl_c_while_it_waits_leaves_the_batch_where_it_is(
    folder: Any, batching: Any, nursery: Any, tmp_path: Path
) -> None:
    root, out = folder({"a.txt": ARTICLES["a.txt"]}), tmp_path / "out"
    batching.steps = ("in_progress",) * 1000
    looked = threading.Event()
    batching.after = lambda method, path: looked.set() if (method, path) == ("GET", "/batches/ID") else None
    arguments = ["batch", str(root), "-o", str(out), "--model", "relay", "--base-url", batching.base_url]
    assert nursery.first("batches", str(tmp_path)) == 2  # loads the program; there is no run
    process = nursery.start(*arguments, "--provider-batch")
    waits = looked.wait(LONG)
    os.kill(process, signal.SIGINT if waits else signal.SIGKILL)
    assert nursery.end() == 130
    said = (tmp_path / "stderr").read_text()
    assert "1 batch with 1 request at the service, where it goes on: run the same command again to collect it" in said
    assert "1 article is left: the same command goes on from here" in said
    assert "summarizer: stopping\n" in said  # nothing is under way that would be finished first
    assert "finishing" not in said
    nursery.start(*arguments)
    assert nursery.end() == 2
    assert "asked directly they would be paid for twice" in (tmp_path / "stderr").read_text()
    batching.steps = ()
    nursery.start(*arguments, "--provider-batch", "--no-wait")
    assert nursery.end() == 0
    assert (batching.sizes, batching.count("POST /chat/completions")) == ([1], 0)


def test_a_batch_that_cannot_be_found_again_counts_as_lost(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    noted = Tables.note

    async def killed(self: Tables, number: int, **columns: Any) -> None:
        if columns.get("state") == "open":
            raise OSError("killed")
        await noted(self, number, **columns)

    root = folder({"a.txt": ARTICLES["a.txt"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Tables, "note", killed)
        assert isinstance(by_batch(root, relay()).fault, Exception)
    # A service that lists no batches cannot say whether there is one.
    do = batching.do
    batching.do = lambda *asked: (405, {}) if asked[:2] == ("GET", "/v1/batches") else do(*asked)
    ended = by_batch(root, relay())
    assert (len(ended.documents), batching.sizes) == (1, [1, 1])
    reading = Reading(tmp_path / "out" / "run.sqlite")
    assert lost(reading) == 1
    reading.close()


def test_cancelling_keeps_what_was_answered_and_frees_the_rest_for_single_calls(
    folder: Any, relay: Relay, by_batch: Run, go: Any, batching: Any, fate: Any, tmp_path: Path
) -> None:
    root, out = folder(ARTICLES), tmp_path / "out"
    batching.fates = [fate("completed", answered=2)]
    by_batch(root, relay(), wait=False)
    asyncio.run(cancel_batches(out, lambda _: None, without_waiting))
    assert [batch["status"] for batch in batching.batches.values()] == ["cancelled"]
    assert batching.files == {}
    ended = go(root, relay())
    assert len(ended.documents) == 4
    # Four questions, a re-ask and a repair; two of the questions had been answered.
    assert (sum(batching.lines.values()), batching.count("POST /chat/completions")) == (2, 4)


def test_cancelling_gives_up_a_batch_that_the_service_does_not_know(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": ARTICLES["a.txt"]})
    by_batch(root, relay(), wait=False)
    batching.batches.clear()
    said: list[str] = []
    asyncio.run(cancel_batches(tmp_path / "out", said.append, without_waiting))
    assert said == ["cancelling 1 batch with 1 request"]
    ended = by_batch(root, relay())
    assert (len(ended.documents), batching.sizes) == (1, [1, 1])


def test_the_batches_of_a_run_are_listed(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, tmp_path: Path
) -> None:
    root = folder(ARTICLES)
    by_batch(root, relay(), wait=False)
    text, document = io.StringIO(), io.StringIO()
    write_batches(tmp_path / "out", "text", text)
    write_batches(tmp_path / "out", "json", document)
    heads, line = text.getvalue().splitlines()
    assert heads.split() == ["batch", "model", "begun", "status", "requests", "answered", "failed"]
    assert line.split()[1] == "relay"
    assert line.split()[3:] == ["validating", "4", "0", "0"]
    [said] = json.loads(document.getvalue())
    assert (said["batch"], said["state"]) == (next(iter(batching.batches)), "open")


def test_ctrl_c_is_not_spoken_of_where_a_run_is_to_be_quiet(
    folder: Any, batching: Any, nursery: Any, tmp_path: Path
) -> None:
    root, out = folder({"a.txt": ARTICLES["a.txt"]}), tmp_path / "out"
    batching.steps = ("in_progress",) * 1000
    looked = threading.Event()
    batching.after = lambda method, path: looked.set() if (method, path) == ("GET", "/batches/ID") else None
    arguments = ["batch", str(root), "-o", str(out), "--model", "relay", "--base-url", batching.base_url, "--quiet"]
    assert nursery.first("batches", str(tmp_path)) == 2
    process = nursery.start(*arguments, "--provider-batch")
    waits = looked.wait(LONG)
    os.kill(process, signal.SIGINT if waits else signal.SIGKILL)
    assert nursery.end() == 130
    said = (tmp_path / "stderr").read_text()
    assert not {"stopping", "finishing", "left"} & set(said.split())
