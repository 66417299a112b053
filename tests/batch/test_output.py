from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.output import RunFolder, Tally
from summarizer.batch.runner import Outcome
from summarizer.errors import ConfigurationError, ReadError
from summarizer.records import Claim, Headline, Provenance, Source, Summary, Usage, Verification
from summarizer.verdicts import Verdict

MakeFolder = Callable[..., Path]


def outcome(path: str, text: str = "Orrin rose.", verdict: Verdict = Verdict.VERIFIED, **more: Any) -> Outcome:
    result = Summary(
        source=Source(path=f"articles/{path}", sha256="0" * 64, characters=len(text)),
        provenance=Provenance(model="fake", usage=Usage(input_tokens=100, output_tokens=20), **more),
        headline=Headline(text=text, evidence=[1], verdict=verdict),
        verification=Verification(records=1, **{verdict.value: 1}),
    )
    return Outcome(path, result=result)


def failure(path: str, error: Exception | None = None) -> Outcome:
    return Outcome(path, error=error or ReadError("it is empty"))


def write(out: Path, *outcomes: Outcome) -> RunFolder:
    with RunFolder(out) as run:
        for each in outcomes:
            run.write(each)
    return run


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def test_each_article_has_its_document_and_all_have_their_lines(tmp_path: Path) -> None:
    write(tmp_path / "out", outcome("b.txt"), outcome("deep/a.txt"), outcome("a.txt", "Tessel fell."))
    assert files(tmp_path / "out") == [
        "failures.jsonl",
        "summaries.jsonl",
        "summaries/a.txt.json",
        "summaries/b.txt.json",
        "summaries/deep/a.txt.json",
    ]
    document = json.loads((tmp_path / "out" / "summaries" / "a.txt.json").read_text("utf-8"))
    assert document["headline"]["text"] == "Tessel fell."


def test_the_lines_are_in_the_order_of_the_paths_and_equal_the_documents(tmp_path: Path) -> None:
    run = write(tmp_path, outcome("b.txt"), outcome("a/z.txt"), outcome("a.txt"))
    documents = lines(run.summaries)
    assert [document["source"]["path"] for document in documents] == [
        "articles/a.txt",
        "articles/a/z.txt",
        "articles/b.txt",
    ]
    assert documents[0] == json.loads((tmp_path / "summaries" / "a.txt.json").read_text("utf-8"))


def test_failures_are_listed_with_their_class_and_message(tmp_path: Path) -> None:
    run = write(tmp_path, failure("b.txt", ValueError("two\nlines")), failure("a.txt"))
    assert lines(run.failures) == [
        {"path": "a.txt", "error": "ReadError", "message": "it is empty"},
        {"path": "b.txt", "error": "ValueError", "message": "two lines"},
    ]


def test_a_second_run_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    write(tmp_path, outcome("a.txt"), outcome("old/b.txt"), outcome("c.txt"), failure("d.txt"))
    run = write(tmp_path, outcome("a.txt", "Tessel fell."), failure("c.txt"), outcome("d.txt"))
    assert files(tmp_path) == [
        "failures.jsonl",
        "summaries.jsonl",
        "summaries/a.txt.json",
        "summaries/d.txt.json",
    ]
    assert [document["source"]["path"] for document in lines(run.summaries)] == ["articles/a.txt", "articles/d.txt"]
    assert [failed["path"] for failed in lines(run.failures)] == ["c.txt"]
    assert not (tmp_path / "summaries" / "old").exists()


def test_a_run_that_is_broken_off_keeps_what_it_did_and_what_was_there(tmp_path: Path) -> None:
    write(tmp_path, outcome("a.txt"), outcome("z.txt", "Old news."))

    def broken_off() -> None:
        with RunFolder(tmp_path) as run:
            run.write(outcome("b.txt"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert [document["source"]["path"] for document in lines(tmp_path / "summaries.jsonl")] == [
        "articles/a.txt",
        "articles/b.txt",
        "articles/z.txt",
    ]


def test_files_of_others_are_neither_removed_nor_listed(tmp_path: Path) -> None:
    mine = tmp_path / "summaries" / "mine.json"
    mine.parent.mkdir()
    mine.write_text('{"notes": []}')
    run = write(tmp_path, outcome("a.txt"))
    assert mine.read_text() == '{"notes": []}'
    assert len(lines(run.summaries)) == 1


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    write(tmp_path, outcome("a.txt"), failure("b.txt"))
    assert [name for name in files(tmp_path) if ".part" in name] == []


def test_a_document_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, outcome("a.txt", "Old news."))

    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ConfigurationError, match="No space left"):
        RunFolder(tmp_path).write(outcome("a.txt"))
    monkeypatch.undo()
    assert "Old news." in (tmp_path / "summaries" / "a.txt.json").read_text("utf-8")
    assert files(tmp_path) == ["failures.jsonl", "summaries.jsonl", "summaries/a.txt.json"]


def test_a_name_that_the_system_cannot_write_fails_its_article_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def picky(self: Path, *arguments: Any, **options: Any) -> Any:
        if "unwritable" in str(self.parent):
            raise OSError(36, "File name too long")
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", picky)
    run = write(tmp_path, outcome("unwritable/a.txt"), outcome("b.txt"))
    assert [failed["path"] for failed in lines(run.failures)] == ["unwritable/a.txt"]
    assert run.tally.done == run.tally.failed == 1


def test_a_file_where_the_folder_should_be_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(ConfigurationError, match="cannot write"):
        RunFolder(tmp_path / "out")


def test_a_folder_where_a_file_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "summaries.jsonl").mkdir()
    with pytest.raises(ConfigurationError, match="a folder is where a file must go"):
        RunFolder(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ConfigurationError, match="Permission denied"):
        RunFolder(tmp_path)


def test_a_linked_folder_of_documents_is_not_written_through(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    run = RunFolder(out)
    (out / "summaries" / "deep").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(ConfigurationError, match="leads out of"):
        run.write(outcome("deep/a.txt"))
    assert list(elsewhere.iterdir()) == []


def test_a_linked_document_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    precious = tmp_path / "precious.json"
    precious.write_text("mine")
    out = tmp_path / "out"
    run = RunFolder(out)
    (out / "summaries" / "a.txt.json").symlink_to(precious)
    run.write(outcome("a.txt"))
    assert precious.read_text() == "mine"
    assert not (out / "summaries" / "a.txt.json").is_symlink()


def test_names_that_are_not_utf8_are_written_and_listed(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    run = write(tmp_path, Outcome(name, result=outcome("x.txt").result), failure(f"{name}2"))
    assert (tmp_path / "summaries" / "caf%E9.txt.json").is_file()
    assert lines(run.failures)[0]["path"] == f"{name}2"


def test_the_tally_adds_up_articles_records_tokens_and_cost() -> None:
    tally = Tally()
    tally.add(outcome("a.txt", cost_usd=0.25))
    tally.add(outcome("b.txt", verdict=Verdict.ALTERED))
    tally.add(failure("c.txt"))
    assert (tally.done, tally.failed, tally.faulty, tally.unpriced) == (2, 1, 1, 1)
    assert tally.verification == Verification(records=2, verified=1, altered=1)
    assert tally.usage == Usage(input_tokens=200, output_tokens=40)
    assert tally.cost_usd == pytest.approx(0.25)


def test_records_of_any_section_count_as_faulty() -> None:
    result = outcome("a.txt").result
    assert isinstance(result, Summary)
    claim = Claim(statement="Sales rose.", kind="fact", certainty="asserted", verdict=Verdict.UNSUPPORTED)
    tally = Tally()
    tally.add(Outcome("a.txt", result=result.model_copy(update={"claims": [claim]})))
    assert tally.faulty == 1
