"""What the words for a speaker who has no name show him to be: "the two companies" are companies."""

from __future__ import annotations

import re

from summarizer.text.patterns import pattern

_COMPANIES = pattern(
    r"(?:(?:both|the|these|the\s(?:two|three|four)|two|three|four)\s)(?:[a-z-]+\s)?"
    r"(?:airlines|automakers|banks|carmakers|companies|drugmakers|firms|insurers|lenders|retailers)",
    re.IGNORECASE,
)


def are_companies(speaker: str) -> bool:
    """Whether the words call several companies, and name none: "the companies", "both lenders"."""
    return _COMPANIES.fullmatch(speaker.strip()) is not None
