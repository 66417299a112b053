"""Whether the article leaves no doubt that a claimant says what a claim states.

`governed` asks whether he may be the one who does; here he must be named where it is told, or be meant there by a
pronoun that can mean nobody else (`stand_ins`), or be the very words for a source without a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.records import Claim
from summarizer.text.folding import folded
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.speech import Speech
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.case import Case
from summarizer.verifier.index import Index, Place, names_in
from summarizer.verifier.names import same
from summarizer.verifier.said import compared
from summarizer.verifier.stand_ins import is_stand_in, means_only
from summarizer.verifier.wording import Word, stems_of, words

_SHARE = 0.5
"""Share of a statement's words that a speech must have to be the one that tells it."""
_FIRST = 6
"""Words of a statement among which its own subject is looked for."""


def is_sure(claim: Claim, speeches: Sequence[Speech], case: Case) -> bool:
    """Whether the words that tell what the claim states are beyond doubt the claimant's."""
    claimant, index = str(claim.claimant), case.index
    stems = stems_of(compared(claim.statement)) & frozenset().union(
        *(index.stems(number) for number in case.cited.numbers)
    )
    best, owner = 0, None
    for speech in speeches:
        if speech.source is None:
            continue
        told = frozenset().union(*(stems_of(index.text[slice(*piece)]) for piece in speech.content))
        if len(stems & told) > best and len(stems & told) >= _SHARE * len(stems):
            best, owner = len(stems & told), speech
    if owner is not None and owner.source is not None:
        return _is_his(claimant, owner.source, owner, case)
    return _tells_himself(claim, case) or any(_is_told_by(claimant, number, case) for number in case.cited.numbers)


_DATA = pattern(
    r"(?:\s|[’']s\s)(?:[\w-]+\s){0,2}(?:data|estimates?|figures|filings?|forecasts?|report|statement|study|survey)\s"
    r"(?:says?|said|showed|shows?)\b"
)
_ACCORDING = pattern(r"\baccording\sto\s(?P<source>[^,;.]+)", re.IGNORECASE)


def _is_told_by(claimant: str, number: int, case: Case) -> bool:
    """Whether a sentence has it "according to" the claimant, or from a document of his: "Tarn data show"."""
    index, sentence = case.index, case.index.sentences[number - 1]
    if any(same(claimant, name.text, index) and _DATA.match(index.text, name.end) for name in index.names_of(number)):
        return True
    told = _ACCORDING.search(index.text, sentence.start, sentence.end)
    if told is None:
        return False
    start, end = told.span("source")
    inside = [word for word in index.words(number) if start <= word.start < end]
    return any(same(claimant, name.text, index) for name in index.names_in((start, end))) or (
        is_stand_in(inside) and means_only(claimant, inside, number, index)
    )


def _is_his(claimant: str, source: Place, speech: Speech, case: Case) -> bool:
    index = case.index
    text = index.text[slice(*source)]
    named = index.names_in(source)
    if _are_the_words(claimant, source[0], index):
        return True
    people = [one for one in named if index.directory.is_person(index.directory.fullest(one.text))]
    if people and not any(same(claimant, one.text, index) for one in people):
        return False
    if any(same(claimant, one.text, index) for one in named):
        return True
    number = index.sentences_of(source)[0]
    inside = [word for word in index.words(number) if source[0] <= word.start < source[1]]
    if inside and is_stand_in(inside):
        return means_only(claimant, inside, number, index) or _opens_with(claimant, source, inside, number, index)
    if not named and _without_article(claimant) == _without_article(text):
        return True
    return (
        bool(speech.speaker) and not named and same(claimant, str(speech.speaker), index) and not claimant[:1].islower()
    )


def _opens_with(claimant: str, source: Place, stand_in: Sequence[Word], number: int, index: Index) -> bool:
    """Whether a body named first in the sentence is meant by the "it said" behind what it tells."""
    if stand_in[0].low not in ("it", "they"):
        return False
    sentence = index.sentences[number - 1]
    head = DATELINE.match(index.text, sentence.start, sentence.end)
    start = head.end() if head else sentence.start
    named = [one for one in index.names_of(number) if start <= one.start < one.end <= source[0]]
    named = [one for one in named if name_kind(one.text) != "place"]
    return bool(named) and same(claimant, named[0].text, index)


def _are_the_words(claimant: str, start: int, index: Index) -> bool:
    """Whether the claimant is the very words of a source without a name, to their end: "a note seen by Tarn"."""
    there = index.text[start : start + len(claimant) + 1]
    return (
        len(claimant.split()) > 1
        and claimant[:1].islower()
        and folded(there[:-1]).lower() == folded(claimant).lower()
        and not there[-1:].isalnum()
    )


def _without_article(text: str) -> str:
    words_of = folded(text).lower().split()
    return " ".join(words_of[1:] if words_of[:1] in (["a"], ["an"], ["the"]) else words_of)


def _tells_himself(claim: Claim, case: Case) -> bool:
    """Whether the statement begins with the claimant, as what he tells or does."""
    claimant, index = str(claim.claimant), case.index
    statement = compared(claim.statement)
    opening: list[Word] = words(statement)[:_FIRST]
    if not opening:
        return False
    head = statement[: opening[-1].end]
    if folded(head).lower().startswith((folded(claimant).lower(), _without_article(claimant))):
        return True
    names = names_in(statement)
    return bool(names) and names[0].start <= opening[-1].start and same(claimant, names[0].text, index)
