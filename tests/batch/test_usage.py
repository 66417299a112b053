from __future__ import annotations

import asyncio
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.store import Store
from summarizer.batch.usage import write_usage
from summarizer.errors import ConfigurationError
from summarizer.models.base import Kept
from summarizer.pipeline import Pipeline
from summarizer.records import Usage

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def usage(out: Path, form: Any = "text") -> str:
    stream = io.StringIO()
    write_usage(out, form, stream)
    return stream.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "out").mkdir()
    store = Store(tmp_path / "out")
    store.begin(tmp_path, "relay", b"settings")
    yield store
    store.close()


async def keep(store: Store, *kept: Kept) -> None:
    for number, one in enumerate(kept):
        await store.keep(b"%d" % number, "a.txt", one)


def test_each_model_has_its_line_with_what_the_cache_saved(store: Store) -> None:
    cached = Usage(input_tokens=2_000, output_tokens=100, cached_input_tokens=1_500)
    asyncio.run(
        keep(
            store,
            Kept("{}", "large-1", "strict", 1, cached, 0.5, 1.25),
            Kept("{}", "large-1", "strict", 1, Usage(input_tokens=1_000, output_tokens=50), 0.75),
            Kept(None, "tiny-1", None, 3, Usage(input_tokens=10, output_tokens=1), None),
        )
    )
    assert usage(store.path.parent).splitlines() == [
        "0 articles done, 0 failed",
        "",
        "model    articles  calls  tokens in  from cache  tokens out     cost  saved by cache",
        "large-1         1      2      3,000       1,500         150    $1.25           $1.25",
        "tiny-1          1      3         10           0           1  unknown               -",
        "in all          1      5      3,010       1,500         151    $1.25           $1.25",
        "the cost leaves out 3 calls whose price is not known",
    ]
    document = json.loads(usage(store.path.parent, "json"))
    assert document["total"] == {
        "articles": 1,
        "calls": 5,
        "input_tokens": 3_010,
        "output_tokens": 151,
        "cached_input_tokens": 1_500,
        "cost_usd": 1.25,
        "saved_usd": 1.25,
        "calls_unpriced": 3,
    }
    assert list(document["models"]) == ["large-1", "tiny-1"]


def test_what_was_paid_for_is_counted_once(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three articles of one text, a refusal that is asked twice, another program that asks nothing, an article that is
    gone."""
    files = dict.fromkeys(["a.txt", "b.txt", "c.txt"], "Orrin opened 2 shops.")
    root = folder({**files, "d.txt": "DECLINE to speak.", "e.txt": "LIE of 4 shops."})
    go(root, chat())
    go(root, chat())
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "another program")
    (root / "e.txt").unlink()
    go(root, chat())
    total = json.loads(usage(tmp_path / "out", "json"))
    assert total["total"]["calls"] == 1 + 2 + 2
    assert (total["total"]["articles"], total["models"]["relay-1"]["articles"]) == (3, 3)
    assert total["total"]["input_tokens"] == 500
    assert total["articles"] == {"done": 3, "failed": 1}
    lines = [json.loads(line) for line in usage(tmp_path / "out", "jsonl").splitlines()]
    assert [(line["path"], line["state"], line["calls"], line["input_tokens"]) for line in lines] == [
        ("a.txt", "done", 1, 100),
        ("b.txt", "done", 1, 100),
        ("c.txt", "done", 1, 100),
        ("d.txt", "failed", 1, 100),
    ]


def test_calls_that_brought_nothing_are_said(store: Store) -> None:
    asyncio.run(store.sent(b"request", "a.txt"))
    assert "1 call without an answer: under way now, or when a run was broken off" in usage(store.path.parent)
    asyncio.run(store.landed(b"request", "a.txt"))
    assert "without an answer" not in usage(store.path.parent)


def test_a_run_without_calls_says_so(folder: MakeFolder, go: Go, tmp_path: Path) -> None:
    from summarizer.models.offline import OfflineModel

    go(folder({"a.txt": "Orrin rose.", "b.txt": ""}), Pipeline(OfflineModel()))
    assert usage(tmp_path / "out") == "1 article done, 1 failed\nno call was paid for\n"


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="holds no run"):
        usage(tmp_path)


def test_looking_leaves_the_store_as_it_was(folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path) -> None:
    go(folder({"a.txt": "Orrin rose."}), pipeline)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (tmp_path / "out").iterdir())
    usage(tmp_path / "out")
    assert sorted((path.name, path.stat().st_mtime_ns) for path in (tmp_path / "out").iterdir()) == before
    with closing(sqlite3.connect(tmp_path / "out/run.sqlite")) as store:
        assert store.execute("SELECT count(*) FROM runs").fetchone() == (1,)
