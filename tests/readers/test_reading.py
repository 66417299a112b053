"""Reading an article: which reader, which date, what is recorded."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from summarizer.errors import ConfigurationError, ReadError
from summarizer.readers import article_suffixes, read_article

TEXT = "Halden Buys Pell\r\n\r\nHalden’s offer is $3 billion.\r\n"
PAGE = (
    '<!doctype html><html><head><meta charset="windows-1252"><title>Halden buys Pell</title></head><body><article>'
    + "<p>Halden agreed to buy Pell Mills for $3 billion, the companies’ lawyers said on Monday in Oslo.</p>" * 2
    + "<p>The deal is expected to close in May, when the shareholders of Pell Mills meet to vote on it.</p>"
    + "</article></body></html>"
)


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What standard input holds, empty at first."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="ascii"))
    return raw


def fill(piped: io.BytesIO, raw: bytes) -> None:
    piped.write(raw)
    piped.seek(0)


def test_the_suffixes_of_articles_are_known() -> None:
    assert {".txt", ".md", ".html", ".htm"} <= article_suffixes()


def test_line_ends_are_not_translated(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    article = read_article(tmp_path / "a.txt")
    assert article.text == TEXT
    assert (article.path, article.media_type, article.encoding) == (str(tmp_path / "a.txt"), "text/plain", "utf-8")
    assert not article.derived


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman"])
def test_a_file_decoded_with_the_recorded_encoding_is_the_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    article = read_article(tmp_path / "a.txt")
    assert article.text == TEXT
    assert (tmp_path / "a.txt").read_bytes().decode(article.encoding or "") == TEXT


def test_a_mended_text_is_said_to_be_derived(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Pell”".encode() + b" caf\xe9")
    assert read_article(tmp_path / "a.txt").derived


def test_standard_input_is_read(piped: io.BytesIO) -> None:
    fill(piped, TEXT.encode("cp1252"))
    article = read_article("-")
    assert (article.text, article.path, article.encoding, article.derived) == (TEXT, None, "cp1252", True)


def test_a_page_on_standard_input_is_known_by_its_beginning(piped: io.BytesIO) -> None:
    fill(piped, PAGE.encode("cp1252"))
    article = read_article("-")
    assert article.media_type == "text/html"
    assert "companies’ lawyers" in article.text


def test_the_media_type_can_be_given(piped: io.BytesIO) -> None:
    fill(piped, b"---\ntitle: Pell\n---\nPell rose.")
    article = read_article("-", media_type="text/markdown")
    assert (article.text, article.title) == ("Pell rose.", "Pell")


@pytest.mark.usefixtures("piped")
def test_a_media_type_without_a_reader_is_a_fault_of_the_call() -> None:
    with pytest.raises(ConfigurationError, match="choose one of text/html, text/markdown, text/plain"):
        read_article("-", media_type="application/pdf")


def test_a_path_named_dash_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("Pell rose.")
    assert read_article(Path("-")).text == "Pell rose."


@pytest.mark.usefixtures("piped")
def test_empty_standard_input_is_refused() -> None:
    with pytest.raises(ReadError, match="standard input: the article is empty"):
        read_article("-")


@pytest.mark.usefixtures("piped")
def test_closed_standard_input_is_refused() -> None:
    sys.stdin.close()
    with pytest.raises(ReadError, match="standard input is closed"):
        read_article("-")


def test_endless_standard_input_is_refused(piped: io.BytesIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.readers.files.LARGEST", 100)
    fill(piped, b"x" * 101)
    with pytest.raises(ReadError, match="standard input: the file has more"):
        read_article("-")


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\u2028".encode()])
def test_an_empty_file_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    with pytest.raises(ReadError, match=r"a\.txt: the article is empty"):
        read_article(tmp_path / "a.txt")


def test_an_error_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    with pytest.raises(ReadError, match=r"a\.txt: not text but a PDF: save its text as \.txt"):
        read_article(tmp_path / "a.txt")


def test_suffixes_are_known_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "A.HTM").write_bytes(PAGE.encode("cp1252"))
    assert read_article(tmp_path / "A.HTM").media_type == "text/html"


def test_a_file_of_another_suffix_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "wire.0412").write_text("Pell rose.")
    assert read_article(tmp_path / "wire.0412").media_type == "text/plain"


DATED = "---\ndate: 2025-03-03\n---\nLONDON, March 4, 2025 (Wire) - Pell rose."


def test_a_given_date_comes_before_the_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DATED)
    article = read_article(tmp_path / "a.md", published=date(2025, 3, 5))
    assert (article.published, article.published_from) == (date(2025, 3, 5), "flag")


def test_the_metadata_come_before_the_dateline(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DATED)
    article = read_article(tmp_path / "a.md")
    assert (article.published, article.published_from) == (date(2025, 3, 3), "metadata")


def test_the_dateline_dates_what_has_no_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DATED.replace("date: 2025-03-03", "title: Pell"))
    article = read_article(tmp_path / "a.md")
    assert (article.published, article.published_from) == (date(2025, 3, 4), "dateline")


def test_importing_the_readers_imports_no_parser_of_html() -> None:
    script = "import sys, summarizer.readers; print({'trafilatura', 'lxml', 'charset_normalizer'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_the_reference_pages_are_read(shared: Path) -> None:
    pages = sorted((shared / "data" / "html" / "pages").glob("*.html"))
    articles = [read_article(page) for page in pages]
    assert all(article.title and len(article.sentences) > 3 for article in articles)
