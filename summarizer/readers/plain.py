"""Plain text is an article as it stands."""

from __future__ import annotations

from summarizer.readers.content import Content


def read(text: str) -> Content:
    """The text as it is."""
    return Content(text)
