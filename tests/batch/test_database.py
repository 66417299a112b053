from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.database import APPLICATION_ID, VERSION, open_store, open_to_read
from summarizer.batch.lock import Lock
from summarizer.batch.writer import Writer
from summarizer.errors import ConfigurationError


def made(path: Path) -> Path:
    open_store(path).close()
    return path


def test_a_new_store_says_whose_it_is_and_waits_for_the_disk(tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "run.sqlite")) as store:
        pragmas = {
            name: store.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        }
    assert pragmas == {"application_id": APPLICATION_ID, "user_version": VERSION, "journal_mode": "wal"}
    assert APPLICATION_ID.to_bytes(4, "big") == b"SMZR"


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "run.sqlite").touch()
    assert made(tmp_path / "run.sqlite").stat().st_size > 0


def test_a_store_with_a_strange_name_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1? é"
    folder.mkdir()
    open_to_read(made(folder / "run.sqlite")).close()
    assert [path.name for path in folder.iterdir()] == ["run.sqlite"]


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "run.sqlite"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE notes (text TEXT)")
    before = path.read_bytes()
    with pytest.raises(ConfigurationError, match="a database of something else: move it away"):
        open_store(path)
    assert path.read_bytes() == before


def of_version_1(path: Path) -> Path:
    """A store as the first version made it, with an article and its answer."""
    from summarizer.batch.database import _TABLES

    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; {_TABLES}")
        store.execute("PRAGMA journal_mode = WAL")
        store.execute(
            "INSERT INTO articles (path, settings, state, finished, run) VALUES (x'61', x'00', 'done', 1.5, 1)"
        )
        store.execute(
            "INSERT INTO answers (request, path, run, model, calls, input_tokens, output_tokens, cached_input_tokens,"
            " received) VALUES (x'01', x'61', 1, 'relay', 1, 10, 2, 0, 1.5)"
        )
    return path


def test_a_store_of_the_first_version_is_given_what_it_lacks_and_loses_nothing(tmp_path: Path) -> None:
    path = of_version_1(tmp_path / "run.sqlite")
    for _ in range(2):
        with closing(open_store(path)) as store:
            assert store.execute("PRAGMA user_version").fetchone() == (VERSION,)
            assert store.execute("SELECT path, finished FROM articles").fetchall() == [(b"a", 1.5)]
            assert store.execute("SELECT request, model, input_tokens FROM answers").fetchall() == [
                (b"\x01", "relay", 10)
            ]
            assert store.execute("SELECT count(*) FROM batches, requests").fetchone() == (0,)
    with closing(open_store(tmp_path / "new.sqlite")) as new, closing(open_store(path)) as old:
        ask = "SELECT name, sql FROM sqlite_master ORDER BY name"
        assert old.execute(ask).fetchall() == new.execute(ask).fetchall()


def test_a_store_of_the_first_version_is_read_as_it_is(tmp_path: Path) -> None:
    path = of_version_1(tmp_path / "run.sqlite")
    document = json.loads(
        subprocess.run(
            [sys.executable, "-m", "summarizer", "usage", str(tmp_path), "--format", "json"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    assert (document["total"]["calls"], document["requests_in_batches"]) == (1, 0)
    with closing(sqlite3.connect(path)) as store:
        assert store.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = made(tmp_path / "run.sqlite")
    with closing(sqlite3.connect(path)) as later, later:
        later.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(
        ConfigurationError, match=f"later version .* are version {VERSION + 1}, this one knows {VERSION}"
    ):
        open_store(path)


@pytest.mark.parametrize("opened", [open_store, open_to_read])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, opened: object) -> None:
    path = tmp_path / "run.sqlite"
    path.write_text("minutes of the meeting " * 100)
    with pytest.raises(ConfigurationError, match="no SQLite database, or a damaged one"):
        opened(path)  # type: ignore[operator]
    assert path.read_text().startswith("minutes")


def test_a_damaged_store_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = made(tmp_path / "run.sqlite")
    with closing(sqlite3.connect(path)) as store:
        [page] = store.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles'").fetchone()
    data = bytearray(path.read_bytes())
    data[4096 * (page - 1) : 4096 * page] = os.urandom(4096)
    path.write_bytes(data)
    writer = Writer(path)
    with pytest.raises(ConfigurationError, match=r"damaged one .*\.recover"):
        writer.submit(lambda store: store.execute("SELECT * FROM articles").fetchall()).result()
    writer.close()


def test_a_folder_without_a_store_holds_no_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="holds no run: name the folder"):
        open_to_read(tmp_path / "run.sqlite")


def test_a_folder_in_the_place_of_the_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "run.sqlite").mkdir()
    with pytest.raises(ConfigurationError, match="cannot be written"):
        open_store(tmp_path / "run.sqlite")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_store_in_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    path = made(tmp_path / "run.sqlite")
    tmp_path.chmod(0o500)
    try:
        open_to_read(path).close()
    finally:
        tmp_path.chmod(0o700)


# the writer


def numbers(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as store:
        return [number for (number,) in store.execute("SELECT id FROM texts ORDER BY id")]


def add(store: sqlite3.Connection) -> int:
    return store.execute("INSERT INTO texts (zlib) VALUES (zeroblob(3000))").lastrowid or 0


def test_what_the_writer_promises_is_there_for_others(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "run.sqlite")
    futures = [writer.submit(add, durable=number % 2 == 0) for number in range(2000)]
    assert [future.result() for future in futures] == list(range(1, 2001))
    assert numbers(tmp_path / "run.sqlite") == list(range(1, 2001))
    writer.close()


def test_closing_the_writer_loses_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "run.sqlite")
    for _ in range(700):
        writer.submit(add)
    writer.close()
    assert len(numbers(tmp_path / "run.sqlite")) == 700


def test_what_one_turn_of_a_loop_asks_for_is_committed_together(tmp_path: Path) -> None:
    commits: list[int] = []

    class Counted(Writer):
        def _commit(self, together: list[Any]) -> None:
            commits.append(len(together))
            super()._commit(together)

    async def asked(writer: Writer) -> list[int]:
        return await asyncio.gather(*(writer.ask(add, durable=number == 7) for number in range(50)))

    writer = Counted(tmp_path / "run.sqlite")
    assert asyncio.run(asked(writer)) == list(range(1, 51))
    writer.close()
    assert commits == [50]


def test_what_was_asked_for_is_done_in_its_order_and_by_whoever_is_gone(tmp_path: Path) -> None:
    async def asked(writer: Writer) -> int:
        writer.ask(add).cancel()
        second = writer.submit(add)
        writer.ask(add)  # its turn does not come to an end
        return second.result()

    writer = Writer(tmp_path / "run.sqlite")
    assert asyncio.run(asked(writer)) == 2
    writer.close()
    assert numbers(tmp_path / "run.sqlite") == [1, 2, 3]


def test_who_asked_hears_of_a_full_disk(tmp_path: Path) -> None:
    async def asked(writer: Writer) -> list[int | BaseException]:
        await writer.ask(lambda store: store.execute("PRAGMA max_page_count = 40"))
        return await asyncio.gather(*(writer.ask(add) for _ in range(200)), return_exceptions=True)

    writer = Writer(tmp_path / "run.sqlite")
    found = asyncio.run(asked(writer))
    writer.close()
    assert {str(fault) for fault in found if "the disk is full" in str(fault)}
    assert sum(isinstance(one, int) for one in found) == len(numbers(tmp_path / "run.sqlite"))


def test_a_full_disk_is_told_and_tears_nothing(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "run.sqlite")
    writer.submit(add).result()
    writer.submit(lambda store: store.execute("PRAGMA max_page_count = 40")).result()
    futures = [writer.submit(add) for _ in range(200)]
    safe = sum(future.exception() is None for future in futures)
    with pytest.raises(ConfigurationError, match="the disk is full; make room and run the same command again"):
        futures[-1].result()
    with pytest.raises(ConfigurationError, match="the disk is full"):
        writer.submit(lambda _: None).result()
    writer.close()
    assert len(numbers(tmp_path / "run.sqlite")) == 1 + safe < 200
    made(tmp_path / "run.sqlite")


def test_a_fault_in_one_piece_of_work_leaves_none_of_it(tmp_path: Path) -> None:
    def half(store: sqlite3.Connection) -> None:
        add(store)
        raise ZeroDivisionError

    writer = Writer(tmp_path / "run.sqlite")
    with pytest.raises(ZeroDivisionError):
        writer.submit(half).result()
    writer.close()
    assert numbers(tmp_path / "run.sqlite") == []


# the lock


def test_the_lock_says_who_holds_it(tmp_path: Path) -> None:
    held = Lock(tmp_path)
    with pytest.raises(ConfigurationError, match=rf"process {os.getpid()} on .+, since \d{{4}}-\d\d-\d\d"):
        Lock(tmp_path)
    held.release()
    Lock(tmp_path).release()


def test_the_lock_of_a_process_that_is_gone_is_free(tmp_path: Path) -> None:
    program = (
        "import os; from pathlib import Path; from summarizer.batch.lock import Lock; "
        f"Lock(Path({str(tmp_path)!r})); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert json.loads((tmp_path / "run.lock").read_text())["pid"] != os.getpid()
    Lock(tmp_path).release()
    assert json.loads((tmp_path / "run.lock").read_text())["pid"] == os.getpid()


def test_a_lock_without_words_is_a_lock(tmp_path: Path) -> None:
    held = Lock(tmp_path)
    (tmp_path / "run.lock").write_text("")
    with pytest.raises(ConfigurationError, match="it does not say which"):
        Lock(tmp_path)
    held.release()
