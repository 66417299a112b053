"""The shape that an answer must have: as an OpenAI strict schema, in words, and looked for in a wordy answer."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

JsonSchema = dict[str, Any]

CHILD_MAPS = ("$defs", "properties")
"""Keywords whose values are schemas by name: a name there is never a keyword."""
CHILD_LISTS = ("anyOf",)
DROPPED = ("title", "default")
"""Keywords that tell a model nothing (`title` repeats the name) or that a strict schema may not have (`default`)."""
NAME = re.compile(r"[^A-Za-z0-9_-]+")
LONGEST_NAME = 64
"""Characters that OpenAI allows in a schema's name."""
MOST_FALSE_STARTS = 64
"""Opening braces that may turn out not to open an object before the search is given up: it stays linear."""

PLAIN_WORDS = """

Answer with one JSON object and nothing else: no text around it, no code fence. It must satisfy this JSON Schema, \
with every property present and null where there is nothing to say:

"""
"""What a service that cannot be held to the schema is told, behind the system message."""


@lru_cache(maxsize=64)
def wire_schema(wire: type[BaseModel]) -> JsonSchema:
    """The strict JSON Schema of a wire class; the same object, and so the same bytes, for every call."""
    raw = wire.model_json_schema()
    schema: JsonSchema = _lean(raw, raw.get("$defs", {}))
    return schema


def schema_name(wire: type[BaseModel]) -> str:
    """A name for the schema within the characters and the length that services allow."""
    return NAME.sub("_", wire.__name__)[:LONGEST_NAME] or "records"


def plain_words(wire: type[BaseModel]) -> str:
    """The words that ask for the shape where the service cannot be held to it."""
    return PLAIN_WORDS + json.dumps(wire_schema(wire), ensure_ascii=False, separators=(",", ":"))


def _lean(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """`schema` without what says nothing, its objects closed, no keyword beside a `$ref`."""
    if isinstance(schema, list):
        return [_lean(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema and len(schema) > 1:
        name = schema["$ref"].removeprefix("#/$defs/")
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return _lean(copy.deepcopy(definitions[name]) | beside, definitions)
    lean: JsonSchema = {}
    for key, value in schema.items():
        if key in DROPPED:
            continue
        if key in CHILD_MAPS:
            lean[key] = {name: _lean(child, definitions) for name, child in value.items()}
        elif key in CHILD_LISTS or key == "items":
            lean[key] = _lean(value, definitions)
        else:
            lean[key] = value
    if "properties" in lean or lean.get("type") == "object":
        lean["required"] = list(lean.get("properties", {}))
        lean["additionalProperties"] = False
    return lean


def find_object(text: str, keys: Iterable[str]) -> str | None:
    """The JSON object in an answer that wraps it in a code fence, prose or its own thoughts; None without one.

    Of several, the last that has one of `keys`, else the last: what comes earlier may be quoted from the article.
    """
    wanted, found, best = set(keys), None, None
    decoder, start, misses = json.JSONDecoder(strict=False), text.find("{"), 0
    while start >= 0 and misses < MOST_FALSE_STARTS:
        try:
            value, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):  # also a number of more digits than Python reads
            misses, end = misses + 1, start + 1
        else:
            found = text[start:end]
            best = found if wanted & value.keys() else best
        start = text.find("{", end)
    return best or found
