"""Requests that are logged: what the store has of them, and `summarizer log`."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer import Summarizer
from summarizer.batch.exchanges import Exchange, exchanges
from summarizer.batch.merging import merge
from summarizer.batch.reading import Reading
from summarizer.batch.shards import Shard
from summarizer.cli import app
from summarizer.errors import ConfigurationError
from tests.batch.conftest import ChatService

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

KEY = "sk-local-0123456789"


def kept(out: Path, *path: str, **options: Any) -> list[Exchange]:
    with closing(Reading(out / "run.sqlite")) as reading:
        return list(exchanges(reading, *path, **options))


def bodies(out: Path) -> list[tuple[str, str | None]]:
    with closing(Reading(out / "run.sqlite")) as reading:
        return [
            (reading.text(one.request), None if one.answer is None else reading.text(one.answer))
            for one in exchanges(reading)
        ]


def log(out: Path, *options: str) -> Any:
    return CliRunner().invoke(app, ["log", str(out), *options])


def test_every_exchange_is_kept_with_both_bodies(
    service: ChatService, folder: Any, go: Any, chat: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose.", "deeper/b.txt": "WOBBLE Orrin fell."})
    go(root, chat(), log_requests=True)
    found = kept(tmp_path / "out")
    assert sorted((one.path, one.task, one.status, one.attempt) for one in found) == [
        ("a.txt", "extract", 200, 1),
        ("deeper/b.txt", "extract", 200, 1),
        ("deeper/b.txt", "extract", 200, 1),
    ]
    assert sorted(request for request, _ in bodies(tmp_path / "out")) == sorted(service.asked.elements())
    for _, answer in bodies(tmp_path / "out"):
        assert json.loads(answer or "")["model"] == "relay-1"
    assert [one.path for one in kept(tmp_path / "out", "a.txt")] == ["a.txt"]


def test_repairs_and_failures_are_kept_too(
    service: ChatService, folder: Any, go: Any, chat: Any, tmp_path: Path
) -> None:
    service.busy = True
    go(folder({"lie.txt": "LIE Orrin rose.", "busy.txt": "BUSY Orrin rose."}), chat(), log_requests=True)
    found = kept(tmp_path / "out")
    assert [one.task for one in found if one.path == "lie.txt"] == ["extract", "repair"]
    failed = kept(tmp_path / "out", failed=True)
    assert [(one.path, one.attempt, one.status) for one in failed] == [("busy.txt", 1, 500), ("busy.txt", 2, 500)]
    assert all((one.error or "").startswith("Unavailable: ") for one in failed)
    assert failed[0].request == failed[1].request  # one text for both


def test_nothing_is_kept_unasked(folder: Any, go: Any, chat: Any, tmp_path: Path) -> None:
    go(folder({"a.txt": "Orrin rose."}), chat())
    assert kept(tmp_path / "out") == []
    done = log(tmp_path / "out")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "run the batch with --log-requests" in done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="several processes are for systems that fork")
def test_calls_for_several_processes_are_kept(folder: Any, go: Any, chat: Any, tmp_path: Path) -> None:
    root = folder({f"{at}.txt": f"Orrin rose {at} times." for at in range(6)})
    go(root, chat(), log_requests=True, processes=2)
    assert sorted(one.path for one in kept(tmp_path / "out")) == [f"{at}.txt" for at in range(6)]


def test_that_the_rules_send_nothing_is_said(folder: Any, tmp_path: Path, command: Any) -> None:
    root = folder({"a.txt": "Orrin rose."})
    assert "nothing for --log-requests to keep" in command(root, tmp_path / "out", "--log-requests").stderr
    assert "--log-requests" not in command(root, tmp_path / "out", "--log-requests", "--quiet").stderr


def test_no_key_reaches_the_store(
    service: ChatService, folder: Any, tmp_path: Path, command: Any, monkeypatch: Any
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    root = folder({"a.txt": f"Orrin said the key is {KEY}."})
    out = tmp_path / "out"
    command(root, out, "-m", "openai/relay", "--base-url", service.base_url, "--log-requests")
    assert KEY in next(iter(service.asked))
    [(request, answer)] = bodies(out)
    assert KEY not in request + (answer or "")
    assert "the key is ***" in request
    with closing(sqlite3.connect(out / "run.sqlite")) as store:
        columns = store.execute("SELECT * FROM exchanges").fetchall()
    assert KEY not in repr(columns)
    assert "uthorization" not in repr(columns)


def test_the_log_is_read_as_lines_and_as_json(
    service: ChatService, folder: Any, go: Any, chat: Any, tmp_path: Path
) -> None:
    go(folder({"a.txt": "Orrin rose.", "b.txt": "Orrin\x9b fell."}), chat(), log_requests=True, concurrency=1)
    out = tmp_path / "out"
    lines = log(out).stdout.splitlines()
    assert [line.split("  ")[1:6] for line in lines] == [
        [name, "extract", "relay", "try 1", "200"] for name in ("a.txt", "b.txt")
    ]
    documents = [json.loads(line) for line in log(out, "--format", "jsonl").stdout.splitlines()]
    assert documents == json.loads(log(out, "--format", "json").stdout)
    [one] = [json.loads(line) for line in log(out, "b.txt", "--format", "jsonl").stdout.splitlines()]
    assert one["request"]["messages"][-1]["role"] == "user"
    assert one["answer"]["choices"][0]["finish_reason"] == "stop"
    assert one["headers"]["content-type"] == "application/json"
    assert one["url"] == f"{service.base_url}/chat/completions"
    assert "\x9b" not in log(out, "b.txt", "--format", "jsonl").stdout
    assert json.loads(log(out, "--failed", "--format", "json").stdout) == []


def test_an_article_that_was_not_asked_about_is_said(folder: Any, go: Any, chat: Any, tmp_path: Path) -> None:
    go(folder({"a.txt": "Orrin rose."}), chat(), log_requests=True)
    done = log(tmp_path / "out", "c.txt")
    assert done.exit_code == 2
    assert "no request about c.txt" in done.stderr


def test_a_second_run_adds_to_the_log(folder: Any, go: Any, chat: Any, tmp_path: Path) -> None:
    go(folder({"a.txt": "Orrin rose."}), chat(), log_requests=True)
    go(folder({"b.txt": "Orrin fell."}), chat(), log_requests=True)
    assert [(one.path, one.run) for one in kept(tmp_path / "out")] == [("a.txt", 1), ("b.txt", 2)]


def test_a_store_of_an_earlier_version_is_read_and_written(folder: Any, go: Any, chat: Any, tmp_path: Path) -> None:
    root = folder({"a.txt": "Orrin rose."})
    go(root, chat())
    with closing(sqlite3.connect(tmp_path / "out" / "run.sqlite")) as store, store:
        store.executescript("DROP TABLE exchanges; PRAGMA user_version = 2;")
    assert kept(tmp_path / "out") == []
    folder({"b.txt": "Orrin fell."})
    ended = go(root, chat(), log_requests=True)
    assert sorted(ended.headlines) == ["a.txt", "b.txt"]
    assert [one.path for one in kept(tmp_path / "out")] == ["b.txt"]


def test_the_logs_of_shards_are_put_together(folder: Any, go: Any, chat: Callable[..., Any], tmp_path: Path) -> None:
    root = folder({f"{at}.txt": f"Orrin rose {at} times." for at in range(6)})
    outs = [tmp_path / "one", tmp_path / "two"]
    for at, out in enumerate(outs, start=1):
        go(root, chat(), out, shard=Shard(2, at), log_requests=True)
    apart = sorted(pair for out in outs for pair in bodies(out))
    merge(outs, tmp_path / "both")
    assert sorted(bodies(tmp_path / "both")) == apart
    assert len(apart) == 6


def test_python_logs_them_into_out_alone(service: ChatService, folder: Any, tmp_path: Path) -> None:
    root = folder({"a.txt": "Orrin rose."})

    async def once(**options: Any) -> None:
        async with Summarizer("relay", base_url=service.base_url) as summarizer:
            async for _ in summarizer.batch(root, log_requests=True, **options):
                pass

    with pytest.raises(ConfigurationError, match="give its `out` too"):
        asyncio.run(once())
    asyncio.run(once(out=tmp_path / "out"))
    assert len(kept(tmp_path / "out")) == 1
