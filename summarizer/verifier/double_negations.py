"""Negations that come to nothing: "did not stop Acme from selling", "it is hard to deny that"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.text.patterns import pattern

_DOUBLE = pattern(
    r"(?:\b(?:not|never|without)|n[’']t)\s(?:\w+\s)?(?:deter|discourage|hinder|keep|prevent|stop)(?:red|d|ed|ping|ing)?\s"
    r"[^.;:“”\"]{1,80}?\sfrom\s\w+ing\b"
    r"|\b(?:difficult|hard|hardly|impossible|tough)\s(?:possible\s)?to\s(?:deny|dispute)\b"
    r"|\b(?:can(?:not|\snot)|can[’']t|couldn[’']t|could\snot|no\sone\scan|nobody\scan)\s(?:\w+ly\s)?(?:be\s)?(?:den(?:y|ied)|disputed?)\b"
    r"|\bno\s(?:denying|disputing)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def double_negations(text: str) -> Sequence[tuple[int, int]]:
    """Where such a phrase stands in `text`, each (start, end)."""
    return tuple(found.span() for found in _DOUBLE.finditer(text))
