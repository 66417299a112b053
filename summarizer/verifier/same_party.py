"""Whether two noun phrases mean the same party, names or not."""

from __future__ import annotations

from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index
from summarizer.verifier.names import akin, same
from summarizer.verifier.wording import stem, stems_of

_FORMS = frozenset({"ag", "co", "company", "corp", "group", "inc", "ltd", "nv", "plc", "sa"})
"""Stems of legal forms, which tell nobody from anybody."""

_SHARED = frozenset(
    stem(word)
    for word in word_set("""
        american bank capital energy enterprises financial first general global holdings industries international
        national new partners resources services systems technologies united
    """)
)
"""Stems that so many companies' names share that they alone make no two the same: "J.P. Industries"."""


def means(one: str, other: str, index: Index) -> bool:
    """Whether two noun phrases may mean the same: one name, or all telling words of one in the other."""
    if same(one, other, index):
        return True
    mine, theirs = telling(one), telling(other)
    if mine == theirs:
        return bool(mine)
    return (mine < theirs and not mine <= _SHARED) or (theirs < mine and not theirs <= _SHARED)


def alike(one: str, other: str, index: Index) -> bool:
    """Whether two noun phrases mean the same, or share a word that tells: neither is a stranger to the other."""
    return means(one, other, index) or akin(one, other, index)


def telling(text: str) -> frozenset[str]:
    """The stems of a noun phrase that tell it from another."""
    return stems_of(text) - _FORMS
