"""The extractions in a file: JSON, a list of them, or JSON Lines; which of them are ours."""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Mapping
from itertools import islice
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.fields import Record, own_fields
from summarizer.schema import NEWS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, those first that begin as others do."""
_LOOKED_AT = 100
"""Records of a section by which an extraction is taken for ours or somebody else's."""


def read_documents(
    data: bytes, name: str, *, items: bool = False, unread: list[ConfigurationError] | None = None
) -> list[Any]:
    """The extractions of a JSON document, of a list of them, or of JSON Lines; `name` is for messages.

    The text is in UTF-8, or in UTF-16 or UTF-32 with a byte order mark, as some shells write what is redirected.

    items   whether objects with `items` are ours, since a schema says so. A list of anything but our documents and
            langextract's is one extraction
    unread  takes the faults of broken lines where others can be read; without it, the first one is raised

    Raises `ConfigurationError` with the line and column of what is wrong.
    """
    text = _text(data, name)
    if not text.strip():
        raise ConfigurationError(f"{name} is empty: give a JSON document")
    value = _read(text, name, unread)
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise ConfigurationError(f"{name} must hold an object, or a list of objects (see `summarizer schema`)")
    if not value:
        raise ConfigurationError(f"{name} is an empty list: give at least one document")
    return value if all(_is_known(document, items=items) for document in value) else [value]


def _text(data: bytes, name: str) -> str:
    encoding = next((called for mark, called in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        called = encoding.removesuffix("-sig").upper()
        raise ConfigurationError(f"{name} is not {called} (at byte {fault.start}), as JSON is") from fault


def _read(text: str, name: str, unread: list[ConfigurationError] | None) -> Any:
    try:
        return _parse(text, name)
    except ConfigurationError:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        if len(lines) < 2 or not any(_is_object(line) for _, line in lines[:2]):
            raise
    documents: list[Any] = []
    for number, line in lines:
        try:
            documents.append(_parse(line, name, number))
        except ConfigurationError as fault:
            if unread is None:
                raise
            unread.append(fault)
    return documents


def _parse(text: str, name: str, line: int = 1) -> Any:
    try:
        return json.loads(
            text, parse_constant=_refuse, parse_float=_number, parse_int=_integer, object_pairs_hook=_once
        )
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


_LONGEST_INTEGER = 308
"""Digits beyond which a number is larger than a double holds."""


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_INTEGER:
        raise ValueError(f"{digits[:32]}… is larger than any number that programs agree on")
    return int(digits)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
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
    if not isinstance(document, dict):
        return False
    if is_ours(document) or (items and "items" in document):
        return True
    from summarizer.foreign import is_langextract

    return is_langextract(document)


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
