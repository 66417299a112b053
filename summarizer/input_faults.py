"""What is wrong with an option or an argument, said so that one knows what to give: Pydantic's words are its own."""

from __future__ import annotations

import re

DAY = "a day as YYYY-MM-DD, such as 2026-03-04"
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"Extra inputs are not permitted", "there is no such argument: leave it out"),
        (r"Field required", "it is missing: give it"),
        (r"Input should be a valid boolean.*", "give true or false"),
        (r"Input should be a valid date.*", f"give {DAY}"),
        (r"Input should be a valid dictionary.*", "give a JSON object"),
        (r"Input should be a valid integer.*", "give a whole number"),
        (r"Input should be a valid list.*", "give a list"),
        (r"Input should be a valid number.*", "give a number"),
        (r"Input should be a valid string.*", "give a text"),
        (r"Input should be greater than or equal to (\S+)", r"give \1 or more"),
        (r"Input should be greater than (\S+)", r"give more than \1"),
        (r"Input should be less than or equal to (\S+)", r"give \1 or less"),
        (r"Input should be less than (\S+)", r"give less than \1"),
        (r"(?:List|Dictionary) should have at least (\d+) items? .*", r"give \1 or more"),
        (r"(?:List|Dictionary) should have at most (\d+) items? .*", r"give \1 at most"),
        (r"String should have at least (\d+) characters?", r"give a text of \1 character or more"),
        (r"String should have at most (\d+) characters?", r"give a text of \1 characters at most"),
        (r"Value error, ('.*') does not match the formats? '%Y-%m-%d'\.?", rf"\1 is no day: give {DAY}"),
        (r"Value error, ('.*') is not one of (.*?)\.?", r"\1 is none of them: give one of \2"),
        (r"Value error, (.*)", r"\1"),
    )
)
"""Pydantic's messages (2.14) and typer's, with what is said in their places."""


def plain_fault(message: str) -> str:
    """What is to be given, for Pydantic's `message` about it; the message itself where it is not known."""
    for pattern, words in _PLAIN:
        if (found := pattern.fullmatch(message)) is not None:
            return found.expand(words)
    return message
