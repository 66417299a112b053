"""Files into articles: plain text, Markdown, HTML, in whatever encoding they came."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from summarizer.article import Article, PublishedFrom
from summarizer.errors import ConfigurationError, ReadError
from summarizer.readers import html, markdown, plain
from summarizer.readers.content import Content
from summarizer.readers.decoding import Decoded, decode
from summarizer.readers.files import LARGEST, read_bytes, read_standard_input, too_large
from summarizer.text.dates import find_dateline
from summarizer.text.patterns import pattern

__all__ = ["LARGEST", "article_suffixes", "decode_article", "read_article"]

_READERS: Mapping[str, Callable[[str], Content]] = {
    "text/html": html.read,
    "text/markdown": markdown.read,
    "text/plain": plain.read,
}
_MEDIA_TYPES: Mapping[str, str] = {
    ".htm": "text/html",
    ".html": "text/html",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
_HTML_START = pattern(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)


def article_suffixes() -> frozenset[str]:
    """The suffixes that are taken for articles in a folder, in lower case with their dot."""
    return frozenset(_MEDIA_TYPES)


def read_article(path: str | Path, *, published: date | None = None, media_type: str | None = None) -> Article:
    """Read an article from a file, or from standard input where `path` is the string "-".

    Its kind follows from `media_type` ("text/plain", "text/markdown", "text/html") or else from the file's suffix; a
    file of another suffix, like standard input, is HTML if it begins as HTML does, and else plain text. The day it was
    published is `published`, or what the file says of itself, or a dateline at its top, in this order. Offsets count
    the characters after decoding, a byte order mark left out and line ends as they are.

    Raises `ReadError` for what is missing, unreadable, empty, binary, larger than `LARGEST` bytes, in no known
    encoding, or a page without an article; `ConfigurationError` for a media type that has no reader.
    """
    if media_type is not None and media_type not in _READERS:
        raise ConfigurationError(f"no reader for {media_type!r}: choose one of {', '.join(sorted(_READERS))}")
    piped = path == "-"
    raw = read_standard_input() if piped else read_bytes(Path(path))
    return decode_article(raw, None if piped else str(path), published=published, media_type=media_type)


def decode_article(
    raw: bytes, path: str | None, *, published: date | None = None, media_type: str | None = None
) -> Article:
    """The article in the bytes of a file that is called `path`, None for what was piped; as `read_article` reads it."""
    name = "standard input" if path is None else path
    kind = media_type or _MEDIA_TYPES.get("" if path is None else Path(path).suffix.lower())
    try:
        if len(raw) > LARGEST:
            raise ReadError(too_large(len(raw)))
        decoded = decode(raw, markup=kind in ("text/html", None))
        kind = kind or ("text/html" if _HTML_START.match(decoded.text) else "text/plain")
        content = _READERS[kind](decoded.text)
        _check(content.text)
    except ReadError as fault:
        raise ReadError(f"{name}: {fault}") from fault
    return _article(content, decoded, kind, path, published)


def _check(text: str) -> None:
    if not text.strip():
        raise ReadError("the article is empty: give a file with at least one sentence")


def _article(content: Content, decoded: Decoded, kind: str, path: str | None, published: date | None) -> Article:
    origin: PublishedFrom | None = None
    if published is not None:
        origin = "flag"
    elif content.published is not None:
        published, origin = content.published, "metadata"
    elif (published := find_dateline(content.text)) is not None:
        origin = "dateline"
    return Article(
        content.text,
        path=path,
        media_type=kind,
        encoding=decoded.encoding,
        title=content.title,
        author=content.author,
        url=content.url,
        published=published,
        published_from=origin,
        derived=path is None or content.derived or decoded.mended,
    )
