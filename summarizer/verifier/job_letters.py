"""Jobs by the first letters of their words: "CFO" for "chief financial officer"."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.phrases import word_set
from summarizer.text.slips import plain_words

_FEWEST, _MOST = 2, 5
_PASSED = word_set("and for of the")


def same_job(one: str, other: str) -> bool:
    """Whether one of two wordings of a job has letters that spell all or a part of the other: "CFO", "Acme's chief
    financial officer"."""
    return any(letters in _initials(words) for letters, words in _both_ways(one, other))


def _both_ways(one: str, other: str) -> Iterator[tuple[str, list[str]]]:
    for short, long in ((one, other), (other, one)):
        words = plain_words(long)
        for letters in plain_words(short):
            if _FEWEST <= len(letters) <= _MOST and letters not in words:
                yield letters, words


def _initials(words: list[str]) -> str:
    """The first letters of the words, linking ones passed over."""
    return "".join(word[0] for word in words if word not in _PASSED)
