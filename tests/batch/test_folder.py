from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.folder import check_folder, document_path, find_articles, left_out, relative_name, walk
from summarizer.errors import ConfigurationError

MakeFolder = Callable[..., Path]


def found(root: Path, **options: object) -> list[str]:
    return [relative_name(path, root) for path in find_articles(root, **options)]  # type: ignore[arg-type]


def test_articles_come_in_the_order_of_their_relative_paths(folder: MakeFolder) -> None:
    names = ["b.txt", "a/z.txt", "a-b.txt", "a.txt", "a/b/c.md", "B.html", "é.txt"]
    root = folder(dict.fromkeys(names, "Orrin rose."))
    assert found(root) == sorted(names)


def test_hidden_files_and_other_suffixes_are_left_out(folder: MakeFolder) -> None:
    root = folder(dict.fromkeys(["a.TXT", ".b.txt", ".git/c.txt", "d.json", "e", "txt"], "Orrin rose."))
    assert found(root) == ["a.TXT"]


def test_a_circle_of_links_is_survived(folder: MakeFolder) -> None:
    root = folder({"sub/a.txt": "Orrin rose."})
    (root / "sub" / "loop").symlink_to(root, target_is_directory=True)
    (root / "self.txt").symlink_to(root / "self.txt")
    assert found(root) == ["self.txt", "sub/a.txt"]


def test_a_linked_file_is_an_article_and_a_linked_folder_is_not_entered(folder: MakeFolder) -> None:
    elsewhere = folder({"x.txt": "Orrin rose."}, "elsewhere")
    root = folder({})
    (root / "linked.txt").symlink_to(elsewhere / "x.txt")
    (root / "linked").symlink_to(elsewhere, target_is_directory=True)
    assert found(root) == ["linked.txt"]


def test_a_link_that_leads_nowhere_is_found_so_that_it_is_reported(folder: MakeFolder) -> None:
    root = folder({})
    (root / "gone.txt").symlink_to(root / "nothing.txt")
    assert found(root) == ["gone.txt"]


def test_a_pipe_is_found_so_that_it_is_reported_and_not_waited_for(folder: MakeFolder) -> None:
    root = folder({"a.txt": "Orrin rose."})
    os.mkfifo(root / "pipe.txt")
    assert list(walk(root)) == [("a.txt", (root / "a.txt").stat()), ("pipe.txt", None)]


def test_an_article_that_cannot_be_looked_at_is_found_so_that_it_is_reported(
    folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder({"a.txt": "Orrin rose.", "b.txt": "Tessel fell."})
    real = os.stat

    def refuse(path: str, **options: bool) -> os.stat_result:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, **options)

    monkeypatch.setattr(os, "stat", refuse)
    assert found(root) == ["a.txt", "b.txt"]


def test_links_to_folders_are_named_once_and_counted(folder: MakeFolder, caplog: pytest.LogCaptureFixture) -> None:
    root = folder({"a.txt": "Orrin rose.", "sub/b.txt": "Tessel fell."})
    for number in range(5):
        (root / "sub" / f"link{number}").symlink_to(root, target_is_directory=True)
    assert found(root) == ["a.txt", "sub/b.txt"]
    [said] = caplog.messages
    assert said.startswith("links to folders (")
    assert said.count("/sub/link") == 3
    assert "and 2 more) are not followed: to have their articles, run on the folders they lead to" in said


def test_a_folder_of_links_to_folders_alone_is_said_to_be_that(folder: MakeFolder) -> None:
    root = folder({})
    (root / "loop").symlink_to(root, target_is_directory=True)
    with pytest.raises(ConfigurationError, match=r"holds only links to folders .*loop.* which are not followed"):
        check_folder(root)


def test_results_that_go_to_a_link_in_a_circle_leave_the_articles_readable(folder: MakeFolder, tmp_path: Path) -> None:
    root = folder({"a.txt": "Orrin rose."})
    (tmp_path / "out").symlink_to(tmp_path / "out")
    assert found(root, exclude=left_out(root, tmp_path / "out")) == ["a.txt"]


def test_a_file_is_one_article(folder: MakeFolder) -> None:
    path = folder({"note.txt": "Orrin rose."}) / "note.txt"
    assert found(path) == ["note.txt"]
    check_folder(path)


def test_the_folder_of_results_is_not_read(folder: MakeFolder) -> None:
    root = folder({"a.txt": "Orrin rose.", "out/summaries/b.txt": "x", "out/c.txt": "x"})
    assert found(root, exclude=left_out(root, root / "out")) == ["a.txt"]


def test_results_beside_the_articles_leave_the_articles_readable(folder: MakeFolder) -> None:
    root = folder({"a.txt": "Orrin rose.", "summaries/b.txt": "x"})
    assert found(root, exclude=left_out(root, root)) == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_told(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder({"a.txt": "Orrin rose.", "locked/b.txt": "x"})
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    faults: list[OSError] = []
    assert [path.name for path in find_articles(root, on_error=faults.append)] == ["a.txt"]
    assert [fault.filename for fault in faults] == [str(root / "locked")]


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="No such file or directory"):
        check_folder(tmp_path / "nothing")


def test_an_empty_folder_is_said_to_be_empty(folder: MakeFolder) -> None:
    with pytest.raises(ConfigurationError, match=r"is empty.*\.txt"):
        check_folder(folder({}))


def test_a_folder_of_other_files_is_told_what_it_has(folder: MakeFolder) -> None:
    with pytest.raises(ConfigurationError, match=r"\.xlsx \(2\), no suffix \(1\).*\.txt"):
        check_folder(folder(dict.fromkeys(["a.xlsx", "b.xlsx", "README"], "x")))


def test_a_document_has_its_articles_path() -> None:
    assert document_path("2031/march/orrin buys.txt") == PurePosixPath("2031/march/orrin buys.txt.json")


def test_articles_that_differ_in_suffix_alone_have_two_documents() -> None:
    assert document_path("a.txt") != document_path("a.html")


def test_a_folder_called_like_a_document_does_not_take_its_place() -> None:
    assert document_path("a.txt.json/b.txt").parts[0] != document_path("a.txt").parts[0]


def test_line_breaks_and_bytes_that_are_not_utf8_are_escaped() -> None:
    assert document_path("a\nb.txt").name == "a%0Ab.txt.json"
    assert document_path(os.fsdecode(b"caf\xe9.txt")).name == "caf%E9.txt.json"


def test_an_escaped_name_and_a_name_that_looks_escaped_differ() -> None:
    assert document_path("a%0Ab.txt") != document_path("a\nb.txt")
    assert document_path("100%.txt").name == "100%.txt.json"


def test_a_long_name_is_shortened_and_stays_its_own() -> None:
    first, second = document_path("é" * 120 + "1.txt"), document_path("é" * 120 + "2.txt")
    assert first != second
    assert len(first.name.encode()) <= 255


NAMES = st.text(alphabet="a.%0Aj\n\\:\udce9é", min_size=1, max_size=8) | st.sampled_from(
    ["..", ".", "a.json", "%2E%2E"]
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


@given(PATHS)
def test_no_name_leads_out_of_the_folder(path: str) -> None:
    parts = document_path(path).parts
    assert ".." not in parts
    assert "." not in parts
    assert not document_path(path).is_absolute()


@given(PATHS, PATHS)
def test_two_articles_never_share_a_document(one: str, other: str) -> None:
    if one != other:
        assert document_path(one) != document_path(other)


@given(PATHS, PATHS)
def test_no_document_is_in_the_way_of_another(one: str, other: str) -> None:
    assert document_path(one) not in document_path(other).parents
