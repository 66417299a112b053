"""Paths into JSON: `data.deals[*].price` as a pattern, `data.deals[3].price` as the place of one value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from summarizer.errors import ConfigurationError
from summarizer.verifier.findings import shown


class Every:
    """The step `[*]` (every item of a list) or `*` (every field of an object)."""

    def __repr__(self) -> str:
        return "*"


EVERY: Final = Every()

Step = str | int | Every
Steps = tuple[Step, ...]

_STEP = re.compile(
    r"""
      \["(?P<quoted>(?:[^"\\]|\\.)*)"\]
    | \[(?P<at>\d{1,9})\]
    | (?P<every>\[\*?\])
    | (?:^|\.)(?P<star>\*)(?=[.\[]|$)
    | (?:^|\.)(?P<name>[^.\[\]"*]+)
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"[^\W\d]\w*(?:-\w+)*\Z")


def parse_path(pattern: str) -> Steps:
    """The steps of a pattern such as `data.deals[*]["net.price"]`; a `$.` in front is left out.

    Raises `ConfigurationError` where it is none.
    """
    text = pattern.strip()
    text = text[2:] if text.startswith("$.") else text.removeprefix("$")
    steps: list[Step] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at) if at == 0 or text[at] in ".[" else None
        if match is None:
            raise ConfigurationError(
                f"the mapping's path {shown(pattern)!r} is not read from {shown(text[at:])!r} on: "
                'write it like data.deals[*].price, a key with dots like ["net.price"]'
            )
        steps.append(_step(match))
        at = match.end()
    return tuple(steps)


def _step(match: re.Match[str]) -> Step:
    if match["quoted"] is not None:
        try:
            return str(json.loads(f'"{match["quoted"]}"'))
        except ValueError as fault:
            raise ConfigurationError(f"the mapping's key {shown(match[0])} is no JSON string: {fault}") from fault
    if match["at"] is not None:
        return int(match["at"])
    return EVERY if match["name"] is None else match["name"].strip()


def joined(path: str, step: str | int) -> str:
    """The path of a field or an item of what stands at `path`."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    if _PLAIN.match(step):
        return f"{path}.{step}" if path else step
    return f"{path}[{json.dumps(step)}]"


def found(value: Any, steps: Sequence[Step], path: str) -> Iterator[tuple[str, Any]]:
    """Every value that `steps` lead to from `value`, which stands at `path`, with its own path."""
    if not steps:
        yield path, value
        return
    first, rest = steps[0], steps[1:]
    if isinstance(value, Mapping):
        keys = list(value) if isinstance(first, Every) else [first] if first in value else []
        for key in keys:
            yield from found(value[key], rest, joined(path, str(key)))
    elif isinstance(value, list):
        places = range(len(value)) if isinstance(first, Every) else [first] if isinstance(first, int) else []
        for at in places:
            if at < len(value):
                yield from found(value[at], rest, joined(path, at))
