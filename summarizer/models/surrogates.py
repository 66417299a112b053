"""Halves of a character in what a model wrote: an emoji cut in its middle, which no text may hold."""

from __future__ import annotations

import re
from typing import Any

_HALF = re.compile(r"[\ud800-\udfff]")
_MAY_HOLD = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"


def without_halves(text: str) -> str:
    """`text` with U+FFFD in place of each half of a character."""
    return text if text.isascii() else _HALF.sub(_REPLACED, text)


def may_hold_halves(text: str) -> bool:
    """Whether the JSON `text` may hold any, itself or in an escape."""
    return _MAY_HOLD.search(text) is not None


def mended_halves(value: Any) -> tuple[Any, int]:
    """A JSON value whose texts and names hold no halves, and how many of these had one."""
    if isinstance(value, str):
        text = without_halves(value)
        return text, text != value
    if isinstance(value, dict):
        members: dict[str, Any] = {}
        texts = 0
        for name, inner in value.items():
            own, in_name = mended_halves(name)
            members[own], inside = mended_halves(inner)
            texts += in_name + inside
        return members, texts
    if isinstance(value, list):
        items = [mended_halves(inner) for inner in value]
        return [item for item, _ in items], sum(count for _, count in items)
    return value, 0
