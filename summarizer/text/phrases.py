"""Finding the entries of a word list in a text: a dictionary look-up a word, so that long lists cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text, white space between them."""
    return frozenset(words.split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases of a list that is written as one text, commas between them."""
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip())


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of a list as it stands in the text: `text[start:end]`, and what the list says of it."""

    start: int
    end: int
    sense: str


class PhraseList:
    """Phrases with a sense each, found as whole words with one space, hyphen or line break between them.

    A phrase is written in lower case with single spaces. With `cased` a text's capital letters count, so that
    the month of May is not the verb.
    """

    def __init__(self, senses: Mapping[str, str], *, cased: bool = False) -> None:
        self._cased = cased
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, sense in senses.items():
            first, *rest = phrase.split(" ")
            self._by_first.setdefault(first, []).append((tuple(rest), sense))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Phrase]:
        """The phrases of `text[start:end]` in order, the longest one at each place, none overlapping another."""
        words = [
            (match.start(), match.end(), self._key(match.group()))
            for match in _WORD.finditer(text, start, len(text) if end is None else end)
        ]
        at = 0
        while at < len(words):
            length, sense = self._match(words, at, text)
            if sense is not None:
                yield Phrase(words[at][0], words[at + length][1], sense)
            at += length + 1

    def _key(self, word: str) -> str:
        return (word if self._cased else word.lower()).replace("’", "'")

    def _match(self, words: list[tuple[int, int, str]], at: int, text: str) -> tuple[int, str | None]:
        for rest, sense in self._by_first.get(words[at][2], ()):
            if at + len(rest) < len(words) and all(
                words[at + step][2] == word and _adjoin(text, words[at + step - 1][1], words[at + step][0])
                for step, word in enumerate(rest, start=1)
            ):
                return len(rest), sense
        return 0, None


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= 4 and (between := text[end:start]).replace("-", " ").isspace() and between.count("\n") < 2
