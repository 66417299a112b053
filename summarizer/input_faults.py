"""What is wrong with an option, an argument or a field of a file, said so that one knows what to give.

Pydantic's words are for who wrote the class.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import ValidationError

DAY = "a day as YYYY-MM-DD, such as 2026-03-04"
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"Extra inputs are not permitted", "there is no such {thing}: leave it out"),
        (r"Field required", "it is missing: give it"),
        (r"Input should be a valid boolean.*", "give true or false"),
        (r"Input should be a valid date.*", f"give {DAY}"),
        (r"Input should be a valid dictionary.*", "give a JSON object"),
        (r"Input should be an object", "give a JSON object"),
        (r"Input should be a valid integer.*", "give a whole number"),
        (r"Input should be a valid (?:list|array|tuple|set|frozenset)", "give a list"),
        (r"Input should be a (?:valid|finite) number.*", "give a number"),
        (r"Decimal input should be .*", "give a number"),
        (r"Input should be None", "give null"),
        (r"Input should be a valid string.*", "give a text"),
        (r"Input should be greater than or equal to (\S+)", r"give \1 or more"),
        (r"Input should be greater than (\S+)", r"give more than \1"),
        (r"Input should be less than or equal to (\S+)", r"give \1 or less"),
        (r"Input should be less than (\S+)", r"give less than \1"),
        (r"(?:List|Dictionary|Tuple|Set) should have at least (\d+) items? .*", r"give \1 or more"),
        (r"(?:List|Dictionary|Tuple|Set) should have at most (\d+) items? .*", r"give \1 at most"),
        (r"String should have at least (\d+) characters?", r"give a text of \1 character or more"),
        (r"String should have at most (\d+) characters?", r"give a text of \1 characters at most"),
        (r"String should match pattern (.*)", r"give a text that fits \1"),
        (r"Value error, ('.*') does not match the formats? '%Y-%m-%d'\.?", rf"\1 is no day: give {DAY}"),
        (r"Value error, ('.*') is not one of (.*?)\.?", r"\1 is none of them: give one of \2"),
        (r"(?:Value error|Assertion failed), (.*)", r"\1"),
        (r"Invalid JSON: (.*)", r"it is not JSON (\1)"),
        (r"Input should be ('.*'|an? .*)", r"give \1"),
    )
)
"""Pydantic's messages (2.14) and typer's, with what is said in their places."""


_LONGEST_SHOWN = 40
"""Characters of what was given that are shown."""


def plain_fault(message: str, thing: str = "argument") -> str:
    """What is to be given, for Pydantic's `message` about it; the message itself where it is not known. `thing`: what a
    name stands for that nothing is called."""
    for pattern, words in _PLAIN:
        if (found := pattern.fullmatch(message)) is not None:
            return found.expand(words.replace("{thing}", thing))
    return message


_UNKNOWN = object()


def field_fault(fault: ValidationError, given: Any = _UNKNOWN, where: str = "") -> str:
    """The first fault of a document or a record, and its place: `status: give 'agreed' or 'closed', not "done"`.

    `where`: the record's own place, `gold.json: deals[0]`, to which that of the field is added. By what was `given` the
    fields of a place are told from the names of types that were tried, which Pydantic puts among them.
    """
    error = fault.errors(include_url=False)[0]
    words = plain_fault(error["msg"], "field")
    wrong = error.get("input")
    if words.startswith("give ") and (wrong is None or isinstance(wrong, bool | int | float | str)):
        shown = json.dumps(wrong, ensure_ascii=False)
        words += f", not {shown}" if len(shown) <= _LONGEST_SHOWN else ""
    place = where + _place(error["loc"], given, lacking=error["type"] == "missing")
    place = place if where else place.removeprefix(".")
    return f"{place}: {words}" if place else words


def _place(steps: tuple[int | str, ...], given: Any, *, lacking: bool) -> str:
    """`.parties[1].role`. `lacking`: the last step is a field that is not there."""
    place = ""
    for at, step in enumerate(steps):
        if isinstance(given, list | tuple):
            if not (isinstance(step, int) and 0 <= step < len(given)):
                continue
            given = given[step]
        elif isinstance(given, Mapping):
            if step not in given and not (lacking and at == len(steps) - 1):
                continue
            given = given.get(step)
        elif given is not _UNKNOWN:
            continue
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
    return place
