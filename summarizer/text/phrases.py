"""Finding the entries of a word list in a text: a dictionary look-up a word, so that long lists cost nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from summarizer.text.cached import cached_property
from summarizer.text.patterns import pattern

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = pattern(r"[^\W\d_]+")
_SMALL_LETTERS = pattern(r"[a-z]+")
_WHOLE_WORDS = pattern(r"\w+")
SENTENCE = 2000
"""Characters of a text up to which its words are kept for the lists that will be looked up in it."""
_MOST_KEPT = 512
"""Texts of which they are kept."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text, white space between them."""
    return frozenset(words.split())


def phrase_set(phrases: str) -> frozenset[str]:
    """The phrases of a list that is written as one text, commas between them."""
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip())


class Phrase(NamedTuple):
    """An entry of a list as it stands in the text: `text[start:end]`, and what the list says of it."""

    start: int
    end: int
    sense: str


_phrase = partial(tuple.__new__, Phrase)
"""A `Phrase` of its three values in a tuple; a named tuple's own call takes twice as long."""


def _table(kept: bytes, marked: bytes = b"") -> bytes:
    """For `bytes.translate`: the `kept` bytes, a digit for those `marked`, a space for all others."""
    return bytes(code if code in kept else ord("0" if code in marked else " ") for code in range(256))


_SMALL = bytes(range(ord("a"), ord("z") + 1))
_PUNCTUATION = b"\xe2\x80"
"""With what the dashes, quotation marks and dots beyond ASCII begin in UTF-8 (U+2000 to U+203F): none is a letter."""
_LETTERS_ONLY = bytes.maketrans(_SMALL.upper(), _SMALL).translate(_table(_SMALL))
"""Makes letters small, and of all else a space."""
_WITH_APOSTROPHES = _table(_SMALL + b"'")
_SMALL_WORDS = _table(_SMALL, marked=_SMALL.upper() + b"0123456789_")
"""Keeps words of small letters as they are; those with a capital, a digit or a low line have a digit then."""


def _bytes_of(text: str) -> bytes | None:
    """The text in UTF-8 where each of its letters is one byte, else None: bytes are cut into words far quicker."""
    if text.isascii():
        return text.encode()
    written = text.encode("utf-8", "surrogatepass")
    return written if len(written) - len(text) == 2 * written.count(_PUNCTUATION) else None


class _Words:
    """A text taken apart for looking phrases up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = ""
        straight = text.replace("’", "'")
        written = _bytes_of(straight)
        if written is None:
            self.keys = [key.lower() for key in _WORD.findall(straight)]
        else:
            self._lower = straight.lower()
            apart = written.lower().replace(b"''", b"  ").translate(_WITH_APOSTROPHES).decode("ascii")
            self.keys = apart.split()
            if "'" in apart:
                self.keys = [key for key in (key.strip("'") for key in self.keys) if key]
        self.distinct = frozenset(self.keys)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where they stand; asked for only where a list has one of them."""
        if not self._lower:
            return [match.span() for match in _WORD.finditer(self._text)]
        places, find, end = [], self._lower.find, 0
        for key in self.keys:
            # The next letter is the first one of the next word, so that it cannot be found too early.
            at = find(key, end)
            end = at + len(key)
            places.append((at, end))
        return places


_words_of_sentence = lru_cache(maxsize=_MOST_KEPT)(_Words)


def _letters(text: str) -> frozenset[str]:
    written = _bytes_of(text)
    if written is None:
        return frozenset(_LETTERS.findall(text.lower()))
    return frozenset(written.translate(_LETTERS_ONLY).decode("ascii").split())


class SmallWords(NamedTuple):
    """What of a text is written in small letters of ASCII."""

    words: frozenset[str]
    """The distinct words of nothing else: whole words, as `\\b` parts."""
    rests: frozenset[str]
    """The distinct runs of such letters in words that have others, digits or low lines besides: "aid" of "Said"."""


def small_words_of(text: str) -> SmallWords:
    """The words and parts of words of a text in small letters."""
    written = _bytes_of(text)
    if written is None:
        found = set(_WHOLE_WORDS.findall(text))
        words = frozenset(word for word in found if word.islower() and word.isascii() and word.isalpha())
        return SmallWords(words, frozenset(_SMALL_LETTERS.findall(" ".join(found - words))))
    found = set(written.translate(_SMALL_WORDS).decode("ascii").split())
    words = frozenset(filter(str.isalpha, found))
    return SmallWords(words, frozenset(" ".join(found - words).replace("0", " ").split()))


def lower_words_of(text: str) -> frozenset[str]:
    """The distinct words of a text that are written in small letters of ASCII throughout."""
    return small_words_of(text).words


class _Letters(dict[str, frozenset[str]]):
    """The runs of letters of the texts that were asked for last, found when they are asked for first.

    Every sentence is looked up a dozen times, and a dictionary is the one look-up that calls no Python.
    """

    def __missing__(self, text: str) -> frozenset[str]:
        found = _letters(text)
        if len(text) <= SENTENCE:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[text] = found
        return found


letters_of = _Letters().__getitem__
"""The distinct runs of letters in a text, in lower case: "year" of "year's" and of "mid-year"."""


class PhraseList:
    """Phrases with a sense each, found as whole words with one space, hyphen or line break between them.

    A phrase is written in lower case with single spaces. A text is taken apart once for all lists, and a list none of
    whose phrases begins with a word of the text is done with it.
    """

    def __init__(self, senses: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, sense in senses.items():
            first, *rest = phrase.split(" ")
            self._by_first.setdefault(first, []).append((tuple(rest), sense))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._firsts = frozenset(self._by_first)

    def find(self, text: str) -> Iterator[Phrase]:
        """The phrases of `text` in order, the longest one at each place, none overlapping another."""
        words = _words_of_sentence(text) if len(text) <= SENTENCE else _Words(text)
        return iter(()) if self._firsts.isdisjoint(words.distinct) else self._found(words, text)

    def _found(self, words: _Words, text: str) -> Iterator[Phrase]:
        by_first, places, free = self._by_first, words.places, 0
        for at in [at for at, key in enumerate(words.keys) if key in by_first]:
            if at < free:
                continue
            for rest, sense in by_first[words.keys[at]]:
                if not rest or _follow(rest, at, words, text):
                    last = at + len(rest)
                    yield _phrase((places[at][0], places[last][1], sense))
                    free = last + 1
                    break


def _follow(rest: tuple[str, ...], at: int, words: _Words, text: str) -> bool:
    """Whether the words behind the one at `at` are those of `rest`, with no more than a gap between them."""
    keys, places = words.keys, words.places
    return at + len(rest) < len(keys) and all(
        keys[step] == word and _adjoin(text, places[step - 1][1], places[step][0])
        for step, word in enumerate(rest, start=at + 1)
    )


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end <= 4 and (between := text[end:start]).replace("-", " ").isspace() and between.count("\n") < 2
