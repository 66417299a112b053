"""The names that are sure where capitals tell nothing: in lines in title case and in sentences in capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from summarizer.text.headline_words import CAPITALS_CLOSED, HEADLINE_VERBS, NEVER_IN_CAPITALS
from summarizer.text.name_forms import has_legal_form, name_kind
from summarizer.text.name_runs import PART, names_in_run, opens_sentence
from summarizer.text.name_words import LEGAL_FORMS, OPENERS
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_SHORTEST = 24
_CAPITALS = pattern(rf"[^a-zß-öø-ÿ\n]{{{_SHORTEST},}}")
_SMALL = frozenset(b"\nabcdefghijklmnopqrstuvwxyz") | {*range(ord("ß"), ord("ö") + 1), *range(ord("ø"), ord("ÿ") + 1)}
_KINDS = bytes(ord(" ") if code in _SMALL else ord("X") for code in range(256))
"""For a text in Latin-1: a space for what `_CAPITALS` stops at."""
_CAPITAL_WORD = pattern(r"[A-Z][A-Z&’'.-]*")
_LEAST_CAPITALS = 4
"""Words of a sentence in capitals, at least."""
_TELLING = (CAPITALS_CLOSED | HEADLINE_VERBS) - {"and", "for", "of", "one", "the"}
"""Words that show a sentence in capitals; the names of institutions hold the others."""
_FORMS_IN_CAPITALS = LEGAL_FORMS - {"ab", "company", "holding", "limited", "sas", "se", "spa", "trust"}
_LONGEST_IN_CAPITALS = 5
"""Words of a name in a sentence of capitals, at most."""
_PARTNERS = word_set("bros brothers co company daughters partners sons")
"""What follows the "AND" of one name."""
_LEAST_IN_TITLE = 3
"""Words of a line in title case, at least, that is more than a name."""
_LINE_ENDS = pattern(r"[.!?]?[\"”’]?[ \t]*(?:\n|\Z)")
_AFTER_NAMES = LEGAL_FORMS | {"&", "and"}
_NOUNS_OF_HEADLINES = word_set(
    "bid costs deal deals earnings estimates forecasts jobs outlook profit profits sales stake"
)
_COMPARED = word_set("bigger cheaper fewer higher larger longer rising slower smaller tougher")
"""Comparatives that stand before a name in headlines, besides those that open sentences."""


def headline_verb(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the verb of a line in title case stands in a run: "Lifted" of "Strong Demand Lifted Orbit Glass Inc".

    None where the run begins no sentence, goes on in small letters, or the word is followed by a legal form alone.
    """
    run = text[start:end]
    if run.count(" ") < _LEAST_IN_TITLE - 1 or not _LINE_ENDS.match(text, end) or not opens_sentence(text, start):
        return None
    parts = list(PART.finditer(run))
    for part, following in pairwise(parts[1:]):
        if part.group().lower() in HEADLINE_VERBS and following.group().strip(".,").lower() not in _AFTER_NAMES:
            return start + part.start(), start + part.end()
    last = parts[-2]
    if last.group().lower() in HEADLINE_VERBS and parts[-1].group().lower() in _NOUNS_OF_HEADLINES:
        return start + last.start(), end
    return None


def around_verb(text: str, start: int, verb: tuple[int, int], end: int) -> Iterator[str]:
    """The names on both sides of the verb of a headline that are sure: with a legal form, or a person's."""
    for low, high in ((start, verb[0]), (verb[1], end)):
        word = PART.search(text, low, high)
        while word and (word.group().lower() in OPENERS or word.group().lower() in _COMPARED):
            word = PART.search(text, word.end(), high)
        for name in names_in_run(text, word.start(), high) if word else ():
            if has_legal_form(name.text) or name_kind(name.text) == "person":
                yield name.text.rstrip(".")


def sentences_in_capitals(text: str) -> list[tuple[int, int]]:
    """Stretches without a small letter that hold more than a name: function words or verbs in capitals."""
    if b"X" * _SHORTEST not in text.encode("latin-1", "replace").translate(_KINDS):
        return []
    spans = []
    for match in _CAPITALS.finditer(text):
        words = _CAPITAL_WORD.findall(match.group())
        if len(words) >= _LEAST_CAPITALS and any(word.lower().strip(".") in _TELLING for word in words):
            end = match.end()
            # The capital before a small letter begins a word of the next sentence: "IT SAID. Later".
            spans.append((match.start(), end - text[end : end + 1].islower()))
    return spans


def is_inside(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether one of the disjoint, sorted `spans` holds the character at `at`."""
    nth = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return nth >= 0 and at < spans[nth][1]


def names_in_capitals(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The names in sentences of capitals that are sure: what ends in a legal form, back to a verb or function word."""
    for start, end in spans:
        words: list[str] = []
        parts = text[start:end].split()
        for nth, raw in enumerate(parts):
            word = raw.strip('()<>[]"“”,;:!?').removesuffix(".") if raw.count(".") < 2 else raw
            if word.lower() in _FORMS_IN_CAPITALS and words:
                yield " ".join([*words[-_LONGEST_IN_CAPITALS:], word])
                words = []
            elif word == "AND" and words and nth + 1 < len(parts) and parts[nth + 1].strip(",.").lower() in _PARTNERS:
                words.append(word)
            elif word.lower() in NEVER_IN_CAPITALS or not _CAPITAL_WORD.fullmatch(word.removesuffix(".")):
                words = []
            else:
                words.append(word)
                if raw[-1] in ",;:!?.)" and raw.count(".") < 2:
                    words = []
