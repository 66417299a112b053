from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch import StoredRun
from summarizer.batch.files import Whole
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Pipeline

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


OURS = ["failures.jsonl", "run.lock", "run.sqlite", "summaries.jsonl"]


def test_all_articles_have_their_lines_in_the_order_of_their_paths(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({"b.txt": "Orrin rose.", "a/z.txt": "Tessel fell.", "a.txt": "Dorrin opened."})
    go(root, pipeline)
    assert files(tmp_path / "out") == OURS
    named = [document["source"]["path"] for document in lines(tmp_path / "out/summaries.jsonl")]
    assert named == [f"{root}/a.txt", f"{root}/a/z.txt", f"{root}/b.txt"]


def test_failures_are_listed_with_their_class_and_message(folder: MakeFolder, go: Go, pipeline: Pipeline) -> None:
    run = go(folder({"b.txt": "BUG here.", "a.txt": "REFUSE this."}), pipeline).run
    assert lines(run.failures) == [
        {"path": "a.txt", "error": "Refused", "message": "the model declined"},
        {"path": "b.txt", "error": "ZeroDivisionError", "message": "division by zero"},
    ]


def test_each_article_has_a_document_where_they_are_asked_for(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose.", "deep/b.txt": "Tessel fell.", "c.txt": "REFUSE this."})
    run = go(root, pipeline, documents=True).run
    assert files(tmp_path / "out/summaries") == ["a.txt.json", "deep/b.txt.json"]
    text = (tmp_path / "out/summaries/a.txt.json").read_text("utf-8")
    assert json.loads(text) == lines(run.summaries)[0]
    assert text.startswith('{\n  "schema_version"')


def test_documents_are_kept_current_until_they_are_not_wanted(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path, age: Callable[[Path], None]
) -> None:
    out = tmp_path / "out/summaries"
    root = folder({"a.txt": "Orrin rose.", "deep/b.txt": "Tessel fell.", "c.txt": "Dorrin opened."})
    age(root)
    go(root, pipeline, documents=True)
    untouched = (out / "c.txt.json").stat()
    folder({"a.txt": "Orrin fell."})
    (root / "deep/b.txt").unlink()
    (out / f".{'0f' * 8}.part").write_text("left by a run that was killed")
    mine = out / "mine.json"
    mine.write_text('{"notes": []}')
    go(root, pipeline)
    assert files(out) == ["a.txt.json", "c.txt.json", "mine.json"]
    assert not (out / "deep").exists()
    assert "Orrin fell." in (out / "a.txt.json").read_text("utf-8")
    assert (out / "c.txt.json").stat() == untouched
    (out / "c.txt.json").unlink()
    go(root, pipeline)
    assert (out / "c.txt.json").is_file()
    assert not go(root, pipeline, documents=False).run.documents
    assert files(out) == ["mine.json"]
    go(root, pipeline)
    assert files(out) == ["mine.json"]


def test_a_run_that_is_broken_off_keeps_what_it_did_and_what_was_there(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose.", "z.txt": "Old news."})
    go(root, pipeline)
    folder({"b.txt": "Tessel fell.", "c.txt": "UNAUTHORIZED.", "z.txt": "New news."})
    with pytest.raises(Exception, match="set OPENAI_API_KEY"):
        go(root, pipeline, concurrency=1)
    said = [document["headline"]["text"] for document in lines(tmp_path / "out/summaries.jsonl")]
    assert said == ["Orrin rose.", "Tessel fell.", "Old news."]


def test_a_document_with_a_name_that_cannot_be_written_is_in_the_lines_only(
    folder: MakeFolder, go: Go, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = Path.open

    def picky(self: Path, *arguments: Any, **options: Any) -> Any:
        if "unwritable" in str(self.parent):
            raise OSError(36, "File name too long")
        return real(self, *arguments, **options)

    root = folder({"unwritable/a.txt": "Orrin rose.", "b.txt": "Tessel fell."})
    monkeypatch.setattr(Path, "open", picky)
    run = go(root, pipeline, documents=True).run
    assert len(lines(run.summaries)) == 2
    assert files(run.out / "summaries") == ["b.txt.json"]
    assert "File name too long: it is in summaries.jsonl only" in caplog.text


def test_a_linked_folder_of_documents_is_not_written_through(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (out / "summaries").mkdir(parents=True)
    (out / "summaries" / "deep").symlink_to(elsewhere, target_is_directory=True)
    root = folder({"deep/a.txt": "Orrin rose.", "e.txt": "Tessel fell."})
    with pytest.raises(ConfigurationError, match=r"1 document could not be written.*leads out of"):
        go(root, pipeline, documents=True)
    assert list(elsewhere.iterdir()) == []
    assert files(out / "summaries") == ["e.txt.json"]


def test_a_linked_document_is_replaced_and_its_target_kept(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    precious = tmp_path / "precious.json"
    precious.write_text("mine")
    document = tmp_path / "out/summaries/a.txt.json"
    document.parent.mkdir(parents=True)
    document.symlink_to(precious)
    go(folder({"a.txt": "Orrin rose."}), pipeline, documents=True)
    assert precious.read_text() == "mine"
    assert not document.is_symlink()


def test_names_that_are_not_utf8_are_written_and_listed(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    root = folder({})
    name = os.fsdecode(b"caf\xe9.txt")
    (root / name).write_text("Orrin rose.")
    (root / f"2{name}").write_text("")
    run = go(root, pipeline, documents=True).run
    assert (tmp_path / "out/summaries/caf%E9.txt.json").is_file()
    # No lone surrogate, at which other readers of JSON stop.
    assert lines(run.failures)[0]["path"] == r"2caf\xe9.txt"


def test_a_disk_that_is_full_at_the_end_leaves_the_old_files_and_the_answers(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "Orrin rose."})
    run = go(root, pipeline).run
    before = run.summaries.read_bytes()
    folder({"b.txt": "Tessel fell."})

    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(
        ConfigurationError,
        match="No space left on device; make room and run the same command again",
    ):
        go(root, pipeline)
    monkeypatch.undo()
    assert run.summaries.read_bytes() == before
    assert files(run.out) == OURS
    assert len(go(root, pipeline).documents) == len(model.asked) == 2


def test_a_disk_that_is_full_in_the_middle_keeps_what_was_written_before(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({f"{number:03}.txt": f"Orrin opened {number} shops. " * 9 for number in range(60)})
    from summarizer.batch import writer

    def small(path: Path) -> sqlite3.Connection:
        connection = real(path)
        connection.execute("PRAGMA max_page_count = 18")
        return connection

    real = writer.open_store
    monkeypatch.setattr(writer, "open_store", small)
    with pytest.raises(ConfigurationError, match=r"run\.sqlite: the disk is full; make room and run the same command"):
        go(root, pipeline)
    monkeypatch.undo()
    with closing(sqlite3.connect(tmp_path / "out/run.sqlite")) as store:
        [(kept,)] = store.execute("SELECT count(*) FROM articles WHERE state = 'done'")
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert 0 < kept < 60
    before = len(model.asked)
    assert len(go(root, pipeline).documents) == 60
    assert len(model.asked) == before + 60 - kept


def test_what_a_killed_run_left_half_written_is_swept_away(
    folder: MakeFolder, go: Go, pipeline: Pipeline, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / f".{'0f' * 8}.part").write_text("half")
    (out / ".mine.part").write_text("mine")
    go(folder({"a.txt": "Orrin rose."}), pipeline)
    assert files(out) == sorted([".mine.part", *OURS])


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def half(path: Path) -> None:
        with Whole(path, durable=True) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half(path)
    assert files(tmp_path) == []
    with Whole(path, durable=True) as file:
        file.write(b"whole")
    assert path.read_bytes() == b"whole"


def test_a_file_where_the_folder_should_be_is_refused_before_any_work(
    folder: MakeFolder, pipeline: Pipeline, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(ConfigurationError, match="cannot write"):
        StoredRun(folder({"a.txt": "Orrin rose."}), tmp_path / "out", pipeline)


@pytest.mark.parametrize("name", ["summaries.jsonl", "failures.jsonl", "run.lock", "run.sqlite"])
def test_a_folder_where_a_file_should_be_is_refused(
    folder: MakeFolder, pipeline: Pipeline, tmp_path: Path, name: str
) -> None:
    (tmp_path / "out" / name).mkdir(parents=True)
    with pytest.raises(ConfigurationError, match=f"{name}"):
        StoredRun(folder({"a.txt": "Orrin rose."}), tmp_path / "out", pipeline)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_refused_before_any_work(
    folder: MakeFolder, pipeline: Pipeline, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    with pytest.raises(ConfigurationError, match="Permission denied"):
        StoredRun(folder({"a.txt": "Orrin rose."}), out, pipeline)
