"""Anyone's extractions: read from JSON, matched with the article they are about, and verified against it.

An extraction is ours (a result, or what a model answers to the schema), one of langextract's documents, or any other
JSON. Which of them it is shows in its shape; a schema or a mapping decides it where one is given.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, ValidationError

from summarizer import verifier
from summarizer.article import Article
from summarizer.errors import ConfigurationError, ReadError
from summarizer.extractions.matching import article_of, dated, is_of_other_text, names_of, pick_documents
from summarizer.extractions.reading import is_ours, read_documents
from summarizer.fields import Record
from summarizer.input_faults import field_fault
from summarizer.readers import read_article
from summarizer.records import Extraction, Result
from summarizer.schema import NEWS, Schema

if TYPE_CHECKING:
    from summarizer.foreign import FieldMapping

__all__ = [
    "is_of_other_text",
    "names_of",
    "open_extractions",
    "pick_documents",
    "read_documents",
    "verify",
    "verify_document",
]

UserSchema = Schema | type[BaseModel]
"""What the records are: the business-news schema, one of a user's records, or any Pydantic class."""

_NO_MAPPING = (
    "not in this program's shape and no mapping given: strings were looked up as copied words, "
    "numbers as numbers that the article gives"
)


class Opened(NamedTuple):
    """What a file of extractions holds."""

    name: str
    """What the file is called in messages."""
    pairs: list[tuple[Any, Article]]
    """The extractions, each with its article."""
    unread: list[ConfigurationError]
    """The faults of those that cannot be read, or have no article, where others can be and have one."""


def open_extractions(article: str, extraction: str | None, published: date | None, *, items: bool) -> Opened:
    """The extractions in a file (or `-`, standard input), each with its article.

    article     the article's file or `-`; the extraction's where `extraction` is None: its text is the article then
    items       whether a schema says what the extraction is, so that objects with `items` are extractions

    Raises `ConfigurationError` for whatever cannot be read: exit code 1 is for what was found in the records.
    """
    unread: list[ConfigurationError] = []
    if extraction is None:
        name = "standard input" if article == "-" else article
        documents = read_documents(_bytes(article), name, items=items, unread=unread)
        pairs: list[tuple[Any, Article]] = []
        for document in documents:
            try:
                pairs.append((document, article_of(document, name, published)))
            except ConfigurationError as fault:
                unread.append(fault)
        if not pairs:
            raise unread[0]
        return Opened(name, pairs, unread)
    if article == extraction == "-":
        raise ConfigurationError("standard input is the article or the extraction, not both")
    try:
        source = read_article(article, published=published)
    except ReadError as fault:
        raise ConfigurationError(str(fault)) from fault
    name = "standard input" if extraction == "-" else extraction
    documents = pick_documents(read_documents(_bytes(extraction), name, items=items, unread=unread), source, name)
    return Opened(name, [(document, source) for document in documents], unread)


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
    article = dated(article, document)
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
            where = f"{name}[{at}]" if isinstance(document, list) else name
            raise ConfigurationError(f"{where} is no {cls.__name__}: {field_fault(fault, one)}") from fault
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
