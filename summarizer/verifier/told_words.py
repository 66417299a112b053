"""Verbs that say the same with their parties exchanged, and verbs that say it either way.

Origin: the verbs of business news, from the development articles, and their converses in dictionaries.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set
from summarizer.verifier.wording import stem

SYMMETRIC = frozenset(
    stem(word)
    for word in word_set("""
        ally and between collaborate combine compare compete cooperate differ join jointly lie match meet merge
        negotiate partner resemble rival share sit talk team tie trade unite versus vie with work
    """)
)
"""Stems of verbs that mean the same with their parties exchanged."""

_CONVERSES = (
    ("beat", "lose"),
    ("own", "belong"),
    ("precede", "follow"),
    ("receive", "give"),
    ("employ", "serve"),
    ("outbid", "underbid"),
)
CONVERSES = {stem(one): stem(other) for pair in _CONVERSES for one, other in (pair, pair[::-1])}
"""By the stem of a verb, that of the one which says it from the other side: "beat" and "lost to"."""
