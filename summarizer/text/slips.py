"""Words that differ from another in one letter, and keys under which such words meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from summarizer.text.folding import folded
from summarizer.text.name_words import LEGAL_FORMS
from summarizer.text.patterns import pattern

WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST = 5
"""Letters of a word from which one letter more, less or other makes it a slip and not another word."""

_NAME = 64
"""Characters of a name up to which its words are kept: names are compared again and again."""


def is_slip(one: str, other: str, *, short: bool = False) -> bool:
    """Whether two folded words differ in one letter, neither by inflection nor as two legal forms.

    `short`: words of four letters count too, as the other words of the name are the same.
    """
    if min(len(one), len(other)) < SHORTEST - (1 if short else 0) and not (
        short and {one, other} & LEGAL_FORMS and min(len(one), len(other)) > 2
    ):
        return False
    if one == other or abs(len(one) - len(other)) > 1 or not (one.isalpha() and other.isalpha()):
        return False
    if {one, other} <= LEGAL_FORMS:
        return False
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) > len(shorter):
        # A letter more at the end is an ending: "America", "American".
        return not longer.startswith(shorter) and any(
            longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
        )
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) == 1:
        return differing[0] > 0 or len(one) > SHORTEST
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )


def slip_keys(name: str) -> Iterator[str]:
    """The keys under which `Index.names_by_slip` has a name: its words, and those with one letter left out."""
    for word in plain_words(name):
        if len(word) >= SHORTEST - 1 and word not in LEGAL_FORMS:
            yield word
        if len(word) >= SHORTEST:
            yield from one_less(word)


def one_less(word: str) -> set[str]:
    """The word, and what is left of it without one of its letters."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


def plain_words(text: str) -> list[str]:
    """The folded words of a name, possessive endings left out."""
    return list(_of_name(text)) if len(text) <= _NAME else _plain_words(text)


def _plain_words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in WORD.findall(folded(text))]


_of_name = lru_cache(maxsize=4096)(_plain_words)
