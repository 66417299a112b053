"""Which extraction is about which article: by the text it was made from, or by what it calls the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any, cast

from summarizer.article import Article, PublishedFrom
from summarizer.errors import ConfigurationError, ReadError
from summarizer.text.folding import folded

_CALLED = ("article", "document", "document_id", "file", "file_name", "filename", "id", "path", "source")
"""Keys under which documents that are not ours name the file that they are about."""


def pick_documents(documents: Sequence[Any], article: Article, name: str) -> list[Any]:
    """The documents that are about `article`: by their text, else by their path or name, else the only one there is.

    Raises `ConfigurationError` where none of several is.
    """
    if len(documents) == 1:
        lines = documents[0]
        named = (
            [each for each in lines if article.path and _names(each, article.path)] if isinstance(lines, list) else []
        )
        return named or list(documents)
    by_text = [each for each in documents if _is_of_text(each, article)]
    by_path = [each for each in documents if article.path and _names(each, article.path)]
    if found := by_text or by_path:
        return found
    raise ConfigurationError(
        f"none of the {len(documents)} documents in {name} is about {article.path or 'this text'}: neither the text "
        "(`source.sha256`, langextract's `text`) nor the name (`source.path`, langextract's `document_id`) agrees"
    )


def _is_of_text(document: Any, article: Article) -> bool:
    text = _text_of(document)
    if text is not None:
        return text == article.text or folded(text).strip() == folded(article.text).strip()
    return _source(document).get("sha256") == article.sha256


def _names(document: Any, path: str) -> bool:
    """Whether a document calls the article by its path, its file's name, or that without its ending."""
    if not isinstance(document, dict):
        return False
    if _same_file(_source(document).get("path"), path):
        return True
    names = (PurePath(path).name, PurePath(path).stem)
    return any(name in names or _same_file(name, path) for name in _called(document))


def names_of(document: Mapping[str, Any]) -> list[str]:
    """What a document calls its article: the path in our `source`, and the names that others give it."""
    path = _source(document).get("path")
    return [*([path] if isinstance(path, str) and path else []), *_called(document)]


def _called(document: Mapping[str, Any]) -> list[str]:
    return [document[key] for key in _CALLED if isinstance(document.get(key), str)]


def _text_of(document: Any) -> str | None:
    """The text that a document brings along: langextract's, or the one in our `source`."""
    if isinstance(document, Mapping) and "extractions" in document:
        from summarizer.foreign import is_langextract, own_text

        if is_langextract(document):
            return own_text(document)
    text = _source(document).get("text")
    return text if isinstance(text, str) and text else None


def is_of_other_text(document: Any, article: Article) -> bool:
    """Whether `document` says that it was made from another text than `article`'s."""
    sha256 = _source(document).get("sha256")
    if sha256 is not None:
        return bool(sha256 != article.sha256)
    text = _text_of(document)
    return text is not None and text != article.text


def article_of(document: Any, name: str, published: date | None = None) -> Article:
    """The article that a document brings along as its text.

    Raises `ConfigurationError` where it brings none.
    """
    text = _text_of(document)
    if text is None:
        raise ConfigurationError(
            f"{name} does not hold the text that it was made from: name the article first, "
            "`summarizer verify ARTICLE EXTRACTION`"
        )
    called = document.get("document_id") or _source(document).get("path")
    title = called if isinstance(called, str) else None
    try:
        return replace(Article.from_text(text, published=published, title=title), derived=True)
    except ReadError as fault:
        raise ConfigurationError(f"{name}: {title or 'a document'}: {fault}") from fault


def dated(article: Article, document: Any) -> Article:
    """`article` with the day of publication that the document knows, where it does not know its own."""
    source = _source(document)
    try:
        day = date.fromisoformat(str(source.get("published")))
    except ValueError:
        return article
    origin = source.get("published_from")
    if article.published is not None or origin not in ("flag", "metadata", "dateline"):
        return article
    return replace(article, published=day, published_from=cast(PublishedFrom, origin))


def _source(document: Any) -> dict[str, Any]:
    source = document.get("source") if isinstance(document, Mapping) else None
    return source if isinstance(source, dict) else {}


def _same_file(one: Any, other: str) -> bool:
    if not isinstance(one, str) or "\0" in one:
        return False
    return one == other or Path(one).absolute() == Path(other).absolute()
