"""Noun phrases in a row of tags: where one ends."""

from __future__ import annotations

import re

Phrase = tuple[int, int]
"""The words [start, stop) of a noun phrase."""
_NP_BODY = "dxnhkeaNMSD'"
_NP_PLAIN = frozenset("nhkeaMSD'")
"""Those of them that go on a phrase wherever they stand in it."""
_NP_INSIDE = "crRGA"
"""Tags of words that may stand inside, as their neighbours tell."""
_LONGEST_PHRASE = 24
_AFTER_NAME = re.compile(r"(?:x{1,2}c)?x{1,4}[nhkea]|[nhkeaN']|c[N]")
_PAIR = re.compile(r"c(?:x{1,4}[nkeN]|Nx{0,2}[nk])")


def phrase_end(tags: str, words: list[str], start: int) -> int:
    """Where the noun phrase that begins at `start` ends; a name ends it unless a noun it belongs to follows."""
    end = _phrase_end(tags, words, start)
    while end > start + 1 and tags[end - 1] == "r":
        end -= 1
    return end


def _phrase_end(tags: str, words: list[str], start: int) -> int:
    at = start
    limit = min(len(tags), start + _LONGEST_PHRASE)
    while at < limit:
        tag = tags[at]
        if tag in _NP_PLAIN:
            at += 1
            continue
        if tag == "r" and at == start and tags[at + 1 : at + 2] in ("G", "A", "x"):
            # "privately owned Lund"
            at += 1
            continue
        if tag in "NI" and at == start + 1 and tags[start] == "D":
            # "In April Tarn ordered"
            return at
        if tag == "N":
            at += 1
            follows = _AFTER_NAME.match(tags, at, limit)
            if follows is None or follows.group()[0] == "c":
                return at
            if "c" in follows.group():
                at = follows.end()
            continue
        if tag in "dp" and at > start and tags[at - 1] == "M" and tags[at + 1 : at + 2] == "h":
            # "a $3 a share offer", "its $3 per share bid"
            at += 2
            continue
        if tag == "d" and at > start and tags[at - 1] not in "d'":
            return at
        if tag == "I":
            return at + 1 if at == start else at
        if tag == "x" and at > start and tags[at - 1] in "nkh" and words[at].endswith(("ing", "ed")):
            # "properties serving", "a group controlled": what follows only describes.
            return at
        if tag in _NP_BODY or (tag in _NP_INSIDE and _is_inside(tags, words, at, start, limit)):
            at += 1
        else:
            return at
    return at


def _is_inside(tags: str, words: list[str], at: int, start: int, limit: int) -> bool:
    """Whether a word that is no noun stands between the determiner and the noun: "its recently announced offer"."""
    tag = tags[at]
    if at == start or at + 1 >= limit:
        return False
    if tag == "c":
        return tags[at - 1] in "xn" and _PAIR.match(tags, at, limit) is not None
    before, after = tags[at - 1], tags[at + 1]
    if tag == "r":
        return before in "d'rxN" and after in "xnhkeaNMSRGA"
    return tag in "RGA" and before in "d'rS" and after in "xnhkeaNMS" and words[at].endswith("ed")
