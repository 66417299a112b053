"""What is whole of an answer that was cut: at the limit on output tokens, or for a reason that nobody says."""

from __future__ import annotations

import json
import re

from pydantic import BaseModel

from summarizer.models.mending import tidy
from summarizer.models.strict import wire_schema
from summarizer.wire import cited_lists

_BEGINNING = re.compile(r'\{\s*"')
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*+")(?P<colon>\s*+:)?|(?P<open>[{\[])|(?P<close>[}\]])|(?P<cut>")', re.DOTALL
)
MOST_BEGINNINGS = 8
"""Objects in an answer that are looked at: it may be long and mean harm."""
_BEGUN = frozenset(word[:end] for word in ("null", "true", "false") for end in range(1, len(word))) | {"-"}
"""What a word or a number of JSON may be cut to."""
_LONGEST_ESCAPE = 6
"""Characters of an escape in a text, which may be cut too."""


def broken_off(text: str, wire: type[BaseModel]) -> str | None:
    """The JSON in `text` that has no end, as far as it goes; None where it is whole, or wrong before its end."""
    names = "|".join(map(re.escape, wire.model_fields))
    decoder, at = json.JSONDecoder(strict=False), 0
    for begins in list(re.finditer(rf'\{{\s*"(?:{names})"\s*:', text))[:MOST_BEGINNINGS]:
        if begins.start() < at:
            continue
        written, _ = tidy(text[begins.start() :])
        written = written.rstrip()
        try:
            at = begins.start() + decoder.raw_decode(written)[1]
        except json.JSONDecodeError as fault:
            rest = written[fault.pos :]
            in_escape = fault.msg.startswith("Invalid \\") and len(rest) <= _LONGEST_ESCAPE
            if not rest or rest in _BEGUN or in_escape or fault.msg.startswith("Unterminated string"):
                return written
        except (RecursionError, ValueError):
            return None
    return None


def whole_part(text: str, wire: type[BaseModel]) -> str | None:
    """The JSON of `text` as far as its records are whole, closed behind the last; None where it has none.

    A record is a member of one of the answer's own lists, or a text with its numbers behind in a list within one of
    them whose other members are all there. A deal that lacks its last terms would say something else, and goes.
    """
    if (begins := _BEGINNING.search(text)) is None:
        return None
    cited = cited_lists(wire)
    groups = _groups(wire)
    opened, keys = list[str](), list[list[str]]()
    safe: tuple[int, str] | None = None
    for token in _TOKEN.finditer(text, begins.start()):
        if token["cut"]:
            break
        if token["open"]:
            opened.append(token["open"])
            keys.append([])
            continue
        if token["colon"]:
            if keys:
                keys[-1].append(token["text"][1:-1])
            continue
        if token["close"]:
            if not opened:
                break
            opened.pop()
            keys.pop()
        shape = "".join(opened)
        if not shape:
            return text[begins.start() : token.end()]
        if shape in ("{", "{["):
            safe = token.end(), "}" if shape == "{" else "]}"
        elif (
            (shape == "{[{[" and token["text"] and keys[0] and keys[2])
            and keys[2][-1] in cited
            and groups.get(keys[0][-1], frozenset()) <= set(keys[2])
        ):
            safe = token.end(), "]}]}"
    return None if safe is None else text[begins.start() : safe[0]] + safe[1]


def _groups(wire: type[BaseModel]) -> dict[str, frozenset[str]]:
    """By the answer's own lists, the members of an object in them."""
    schema = wire_schema(wire)
    found: dict[str, frozenset[str]] = {}
    for name, one in schema["properties"].items():
        items = one.get("items", {})
        if "$ref" in items:
            items = schema["$defs"][items["$ref"].removeprefix("#/$defs/")]
        found[name] = frozenset(items.get("properties", {}))
    return found
