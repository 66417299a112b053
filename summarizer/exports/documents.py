"""JSON documents: a result written down."""

from __future__ import annotations

import json
import re
from typing import Any

from summarizer.records import Result
from summarizer.text.patterns import pattern

_FIRST = ("schema_version", "source", "provenance", "records_of")
_LAST = ("dropped", "verification")

_RAW = pattern(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that JSON may hold raw but a terminal obeys, a reader of lines splits at, or UTF-8 cannot encode."""


def document(result: Result) -> dict[str, Any]:
    """`result` as plain JSON values, in the order of the design: what it is of, the records, the count."""
    data = result.model_dump(mode="json")
    middle = [name for name in data if name not in _FIRST and name not in _LAST]
    return {name: data[name] for name in (*_FIRST, *middle, *_LAST) if name in data}


def to_json(result: Result) -> str:
    """`result` as one indented JSON document that ends with a line break."""
    return dump(document(result)) + "\n"


def to_jsonl(result: Result) -> str:
    """`result` as one line of JSON Lines, its line break included."""
    return dump_line(document(result)) + "\n"


def dump(value: Any) -> str:
    """`value` as indented JSON, readable in any script, with no character that a terminal obeys."""
    return _RAW.sub(_code, json.dumps(value, ensure_ascii=False, indent=2))


def dump_line(value: Any) -> str:
    """`value` as JSON on one line, without the line break."""
    return _RAW.sub(_code, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
