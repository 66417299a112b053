"""The cues of speech in a text, found in one pass over its words.

Origin of the cues: the tables of `speech_words`; those with a capital are the ones that news prose puts at the head of
a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, SmallWords, small_words_of
from summarizer.text.speech_words import CUES

_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 60
"""Characters that a cue of several words takes at most."""
_MARKS = '.,;:!?”")'
_CAPITALS = ("According", "Added", "To", "Said", "Says", "Writes", "Wrote")
"""Cues that may begin a sentence."""


def _by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue, sense in CUES.items():
        first, *rest = cue.split(" ")
        table.setdefault(first, []).append((tuple(rest), sense))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BY_FIRST = _by_first()
_SECONDS = {
    first: frozenset(rest[0] for rest, _ in entries)
    for first, entries in _BY_FIRST.items()
    if all(rest for rest, _ in entries)
}
"""First words that are no cue alone, with what comes behind them in one: most of them are common."""


def _by_run() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for first in _BY_FIRST:
        table.setdefault(first.partition("'")[0], []).append(first)
    return table


_BY_RUN = _by_run()
"""First words by the letters that they begin with: "weren't" by "weren"."""
_RUNS = frozenset(_BY_RUN)


def _places(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in the text with no letter or digit beside it."""
    at, size = text.find(word), len(word)
    while at >= 0:
        behind = text[at + size : at + size + 2]
        if not (at and text[at - 1].isalnum()) and not (
            behind[:1].isalpha() or (behind[:1] in ("'", "’", "-") and (behind[1:].isalpha() or behind == "-\n"))
        ):
            yield at
        at = text.find(word, at + size)


def cues_in(text: str, small: SmallWords | None = None) -> list[Phrase]:
    """The cues of `text` in order, the longest one at each place; capitalised ones only where they may begin one.

    `small` is the text's `small_words_of`, for who has them.
    """
    small = small or small_words_of(text)
    words = [word for run in (_RUNS & small.words) | (_RUNS & small.rests) for word in _BY_RUN[run]]
    words += [word for word in _CAPITALS if word in text]
    found: list[Phrase] = []
    for word in words:
        key = word.lower()
        seconds = _SECONDS.get(key)
        if seconds is not None and seconds.isdisjoint(small.words) and seconds.isdisjoint(small.rests):
            continue
        entries = _BY_FIRST[key]
        for form in (word, word.replace("'", "’")) if "'" in word else (word,):
            for at in _places(text, form):
                if (cue := _cue_at(text, at, at + len(word), entries)) is not None:
                    found.append(cue)
    found.sort()
    return [cue for at, cue in enumerate(found) if not at or cue.start >= found[at - 1].end]


def _cue_at(text: str, start: int, end: int, entries: Sequence[tuple[tuple[str, ...], str]]) -> Phrase | None:
    """The longest of the cues with this first word that stands in the text."""
    if len(entries) == 1 and not entries[0][0]:
        return Phrase(start, end, entries[0][1])
    behind = text[end : end + _LONGEST].replace("’", "'")
    following = behind.lower().split() if behind[:1].isspace() and "\n\n" not in behind[:3] else []
    for rest, sense in entries:
        size = len(rest)
        if not rest:
            return Phrase(start, end, sense)
        begins = len(following) >= size and following[: size - 1] == list(rest[:-1])
        if begins and following[size - 1].rstrip(_MARKS) == rest[-1]:
            return Phrase(start, _end_of(text, end, size), sense)
    return None


def _end_of(text: str, end: int, words: int) -> int:
    """Where the last of so many words behind `end` ends."""
    for _ in range(words):
        match = _WORD.search(text, end)
        if match is None:
            return end
        end = match.end()
    return end
