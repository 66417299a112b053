"""The callable on batches of rows: what goes in, what comes out, what a process keeps, what it asks."""

from __future__ import annotations

import json
import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from summarizer import SummarizeRows
from summarizer.batch import StoredRun
from summarizer.engines.columns import COLUMNS
from summarizer.errors import ConfigurationError, ServiceDown
from summarizer.models.chat import ChatOptions
from summarizer.models.limits import Limits
from summarizer.models.retries import RetryPolicy

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MakeFolder = Callable[..., Path]
PAGE = (
    f"<html><body><article><h1>Velkamp</h1>{'<p>Velkamp stood still for a whole day.</p>' * 9}</article></body></html>"
)
NO_TRIES = ChatOptions(retries=RetryPolicy(attempts=1))


@pytest.fixture
def rows(service: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., SummarizeRows]]:
    """Makes a callable whose model is the chat service; closes it when the test is over."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    made: list[SummarizeRows] = []

    def make(**settings: Any) -> SummarizeRows:
        made.append(SummarizeRows("relay", base_url=service.base_url, options=NO_TRIES, **settings))
        return made[-1]

    yield make
    for one in made:
        one.close()


def headlines(columns: dict[str, Any]) -> list[str | None]:
    return [line and json.loads(line)["headline"]["text"] for line in columns["document"]]


def test_each_row_comes_out_in_its_place_with_all_columns(rows: Any) -> None:
    done = rows()({"id": [7, 8], "text": ["Orrin rose.", "Tessel fell."], "path": ["a.txt", None]})
    assert list(done) == list(COLUMNS)
    assert done["id"] == ["7", "8"]
    assert done["path"] == ["a.txt", None]
    assert headlines(done) == ["Orrin rose.", "Tessel fell."]
    assert [json.loads(line)["source"]["path"] for line in done["document"]] == ["a.txt", None]
    assert done["error"] == done["message"] == [None, None]
    assert (done["records"], done["verified"], done["calls"]) == ([1, 1], [1, 1], [1, 1])
    assert (done["input_tokens"], done["output_tokens"]) == ([100, 100], [20, 20])


def test_a_row_without_a_name_goes_by_its_path_or_the_hash_of_its_text() -> None:
    done = SummarizeRows("offline")({"text": ["Orrin rose.", "Tessel fell."], "path": ["a.txt", None]})
    assert done["id"] == ["a.txt", done["sha256"][1]]


def test_what_one_model_refuses_the_fallback_answers(rows: Any, service: Any) -> None:
    routed = pickle.loads(pickle.dumps(rows(fallback=["offline"])))  # noqa: S301
    done = routed({"text": ["Orrin rose.", "DECLINE Velkamp Inc. agreed to buy Tessel Air for $5 million."]})
    said = [json.loads(line)["provenance"] for line in done["document"]]
    assert [one["model"] for one in said] == ["relay-1", "offline"]
    assert [one["outcome"] for one in said[1]["attempts"]] == ["failed", "kept"]
    assert service.calls == 2
    assert routed.settings() != rows().settings()
    routed.close()


def test_a_model_of_a_route_goes_by_its_name(rows: Any) -> None:
    with pytest.raises(ConfigurationError, match="given by its name"):
        rows(fallback=[object()])


def test_a_bad_row_is_its_own_failure_and_no_more(rows: Any) -> None:
    texts = [None, float("nan"), 5, "  ", "Orrin rose.", "DECLINE Velkamp.", b"%PDF-1.7", b"Tessel \xe9t\xe9."]
    done = rows()({"text": texts})
    assert done["error"] == [
        *["ReadError"] * 4,
        None,
        "Refused",
        "ReadError",
        None,
    ]
    assert done["message"][0] == "the row has no text"
    assert "of the type int" in done["message"][2]
    assert "empty" in done["message"][3]
    assert "PDF" in done["message"][6]
    assert headlines(done)[4] == "Orrin rose."
    assert [done["calls"][at] for at in (0, 4, 5)] == [0, 1, 1]


def test_a_day_that_is_none_is_the_fault_of_its_row() -> None:
    days = [date(2026, 3, 4), datetime(2026, 3, 4, 23, 59), "2026-03-04T10:00:00Z", "", None, "Tuesday"]
    texts = [f"Orrin rose {number}%." for number in range(len(days))]
    done = SummarizeRows("offline", published=date(2025, 1, 2))({"text": texts, "published": days})
    said = [line and json.loads(line)["source"]["published"] for line in done["document"]]
    assert said == ["2026-03-04"] * 3 + ["2025-01-02"] * 2 + [None]
    assert "'Tuesday', which is no day" in done["message"][5]


def test_the_bytes_of_files_give_the_documents_that_a_batch_gives(
    folder: MakeFolder, chat: Any, go: Any, rows: Any
) -> None:
    files = {"a.txt": "Orrin rose.", "b.md": "# Tessel\n\nTessel fell.", "c.html": PAGE}
    root = folder(files)
    lines = go(root, chat()).run.summaries.read_text("utf-8").splitlines()
    paths = [root / name for name in sorted(files)]
    done = rows(text="bytes")({"bytes": [path.read_bytes() for path in paths], "path": [str(path) for path in paths]})
    assert done["document"] == lines


def test_rows_of_the_same_text_are_asked_about_once(rows: Any, service: Any) -> None:
    done = rows()({"text": ["Orrin rose.", "DECLINE.", "Orrin rose.", "DECLINE."], "path": ["a", "b", "c", "d"]})
    assert service.calls == 2
    assert [line and json.loads(line)["source"]["path"] for line in done["document"]] == ["a", None, "c", None]
    assert done["error"] == [None, "Refused", None, "Refused"]
    assert done["calls"] == [1, 1, 0, 0]


def test_a_list_of_rows_comes_back_as_one() -> None:
    [done] = SummarizeRows("offline")([{"text": "Orrin rose.", "id": "a"}])
    assert list(done) == list(COLUMNS)
    assert done["id"] == "a"


def test_nothing_in_is_nothing_out() -> None:
    assert SummarizeRows("offline")([]) == []
    assert SummarizeRows("offline")({"text": []}) == {name: [] for name in COLUMNS}


@pytest.mark.parametrize(
    ("batch", "words"),
    [
        ({"body": ["Orrin rose."]}, "no column 'text', it has 'body'"),
        ([{"body": "Orrin rose."}], "no column 'text', it has 'body'"),
        (["Orrin rose."], "a list of rows holds mappings"),
        ({"text": ["Orrin rose."], "id": []}, "of different lengths"),
        ("Orrin rose.", "not a str"),
    ],
)
def test_what_is_no_batch_of_articles_is_told(batch: Any, words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        SummarizeRows("offline")(batch)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"share": 0}, "1 or more"),
        ({"rpm": 0}, "more than 0"),
        ({"policy": "keep"}, "flag, drop or fail"),
        ({"model": object()}, "by its name"),
        ({"judge": object()}, "by its name"),
    ],
)
def test_settings_that_cannot_work_are_told_where_they_are_made(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        SummarizeRows(**{"model": "offline", **settings})


def test_arrow_tables_come_back_with_the_same_columns_whatever_is_in_them() -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow comes with the extra `ray`")
    rows = SummarizeRows("offline")
    schemas = {
        str(rows(pyarrow.table({"text": pyarrow.array(texts, "string")})).schema)
        for texts in (["Orrin rose."], [None], [])
    }
    assert len(schemas) == 1
    assert rows(pyarrow.table({"text": ["Orrin rose."]})).column_names == list(COLUMNS)


def test_frames_come_back_with_their_index() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas comes with the extra `ray`")
    frame = pandas.DataFrame({"text": ["Orrin rose.", None]}, index=[5, 9])
    done = SummarizeRows("offline")(frame)
    assert list(done.index) == [5, 9]
    assert list(done.columns) == list(COLUMNS)
    assert done["error"].tolist() == [None, "ReadError"]


def test_it_is_pickled_without_client_or_key(rows: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "a-key-of-nobody")
    before = rows()
    first = pickle.dumps(before)
    before({"text": ["Orrin rose."]})
    second = pickle.dumps(before)
    assert first == second
    assert b"a-key-of-nobody" not in first
    assert pickle.loads(second) == before  # noqa: S301 (our own)


def test_the_environment_counts_where_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    made = SummarizeRows()
    assert (made.model, made.base_url) == ("openai/gpt-5-mini", "http://127.0.0.1:9/v1")
    assert SummarizeRows("offline").base_url is SummarizeRows("ollama/tiny").base_url is None
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert SummarizeRows().model == "offline"


def test_files_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "note.py").write_text(
        "from summarizer import Record, Verbatim\nclass Note(Record):\n    note: Verbatim\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    named = SummarizeRows(
        "relay", base_url="http://127.0.0.1:9/v1", schema="note.py:Note", prompts="prompts", cache="a"
    )
    whole = SummarizeRows("relay", base_url="http://127.0.0.1:9/v1", schema="note.py")
    monkeypatch.chdir("/")
    assert [one.open().pipeline.settings.schema.name for one in (named, whole)] == ["Note", "Note"]
    assert (named.prompts, named.cache) == (tmp_path / "prompts", tmp_path / "a")


def test_a_process_keeps_one_client_for_all_that_have_the_same_settings(rows: Any) -> None:
    one = rows()
    other = pickle.loads(pickle.dumps(one))  # noqa: S301
    assert one._connection() is other._connection()
    assert one._connection() is not rows(policy="drop")._connection()
    kept = one._connection()
    one.close()
    assert one._connection() is not kept
    assert headlines(one({"text": ["Orrin rose."]})) == ["Orrin rose."]


def test_batches_of_several_threads_share_the_places(rows: Any, service: Any) -> None:
    service.seconds = 0.02
    one = rows(concurrency=2)
    at_once: list[int] = []

    def look() -> None:
        at_once.append(sum(service.asked.values()) - sum(service.answered.values()))

    answer = service.answer
    service.answer = lambda body: (look(), answer(body))[1]
    batches = [{"text": [f"Orrin opened mill {batch}{number}." for number in range(4)]} for batch in range(3)]
    threads = [threading.Thread(target=one, args=(batch,)) for batch in batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert service.calls == 12
    assert max(at_once) <= 2


def test_the_limits_are_divided_among_those_who_share_them() -> None:
    divided = SummarizeRows("relay", base_url="http://127.0.0.1:9/v1", rpm=600, tpm=90_000).shared_among(4)
    limits = divided.open().pipeline.model.limiter.limits  # type: ignore[attr-defined]
    assert (limits.rpm, limits.tpm) == (150, 22_500)


def test_a_service_that_is_down_ends_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    options = ChatOptions(retries=RetryPolicy(attempts=1), limits=Limits(patience=0))
    nobody = SummarizeRows("relay", base_url="http://127.0.0.1:9/v1", options=options)
    with pytest.raises(ServiceDown):
        nobody({"text": [f"Orrin opened mill {number}." for number in range(20)]})
    nobody.close()


def test_a_batch_that_is_repeated_costs_no_second_call(rows: Any, service: Any, tmp_path: Path) -> None:
    batch = {"text": ["Orrin rose.", "WOBBLE Tessel.", "LIE Velkamp.", "DECLINE Dorrin."]}
    one = rows(cache=tmp_path / "answers")
    first = one(batch)
    asked = service.calls
    assert asked == 6  # one a row, a re-ask, a repair
    one.close()  # as in another process
    assert pickle.loads(pickle.dumps(one))(batch) == first  # noqa: S301
    assert service.calls == asked
    assert rows(cache=tmp_path / "answers")(batch) == first
    assert service.calls == asked + 1  # another job asks anew what was refused


PROGRAM = """
import sys
from summarizer import SummarizeRows
rows = SummarizeRows("relay", base_url=sys.argv[1], cache=sys.argv[2], concurrency=2, job="00" * 16)
print(rows({"text": [f"Orrin opened mill {n}." for n in range(int(sys.argv[3]), int(sys.argv[4]))]})["error"])
"""


def start(service: Any, cache: Path, first: int, end: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, service.base_url, str(cache), str(first), str(end)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OPENAI_API_KEY": "none"},
    )


def test_processes_share_the_answers_and_one_that_is_killed_leaves_its_own(
    rows: Any, service: Any, tmp_path: Path
) -> None:
    service.seconds = 0.05
    workers = [start(service, tmp_path, 0, 20), start(service, tmp_path, 20, 40)]
    until = time.monotonic() + 60
    while service.calls < 16 and time.monotonic() < until:
        time.sleep(0.005)
    workers[0].send_signal(signal.SIGKILL)
    for worker in workers:
        worker.communicate(timeout=60)
    asked = service.calls
    again = rows(cache=tmp_path, concurrency=2, job="00" * 16)
    assert again({"text": [f"Orrin opened mill {number}." for number in range(40)]})["error"] == [None] * 40
    # Only what was under way in the killed process, two at most, is asked about twice.
    assert len(service.asked) == 40
    assert asked < 40 <= service.calls <= 42
    with closing(sqlite3.connect(tmp_path / "run.sqlite")) as store:
        assert store.execute("SELECT count(*) FROM runs").fetchone() == (1,)


def test_answers_are_shared_with_a_run_that_was_there_before(
    folder: MakeFolder, go: Any, chat: Any, rows: Any, service: Any
) -> None:
    """The store is the same, and so is what a request is known by."""
    run: StoredRun = go(folder({"a.txt": "Orrin rose."}), chat()).run
    assert rows(cache=run.out)({"text": ["Orrin rose."]})["error"] == [None]
    assert service.calls == 1
