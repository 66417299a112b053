"""Where a speaker does not, or not plainly, belong: a house that he has left, one of two of the same short name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, name_kind, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.slips import plain_words
from summarizer.verifier.index import Index
from summarizer.verifier.names import known_as, same
from summarizer.verifier.remembered import of_pair

_MENTIONS = 12
"""Mentions of a person around which an organisation is looked for."""
_AROUND = 80
"""Characters from a mention within which an organisation stands that is said of it."""
BREAK = pattern(r"[.;:!?](?:\s|[\"”])|[“”\"]|\b(?:said|says|told|wrote|while|but)\b")
"""What parts a name from a house that stands near it."""
_PAST = r"(?:ex|former|formerly|one-?time|past|previously|retired)"
_FORMER = pattern(
    rf"\b{_PAST}[\s-](?:[a-z][\w-]*\s){{0,5}}\Z|\b(?:left|quit|used\sto\s(?:\w+\s){{1,3}})\s?\Z", re.IGNORECASE
)
_HIS_FORMER = pattern(rf"['’]s?\s(?:\w+\s)?{_PAST}\b|\s(?:alumn\w+|veteran)\b", re.IGNORECASE)
_OF_THE_PAST = pattern(rf"\b{_PAST}\b", re.IGNORECASE)


def has_left(person: str, body: str, role: str | None, index: Index) -> bool:
    """Whether the article has a person with an organisation only as somebody who was there once: "a former Acme
    executive". Not where the role of the record says so itself."""
    if role is not None and _OF_THE_PAST.search(role):
        return False
    found = False
    for name in _beside(person, body, index):
        sentence = index.sentences[index.sentences_of((name.start, name.end))[0] - 1]
        ahead = index.text[max(sentence.start, name.start - _AROUND) : name.start]
        own = index.text[name.start : name.end].lower().startswith(("ex-", "former "))
        if not own and not _FORMER.search(ahead) and not _HIS_FORMER.match(index.text[name.end : name.end + _AROUND]):
            return False
        found = True
    return found


_ITS_NOUN = pattern(r"\b(?:its|our|that|the|their|this)\s((?:[a-z][\w-]*\s){0,2}[a-z][\w-]*)")
_ANY = word_set("bank board company corporation fund group head maker office party state unit")
"""Nouns that, alone, tell no body from another."""


def placed_by(body: str, source: tuple[int, int], index: Index) -> bool:
    """Whether the words that give a speaker place him with a body that they do not name in full: "the works council's
    deputy head" with the works council, "an official at the metro corporation" with the one body called so."""
    told = index.text[slice(*source)]
    if body.islower():
        return re.search(rf"\b{re.escape(folded(body))}\b", folded(told)) is not None
    own = set(plain_words(body))
    for found in _ITS_NOUN.finditer(told):
        nouns = plain_words(found[1].removesuffix("'s").removesuffix("’s"))
        for first in range(len(nouns)):
            some = set(nouns[first:])
            if some <= own and not some <= _ANY:
                others = {name for name in index.distinct_names if some <= set(plain_words(name))}
                return all(same(body, other, index) for other in others)
    return False


def of_another_house(person: str, body: str, index: Index) -> bool:
    """Whether only a short name stands beside the person that another organisation of the article goes by as well."""
    short = {name.text for name in _beside(person, body, index)}
    if not short or not short.isdisjoint((body, strip_suffix(body))):
        return False
    return any(
        any(name.text.startswith(f"{form} ") for form in short)
        and (name_kind(name.text) == "company" or name.text in index.main_names)
        for name in index.names
        if strip_suffix(name.text) != strip_suffix(body) and not body.startswith(name.text)
    )


@of_pair
def _beside(person: str, body: str, index: Index) -> Sequence[NameSpan]:
    """The mentions of an organisation beside one of a person, with nobody else and no end of a clause between."""
    forms = known_as(person, index)
    found: list[NameSpan] = []
    mentions = [name for form in sorted(forms) for name in index.occurrences_of(form)][:_MENTIONS]
    for mention in mentions:
        for name in index.names_in((max(0, mention.start - _AROUND), mention.end + _AROUND)):
            if name.text in forms or not same(body, name.text, index):
                continue
            gap = (name.end, mention.start) if name.start < mention.start else (mention.end, name.start)
            if not index.names_in(gap) and not BREAK.search(index.text[slice(*gap)]):
                found.append(name)
    return found
