"""Addresses of pages and mailboxes in a text, whose words are no prose: "http: / / www. daily.example/tarn-orrin"."""

from __future__ import annotations

from summarizer.text.patterns import pattern

_ADDRESS = pattern(
    r"(?m:^[^\S\n]{0,40}(?:https?|www)\b[^\S\n]?[:.].*$)|\b(?:https?\s?:\s?/\s?/|www\s?\.)\s?\S+|"
    r"(?<!\S)[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/\S*|"
    r"(?<![\w.-])[\w.-]{1,64}\s?@\s?[\w-]{1,64}(?:\s?\.\s?[a-z][\w-]{0,63}){1,8}|"
    r"(?<![\w.@-])[a-z][\w-]{0,63}(?:\.[a-z][\w-]{2,63}){1,8}(?![\w-])"
)
"""No part is longer than RFC 1035 allows a label of a domain to be, so that no text is read twice over."""


def without_addresses(text: str) -> str:
    """The text with a space for each address of a page or a mailbox; a line that begins with one is taken for it whole,
    as it may be taken apart into words."""
    return _ADDRESS.sub(" ", text)
