"""Whether an article is its author's own document: a letter, a note to clients, a chief executive's comment, told in
the first person.

Whoever signs it, or the house that sends it out, may be the one who says any of its sentences; none of them names him.
This only keeps a record from being called wrong; it proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index, Place

_FIRST_PERSON = pattern(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b(?!\.)")
_ALONE = frozenset({"we", "i"})
_KEY = ("own document",)
_FEWEST = 3
"""Sentences outside of quotation marks that speak in the first person."""


def is_own_document(index: Index) -> bool:
    """Whether the article speaks in the first person outside of quotation marks, and not only in passing."""
    known = index.remembered.get(_KEY)
    if known is None:
        own = {
            index.sentences_of(found.span())[0]
            for found in _FIRST_PERSON.finditer(index.text)
            if not index.quoted_in(found.span())
        }
        known = index.remembered[_KEY] = len(own) >= _FEWEST
    return bool(known)


def is_authors(numbers: Iterable[int], index: Index) -> bool:
    """Whether these sentences may be the author's own words: nobody is said to say anything in them, by a word of
    saying or quotation marks, but for "we" and "I"."""
    listed = list(numbers)
    if not listed or not is_own_document(index):
        return False
    return all(
        speech.source is None or is_first_person(speech.source, index) for speech in index.speeches_in(listed)
    ) and not any(
        index.quoted_in((index.sentences[number - 1].start, index.sentences[number - 1].end)) for number in listed
    )


def is_first_person(source: Place, index: Index) -> bool:
    """Whether "we" or "I", which name nobody, are all that gives the speaker."""
    return index.text[slice(*source)].strip().lower() in _ALONE
