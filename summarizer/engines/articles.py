"""A row into an article: its text or the bytes of its file, and what other columns say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from summarizer.article import Article
from summarizer.engines.columns import Row
from summarizer.errors import ReadError
from summarizer.readers import decode_article


def article_of(row: Row, text: str, published: date | None) -> Article:
    """The article of a row, its text in the column `text`: a string, or the bytes of a file, which `path` names.

    The columns `path`, `title` and `published` (a day, or the same in ISO 8601) are read where they are there;
    `published` beside them counts where the row has none. Raises `ReadError`, also one that stands for the text.
    """
    value = plain(row.get(text))
    if isinstance(value, ReadError):
        raise value
    path = label_of(row, "path")
    day = _day(row) or published
    if value is None:
        raise ReadError(f"the row has no {text}")
    if isinstance(value, bytes | bytearray | memoryview):
        return decode_article(bytes(value), path, published=day)
    if not isinstance(value, str):
        raise ReadError(f"{text} is of the type {type(value).__name__}, and not a string or the bytes of a file")
    article = Article.from_text(str(value), published=day, title=label_of(row, "title"))
    return article if path is None else replace(article, path=path)


def label_of(row: Row, column: str) -> str | None:
    """What a row is called, or the like, as Unicode text; None where it does not say."""
    value = plain(row.get(column))
    return None if value is None or value == "" else readable(str(value))


def readable(text: str) -> str:
    """`text` as Unicode text: Python reads bytes of a file's name that are none as surrogates."""
    try:
        return text.encode(errors="surrogateescape").decode(errors="backslashreplace")
    except UnicodeEncodeError:
        return text.encode(errors="backslashreplace").decode()


def plain(value: Any) -> Any:
    """`value`, or None where it is what a library puts for a value that is missing."""
    try:
        missing = value is None or bool(value != value) or type(value).__name__ == "NAType"
    except (TypeError, ValueError):
        return value
    return None if missing else value


def _day(row: Row) -> date | None:
    value = plain(row.get("published"))
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:  # what numpy has for a time says so in ISO 8601
        return date.fromisoformat(str(value)[:10])
    except ValueError as fault:
        raise ReadError(f"published is {str(value)[:40]!r}, which is no day: write it like 2026-03-04") from fault
