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
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    folded = [[token.casefold() for token in tokens] for tokens in (one, other)]
    for tag, a, b, c, d in SequenceMatcher(None, folded[0], folded[1], autojunk=False).get_opcodes():
        for side, tokens in ((left, one[a:b]), (right, other[c:d])):
            if tokens:
                side.append(("".join(tokens), tag != "equal"))
    if not any(text.strip() and not differs for text, differs in left) and len(one) > 3 * len(other):
        # A word of the article against a whole statement: nothing in the statement is nearer to it than the rest.
        return ((said, False),), ((source, True),)
    return _closed(left), _closed(right)


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
