"""What the reader of one kind of file finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summarizer.text.dates import read_date
from summarizer.text.patterns import pattern

_ISO_DAY = pattern(r"(\d{4}-\d{2}-\d{2})(?![\d-])")


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an article and what the file says about it."""

    text: str
    derived: bool = False
    """True where `text` is not simply the decoded file."""
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None


def stated_day(words: str | None) -> date | None:
    """The one day that a file's metadata names, such as "2025-01-10T08:00:00Z" or "10 January 2025"; else None."""
    if not words:
        return None
    iso = _ISO_DAY.match(words.strip())
    if iso:
        try:
            return date.fromisoformat(iso[1])
        except ValueError:
            return None
    span = read_date(words.strip(), None)
    return span.earliest if span is not None and span.earliest == span.latest else None
