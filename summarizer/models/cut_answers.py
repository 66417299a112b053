"""What is whole of an answer that was cut at the limit on output tokens."""

from __future__ import annotations

import re

from pydantic import BaseModel

from summarizer.models.strict import wire_schema
from summarizer.wire import cited_lists

_BEGINNING = re.compile(r'\{\s*"')
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*+")(?P<colon>\s*+:)?|(?P<open>[{\[])|(?P<close>[}\]])|(?P<cut>")', re.DOTALL
)


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
