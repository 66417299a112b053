"""Words that stand with a name and yet do not say what its bearer is: a job to come, or that of the firm beside him."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin

_TO_BE = pattern(
    r"\b(?:will|would|shall|(?:is|are|was|were|due|expected|set|slated)\s+to)\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:be|become|serve\s+as|be\s+named|take\s+over\s+as)\s+(?:an?\s+|the\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_BEHIND_FIRM = pattern(r"\s*[,(–—-]\s*(?:the\s|its\s)?\Z")
_REACH = 80
"""Characters before the words that are read."""


def lies_ahead(place: Place, index: Index) -> bool:
    """Whether the words say what somebody will be: "will be chief executive of the merged company"."""
    start = index.sentences[index.sentences_of(place)[0] - 1].start
    return _TO_BE.search(index.text[max(start, place[0] - _REACH) : place[0]]) is not None


def describes_firm(place: Place, forms: Sequence[str], index: Index) -> str | None:
    """The firm right before the words, which are set off from it and from the person's own name behind them."""
    text = index.text
    before = index.names_in((max(0, place[0] - _REACH), place[0]))
    if not before or not _BEHIND_FIRM.fullmatch(text, before[-1].end, place[0]):
        return None
    firm = before[-1]
    if name_kind(firm.text) == "place" or any(akin(form, firm.text, index) for form in forms):
        return None
    behind = text[place[1] :].lstrip(" ")[: max(map(len, forms))]
    if any(behind.startswith(form) for form in forms) or index.directory.is_person(firm.text):
        return None
    return firm.text
