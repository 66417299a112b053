"""Whether a pronoun or "the company" in a sentence can mean nobody but a given name.

`reach` says whom such words *may* mean, for which a record is not to be blamed; here is asked whom they mean beyond
doubt: the one name of its sort before it in its sentence, else that with which the sentence before opens, or its only
one; "the company" also the one company that the article speaks of most.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verifier.index import Index
from summarizer.verifier.names import same
from summarizer.verifier.reach import PERSONAL, is_main, subject_of
from summarizer.verifier.wording import Word

_BODIES = word_set("it its they their them")
_FIRST = word_set("i me my our ours us we")
_COMPANY = word_set("company firm group")
_FARTHEST = 6
"""Sentences that are gone back over, where they name nobody of the sort."""
_LEADS = word_set("a an the this that his her its their")


def is_stand_in(words: Sequence[Word]) -> bool:
    """Whether these words of a sentence are a pronoun, or "the company" or the like."""
    low = [word.low for word in words if word.low != "s"]
    if len(low) == 1:
        return low[0] in PERSONAL or low[0] in _BODIES or low[0] in _FIRST
    if not low:
        return False
    return len(low) == 2 and low[0] in _LEADS and low[1] in ORGANISATION_NOUNS


def means_only(name: str, words: Sequence[Word], number: int, index: Index) -> bool:
    """Whether the stand-in `words` of sentence `number` mean `name` and can mean nobody else."""
    low = {word.low for word in words} - _LEADS | {words[0].low}
    if low & _FIRST:
        return _speaks(name, words[0].start, number, index)
    personal = bool(low & PERSONAL)
    before = [one for one in index.names_of(number) if one.end <= words[0].start and _of_a_sort(one, personal, index)]
    if before:
        return same(name, before[0].text, index) and all(same(name, one.text, index) for one in before[1:])
    if low & _COMPANY and is_main(name, index) and len(index.main_names) <= 1:
        return True
    for back in range(number - 1, max(0, number - 1 - _FARTHEST), -1):
        named = [one for one in index.names_of(back) if _of_a_sort(one, personal, index)]
        if not named:
            continue
        opening = _subject(back, named, index)
        return same(name, opening.text, index) if opening else all(same(name, one.text, index) for one in named)
    return False


def _subject(number: int, named: Sequence[NameSpan], index: Index) -> NameSpan | None:
    """Which of the names of a sentence it opens with."""
    opening = subject_of(number, index)
    return opening if opening is not None and any(one.start == opening.start for one in named) else None


def means_by_noun(name: str, words: Sequence[Word], index: Index) -> bool:
    """Whether the words are "the" and the last word of the name, which no other name of the article has: "the society"
    for "Westmoor Building Society"."""
    if len(words) != 2 or words[0].low != "the":
        return False
    last = name.split()[-1].lower()
    return words[1].low == last and all(same(name, other.text, index) for other in index.names_by_word.get(last, ()))


def _speaks(name: str, start: int, number: int, index: Index) -> bool:
    """Whether "we" or "I" is a word of `name`, or of somebody of that house."""
    for speech in index.speeches_in((number,)):
        if not any(low <= start < high for low, high in speech.content):
            continue
        if speech.speaker is not None:
            return same(name, speech.speaker, index) or (
                speech.affiliation is not None and same(name, speech.affiliation, index)
            )
        if speech.source is not None:
            there = index.sentences_of(speech.source)[0]
            inside = [word for word in index.words(there) if speech.source[0] <= word.start < speech.source[1]]
            return is_stand_in(inside) and inside[0].low not in _FIRST and means_only(name, inside, there, index)
    return False


def _of_a_sort(name: NameSpan, personal: bool, index: Index) -> bool:
    kind = name_kind(name.text)
    if kind == "place":
        return False
    return (kind == "person" or index.directory.is_person(index.directory.fullest(name.text))) == personal
