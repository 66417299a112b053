from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from summarizer.exports.formats.texts import Texts

TEXT = "Ardent Rail bought two trains.\r\nThey are green 🚆.\n"


def source(path: str | None, text: str = TEXT) -> dict[str, object]:
    return {"path": path, "sha256": hashlib.sha256(text.encode()).hexdigest(), "text": None}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news" / "week").mkdir(parents=True)
    (tmp_path / "news" / "week" / "rail.txt").write_bytes(TEXT.encode("utf-16"))
    return tmp_path / "news"


def test_the_text_in_the_result_comes_first(folder: Path) -> None:
    assert Texts([folder]).find({**source("week/rail.txt"), "text": "Its own."}) == "Its own."


def test_a_file_is_read_as_it_was_whatever_its_encoding(folder: Path) -> None:
    assert Texts([folder]).find(source("week/rail.txt")) == TEXT


@pytest.mark.parametrize("path", ["rail.txt", "old/place/news/week/rail.txt", "/mnt/elsewhere/rail.txt", "a\\rail.txt"])
def test_a_file_is_found_in_a_folder_that_was_moved(folder: Path, path: str) -> None:
    assert Texts([folder / "week"]).find(source(path)) == TEXT


def test_a_file_is_found_from_where_the_program_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert Texts().find(source("week/rail.txt")) == TEXT


def test_a_lone_article_is_found(folder: Path) -> None:
    assert Texts([folder / "week/rail.txt"]).find(source("rail.txt")) == TEXT


def test_a_file_that_has_changed_is_not_the_text(folder: Path) -> None:
    assert Texts([folder]).find(source("week/rail.txt", text="Ardent Rail bought three trains.")) is None


@pytest.mark.parametrize("path", [None, "", "gone.txt", "week", "a\0b", "../week/rail.txt/.."])
def test_what_leads_nowhere_is_no_text(folder: Path, path: str | None) -> None:
    assert Texts([folder]).find(source(path)) is None
