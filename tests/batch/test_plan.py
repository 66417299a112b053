from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.plan import Known, Plan, Signature, decoded, encoded, make_plan
from summarizer.batch.sorting import sorted_names

NAMES = st.lists(st.binary(min_size=1, max_size=6).map(lambda name: name.replace(b"\0", b"x")), unique=True)
NOW, OTHER = b"settings of this run", b"other settings"
OLD_NS = 1_900_000_000_000_000_000 // 2


@given(NAMES, st.integers(1, 7))
def test_names_are_sorted_whatever_fits_in_memory(names: list[bytes], chunk: int) -> None:
    assert list(sorted_names(names, chunk)) == sorted(names)


def test_a_long_listing_goes_by_way_of_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    real = tempfile.TemporaryFile
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda: opened.append(file := real()) or file)
    names = [f"{number * 7919 % 5000:05}.txt".encode() for number in range(5000)]
    taken: list[bytes] = []

    def listing() -> Iterator[bytes]:
        for name in names:
            taken.append(name)
            yield name

    assert list(sorted_names(listing(), 1000)) == sorted(names)
    assert len(opened) == 5
    assert len(taken) == 5000


def status(size: int = 10, mtime_ns: int = OLD_NS, inode: int = 7) -> os.stat_result:
    extra = {"st_mtime_ns": mtime_ns}
    return os.stat_result((0o100644, inode, 1, 1, 0, 0, size, 0, mtime_ns // 10**9, 0), extra)


def known(
    path: str, *, settings: bytes = NOW, done: bool = True, signature: Signature | None = (10, OLD_NS, 7)
) -> Known:
    return Known(encoded(path), signature, settings, done)


def plan(
    found: dict[str, os.stat_result | None], rows: list[Known], unlisted: list[tuple[str, str]] | None = None
) -> Plan:
    ordered = sorted(found.items(), key=lambda item: encoded(item[0]))
    return make_plan(iter(ordered), iter(sorted(rows, key=lambda row: row.path)), NOW, unlisted or [])


def todo(made: Plan) -> dict[str, str]:
    return {each.path: each.before for each in made.todo()}


def gone(made: Plan) -> list[str]:
    return [decoded(path) for paths in made.gone_paths() for path in paths]


def test_what_looks_as_it_did_is_left_alone() -> None:
    made = plan({"a": status(), "b": status(), "c": status()}, [known("a"), known("b"), known("c")])
    assert (made.words(), made.total, todo(made), gone(made)) == ("3 unchanged, 0 changed, 0 new", 0, {}, [])


@pytest.mark.parametrize("changed", [{"size": 11}, {"mtime_ns": OLD_NS + 1}, {"inode": 8}])
def test_a_file_of_another_size_time_or_inode_is_read(changed: dict[str, int]) -> None:
    made = plan({"a": status(**changed), "b": status()}, [known("a"), known("b")])
    assert (made.words(), todo(made)) == ("1 unchanged, 1 changed, 0 new", {"a": "changed"})


def test_other_settings_and_failures_are_done_again_and_said() -> None:
    rows = [known("a", settings=OTHER), known("b", done=False), known("c", signature=None)]
    made = plan(dict.fromkeys("abcd", status()), rows)
    assert todo(made) == {"a": "changed", "b": "failed", "c": "changed", "d": "new"}
    assert made.words() == "0 unchanged, 2 changed, 1 new, 1 failed before"
    assert made.other_settings == 1


def test_what_is_not_there_any_more_is_gone_wherever_it_stood() -> None:
    made = plan({"b": status(), "d": status()}, [known(name) for name in "abcde"])
    assert gone(made) == ["a", "c", "e"]
    assert made.words() == "2 unchanged, 0 changed, 0 new, 3 gone"


def test_the_articles_of_a_folder_that_cannot_be_listed_are_not_gone() -> None:
    made = plan({"a": status()}, [known("a"), known("sub/b"), known("sub2/c"), known("sub")], [("sub", "no")])
    assert gone(made) == ["sub2/c"]
    assert todo(made) == {"sub": "unlisted"}


def test_a_link_that_leads_nowhere_is_tried() -> None:
    made = plan({"a": None}, [known("a", signature=None)])
    assert todo(made) == {"a": "changed"}


def test_a_file_that_is_new_as_the_run_itself_is_not_trusted_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: OLD_NS + 1_000_000_000)
    made = plan({"young": status(), "older": status(mtime_ns=OLD_NS - 5_000_000_000)}, [])
    assert {each.path: each.signature is None for each in made.todo()} == {"young": True, "older": False}


@given(
    st.sets(st.sampled_from([f"{name}{end}" for name in "abcdef" for end in ("", "/x", "-", "é", "\udce9")])), st.data()
)
def test_each_article_is_unchanged_to_be_done_or_gone(names: set[str], data: Any) -> None:
    there = {name for name in names if data.draw(st.booleans())}
    before = {name for name in names if data.draw(st.booleans())}
    made = plan(dict.fromkeys(there, status()), [known(name) for name in before])
    assert set(todo(made)) == there - before
    assert set(gone(made)) == before - there
    assert made.unchanged == len(there & before)


def test_the_list_may_be_longer_than_what_is_held() -> None:
    made = make_plan(((f"{number:06}", status()) for number in range(5000)), iter(()), NOW, [])
    assert [each.path for each in made.todo()] == [f"{number:06}" for number in range(5000)]
    assert made.total == 5000
    assert made.lists(b"004999")
    assert not made.lists(b"005000")
    made.close()


def test_the_list_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    made = make_plan(((f"{number:0200}", status()) for number in range(20_000)), iter(()), NOW, [])
    assert made.total == 20_000
    made.close()
    assert list(tmp_path.iterdir()) == []
