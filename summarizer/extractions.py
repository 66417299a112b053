"""Anyone's extractions: read from JSON, matched with the article they are about, and verified against it.

An extraction is ours (a result, or what a model answers to the schema), one of langextract's documents, or any other
JSON. Which of them it is shows in its shape; a schema or a mapping decides it where one is given.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel, ValidationError

from summarizer import verifier
from summarizer.article import Article, PublishedFrom
from summarizer.errors import ConfigurationError, ReadError
from summarizer.fields import Record, own_fields
from summarizer.readers import read_article
from summarizer.records import Extraction, Result
from summarizer.schema import NEWS, Schema
from summarizer.text.folding import folded

if TYPE_CHECKING:
    from summarizer.foreign import FieldMapping

Document = dict[str, Any]
"""An extraction as it was read: a result's JSON, an object in the shape of the wire class, or anybody's object."""

UserSchema = Schema | type[BaseModel]
"""What the records are: the business-news schema, one of a user's records, or any Pydantic class."""

_LOOKED_AT = 100
"""Records of a section by which an extraction is taken for ours or somebody else's."""
_NO_MAPPING = (
    "not in this program's shape and no mapping given: strings were looked up as copied words, "
    "numbers as numbers that the article gives"
)


def read_documents(data: bytes, name: str, *, items: bool = False) -> list[Any]:
    """The extractions of a JSON document, of a list of them, or of JSON Lines, in UTF-8; `name` is for messages.

    A list of anything but our documents and langextract's is one extraction; `items`: those with `items` are ours,
    since a schema says so. Raises `ConfigurationError` with the line and column of what is wrong.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise ConfigurationError(f"{name} is not UTF-8 (at byte {fault.start}), as JSON is") from fault
    if not text.strip():
        raise ConfigurationError(f"{name} is empty: give a JSON document")
    value = _read(text, name)
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise ConfigurationError(f"{name} must hold an object, or a list of objects (see `summarizer schema`)")
    if not value:
        raise ConfigurationError(f"{name} is an empty list: there is nothing to verify")
    return value if all(_is_known(document, items=items) for document in value) else [value]


def _read(text: str, name: str) -> Any:
    try:
        return _parse(text, name)
    except ConfigurationError:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) < 2 or not _is_object(lines[0][1]):
            raise
        return [_parse(line, name, number) for number, line in lines]


def _parse(text: str, name: str, line: int = 1) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_number, object_pairs_hook=_once)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno + line - 1}, column {fault.colno}"
        raise ConfigurationError(f"{name} is not JSON: {where}: {fault.msg}") from fault
    except RecursionError as fault:
        raise ConfigurationError(f"{name} is nested too deeply") from fault
    except ValueError as fault:
        raise ConfigurationError(f"{name} is not JSON: {fault}") from fault


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits[:32]} is larger than any number that programs agree on")
    return value


def _once(pairs: list[tuple[str, Any]]) -> Document:
    read = dict(pairs)
    if len(read) < len(pairs):
        seen: set[str] = set()
        again = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {again[:80]!r} stands twice in one object, and which one counts is open")
    return read


def _is_object(line: str) -> bool:
    try:
        return isinstance(_parse(line, ""), dict)
    except ConfigurationError:
        return False


def _is_known(document: object, *, items: bool) -> bool:
    from summarizer.foreign import is_langextract

    return isinstance(document, dict) and (
        is_ours(document) or is_langextract(document) or (items and "items" in document)
    )


def is_ours(document: Mapping[str, Any]) -> bool:
    """Whether a document is a result of this program or in the shape of one, mistakes in it aside."""
    if {"schema_version", "source"} <= document.keys():
        return True
    sections = {name: section for name, section in NEWS.sections.items() if document.get(name) is not None}
    if not sections.keys() or not document.keys() <= {*NEWS.sections, *NEWS.result.model_fields}:
        return False
    known = unknown = 0
    for name, section in sections.items():
        fields = {*own_fields(section.record), "evidence", *Record.verifier_fields}
        given = document[name]
        for item in islice(given if isinstance(given, list) else [given], _LOOKED_AT):
            if not isinstance(item, Mapping):
                return False
            known += sum(key in fields for key in item)
            unknown += sum(key not in fields for key in item)
    return known > unknown or known == unknown == 0


def pick_documents(documents: Sequence[Any], article: Article, name: str) -> list[Any]:
    """The documents that are about `article`: by their text, else by their path or name, else the only one there is.

    Raises `ConfigurationError` where none of several is.
    """
    if len(documents) == 1:
        return list(documents)
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
    if not isinstance(document, dict):
        return False
    called = document.get("document_id")
    if isinstance(called, str) and "extractions" in document:
        return _same_file(called, path) or called in (PurePath(path).name, PurePath(path).stem)
    return _same_file(_source(document).get("path"), path)


def _text_of(document: Any) -> str | None:
    """The text that a document brings along: langextract's, or the one in our `source`."""
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


def open_extractions(
    article: str, extraction: str | None, published: date | None, *, items: bool
) -> tuple[str, list[tuple[Any, Article]]]:
    """The extractions in a file (or `-`, standard input), each with its article, and what the file is called.

    article     the article's file or `-`; the extraction's where `extraction` is None: its text is the article then
    items       whether a schema says what the extraction is, so that objects with `items` are extractions

    Raises `ConfigurationError` for whatever cannot be read: exit code 1 is for what was found in the records.
    """
    if extraction is None:
        name = "standard input" if article == "-" else article
        documents = read_documents(_bytes(article), name, items=items)
        return name, [(document, article_of(document, name, published)) for document in documents]
    if article == extraction == "-":
        raise ConfigurationError("standard input is the article or the extraction, not both")
    try:
        source = read_article(article, published=published)
    except ReadError as fault:
        raise ConfigurationError(str(fault)) from fault
    name = "standard input" if extraction == "-" else extraction
    documents = pick_documents(read_documents(_bytes(extraction), name, items=items), source, name)
    return name, [(document, source) for document in documents]


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else fault
        raise ConfigurationError(f"{name}: {why}") from fault


def verify_document(
    document: Any, article: Article, schema: UserSchema | None, name: str, mapping: FieldMapping | None = None
) -> Result:
    """`document` verified against `article`, whose day of publication it may know where the article does not say.

    schema   the shape that it must have; with `None` its shape is told by what it holds
    mapping  what its fields are, for any other shape than ours

    Raises `ConfigurationError` where it does not have the shape of `schema`, or the mapping leads nowhere.
    """
    article = _dated(article, _source(document))
    if mapping is not None and schema is not None:
        raise ConfigurationError("give a schema or a mapping, not both: either says what the fields are")
    if isinstance(schema, type):
        return _verify_as(document, article, schema, name)
    if schema is None and (mapping is not None or not isinstance(document, Mapping) or not is_ours(document)):
        from summarizer.foreign import is_langextract, verify_foreign

        notes = [] if mapping is not None or is_langextract(document) else [_NO_MAPPING]
        return verify_foreign(article, document, mapping, name=name, notes=notes)
    try:
        return verifier.verify(article, _in_items(document, schema or NEWS), schema or NEWS)
    except ConfigurationError as fault:
        raise ConfigurationError(f"{name}: {fault}") from fault


def _in_items(document: Any, schema: Schema) -> Any:
    """A user's records in the shape of their schema, where they came alone or in a bare list."""
    if not issubclass(schema.result, Extraction):
        return document
    if isinstance(document, list):
        return {"items": document}
    if isinstance(document, Mapping) and not document.keys() & {"items", *schema.result.model_fields}:
        return {"items": [document]}
    return document


def _verify_as(document: Any, article: Article, cls: type[BaseModel], name: str) -> Result:
    """A document of a Pydantic class that is none of ours, or a list of such."""
    from summarizer.foreign import verify_foreign

    for at, one in enumerate(document if isinstance(document, list) else [document]):
        try:
            cls.model_validate(one)
        except ValidationError as fault:
            first = fault.errors()[0]
            path = ".".join(str(step) for step in first["loc"])
            where = f"{name}[{at}]" if isinstance(document, list) else name
            raise ConfigurationError(f"{where} is no {cls.__name__}: {path or 'it'}: {first['msg']}") from fault
    return verify_foreign(article, document, cls, name=name)


def verify(
    article: Article,
    extraction: Result | BaseModel | Mapping[str, Any] | Sequence[Any],
    schema: UserSchema | None = None,
    mapping: object = None,
) -> Result:
    """Verifies anyone's extraction against its article.

    extraction  a result, its JSON, or what a model answers to the schema; one of langextract's documents as a dict;
                any other dict or list of JSON values; an instance of a Pydantic class
    schema      your own record class or schema, or any Pydantic class that the extraction was made after
    mapping     what its fields are, where it is in no shape of ours: a dict as in docs/verify.md, a file's path,
                "path=kind", or a list of these

    Returns a result in the shape of the schema, or a `ForeignResult` with every value's verdict under `items`.
    Whatever a verifier said of the records before is left out. Raises `ConfigurationError` for what has not the
    schema's shape, and for a mapping that is wrong or leads nowhere.
    """
    from summarizer.foreign import read_mapping
    from summarizer.foreign.values import plain

    if isinstance(schema, type) and issubclass(schema, Record):
        schema = Schema.of(schema)
    name = "the extraction"
    if isinstance(extraction, Result):
        if schema is None and isinstance(extraction, Extraction):
            raise ConfigurationError(f"name the schema of these records: {extraction.records_of}")
        document: Any = extraction.model_dump(mode="json")
        schema = schema or NEWS
    else:
        document = plain(extraction, name)
    read = None if mapping is None else read_mapping(mapping)
    try:
        return verify_document(document, article, schema, name, read)
    except ConfigurationError as fault:
        raise ConfigurationError(str(fault).removeprefix(f"{name}: ")) from fault


def _dated(article: Article, source: Document) -> Article:
    try:
        day = date.fromisoformat(str(source.get("published")))
    except ValueError:
        return article
    origin = source.get("published_from")
    if article.published is not None or origin not in ("flag", "metadata", "dateline"):
        return article
    return replace(article, published=day, published_from=cast(PublishedFrom, origin))


def _source(document: Any) -> Document:
    source = document.get("source") if isinstance(document, Mapping) else None
    return source if isinstance(source, dict) else {}


def _same_file(one: Any, other: str) -> bool:
    if not isinstance(one, str) or "\0" in one:
        return False
    return one == other or Path(one).absolute() == Path(other).absolute()
