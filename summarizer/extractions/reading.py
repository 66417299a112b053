"""The extractions in a file: JSON, a list of them, or JSON Lines; which of them are ours."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from itertools import islice
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.fields import Record, own_fields
from summarizer.schema import NEWS

_LOOKED_AT = 100
"""Records of a section by which an extraction is taken for ours or somebody else's."""


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
