"""Which body "the group", "the company" or "it" can mean, by the noun that an earlier source was called by.

Origin of the lists: nouns for bodies as in `speech_words`; verbs of suing, blaming and asking, by a thesaurus.
"""

from __future__ import annotations

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, ORGANISATION_NOUNS

_NOUNS = ORGANISATION_NOUNS | BODY_NOUNS | {"company", "ministry", "tribunal", "board"}
_ALIKE = word_set("business company firm group")
"""Nouns that any company may be called by."""
_ENDS_HEAD = word_set("backed formed headed including led made of owned run that which who with")
"""Words behind which a phrase only tells more of its head: "a group led by"."""
_ARTICLES = ("a", "an", "the")
_LONGEST_HEAD = 5
_LED_BY = pattern(r"\b([a-z]+)\s(?:of\s[a-z]+\s)?(?:controlled|formed|headed|led)\sby\s(?:[\w’'-]+\s){0,5}\Z")
_LEAD = 90
"""Characters before a source in which "a group led by" stands."""
_AGAINST = pattern(
    r"(?:\s(?:has|had|have|is|was|also|again|formally))*\s(?:accus(?:ed|es|ing)|asked|asks|blam(?:ed|es|ing)|charg(?:ed|es)|"
    r"criticis(?:ed|es)|criticiz(?:ed|es)|fined|fines|ordered|orders|press(?:ed|es|ing)|su(?:ed|es|ing)|"
    r"taken|told|tells|urg(?:ed|es|ing)|warn(?:ed|s|ing))\s(?:the\s)?\Z"
)
"""What the first of two bodies does to the second, which then speaks for itself as often as the first."""


def noun_of(text: str, source: tuple[int, int]) -> str | None:
    """The noun for a body that a source is called by before any name: "group" of "an investor group led by Roe"."""
    if led := _LED_BY.search(text, max(0, source[0] - _LEAD), source[0]):
        return led[1] if led[1] in _NOUNS else None
    words = text[slice(*source)].split()
    if not words or words[0].lower() not in _ARTICLES:
        return None
    found = None
    for word in words[1 : _LONGEST_HEAD + 1]:
        lower = word.strip(",.").lower()
        if lower in _ENDS_HEAD or word[0].isupper():
            break
        if lower in _NOUNS:
            found = lower
    return found


def goes_with(noun: str | None, words: str) -> bool | None:
    """Whether "the group", "it" (`words`, in lower case) goes on from a source that was called by `noun`.

    None where the two tell nothing: one has no noun of its own.
    """
    if noun is None:
        return None
    wanted = words.rsplit(None, 1)[-1]
    if wanted == "it" or wanted == noun:
        return True
    return noun in _ALIKE and wanted in _ALIKE and noun != "group"


def turns_on(between: str) -> bool:
    """Whether the words between two bodies tell of a quarrel, so that "the company said" may be either's."""
    return _AGAINST.match(between) is not None
