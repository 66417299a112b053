"""Every fault of an article or its file that docs/faults.md names, through the command: one faulty article among many.

The faults that a folder can hold at rest are met by one run over all of them; those that come during a run are made
while the service answers the first article.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Anyone = tuple[Path, Callable[[], AbstractContextManager[None]]]
Command = Callable[..., Result]

TEXT = "Orrin Foods agreed to buy Tessel Mills for $40 million, the companies said on Monday."
ALONE: list[str] = []
"""The rows that have a test of their own."""


def row(name: str) -> Callable[[Any], Any]:
    """Marks the test of the row of this name."""
    ALONE.append(name)
    return lambda test: test


@dataclass(frozen=True)
class Fault:
    """A fault in a folder at rest.

    path    of the article that has it
    make    makes the article there
    says    what its failure says; None: it is done
    shown   its name in the files that are written, where that is another
    """

    name: str
    path: str
    make: Callable[[Path], object]
    says: str | None = None
    shown: str = ""


def holding(raw: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(raw)


def leading_to(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def bomb() -> bytes:
    """What looks like a DOCX and unpacks to a thousand times its size."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(10_000_000))
    return raw.getvalue()


def listen(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as server:  # the path of a socket must be short
        server.bind(path.name)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3_000_000_000)  # sparse: takes no space


def too_deep(path: Path) -> None:
    """An article so deep down that its path is longer than the system takes; `path` is the first folder of many."""
    place = os.open(path.parent, os.O_RDONLY)
    for _ in range(20):
        os.mkdir(path.name, dir_fd=place)
        place, above = os.open(path.name, os.O_RDONLY, dir_fd=place), place
        os.close(above)
    with os.fdopen(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=place), "w") as file:
        file.write(TEXT)
    os.close(place)


NESTED = b"<html><body>" + b"<div>" * 50_000 + TEXT.encode() + b"</div>" * 50_000
DEEP = "d" * 240

FAULTS = [
    Fault(
        "empty file", "empty.txt", holding(b" \r\n\xe3\x80\x80"), "the article is empty: give a file with at least one"
    ),
    Fault("binary data", "binary.txt", holding(b"\0\x01\x02" * 99), "not text but binary data"),
    Fault("PDF", "pdf.txt", holding(b"%PDF-1.7 " + b"\xff" * 99), "not text but a PDF: save its text as .txt"),
    Fault(
        "office document or ZIP archive", "zip.md", holding(bomb()), "a ZIP archive or an office document: unpack it"
    ),
    Fault("compressed file", "gzip.txt", holding(gzip.compress(TEXT.encode())), "compressed with gzip: unpack it"),
    Fault("UTF-16 cut short", "utf16.txt", holding(b"\xff\xfeO\0r"), "byte 4 is wrong (truncated data); convert it to"),
    Fault("unknown encoding", "unknown.txt", holding(bytes(range(128, 256)) * 20), "convert it to UTF-8, e.g. `iconv"),
    Fault("another encoding", "utf16-whole.txt", holding(TEXT.encode("utf-16"))),
    Fault("stray bytes", "stray.txt", holding(TEXT.encode() + " “Yes,” it said at the caf".encode() + b"\xe9.")),
    Fault("page without an article", "page.html", holding(b"<html><p></p></html>"), "no article was found in the page"),
    Fault("page nested without end", "nested.html", holding(NESTED), "save its text as .txt and give that"),
    Fault("page too large", "large.html", holding(b"<p>" + b"x " * 3_000_000), "at most 5 are read: save its article"),
    Fault(
        "huge file", "huge.txt", huge, "the file has 3,000 MB, and an article may have 50 MB: give one article a file"
    ),
    Fault("line without end", "line.txt", holding(b"x" * 500_000)),
    Fault(
        "link in a circle", "circle.txt", leading_to("circle.txt"), "circle.txt is a link that leads in a circle: mend"
    ),
    Fault(
        "link that leads nowhere", "away.txt", leading_to("nothing"), "away.txt is a link that leads nowhere: mend the"
    ),
    Fault("link to a file", "link.txt", leading_to("good.txt")),
    Fault("named pipe", "pipe.txt", os.mkfifo, "pipe.txt is a named pipe: pipe the article in and give -"),
    Fault("socket", "socket.txt", listen, "socket.txt is a socket: give a file"),
    Fault("device", "device.txt", leading_to("/dev/zero"), "device.txt is a device: give a file"),
    Fault(
        "disk that fails", "eio.txt", leading_to("/proc/self/mem"), "Input/output error): check the path and the disk"
    ),
    Fault("folder with an article's name", "folder.txt/a.txt", holding(TEXT.encode())),
    Fault("path too long", DEEP, too_deep, "(File name too long): its articles are missing until that is mended"),
    Fault("name with a line break", "two\nlines.txt", holding(b""), "two lines.txt: the article is empty"),
    Fault("name with control characters", "\x1b[31mred\x07.txt", holding(b""), "[31mred.txt: the article is empty"),
    Fault("name that turns the line around", "\u202etxt.exe.txt", holding(b""), "/txt.exe.txt: the article is empty"),
    Fault("name that is not UTF-8", os.fsdecode(b"caf\xe9.txt"), holding(b""), "the article is empty", r"caf\xe9.txt"),
    Fault("name as long as may be", "x" * 251 + ".txt", holding(TEXT.encode())),
    Fault("name that looks like an option", "--documents.txt", holding(TEXT.encode())),
]
"""What is below a folder fails as the folder from which on nothing can be listed."""


@dataclass(frozen=True)
class Ran:
    """The run over all of `FAULTS`, and what it wrote."""

    result: Result
    done: dict[str, dict[str, Any]]
    failed: dict[str, dict[str, str]]


def strict(line: str) -> Any:
    """A line of JSON as those read it who take no lone surrogates."""
    value = json.loads(line)
    json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def told(root: Path, out: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, str]]]:
    """The documents and the failures of a run, by the articles' paths in the folder."""
    done = map(strict, (out / "summaries.jsonl").read_text("utf-8").splitlines())
    failed = map(strict, (out / "failures.jsonl").read_text("utf-8").splitlines())
    return {one["source"]["path"].removeprefix(f"{root}/"): one for one in done}, {one["path"]: one for one in failed}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory, command: Command) -> Ran:
    place = tmp_path_factory.mktemp("faults")
    root, out = place / "articles", place / "out"
    root.mkdir()
    (root / "good.txt").write_text(TEXT)
    (root / "up").symlink_to(place, target_is_directory=True)
    for fault in FAULTS:
        path = root / fault.path
        path.parent.mkdir(exist_ok=True)
        fault.make(path)
    result = command(root, out, "--documents")
    return Ran(result, *told(root, out))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_an_article_with_a_fault_is_named_and_costs_no_other(ran: Ran, fault: Fault) -> None:
    name = fault.shown or fault.path
    if fault.says is None:
        assert name in ran.done
        assert name not in ran.failed
    else:
        [failed] = [one for path, one in ran.failed.items() if path == name or path.startswith(f"{name}/")]
        assert failed["error"] == "ReadError"
        assert fault.says in failed["message"]
        assert name not in ran.done


def test_every_article_is_accounted_for_and_the_first_failures_are_said(ran: Ran) -> None:
    assert ran.result.exit_code == 1
    failing = [fault for fault in FAULTS if fault.says]
    assert len(ran.failed) == len(failing)
    assert len(ran.done) == len(FAULTS) - len(failing) + 1
    lines = [line for line in ran.result.stderr.splitlines() if line.startswith("summarizer: ")]
    assert sum("links to folders" not in line for line in lines) == 10 + 1  # the last says where the others are


@row("link to a folder")
def test_a_link_to_a_folder_is_not_followed_and_said_to_be_there(ran: Ran) -> None:
    [line] = [line for line in ran.result.stderr.splitlines() if "links to folders" in line]
    assert "/up) are not followed: to have their articles, run on the folders they lead to" in line


def articles(place: Path, **texts: str) -> Path:
    """A folder of articles, each named by a keyword; one without text says something of its own."""
    root = place / "articles"
    root.mkdir()
    for name, text in texts.items():
        (root / f"{name}.txt").write_text(text or f"Orrin Foods opened mill {name}.")
    return root


@row("file that may not be read")
@row("folder that may not be read")
def test_what_may_not_be_read_is_named_and_read_when_it_may(anyone: Anyone, command: Command) -> None:
    place, bound = anyone
    root = articles(place, a="", b="", c="")
    (root / "locked").mkdir()
    (root / "locked" / "d.txt").write_text(TEXT)
    (root / "b.txt").chmod(0)
    (root / "locked").chmod(0)
    (place / "out").mkdir()
    (place / "out").chmod(0o777)
    with bound():
        assert command(root, place / "out").exit_code == 1
    done, failed = told(root, place / "out")
    assert done.keys() == {"a.txt", "c.txt"}
    assert failed.keys() == {"b.txt", "locked"}
    assert "b.txt may not be read: check its permissions" in failed["b.txt"]["message"]
    assert "the folder cannot be listed (Permission denied): its articles are missing" in failed["locked"]["message"]
    (root / "b.txt").chmod(0o644)
    (root / "locked").chmod(0o755)
    with bound():
        assert command(root, place / "out").exit_code == 0
    assert told(root, place / "out")[0].keys() == {"a.txt", "b.txt", "c.txt", "locked/d.txt"}


@pytest.fixture
def meanwhile(service: Any) -> Callable[[Callable[[], object]], tuple[str, ...]]:
    """Has something done while the service answers the first article; the options that ask this service."""

    def prepare(change: Callable[[], object]) -> tuple[str, ...]:
        usual = service.answer

        def answer(body: dict[str, Any]) -> Any:
            if service.calls == 1:
                change()
            return usual(body)

        service.answer = answer
        return "-m", "relay", "--base-url", service.base_url, "-j", "1"

    return prepare


@row("file deleted during the run")
@row("file emptied during the run")
@row("file replaced by a folder during the run")
@row("file replaced by a link in a circle during the run")
@row("folder deleted during the run")
def test_files_that_go_during_the_run_fail_alone(
    tmp_path: Path, command: Command, service: Any, meanwhile: Any
) -> None:
    root, out = articles(tmp_path, a="", deleted="", emptied="", folder="", link="", z=""), tmp_path / "out"
    (root / "sub").mkdir()
    (root / "sub" / "b.txt").write_text("Orrin Foods closed a mill.")

    def change() -> None:
        for name in ("deleted", "folder", "link", "sub/b"):
            (root / f"{name}.txt").unlink()
        (root / "emptied.txt").write_text("")
        (root / "folder.txt").mkdir()
        (root / "link.txt").symlink_to("link.txt")
        (root / "sub").rmdir()

    options = meanwhile(change)
    assert command(root, out, *options).exit_code == 1
    done, failed = told(root, out)
    assert done.keys() == {"a.txt", "z.txt"}
    for path, says in {
        "deleted.txt": "deleted.txt does not exist: check the path",
        "emptied.txt": "emptied.txt: the article is empty: give a file",
        "folder.txt": "folder.txt is a folder, not an article: run `summarizer batch` on it",
        "link.txt": "link.txt is a link that leads in a circle: mend the link",
        "sub/b.txt": "b.txt does not exist: check the path",
    }.items():
        assert says in failed[path]["message"]
    assert len(failed) == 5

    # What is gone is forgotten by the next run, and what is back is done.
    (root / "emptied.txt").write_text("Orrin Foods opened mill 7.")
    (root / "link.txt").unlink()
    assert command(root, out, *options).exit_code == 0
    assert told(root, out)[0].keys() == {"a.txt", "emptied.txt", "z.txt"}
    assert set(service.asked.values()) == {1}


@row("file changed during the run")
def test_files_that_change_during_the_run_are_told_as_they_were_read(
    tmp_path: Path, command: Command, service: Any, meanwhile: Any
) -> None:
    root, out = articles(tmp_path, a="Orrin Foods opened mill 1.", b="Orrin Foods opened mill 2."), tmp_path / "out"

    def change() -> None:
        for path in root.iterdir():
            path.write_text(path.read_text().replace("opened", "closed"))
        (root / "new.txt").write_text("Orrin Foods opened mill 3.")

    def headlines() -> dict[str, str]:
        return {path: one["headline"]["text"] for path, one in told(root, out)[0].items()}

    options = meanwhile(change)
    assert command(root, out, *options).exit_code == 0
    assert headlines() == {"a.txt": "Orrin Foods opened mill 1.", "b.txt": "Orrin Foods closed mill 2."}
    assert command(root, out, *options).exit_code == 0
    assert headlines() == {
        "a.txt": "Orrin Foods closed mill 1.",
        "b.txt": "Orrin Foods closed mill 2.",
        "new.txt": "Orrin Foods opened mill 3.",
    }
    assert service.calls == 4


@row("FOLDER missing")
@row("FOLDER empty")
@row("FOLDER without articles")
@row("FOLDER a link in a circle")
def test_a_folder_without_articles_is_said_to_be_that(tmp_path: Path, command: Command) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "a.pdf").write_text("")
    (tmp_path / "circle").symlink_to("circle")
    for name, says in {
        "missing": "missing: No such file or directory; check the path",
        "empty": "empty is empty: put articles into it",
        "others": "others holds no article: it has .pdf (1), articles end in",
        "circle": "circle: Too many levels of symbolic links; check the path",
    }.items():
        ended = command(tmp_path / name, tmp_path / "out")
        assert ended.exit_code == 2
        assert says in ended.stderr
    assert not (tmp_path / "out").exists()


def test_every_row_of_the_document_is_tested(rows: Callable[[str], list[str]]) -> None:
    assert sorted(rows("Articles")) == sorted([*ALONE, *(fault.name for fault in FAULTS)])
