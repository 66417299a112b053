"""Bytes into characters: which encoding a file is in, and what is no text at all.

Tried in this order: a byte order mark; UTF-16 without one; UTF-8; UTF-8 with a few stray bytes; the encoding that the
markup declares; Windows-1252 or Mac Roman where the result reads as prose; what charset-normalizer finds. The figures
behind the order are in docs/decisions/encodings.md.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.errors import ReadError
from summarizer.readers.western import guess_western, likely_share

MENDED = "utf-8 with windows-1252"
"""The name under which a text is recorded that is UTF-8 but for a few bytes."""

_BYTE_ORDER_MARKS = (  # UTF-32 before UTF-16, whose mark begins like its own
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_TEXT = "save its text as .txt and give that"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"a PDF: {_AS_TEXT} (pdftotext does it)"),
    (b"{\\rtf", f"an RTF document: {_AS_TEXT}"),
    (b"PK\x03\x04", f"a ZIP archive or an office document: unpack it, or {_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"an office document: {_AS_TEXT}"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image: give the article's text"),
    (b"\xff\xd8\xff", "a JPEG image: give the article's text"),
    (b"GIF87a", "a GIF image: give the article's text"),
    (b"GIF89a", "a GIF image: give the article's text"),
    (b"\x1f\x8b", "compressed with gzip: unpack it"),
    (b"BZh", "compressed with bzip2: unpack it"),
    (b"\xfd7zXZ\x00", "compressed with xz: unpack it"),
    (b"(\xb5/\xfd", "compressed with zstd: unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it"),
    (b"\x7fELF", "a program, not an article"),
    (b"SQLite format 3\x00", "a database, not an article"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_SAMPLE = 64_000
"""Bytes looked at to tell text from data."""

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096
_CHARACTER_SETS = (
    "ascii",
    "big5",
    "cp",
    "euc",
    "gb",
    "iso",
    "johab",
    "koi8",
    "kz1048",
    "mac",
    "ptcp154",
    "shift",
    "tis",
)
"""How Python's names of the character sets begin that a page may declare: not UTF-8, which was tried before."""
_WIDER: Mapping[str, str] = {
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
}
"""Declared names that mean a wider encoding, after https://encoding.spec.whatwg.org/ (Python's names)."""

_NOT_TRIED = (
    "cp037",
    "cp1026",
    "cp1140",
    "cp1252",
    "cp273",
    "cp424",
    "cp500",
    "cp875",
    "hz",
    "latin_1",
    "mac_roman",
    "utf_7",
)
"""What charset-normalizer need not try: EBCDIC, seven-bit encodings, and what was found not to read as prose."""
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_SHORT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_ASCII = bytes(range(128))
_STRAY = "summarizer.stray"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters, a byte order mark left out and line ends as they were."""

    text: str
    encoding: str
    """Python's name: `raw.decode(encoding) == text`, unless mended."""
    mended: bool = False
    """True where decoding the file with `encoding` alone does not give `text`."""


def decode(raw: bytes, *, markup: bool = False) -> Decoded:
    """Decode the bytes of a file; with `markup`, a charset that the first 4 kB declare is heeded.

    Raises `ReadError` for binary data, and where no encoding fits.
    """
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise ReadError(f"not text but {kind}")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return Decoded(_strictly(raw, encoding, "as its byte order mark says"), encoding)
    if b"\0" in raw:
        return _without_mark(raw)
    if len(_CONTROLS.findall(raw, 0, _SAMPLE)) > _CONTROL_SHARE * min(len(raw), _SAMPLE):
        raise ReadError("not text but binary data: give the article's text")
    declared = _declared(raw) if markup else None
    if declared == "iso2022_jp" and b"\x1b" in raw:  # all its bytes are ASCII
        return Decoded(_strictly(raw, declared, "as it declares"), declared)
    marked = raw.startswith(codecs.BOM_UTF8)
    try:
        return Decoded(raw.decode("utf-8-sig"), "utf-8-sig" if marked else "utf-8")
    except UnicodeDecodeError:
        return _mended(raw) or _legacy(raw, declared)


def _strictly(raw: bytes, encoding: str, why: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as fault:
        where = f"byte {fault.start} is wrong ({fault.reason})"
        raise ReadError(f"it is not valid {encoding.upper()} {why}: {where}; convert it to UTF-8") from fault
    if "\0" in text:
        raise ReadError("not text but binary data: it holds NUL characters; give the article's text")
    return text


def _without_mark(raw: bytes) -> Decoded:
    """UTF-16 without a byte order mark shows in Western text by a NUL as every other byte."""
    sample = raw[:_SAMPLE]
    nuls_first, nuls_second = sample[::2].count(0), sample[1::2].count(0)
    few, many = sorted((nuls_first, nuls_second))
    if many < 0.4 * len(sample) / 2 or few > 0.02 * len(sample) / 2:
        raise ReadError("not text but binary data: it holds NUL bytes; give the article's text")
    encoding = "utf-16-le" if nuls_second > nuls_first else "utf-16-be"
    return Decoded(_strictly(raw, encoding, "though it looks like it"), encoding)


def _declared(raw: bytes) -> str | None:
    """The encoding that a page declares, by Python's name; None where there is none that Python knows."""
    found = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return _WIDER.get(name, name) if name.startswith(_CHARACTER_SETS) else None


def _mended(raw: bytes) -> Decoded | None:
    """UTF-8 with stray bytes, of which it has no more than characters beyond ASCII; None for what is not.

    A stray byte is read as Windows-1252 has it, since it was mostly pasted from there; a character that the end of the
    file cuts short becomes U+FFFD.
    """
    sequences = _SEQUENCE.findall(raw)
    cut_short = _CUT_SHORT.search(raw, max(0, len(raw) - 3))
    whole = raw[: cut_short.start()] if cut_short else raw
    stray = len(whole.translate(None, _ASCII)) - sum(map(len, sequences))
    if not sequences or stray > len(sequences):
        return None
    return Decoded(raw.decode("utf-8-sig", _STRAY), MENDED, mended=True)


def _stray(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    if fault.end == len(fault.object):
        return "\ufffd", fault.end
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(_STRAY, _stray)


def _legacy(raw: bytes, declared: str | None) -> Decoded:
    """An encoding of the time before UTF-8: the one declared, the one that reads as prose, or the one found."""
    if declared is not None and (text := _try(raw, declared)) is not None:
        return Decoded(text, declared)
    if (guessed := guess_western(raw)) is not None:
        return Decoded(raw.decode(guessed), guessed)
    from charset_normalizer import from_bytes

    matches = [match for match in from_bytes(raw, cp_exclusion=[*_NOT_TRIED]) if _try(raw, match.encoding) is not None]
    found = max(matches, key=lambda match: likely_share(str(match)), default=None)  # the first of equals is its best
    if found is None:
        raise ReadError("its encoding cannot be told: convert it to UTF-8, e.g. `iconv -f ENCODING -t UTF-8 FILE`")
    return Decoded(raw.decode(found.encoding), found.encoding)


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
