"""Records that a weak model wrote in another place than the one that was due, where there is one way to read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from summarizer.wire import cited, cited_text

_PIECE = re.compile(r"([^\[\]]*(?:\[[^\[\]]*\]\s*)+)")
_BETWEEN = re.compile(r"\s*[;.]\s*|\s*\n\s*")
"""What may stand between records of one text. A comma may stand within one."""
_LABELLED = (
    re.compile(r"(?P<text>[^()]*\S)\s*\((?P<label>[^()]+)\)"),
    re.compile(r"(?P<text>[^:]*\S)\s*[:–—]\s*(?P<label>[^:]+)"),
    re.compile(r"(?P<label>[^:]*\S)\s*[:–—]\s*(?P<text>[^:]+)"),
    re.compile(r"(?P<text>.*\S)\s*,\s*(?P<label>[^,]+)", re.DOTALL),
)
"""How a text says what its label is: "Ostrava Rail (target)", "Ostrava Rail: target", "target: Ostrava Rail"."""
LONGEST_LABELLED = 400


def records_in(text: str) -> list[str] | None:
    """The records of a text that stands in place of a list of them; None where it is not plain where one ends."""
    found: list[str] = []
    at = 0
    while piece := _PIECE.match(text, at):
        written, at = piece[1], piece.end()
        if found:
            # The first piece of all has nothing before it; brackets end each, and white space goes with them.
            before = text[: piece.start()]
            space = before[len(before.rstrip()) :]
            between = _BETWEEN.match(written) or _BETWEEN.match(space)
            if between is None:
                return None
            written = written.lstrip(" ;.\n\t")
        if not cited(written)[1]:
            return None
        found.append(written.strip())
    if not found or text[at:].strip(" .;\n\t\"'”’"):
        return None
    return found


def record_beside(others: Mapping[str, Any]) -> list[Any] | None:
    """The records that the members `others` of an object hold, which were not asked for; None where they hold none, or
    it is not plain which."""
    held = [value for value in others.values() if holds_record(value)]
    if len(held) == 1:
        return held[0] if isinstance(held[0], list) else [held[0]]
    if not held and len(others) == 2 and isinstance(text := cited_text(dict(others)), str):
        return [text]
    return None


def holds_record(value: Any) -> bool:
    """Whether a member is a text with its numbers behind it, or a list of such."""
    if isinstance(value, list):
        return any(map(holds_record, value))
    value = cited_text(value)
    return isinstance(value, str) and bool(cited(value)[1])


def labelled(text: str, fits: Callable[[str], Any]) -> Iterator[tuple[str, Any]]:
    """A text and its label that are one text; `fits` gives the label that words are, None where they are none."""
    if len(text) > LONGEST_LABELLED:
        return
    for pattern in _LABELLED:
        found = pattern.fullmatch(text.strip())
        if found and (label := fits(found["label"])) is not None:
            yield found["text"].strip(), label
