"""Encodings: which one a file is in, and what is no text."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ReadError
from summarizer.readers.decoding import MENDED, decode

PROSE = (
    "“We’re thrilled,” said Zoë Orr — the café chain paid £3.20 a share, or €4 million, in Zürich.\r\nShares fell.\n"
)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=100))
def test_any_utf_8_prose_comes_back(text: str) -> None:
    marked = f"Pell’s mills. Pell’s mills. Pell’s mills. {text}".translate(dict.fromkeys((*range(32), 127)))
    decoded = decode(marked.encode("utf-8"))
    assert (decoded.text, decoded.encoding, decoded.mended) == (marked, "utf-8", False)


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_an_encoding_is_found_and_said(written: str, recorded: str) -> None:
    raw = PROSE.encode(written)
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (PROSE, recorded)
    assert raw.decode(decoded.encoding) == decoded.text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xfe\xff\x00P\x00e\x00l\x00l").text == "Pell"


def test_pure_ascii_is_utf_8() -> None:
    assert decode(b"Pell rose.").encoding == "utf-8"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Компания объявила о покупке завода за сорок миллионов рублей. Сделка будет закрыта в мае.", "cp1251"),
        (
            "Spółka ogłosiła przejęcie zakładów w Łodzi za 40 milionów złotych. Prezes powiedział, że większość.",
            "cp1250",
        ),
        ("同社は四百億円で工場を買収すると発表した。会長は取引が五月に完了すると述べた。", "cp932"),
        ("该公司宣布以四百亿元收购工厂。董事长表示交易将于五月完成。", "gb18030"),
        ("L’entreprise a annoncé un bénéfice grâce à ses activités à l’étranger, où l’été a été bon.", "cp1252"),
        ("Die Gesellschaft für Straßenbau übernimmt die Häfen in Köln.", "cp1252"),
        ("The price is £3.", "cp1252"),
    ],
)
def test_other_languages_are_decoded(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_stray_windows_byte_in_utf_8_is_read_as_windows_has_it() -> None:
    decoded = decode("“Pell’s ".encode() + b"caf\xe9\x94 rose.")
    assert (decoded.text, decoded.encoding, decoded.mended) == ("“Pell’s café” rose.", MENDED, True)


def test_a_character_cut_short_at_the_end_becomes_the_replacement_character() -> None:
    assert decode("“Pell rose.”".encode()[:-1]).text == "“Pell rose.\ufffd"


def test_the_charset_that_a_page_declares_is_heeded() -> None:
    raw = '<meta charset="iso-8859-2"><p>Spółka przejęła zakłady'.encode("iso-8859-2")
    assert decode(raw, markup=True).text.endswith("Spółka przejęła zakłady")


def test_a_page_that_declares_latin_1_means_windows_1252() -> None:
    raw = b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>\x93Pell\x94 rose'
    assert decode(raw, markup=True).encoding == "cp1252"


@pytest.mark.parametrize("declared", ["latin-1", "no-such-thing", "rot13", "utf-7", "base64"])
def test_valid_utf_8_is_utf_8_whatever_a_page_declares(declared: str) -> None:
    assert decode(f'<meta charset="{declared}"><p>“Pell”'.encode(), markup=True).encoding == "utf-8"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\x1f\x8b\x08\x00", "compressed with gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
        (b"{\\rtf1\\ansi Pell rose.}", "an RTF document"),
        (b"Pell\x00rose\x00\x00\x01\x02\x03 by 3 percent", "NUL bytes"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 \x0e\x0f\x10", "binary data"),
        (b"\xff\xfeP\x00e\x00l\x00\x00\xd8", "not valid UTF-16 as its byte order mark says"),
        (b"\xff\xfeP\x00e\x00l\x00l", "not valid UTF-16"),
        (b"\xff\xfeP\x00\x00\x00l\x00", "NUL characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(raw: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        decode(raw)


def test_compressed_data_without_a_known_beginning_is_refused() -> None:
    noise = random.Random(7).randbytes(20_000)  # noqa: S311
    with pytest.raises(ReadError, match="not text but binary"):
        decode(zlib.compress(noise))


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error_that_says_what_to_do(raw: bytes) -> None:
    try:
        decoded = decode(raw, markup=True)
    except ReadError:
        return
    decoded.text.encode("utf-8")
    if not decoded.mended:
        assert raw.decode(decoded.encoding) == decoded.text
