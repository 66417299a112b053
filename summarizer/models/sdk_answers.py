"""What the answers of Anthropic's and Google's SDKs hold, whose classes differ, and what is none."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from summarizer.models.surrogates import without_halves
from summarizer.records import Usage


def is_miss(fault: BaseException) -> bool:
    """Whether an answer came that does not satisfy the schema; AssertionError is how instructor says it for tools."""
    return isinstance(fault, ValidationError | AssertionError) or type(fault).__name__ in (
        "AsyncValidationError",
        "ResponseParsingError",
    )


def shown(response: Any) -> str:
    """What an SDK made of an answer, as JSON where it can be told so."""
    dump = getattr(response, "model_dump_json", None)
    return str(dump() if dump is not None else response)


def text_of(response: Any) -> str:
    """What the model wrote: what it gave the tool, as JSON, or its text without its thoughts."""
    if (blocks := getattr(response, "content", None)) is not None:
        given = [block.input for block in blocks if getattr(block, "type", None) == "tool_use"]
        if given:
            return json.dumps(given[0])
        return without_halves("".join(block.text for block in blocks if getattr(block, "type", None) == "text"))
    candidate = next(iter(getattr(response, "candidates", None) or ()), None)
    parts = getattr(getattr(candidate, "content", None), "parts", None) or ()
    return without_halves("".join(part.text for part in parts if part.text and not part.thought))


def usage_of(response: Any) -> Usage:
    """The tokens of one response, in Anthropic's or Google's words; those read from a cache count as input too."""
    if (usage := getattr(response, "usage", None)) is not None:
        cached = _count_of(usage, "cache_read_input_tokens")
        fresh = _count_of(usage, "input_tokens") + _count_of(usage, "cache_creation_input_tokens")
        return Usage(
            input_tokens=fresh + cached,
            output_tokens=_count_of(usage, "output_tokens"),
            cached_input_tokens=cached,
        )
    usage = getattr(response, "usage_metadata", None)
    return Usage(
        input_tokens=_count_of(usage, "prompt_token_count"),
        output_tokens=_count_of(usage, "candidates_token_count") + _count_of(usage, "thoughts_token_count"),
        cached_input_tokens=_count_of(usage, "cached_content_token_count"),
    )


def _count_of(usage: Any, name: str) -> int:
    count = getattr(usage, name, None)
    return count if isinstance(count, int) and count > 0 else 0
