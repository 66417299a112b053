"""Articles in several processes: the same results, and a process that ends takes at most its own article with it."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import model_validator

from summarizer import Summarizer
from summarizer.batch import pool
from summarizer.batch.pool import processes_for
from summarizer.errors import ConfigurationError
from summarizer.fields import Record, Statement
from summarizer.models.base import Answer, Question
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline, Settings
from summarizer.schema import Schema
from tests.batch.conftest import ChatService, Ended, FirstSentence

pytestmark = [
    pytest.mark.block_network(allowed_hosts=["127.0.0.1"]),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="several processes are for systems that fork"),
]

MakeFolder = Callable[..., Path]
Go = Callable[..., Ended]
FIRST = os.getpid()
"""The process of the tests."""


class Note(Record):
    """A note whose check kills the process that makes it, where it says so."""

    note: Statement

    @model_validator(mode="after")
    def check(self) -> Note:
        word, _, path = self.note.partition(" ")
        if word == "ALWAYS" or (word == "ONCE" and not Path(path).exists()):
            assert os.getpid() != FIRST
            if word == "ONCE":
                Path(path).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self


class Notes:
    """Says the article's text as its only note."""

    name = "fake/notes"
    needs_prompt = False

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def answer(self, question: Question) -> Answer:
        self.asked.append(os.getpid())
        return Answer({"items": [{"note": question.article.text, "evidence": [1]}]}, model=self.name)

    async def close(self) -> None:
        return None


class Judge:
    """Says that each statement is contradicted."""

    name = "fake/judge"
    needs_prompt = True

    async def answer(self, question: Question) -> Answer:
        shown = question.messages[-1].content.splitlines()
        numbers = [json.loads(line)["statement"] for line in shown if line.startswith('{"statement"')]
        words = [
            {"statement": number, "label": "contradicted", "sentence": 1, "difference": "It says otherwise"}
            for number in numbers
        ]
        return Answer({"judgements": words}, model=self.name, calls=1)

    async def close(self) -> None:
        return None


def files_of(out: Path) -> tuple[bytes, bytes]:
    return (out / "summaries.jsonl").read_bytes(), (out / "failures.jsonl").read_bytes()


def test_several_processes_write_what_one_writes(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    texts = {
        f"{number}.txt": f"Ostrava Rail ordered {number + 2} trains from Dorrin Works for ${number + 3} million.\n"
        f"“They run,” said Mira Okonjo, who runs Ostrava.\n"
        for number in range(12)
    }
    root = folder(texts | {"empty.txt": "", "same.txt": texts["3.txt"]})
    go(root, Pipeline(OfflineModel()), tmp_path / "one")
    ended = go(root, Pipeline(OfflineModel()), tmp_path / "three", processes=3)
    assert files_of(tmp_path / "three") == files_of(tmp_path / "one")
    assert len(ended.documents) == 13
    assert ended.failures == {"empty.txt": "ReadError"}
    assert {path for path, outcome in ended.outcomes.items() if not outcome.stored} == {"empty.txt"}


def test_the_first_process_asks_and_the_others_read_the_answers(
    folder: MakeFolder, go: Go, tmp_path: Path, service: ChatService, chat: Callable[..., Pipeline]
) -> None:
    words = {3: "WOBBLE", 5: "LIE", 7: "DECLINE"}
    root = folder(
        {f"{at}.txt": f"Orrin Foods opened {at + 2} shops. {words.get(at % 8, '')} It sells." for at in range(16)}
    )
    go(root, chat(), tmp_path / "one")
    once = service.asked.copy()
    service.asked.clear()
    ended = go(root, chat(), tmp_path / "two", processes=2)
    assert files_of(tmp_path / "two") == files_of(tmp_path / "one")
    assert ended.failures == {"7.txt": "Refused", "15.txt": "Refused"}
    assert sum(document["provenance"]["calls"] for document in ended.documents) == 14 + 2 + 2
    # A service that is seen to miss the schema is told of it in words, sooner or later.
    assert sum(service.asked.values()) == sum(once.values()) == 16 + 2 + 2


def test_a_judge_is_asked_by_the_first_process_too(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    root = folder({f"{at}.txt": f"Tessel Air flew {at + 2} routes." for at in range(4)})
    for processes in (1, 2):
        ended = go(root, Pipeline(FirstSentence(), judge=Judge()), tmp_path / str(processes), processes=processes)
        assert [document["headline"]["verdict"] for document in ended.documents] == ["altered"] * 4
    assert files_of(tmp_path / "2") == files_of(tmp_path / "1")


def test_what_fails_elsewhere_fails_here(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    root = folder({"a.txt": "BUG in it.", "b.txt": "REFUSE it.", "c.txt": "Orrin rose.", "d.txt": "Tessel fell."})
    ended = go(root, Pipeline(FirstSentence()), tmp_path / "two", processes=2)
    assert ended.failures == {"a.txt": "ZeroDivisionError", "b.txt": "Refused"}
    assert len(ended.documents) == 2
    root = folder({"d.txt": "UNAUTHORIZED."})
    with pytest.raises(Exception, match="set OPENAI_API_KEY"):
        go(root, Pipeline(FirstSentence()), tmp_path / "two", processes=2)


def test_a_fault_of_a_schema_keeps_its_name_and_its_place(folder: MakeFolder, go: Go) -> None:
    class Odd(Record):
        note: Statement

        @model_validator(mode="after")
        def check(self) -> Odd:
            raise ZeroDivisionError("of a class that nobody can import")

    ended = go(folder({"a.txt": "Orrin rose."}), Pipeline(Notes(), Settings(schema=Schema.of(Odd))), processes=2)
    [outcome] = ended.outcomes.values()
    assert isinstance(outcome.error, ZeroDivisionError)
    assert "in check" in "".join(outcome.error.__notes__)


def test_a_killed_process_takes_at_most_its_article_with_it(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    once = tmp_path / "once"
    texts = {f"{at}.txt": f"Orrin Foods opened {at} shops." for at in range(20)}
    root = folder(texts | {"always.txt": "ALWAYS", "once.txt": f"ONCE {once}"})
    model = Notes()
    ended = go(root, Pipeline(model, Settings(schema=Schema.of(Note), repairs=0)), processes=2)
    assert ended.failures == {"always.txt": "ProcessKilled"}
    assert "signal 9" in str(ended.outcomes["always.txt"].error)
    assert len(ended.documents) == 21
    assert once.exists()
    assert set(model.asked) == {FIRST}


def test_a_repair_that_fails_is_said_by_the_first_process(
    folder: MakeFolder, go: Go, service: ChatService, chat: Callable[..., Pipeline], caplog: pytest.LogCaptureFixture
) -> None:
    service.answer = _no_repairs(service.answer)  # type: ignore[method-assign]
    ended = go(folder({"a.txt": "Orrin Foods opened a shop. LIE"}), chat(), processes=2)
    assert "the repair failed" in caplog.text
    assert "repair failed" in ended.documents[0]["provenance"]["notes"][0]


def _no_repairs(answer: Callable[[dict[str, Any]], tuple[int, dict[str, Any]]]) -> Callable[..., Any]:
    def changed(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if body["response_format"]["json_schema"]["name"].endswith("_repair"):
            return 400, {"error": {"message": "no"}}
        return answer(body)

    return changed


def children_of(process: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def gone(process: int) -> bool:
    """Whether a process has ended, though nobody may have asked for its exit code."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] in "ZX"
    except OSError:
        return True


def wait_for(what: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while not what() and time.monotonic() < until:
        time.sleep(0.01)
    return what()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_the_processes_end_with_the_first_one(
    folder: MakeFolder, tmp_path: Path, service: ChatService, number: signal.Signals
) -> None:
    root = folder({f"{at}.txt": f"Orrin Foods opened {at + 2} shops." for at in range(12)})
    arguments = ["batch", str(root), "--model", "relay", "--base-url", service.base_url, "-q", "-j", "4"]
    command = [sys.executable, "-m", "summarizer", *arguments, "-o", str(tmp_path / "out"), "--processes", "2"]
    environment = {**os.environ, "OPENAI_API_KEY": "none"}
    service.seconds = 0.3
    run = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        assert wait_for(lambda: service.calls >= 5)
        children = children_of(run.pid)
        assert len(children) == 2
        os.killpg(run.pid, number) if number == signal.SIGINT else run.kill()
        code = run.wait(20)
    finally:
        run.kill()
        run.wait()
    assert code == (130 if number == signal.SIGINT else -number)
    assert wait_for(lambda: all(gone(child) for child in children))
    if number == signal.SIGINT:  # what was under way is finished, nothing else is begun
        assert 5 <= sum(service.answered.values()) == service.calls < 12
        assert len((tmp_path / "out/summaries.jsonl").read_text().splitlines()) == service.calls
    # Nothing holds the folder any more.
    again = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (again.returncode, again.stderr) == (0, "")
    paths = [json.loads(line)["source"]["path"] for line in (tmp_path / "out/summaries.jsonl").read_text().splitlines()]
    assert len(set(paths)) == len(paths) == 12


@pytest.mark.parametrize("most", [0, 1])
def test_where_no_process_can_be_started(
    folder: MakeFolder,
    go: Go,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    most: int,
) -> None:
    fork, forked = os.fork, []

    def limited() -> int:
        if len(forked) == most:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        forked.append(1)
        return fork()

    monkeypatch.setattr(os, "fork", limited)
    root = folder({f"{at}.txt": f"Ostrava Rail ordered {at + 2} trains." for at in range(6)})
    if not most:
        with pytest.raises(ConfigurationError, match=r"Resource temporarily unavailable.*--processes 1"):
            go(root, Pipeline(OfflineModel()), processes=3)
        return
    assert len(go(root, Pipeline(OfflineModel()), processes=3).documents) == 6
    assert caplog.messages == [
        "no further process can be started (Resource temporarily unavailable): it goes on with 1"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one")
@pytest.mark.parametrize(
    ("cores", "limit", "processes"),
    [(4, "max 100000", 4), (4, "150000 100000", 2), (4, "50000 100000", 1), (64, "", 8), (64, "300000 100000", 3)],
)
def test_as_many_processes_as_there_are_cores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int, limit: str, processes: int
) -> None:
    (tmp_path / "cpu.max").write_text(limit)
    monkeypatch.setattr(pool, "CPU_LIMIT", tmp_path / "cpu.max")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert processes_for(50, None) == processes
    assert processes_for(49, None) == 1
    assert processes_for(49, 12) == 12


def test_no_process_is_too_few() -> None:
    with pytest.raises(ConfigurationError, match="1 or more"):
        processes_for(10, 0)


def test_several_processes_are_for_a_batch_with_a_store(folder: MakeFolder) -> None:
    async def without() -> None:
        async for _ in Summarizer("offline").batch(folder({"a.txt": "Orrin rose."}), processes=2):
            pass

    with pytest.raises(ConfigurationError, match="`out`"):
        asyncio.run(without())


def test_a_batch_in_python_reads_the_results_of_other_processes_from_the_store(
    folder: MakeFolder, tmp_path: Path
) -> None:
    async def batch() -> list[str]:
        root = folder({f"{at}.txt": f"Ostrava Rail ordered {at + 2} trains." for at in range(4)})
        async with Summarizer("offline") as summarizer:
            return [found.source.sha256 async for found in summarizer.batch(root, out=tmp_path / "out", processes=2)]

    assert len(set(asyncio.run(batch()))) == 4
