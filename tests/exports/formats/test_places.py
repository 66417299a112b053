from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from summarizer.errors import ConfigurationError
from summarizer.exports.formats.places import MANIFEST, new_file, new_folder

ABOUT = {"format": "csv", "layout_version": "1"}


def ours(path: Path) -> bool:
    return path.read_text() == "ours"


def fail_after_writing(path: Path) -> None:
    path.write_text("half")
    raise ZeroDivisionError


def write_folder(path: Path, *names: str, force: bool = False) -> None:
    with new_folder(path, ABOUT, force=force) as folder:
        for name in names:
            (folder / name).write_text(f"new {name}")


def test_a_file_appears_when_it_is_written_to_the_end(tmp_path: Path) -> None:
    place = tmp_path / "deeper" / "a.txt"
    with new_file(place, ours, force=False) as path:
        path.write_text("ours")
        assert not place.exists()
    assert place.read_text() == "ours"
    assert list(place.parent.iterdir()) == [place]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("ours")
    with pytest.raises(ZeroDivisionError), new_file(place, ours, force=False) as path:
        fail_after_writing(path)
    assert place.read_text() == "ours"
    assert list(tmp_path.iterdir()) == [place]


def test_a_file_of_somebody_else_is_written_over_only_by_force(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("thesis")
    with pytest.raises(ConfigurationError, match="--force"), new_file(place, ours, force=False):
        pass
    assert place.read_text() == "thesis"
    with new_file(place, ours, force=True) as path:
        path.write_text("ours")
    assert place.read_text() == "ours"


def test_an_empty_file_may_be_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with new_file(tmp_path / "a.txt", ours, force=False) as path:
        path.write_text("ours")
    assert ours(tmp_path / "a.txt")


def test_a_file_does_not_replace_a_folder_nor_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ours")
    with pytest.raises(ConfigurationError, match="is a folder"), new_file(tmp_path, ours, force=True):
        pass
    with pytest.raises(ConfigurationError, match="is a file"):
        write_folder(tmp_path / "file", "a", force=True)


def test_a_folder_says_what_was_written_into_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "csv", "b.csv", "a.csv")
    manifest = json.loads((tmp_path / "csv" / MANIFEST).read_text())
    assert manifest == {**ABOUT, "files": ["a.csv", "b.csv"]}


def test_a_second_export_replaces_its_own_files_and_leaves_others(tmp_path: Path) -> None:
    place = tmp_path / "csv"
    write_folder(place, "a.csv", "old.csv")
    (place / "notes.txt").write_text("mine")
    write_folder(place, "a.csv", "b.csv")
    assert sorted(path.name for path in place.iterdir()) == ["a.csv", "b.csv", MANIFEST, "notes.txt"]
    assert (place / "notes.txt").read_text() == "mine"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "a.csv").write_text("mine")
    with pytest.raises(ConfigurationError, match="has other things in it"):
        write_folder(tmp_path / "csv", "a.csv")
    assert (tmp_path / "csv" / "a.csv").read_text() == "mine"
    write_folder(tmp_path / "csv", "a.csv", force=True)
    assert (tmp_path / "csv" / "a.csv").read_text() == "new a.csv"


def test_a_failure_leaves_a_folder_as_it_was(tmp_path: Path) -> None:
    write_folder(tmp_path / "csv", "a.csv")
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "csv", ABOUT, force=False) as folder:
        fail_after_writing(folder / "a.csv")
    assert (tmp_path / "csv" / "a.csv").read_text() == "new a.csv"
    assert list(tmp_path.iterdir()) == [tmp_path / "csv"]


def test_a_manifest_that_was_tampered_with_removes_nothing_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    write_folder(tmp_path / "csv", "a.csv")
    manifest = {**ABOUT, "files": ["../outside.txt", "..", 7]}
    (tmp_path / "csv" / MANIFEST).write_text(json.dumps(manifest))
    write_folder(tmp_path / "csv", "a.csv")
    assert outside.read_text() == "mine"


def test_what_a_killed_run_left_is_removed_a_day_later(tmp_path: Path) -> None:
    old, young = tmp_path / ".a.txt.0123456789abcdef.part", tmp_path / ".a.txt.fedcba9876543210.part"
    other = tmp_path / ".b.txt.0123456789abcdef.part"
    for path in (old, young, other):
        path.write_text("half")
    os.utime(old, (time.time() - 100_000,) * 2)
    os.utime(other, (time.time() - 100_000,) * 2)
    with new_file(tmp_path / "a.txt", ours, force=False) as path:
        path.write_text("ours")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([other.name, young.name, "a.txt"])
