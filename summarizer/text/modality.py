"""Cues of modality in English business prose: negations, hedges, directions, and words that attribute."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from summarizer.text.modality_words import ATTRIBUTIONS, DIRECTIONS, HEDGES, NEGATIONS, RESULTS
from summarizer.text.phrases import SENTENCE, PhraseList, word_set


class Cue(NamedTuple):
    """A cue word or phrase: `text` stands at [start, end); `sense` is the list's own word for its meaning."""

    start: int
    end: int
    text: str
    sense: str


_cue = partial(tuple.__new__, Cue)
"""A `Cue` of its four values in a tuple; a named tuple's own call takes twice as long."""
_NEGATIONS = PhraseList(NEGATIONS)
_HEDGES = PhraseList(HEDGES)
_DIRECTIONS = PhraseList(DIRECTIONS)
_ATTRIBUTIONS = PhraseList(ATTRIBUTIONS)
_RESULTS = PhraseList(RESULTS)
_BEFORE_UP = word_set("close closed ended finished shares stock was were is are moved opened traded trading went")
_AFTER_UP = word_set("about almost another as by from just less more nearly over roughly sharply slightly")


def _cues(phrases: PhraseList, text: str) -> Sequence[Cue]:
    return _of_sentence(phrases, text) if len(text) <= SENTENCE else _find(phrases, text)


def _find(phrases: PhraseList, text: str) -> Sequence[Cue]:
    return [_cue((start, end, text[start:end], sense)) for start, end, sense in phrases.find(text)]


_of_sentence = lru_cache(maxsize=512)(_find)
"""A sentence is asked for its cues as a part of the article and again as somebody's statement."""


def negations(text: str) -> list[Cue]:
    """The words that negate: senses `not`, `denied`, `declined`, `failed`."""
    return [cue for cue in _cues(_NEGATIONS, text) if not _is_number_sign(cue, text)]


def hedges(text: str) -> list[Cue]:
    """The words that soften a statement: senses `possible`, `likely`, `reported`, `expected`, `planned`, `about`.

    "May" and "Might" with a capital inside a sentence are names, not hedges.
    """
    return [cue for cue in _cues(_HEDGES, text) if cue.text[0].islower() or cue.text != "May" or _opens(cue, text)]


def directions(text: str) -> list[Cue]:
    """The words that say which way something went: senses `up` and `down`; bounds ("up to", "more than") are none."""
    return [cue for cue in _cues(_DIRECTIONS, text) if not _is_bound(cue, text)]


def results(text: str) -> list[Cue]:
    """The words that call a result a `profit` or a `loss`."""
    return list(_cues(_RESULTS, text))


def attributions(text: str) -> list[Cue]:
    """The words that give a statement to somebody: senses `says`, `according`, `no_comment`, `denied`."""
    return list(_cues(_ATTRIBUTIONS, text))


def _is_number_sign(cue: Cue, text: str) -> bool:
    """Whether "No." stands before a number: "No. 2 carmaker"."""
    return (
        cue.text in ("No", "Nos")
        and text[cue.end : cue.end + 2] in (". ", ".\u00a0")
        and text[cue.end + 2 : cue.end + 3].isdigit()
    )


def _opens(cue: Cue, text: str) -> bool:
    """Whether the cue begins a question or clause ("May I ask"): followed by a pronoun in lower case or "I"."""
    following = text[cue.end : cue.end + 12].split()
    return bool(following) and following[0] in {"I", "he", "it", "she", "they", "we", "you"}


def _is_bound(cue: Cue, text: str) -> bool:
    """Whether the word moves nothing: "up to $5", "set up", "declined to comment"."""
    word = cue.text.lower()
    following = text[cue.end : cue.end + 24].split()
    after = following[0].lower() if following else ""
    if word.startswith("declin"):
        return after == "to"
    if word not in ("up", "down"):
        return False
    before = text[max(0, cue.start - 24) : cue.start].split()
    if after == "to":
        return True
    return not (
        after[:1].isdigit()
        or after[:1] in "$€£¥" * bool(after)
        or after in _AFTER_UP
        or (before and before[-1].lower() in _BEFORE_UP)
    )
