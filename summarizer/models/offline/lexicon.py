"""The words of the offline rules that are not about one kind of record alone.

Origin: written for this project from the development articles' furniture and from newspapers' style guides.
"""

from __future__ import annotations

import re

from summarizer.text.phrases import letters_of

TITLE_WORDS = 3
"""Sentences at the top among which a headline may stand without capitals."""

OPENINGS = re.compile(
    r"(?:(?:most|also|must) read\b|read (?:more|next|the (?:full|rest)|also)\b"
    r"|(?:related|more|see also|photo|image|picture|video|source|credit|chart|click|subscribe|sign up|share|watch|"
    r"listen)\b.{0,20}:"
    r"|(?:above|below|left|right|from left|pictured|pictured here|file photo)[,:] "
    r"|(?:click here|sign up|subscribe|follow us|advertisement|table of contents|story continues|continue reading)\b"
    r"|(?:contact|media contact|investor relations|for more information|for further information)\b"
    r"|(?:system|assistant|user):|[\w.+-]+@[\w-]+\.[\w.]+$|\(?c\)|©|copyright\b"
    r"|by [\w.'’-]+(?: [\w.'’-]+){0,3}$)"
)
"""How sentences begin, in lower case, that are no part of the story."""

MARKERS = (
    "a beta of",
    "all rights reserved",
    "compiled by",
    "disclaimer:",
    "disclosure:",
    "disregard all previous",
    "editing by",
    "forward-looking statement",
    "free daily email",
    "getty images",
    "have recently issued",
    "hedge funds and other institutional",
    "http://",
    "https://",
    "ignore all previous",
    "ignore any previous",
    "ignore previous instructions",
    "ignore the above",
    "institutional investors have",
    "institutional investors own",
    "market cap of",
    "market capitalization of",
    "moving average",
    "price-to-earnings",
    "privacy policy",
    "recently modified its",
    "reporting by",
    "research note on",
    "safe harbor",
    "system prompt",
    "terms of service",
    "terms of use",
    "to get the latest",
    "writing by",
)
"""Words, in lower case, that mark furniture wherever they stand near the start of a sentence."""

_HEAD = 200
_LETTERS = re.compile(r"[a-z]+")


def _sign(marker: str) -> str:
    """The longest of its words that stands whole wherever the marker begins a word: of several not the last."""
    words: list[str] = _LETTERS.findall(marker)
    return max(words[:-1] or words, key=len)


_SIGNS = frozenset(map(_sign, MARKERS))
"""One of these is a word of every sentence that has a marker: looked up first, since most have none."""


def is_furniture(text: str) -> bool:
    """Whether a sentence is no part of the story: a link, a credit, a byline, small print, orders to a machine."""
    head = text[:_HEAD].lower()
    if OPENINGS.match(head) is not None:
        return True
    if _SIGNS.isdisjoint(letters_of(text)):
        return False
    for marker in MARKERS:  # noqa: SIM110, as `any` takes twice the time and every sentence is asked
        # "underwriting by" is no "writing by".
        if marker in head and re.search(rf"(?<![a-z]){re.escape(marker)}", head):
            return True
    return False
