"""What is judged of names again and again in one article is judged once: the answers go with the article's index."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from summarizer.verifier.index import Index

_MOST = 16384
"""Answers that are kept of one article; whatever is asked beyond is judged anew each time."""

T = TypeVar("T")


def of_pair(judge: Callable[[str, str, Index], T]) -> Callable[[str, str, Index], T]:
    """`judge` of two names in an article, asked once for each two."""

    @wraps(judge)
    def remembered(one: str, other: str, index: Index) -> T:
        known, key = index.remembered, (judge, one, other)
        if key in known:
            return known[key]  # type: ignore[return-value]
        found = judge(one, other, index)
        if len(known) < _MOST:
            known[key] = found
        return found

    return remembered


def of_name(judge: Callable[[str, Index], T]) -> Callable[[str, Index], T]:
    """`judge` of one name in an article, asked once for each."""

    @wraps(judge)
    def remembered(name: str, index: Index) -> T:
        known, key = index.remembered, (judge, name)
        if key in known:
            return known[key]  # type: ignore[return-value]
        found = judge(name, index)
        if len(known) < _MOST:
            known[key] = found
        return found

    return remembered
