"""Files: what is read, and what is refused before it can do harm."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from summarizer import readers
from summarizer.errors import ReadError
from summarizer.readers import files
from summarizer.readers.files import read_bytes

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and permissions of Unix")


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\nb\x00\xff")
    assert read_bytes(tmp_path / "a.txt") == b"a\r\nb\x00\xff"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.txt does not exist: check the path"):
        read_bytes(tmp_path / "nowhere.txt")


def test_a_folder_is_sent_to_batch(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a folder, not an article: run `summarizer batch`"):
        read_bytes(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Pell rose.")
    with pytest.raises(ReadError, match="cannot be read"):
        read_bytes(tmp_path / "a.txt" / "b.txt")


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000])
def test_an_impossible_name_is_refused(name: str) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_bytes(Path(name))


@UNIX
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match="a named pipe"):
        read_bytes(tmp_path / "pipe.txt")


@UNIX
def test_a_device_is_not_read() -> None:
    with pytest.raises(ReadError, match="a device"):
        read_bytes(Path("/dev/zero"))


@UNIX
def test_a_socket_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        with pytest.raises(ReadError, match="a socket"):
            read_bytes(Path("s.txt"))


@UNIX
def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(ReadError, match=r"a\.txt is a link that leads in a circle: mend the link"):
        read_bytes(tmp_path / "a.txt")


@UNIX
def test_a_link_that_leads_nowhere_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    with pytest.raises(ReadError, match=r"a\.txt is a link that leads nowhere: mend the link"):
        read_bytes(tmp_path / "a.txt")


def test_a_file_that_would_be_waited_for_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Pell rose.")
    reader, writer = os.pipe()  # to which nobody writes, opened as the kernel's log is
    os.set_blocking(reader, False)
    monkeypatch.setattr("summarizer.readers.files.os.open", lambda *_: reader)
    with pytest.raises(ReadError, match=r"a\.txt has nothing to read"):
        read_bytes(tmp_path / "a.txt")
    os.close(writer)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Pell rose.")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match="check its permissions"):
        read_bytes(tmp_path / "a.txt")


def test_a_refused_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Pell rose.")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("summarizer.readers.files.os.open", refuse)
    with pytest.raises(ReadError, match="may not be read: check its permissions"):
        read_bytes(tmp_path / "a.txt")


def test_an_enormous_file_is_refused_by_its_size_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(3_000_000_000)  # sparse: takes no space
    with pytest.raises(ReadError, match=r"has 3,000 MB, and an article may have 50 MB"):
        read_bytes(tmp_path / "a.txt")


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    small = os.stat_result((0o100644, 0, 0, 1, 0, 0, 5, 0, 0, 0))
    monkeypatch.setattr(files, "LARGEST", 10)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: small)
    with pytest.raises(ReadError, match="has more"):
        read_bytes(tmp_path / "a.txt")


def test_the_limit_is_public() -> None:
    assert readers.LARGEST == 50_000_000
