"""Anyone's extractions: read from JSON, matched with the article they are about, and verified against it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from summarizer.article import Article, PublishedFrom
from summarizer.errors import ConfigurationError
from summarizer.records import Result
from summarizer.schema import Schema
from summarizer.verifier import verify

Document = dict[str, Any]
"""An extraction as it was read: a result's JSON, or an object in the shape of the wire class."""


def read_documents(data: bytes, name: str) -> list[Document]:
    """The objects of a JSON document, of a list of them, or of JSON Lines, in UTF-8; `name` is for messages.

    Raises `ConfigurationError` with the line and column of what is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ConfigurationError(f"{name} is not UTF-8 (at byte {fault.start}), as JSON is") from fault
    if not text.strip():
        raise ConfigurationError(f"{name} is empty: give a JSON document")
    try:
        value = _parse(text, name)
    except ConfigurationError:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) < 2 or not _is_object(lines[0][1]):
            raise
        value = [_parse(line, name, number) for number, line in lines]
    documents = value if isinstance(value, list) else [value]
    if not documents:
        raise ConfigurationError(f"{name} is an empty list: there is nothing to verify")
    for document in documents:
        if not isinstance(document, dict):
            raise ConfigurationError(f"{name} must hold an object, or a list of objects (see `summarizer schema`)")
    return documents


def _parse(text: str, name: str, line: int = 1) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno + line - 1}, column {fault.colno}"
        raise ConfigurationError(f"{name} is not JSON: {where}: {fault.msg}") from fault
    except RecursionError as fault:
        raise ConfigurationError(f"{name} is nested too deeply") from fault
    except ValueError as fault:
        raise ConfigurationError(f"{name} is not JSON: {fault}") from fault


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _is_object(line: str) -> bool:
    try:
        return isinstance(_parse(line, ""), dict)
    except ConfigurationError:
        return False


def pick_documents(documents: Sequence[Document], article: Article, name: str) -> list[Document]:
    """The documents that are about `article`: by its SHA-256, else by its path, else the only one there is.

    Raises `ConfigurationError` where none of several is.
    """
    if len(documents) == 1:
        return list(documents)
    by_text = [each for each in documents if _source(each).get("sha256") == article.sha256]
    by_path = [each for each in documents if article.path and _same_file(_source(each).get("path"), article.path)]
    if found := by_text or by_path:
        return found
    raise ConfigurationError(
        f"none of the {len(documents)} documents in {name} is about {article.path or 'this text'}: "
        "neither `source.sha256` nor `source.path` agrees"
    )


def is_of_other_text(document: Document, article: Article) -> bool:
    """Whether `document` says that it was made from another text than `article`'s."""
    return _source(document).get("sha256") not in (None, article.sha256)


def verify_document(document: Document, article: Article, schema: Schema, name: str) -> Result:
    """`document` verified against `article`, whose day of publication it may know where the article does not say.

    Raises `ConfigurationError` where it does not have the shape of `schema`.
    """
    try:
        return verify(_dated(article, _source(document)), document, schema)
    except ConfigurationError as fault:
        raise ConfigurationError(f"{name}: {fault}") from fault


def _dated(article: Article, source: Document) -> Article:
    try:
        day = date.fromisoformat(str(source.get("published")))
    except ValueError:
        return article
    origin = source.get("published_from")
    if article.published is not None or origin not in ("flag", "metadata", "dateline"):
        return article
    return replace(article, published=day, published_from=cast(PublishedFrom, origin))


def _source(document: Document) -> Document:
    source = document.get("source")
    return source if isinstance(source, dict) else {}


def _same_file(one: Any, other: str) -> bool:
    if not isinstance(one, str) or "\0" in one:
        return False
    return one == other or Path(one).absolute() == Path(other).absolute()
