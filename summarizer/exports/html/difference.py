"""Two short texts with what differs between them marked, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether the other text differs there."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 2000
"""Characters of a text that is compared; the verifier shows no more than 160."""


def differences(said: str, source: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces. Compared are words, spaces and signs in their order (Ratcliff and Obershelp's method, as in
    `difflib`); texts that are very long come back whole."""
    if max(len(said), len(source)) > _LONGEST:
        return ((said, False),), ((source, False),)
    one, other = _TOKEN.findall(said), _TOKEN.findall(source)
    sides: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    folded = [[token.casefold() for token in tokens] for tokens in (one, other)]
    for tag, a, b, c, d in SequenceMatcher(None, folded[0], folded[1], autojunk=False).get_opcodes():
        for side, tokens in zip(sides, (one[a:b], other[c:d]), strict=True):
            if tokens:
                side.append(("".join(tokens), tag != "equal"))
    if not any(text.strip() and not differs for text, differs in sides[0]) and len(one) > 3 * len(other):
        # A word of the article against a whole statement: nothing in the statement is nearer to it than the rest.
        return ((said, False),), ((source, True),)
    left, right = _closed(sides[0]), _closed(sides[1])
    if len(said.split()) >= 2 * len(source.split()) and left and right and left[0][1] and right[0][1]:
        left = (*_last_words(left[0][0], len(right[0][0].split())), *left[1:])
    return left, right


def _last_words(text: str, count: int) -> Pieces:
    """`text` with its last `count` words as what differs: what stands before was never compared with anything."""
    words = re.findall(r"\s*\S+\s*$|\s*\S+", text) or [text]
    kept, differing = "".join(words[:-count]), "".join(words[-count:])
    space = differing[: len(differing) - len(differing.lstrip())]
    return (*([(kept + space, False)] if kept else []), (differing.lstrip() if kept else differing, True))


def is_near(said: str, source: str) -> bool:
    """Whether two statements share half of their words or more, so that their differences tell something."""
    one, other = (set(re.findall(r"\w+", text.casefold()[:_LONGEST])) for text in (said, source))
    return len(one & other) * 2 >= max(len(one), 1) and len(other) <= 3 * len(one)


def _closed(pieces: list[tuple[str, bool]]) -> Pieces:
    """`pieces`, where white space between two that differ belongs to them, and neighbours of one kind are one."""
    found: list[tuple[str, bool]] = []
    for at, (text, differs) in enumerate(pieces):
        between = not text.strip() and 0 < at < len(pieces) - 1 and pieces[at - 1][1] and pieces[at + 1][1]
        if found and found[-1][1] == (differs or between):
            found[-1] = (found[-1][0] + text, found[-1][1])
        else:
            found.append((text, differs or between))
    return tuple(found)
