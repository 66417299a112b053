"""Addresses of pages and mailboxes in a text, whose words are no prose: "http: / / www. daily.example/tarn-orrin"."""

from __future__ import annotations

from summarizer.text.patterns import pattern

_ADDRESS = pattern(
    r"(?m:^[^\S\n]*(?:https?|www)\b[^\S\n]?[:.].*$)|\b(?:https?\s?:\s?/\s?/|www\s?\.)\s?\S+|"
    r"(?<!\S)[\w-]+(?:\.[\w-]+)+/\S*|[\w.-]+\s?@\s?[\w-]+(?:\s?\.\s?[a-z][\w-]*)+|"
    r"(?<![\w.@])[a-z][\w-]*(?:\.[a-z][\w-]{2,})+"
)


def without_addresses(text: str) -> str:
    """The text with a space for each address of a page or a mailbox; a line that begins with one is taken for it whole,
    as it may be taken apart into words."""
    return _ADDRESS.sub(" ", text)
