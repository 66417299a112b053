"""A service's own words about an error: what its body says of itself, never what it echoes of the request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.models.surrogates import without_halves

LONGEST_SAID = 300
"""Characters of a service's own words that an error message shows."""


def words_of(body: Any) -> Iterator[tuple[str, str]]:
    """What an error body says of itself, in the shapes of OpenAI, FastAPI, Anthropic and Google; never its echoes.

    Some services return the whole request with their error, the article included: only known fields are read.
    """
    if isinstance(body, list) and body:
        body = body[0]
    if not isinstance(body, Mapping):
        return
    inner = body.get("error")
    if isinstance(inner, Mapping):
        yield from words_of(inner)
        return
    if isinstance(inner, str):
        yield "message", inner
    detail = body.get("detail")
    if isinstance(detail, str):
        yield "message", detail
    elif isinstance(detail, list):
        faults = [item for item in detail if isinstance(item, Mapping)]
        yield "message", "; ".join(f"{'.'.join(map(str, item.get('loc', ())))}: {item.get('msg')}" for item in faults)
    for key in ("message", "code", "type", "param", "status"):
        value = body.get(key)
        if isinstance(value, str) and value:
            yield key, value
        elif isinstance(value, Mapping):
            yield from words_of(value)


def is_page(text: str) -> bool:
    """Whether a body is a web page."""
    return text.lstrip()[:15].lower().startswith(("<!doctype", "<html"))


def one_line(text: str) -> str:
    """`text` on one line, cut to what a message shows."""
    line = " ".join(without_halves(text[: 4 * LONGEST_SAID]).split())
    return line if len(line) <= LONGEST_SAID else f"{line[: LONGEST_SAID - 1]}…"
