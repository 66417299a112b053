"""Every fault of the folder of results that docs/faults.md names, through the command: what was done is kept."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from summarizer.batch import database, folder, writer
from summarizer.batch.lock import Lock

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Anyone = tuple[Path, Callable[[], AbstractContextManager[None]]]
Command = Callable[..., Result]

TESTED: list[str] = []


def row(name: str) -> Callable[[Any], Any]:
    """Marks the test of the row of this name."""
    TESTED.append(name)
    return lambda test: test


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of three articles."""
    return articles(tmp_path, 3)


def articles(place: Path, number: int) -> Path:
    root = place / "articles"
    root.mkdir()
    for at in range(number):
        (root / f"{at:02}.txt").write_text(f"Orrin Foods opened mill {at} in Velm. " * 9)
    return root


def headlines(out: Path) -> list[str]:
    return [json.loads(line)["headline"]["text"] for line in (out / "summaries.jsonl").read_text("utf-8").splitlines()]


def asks(service: Any, *options: str) -> tuple[str, ...]:
    """The options that ask the service of the tests."""
    return "-m", "relay", "--base-url", service.base_url, *options


@row("OUT a file")
@row("OUT below a file")
@row("OUT a link that leads nowhere")
@row("OUT a link in a circle")
@row("OUT that cannot be made")
def test_what_is_no_folder_is_refused_before_any_work(tmp_path: Path, root: Path, command: Command) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "away").symlink_to("nothing")
    (tmp_path / "circle").symlink_to("circle")
    for out, says in {
        tmp_path / "file": "/file: it is a file; name a folder",
        tmp_path / "file" / "below": "/file/below: Not a directory; move away what is there, or name another folder",
        tmp_path / "away": "/away: it is a link that leads nowhere; mend or remove it",
        tmp_path / "circle": "/circle: it is a link that leads nowhere; mend or remove it",
        Path("/proc/summaries"): "/proc/summaries: No such file or directory",
    }.items():
        ended = command(root, out)
        assert ended.exit_code == 2
        assert f"summarizer: cannot write {out.parent}" in ended.stderr
        assert says in ended.stderr
    assert (tmp_path / "file").read_text() == "mine"


@row("OUT that may not be written")
def test_a_folder_that_may_not_be_written_is_refused_before_any_work(anyone: Anyone, command: Command) -> None:
    place, bound = anyone
    root = articles(place, 1)
    (place / "out").mkdir(mode=0o555)
    for out in (place / "out", place / "out" / "below"):
        with bound():
            ended = command(root, out)
        assert ended.exit_code == 2
        assert f"cannot write {out}: Permission denied; allow it, or name a folder that may be written" in ended.stderr


@row("OUT that may not be written any more")
def test_a_folder_that_may_not_be_written_any_more_keeps_the_answers(
    anyone: Anyone, command: Command, service: Any
) -> None:
    place, bound = anyone
    root, out, usual = articles(place, 3), place / "out", service.answer

    def answer(body: dict[str, Any]) -> Any:
        out.chmod(0o555)
        return usual(body)

    with bound():
        command(root, out, *asks(service))
    before = headlines(out)
    (root / "new.txt").write_text("Orrin Foods closed a mill.")
    service.answer = answer
    with bound():
        ended = command(root, out, *asks(service))
    assert ended.exit_code == 2
    assert "summaries.jsonl: Permission denied; allow it" in ended.stderr
    assert "what was done is kept" in ended.stderr
    assert headlines(out) == before
    out.chmod(0o755)
    with bound():
        assert command(root, out, *asks(service)).exit_code == 0
    assert len(headlines(out)) == 4
    assert set(service.asked.values()) == {1}


@row("OUT inside FOLDER")
@row("OUT the FOLDER itself")
def test_results_among_the_articles_are_not_read_as_articles(root: Path, command: Command) -> None:
    for out in (root / "out", root):
        for _ in range(2):
            assert command(root, out, "--documents").exit_code == 0
            assert len(headlines(out)) == 3


@row("folder where a file must go")
@row("store of something else")
@row("store that is damaged")
def test_what_is_not_of_this_program_is_left_as_it_is(tmp_path: Path, root: Path, command: Command) -> None:
    outs = [tmp_path / name for name in ("folder", "database", "damaged")]
    for out in outs:
        out.mkdir()
    (outs[0] / "summaries.jsonl").mkdir()
    with sqlite3.connect(outs[1] / "run.sqlite") as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    (outs[2] / "run.sqlite").write_bytes(b"no database, but long enough to be taken for one" * 99)
    says = ["Is a directory", "is a database of something else: move it away", "no SQLite database, or a damaged one"]
    says[0] = "summaries.jsonl: a folder is where a file must go; move away what is there, or name another folder"
    for out, what in zip(outs, says, strict=True):
        before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
        ended = command(root, out)
        assert ended.exit_code == 2
        assert what in ended.stderr
        assert {path.name: path.read_bytes() for path in out.iterdir() if path.name in before} == before


@row("another run in OUT")
def test_a_folder_in_which_another_run_writes_is_left_to_it(tmp_path: Path, root: Path, command: Command) -> None:
    (tmp_path / "out").mkdir()
    lock = Lock(tmp_path / "out")
    ended = command(root, tmp_path / "out")
    lock.release()
    assert ended.exit_code == 2
    assert f"another run writes into {tmp_path / 'out'}: process {os.getpid()}" in ended.stderr


@row("something in the way of a document")
@row("link that leads out of OUT")
@row("document with too long a name")
def test_what_is_in_the_way_of_one_document_costs_no_other(tmp_path: Path, command: Command) -> None:
    root, out, elsewhere = articles(tmp_path, 3), tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "linked").mkdir()
    (root / "linked" / "a.txt").write_text("Orrin Foods closed a mill.")
    (root / "long").mkdir()
    (root / "long" / "a.txt").write_text("Orrin Foods sold a mill.")
    (out / "summaries" / "00.txt.json").mkdir(parents=True)
    (out / "summaries" / "linked").symlink_to(elsewhere, target_is_directory=True)
    real = Path.open

    def picky(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.parent.name == "long":
            raise OSError(36, "File name too long")
        return real(self, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", picky)
        ended = command(root, out, "--documents")
    assert ended.exit_code == 2
    assert "2 documents could not be written, and summaries.jsonl has all: cannot write" in ended.stderr
    assert "00.txt.json: Is a directory; move away what is there, or name another folder" in ended.stderr
    assert "long/a.txt.json: File name too long: it is in summaries.jsonl only" in ended.stderr
    assert len(headlines(out)) == 5
    assert sorted(path.name for path in (out / "summaries").glob("*.json") if path.is_file()) == [
        "01.txt.json",
        "02.txt.json",
    ]
    assert not list(elsewhere.iterdir())

    (out / "summaries" / "00.txt.json").rmdir()
    (out / "summaries" / "linked").unlink()
    assert command(root, out, "--documents").exit_code == 0
    assert len([path for path in (out / "summaries").rglob("*.json") if path.is_file()]) == 5


FULL = "run.sqlite: the disk is full; make room and run the same command again: what was finished before is kept"


def with_room(monkeypatch: pytest.MonkeyPatch, module: Any, opens: str, more: int) -> None:
    """Lets the store grow by so many pages of 4 KB, as on a disk that has no more room."""
    real = getattr(module, opens)

    def small(place: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = real(place)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + more}")
        return connection

    monkeypatch.setattr(module, opens, small)


@row("disk full at the start")
def test_a_disk_that_is_full_is_noticed_before_anything_is_asked(
    root: Path, tmp_path: Path, command: Command, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_room(monkeypatch, database, "_connect", 3)
    ended = command(root, tmp_path / "out", *asks(service))
    assert (ended.exit_code, service.calls) == (2, 0)
    assert FULL in ended.stderr


@row("disk of temporary files full")
def test_a_disk_of_temporary_files_that_is_full_is_noticed_before_anything_is_asked(
    root: Path, tmp_path: Path, command: Command, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    for fault in (OSError(28, "No space left on device"), full):

        def fail(*_: Any, fault: Exception = fault) -> Any:
            raise fault

        monkeypatch.setattr(folder, "sorted_names", fail)
        ended = command(root, tmp_path / "out", *asks(service))
        assert (ended.exit_code, service.calls) == (2, 0)
        assert tempfile.gettempdir() in ended.stderr
        assert "make room and run the same command again" in ended.stderr


@row("disk full in the middle")
def test_a_disk_that_is_full_loses_nothing_and_the_next_run_goes_on(
    tmp_path: Path, command: Command, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = articles(tmp_path, 40), tmp_path / "out"
    for _ in range(2):
        with monkeypatch.context() as patch:
            with_room(patch, writer, "open_store", 3)
            ended = command(root, out, *asks(service, "-j", "4"))
        assert ended.exit_code == 2
        assert FULL in ended.stderr
        assert 0 < len(headlines(out)) < 40
    assert command(root, out, *asks(service)).exit_code == 0
    assert len(headlines(out)) == 40
    # What could not be written down was asked about twice: no more than was under way at once.
    assert sum(service.asked.values()) - 40 <= 2 * 4


@row("disk full while the files are written")
def test_a_disk_that_is_full_at_the_end_keeps_the_files_of_before(
    tmp_path: Path, root: Path, command: Command, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert command(root, out, *asks(service)).exit_code == 0
    before = (out / "summaries.jsonl").read_bytes()
    (root / "new.txt").write_text("Orrin Foods closed a mill.")

    def full(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ended = command(root, out, *asks(service))
    assert ended.exit_code == 2
    assert "summaries.jsonl: No space left on device; make room and run the same command again" in ended.stderr
    monkeypatch.undo()
    assert (out / "summaries.jsonl").read_bytes() == before
    assert not list(out.glob(".*.part"))
    assert command(root, out, *asks(service)).exit_code == 0
    assert len(headlines(out)) == 4
    assert set(service.asked.values()) == {1}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a file system of so many bytes, or makes it as large. Skips where this process may not."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = []

    def mount(options: str) -> Path:
        try:
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("a file system cannot be mounted here: run the tests as root outside a container for this one")
        mounted.append(place)
        return place

    yield mount
    if mounted:
        subprocess.run(["umount", place], check=True)


def test_a_real_disk_that_is_full_loses_nothing_and_the_next_run_goes_on(
    tmp_path: Path, command: Command, service: Any, small_disk: Callable[[str], Path]
) -> None:
    root, out = articles(tmp_path, 40), small_disk("size=192k") / "out"
    ended = command(root, out, *asks(service, "-j", "4"))
    assert ended.exit_code == 2
    assert "make room and run the same command again" in ended.stderr
    asked = service.calls
    assert 0 < asked < 40
    small_disk("remount,size=4m")
    assert command(root, out, *asks(service)).exit_code == 0
    assert len(headlines(out)) == 40
    assert service.calls <= 40 + 4


@row("OUT on a disk that is mounted to be read")
def test_a_real_disk_that_may_not_be_written_is_refused_before_any_work(
    root: Path, command: Command, small_disk: Callable[[str], Path]
) -> None:
    out = small_disk("ro,size=64k")
    ended = command(root, out)
    assert ended.exit_code == 2
    assert f"cannot write {out}: Read-only file system; allow it, or name a folder that may be written" in ended.stderr


@row("OUT deleted during the run")
def test_a_folder_that_is_taken_away_is_said_to_be(tmp_path: Path, root: Path, command: Command, service: Any) -> None:
    out, usual = tmp_path / "out", service.answer

    def answer(body: dict[str, Any]) -> Any:
        if service.calls == 1:
            for path in out.iterdir():
                path.unlink()
            out.rmdir()
        return usual(body)

    service.answer = answer
    ended = command(root, out, *asks(service, "-j", "1"))
    assert ended.exit_code == 2
    assert f"{out} was taken away while the run went on: what it did is lost; run the same" in ended.stderr
    assert command(root, out, *asks(service)).exit_code == 0


@row("standard error that cannot be written")
@row("standard error that is closed")
@pytest.mark.parametrize("closed", [True, False])
def test_messages_that_nobody_can_hear_cost_no_work(tmp_path: Path, root: Path, *, closed: bool) -> None:
    (root / "empty.txt").write_text("")
    line = [sys.executable, "-m", "summarizer", "batch", str(root), "-o", str(tmp_path / "out"), "-m", "offline"]
    if closed:
        line = ["sh", "-c", 'exec "$@" 2>&-', "sh", *line]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(line, stderr=full, check=False)
    assert ended.returncode == 1
    assert len(headlines(tmp_path / "out")) == 3


def test_every_row_of_the_document_is_tested(rows: Callable[[str], list[str]]) -> None:
    assert sorted(rows("The folder of results")) == sorted(TESTED)
