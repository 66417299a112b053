"""Which sentences can tell of a deal at all: the cheap tests before a sentence is cut into names, amounts and phrases.

Most sentences of an article tell of none. A sentence is read only where it names somebody, has a cue of
`deal_patterns`, and has a word at which the pass over its clauses can find an event; that word set is put together
from the tables of that pass, so that a word added there is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.article import Sentence
from summarizer.models.offline.contract_clauses import CONTRACT_EVENT_WORDS
from summarizer.models.offline.contract_words import PARTY_NOUNS
from summarizer.models.offline.deal_clauses import EVENT_WORDS, HAVING
from summarizer.models.offline.deal_patterns import CONTRACT_CUES, OWNERSHIP_CUES, PARTS, PARTY_CUES, WEAK_CUES
from summarizer.models.offline.reading import Reading
from summarizer.text.phrases import letters_of

_LETTERS = re.compile(r"[a-z]+")


def _longest_parts(words: Iterable[str]) -> frozenset[str]:
    """The longest run of letters of each word, since `letters_of` has "led" for "co-led"."""
    return frozenset(max(_LETTERS.findall(word), key=len) for word in words)


_OWNERSHIP = _longest_parts(EVENT_WORDS)
_CONTRACTS = _longest_parts(CONTRACT_EVENT_WORDS)
_ADDING = _CONTRACTS | _longest_parts(PARTY_NOUNS)
"""With those that add to a contract told before."""


def has_ownership_cue(lower: str) -> bool:
    """Whether a text in lower case has words that a deal about ownership turns on."""
    return OWNERSHIP_CUES.search(lower) is not None or (
        WEAK_CUES.search(lower) is not None and PARTS.search(lower) is not None
    )


def has_contract_cue(lower: str, *, found: bool) -> bool:
    """Whether a text in lower case has words that any other deal turns on; `found`: whether one was told before."""
    return CONTRACT_CUES.search(lower) is not None or (found and PARTY_CUES.search(lower) is not None)


def can_tell(reading: Reading, sentence: Sentence, *, found: bool) -> tuple[bool, bool]:
    """Whether a sentence can tell of a deal about ownership, and of any other one."""
    if not reading.names_of(sentence):
        return False, False
    letters = letters_of(sentence.text)
    ownership = not _OWNERSHIP.isdisjoint(letters) or _has_percentage(reading, sentence, letters)
    contract = not (_ADDING if found else _CONTRACTS).isdisjoint(letters)
    if not (ownership or contract):
        return False, False
    lower = sentence.text.lower()
    return ownership and has_ownership_cue(lower), contract and has_contract_cue(lower, found=found)


def _has_percentage(reading: Reading, sentence: Sentence, letters: frozenset[str]) -> bool:
    """Whether somebody may have a holding in percent: "Tarn has 12 percent of"."""
    if HAVING.isdisjoint(letters):
        return False
    return any(amount.kind == "percent" for amount in reading.amounts_of(sentence))
