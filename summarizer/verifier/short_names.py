"""Letters that may stand for a name: a ticker right behind it, or an abbreviation that is not spelt out."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.names import strip_suffix
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index
from summarizer.verifier.remembered import of_pair

_LETTERS = pattern(r"[A-Z][A-Za-z]?[A-Z]{1,3}|[A-Z]{1,2}")
"""Two to five letters, at most the second of them small, or one: "ABC", "DoJ", "T"."""
_TITLES = ("U.S. ", "US ", "U.K. ", "UK ")
_LEAST = 2


@of_pair
def may_abbreviate(one: str, other: str, index: Index) -> bool:
    """Whether one of two names is a few letters that may well mean the other: they stand right behind it, as a ticker
    does ("Tarn's TRN", "Tarn (TRN)"), or begin as it does and follow in its order ("TRN"), or are the capitals before
    its second word ("TRLund").

    What may be so proves nothing: it only keeps the two from being told apart.
    """
    return (
        is_ticker(one, other, index)
        or any(
            long.startswith(short) and long[len(short) :][:1].isupper() and long[len(short) + 1 :][:1].islower()
            for short, long in _both_ways(one, other)
            if len(short) >= _LEAST
        )
        or any(len(short) > _LEAST and _in_order(short.lower(), _bare(long)) for short, long in _both_ways(one, other))
    )


def is_ticker(one: str, other: str, index: Index) -> bool:
    """Whether one of two names is a few letters that stand right behind the other in the article."""
    return any(
        f"{long}{between}{short}" in index.text
        for short, long in _both_ways(one, other)
        for between in (" ", " (", "'s ", "’s ", "'s (", "’s (", "' ", "’ ", " ' ")
    )


def _both_ways(one: str, other: str) -> Iterator[tuple[str, str]]:
    for short, long in ((one, other), (other, one)):
        if _LETTERS.fullmatch(short) and not _LETTERS.fullmatch(long):
            yield short, long


def _bare(name: str) -> str:
    for title in _TITLES:
        name = name.removeprefix(title)
    return "".join(character for character in strip_suffix(name).lower() if character.isalnum())


def _in_order(letters: str, name: str) -> bool:
    """Whether the letters are found in the name one behind the other, the first of them at its beginning."""
    if name[:1] != letters[:1]:
        return False
    left = iter(name)
    return all(letter in left for letter in letters)
