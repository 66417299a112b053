"""Whether a pronoun or "the company" in a sentence can mean nobody but a given name.

`reach` says whom such words *may* mean, for which a record is not to be blamed; here is asked whom they mean beyond
doubt: the one name of its sort before it in its sentence, else that with which the sentence before opens, or its only
one; "the company" also the one company that the article speaks of most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.names import NameSpan, name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ANALYST_NOUNS, BODY_NOUNS, JOB_HEADS, ORGANISATION_NOUNS, RESEARCH_WORDS
from summarizer.verifier.index import Index
from summarizer.verifier.left_out import begins_there
from summarizer.verifier.names import same
from summarizer.verifier.reach import PERSONAL, is_main, subject_of
from summarizer.verifier.remembered import of_name
from summarizer.verifier.wording import STOP_WORDS, Word

_BODIES = word_set("it its they their them")
_FIRST = word_set("i me my our ours us we")
_COMPANY = word_set("company firm group")
_STOCK = frozenset({"stock"})
_ITS = word_set("it its")
_SHE = word_set("her she")
_MEN, _WOMEN = ("Mr ", "Mr. ", "Sir ", "Lord "), ("Dame ", "Lady ", "Miss ", "Mrs ", "Mrs. ", "Ms ", "Ms. ")
_NAMES = 3
"""Words of a person's name at most."""
_CHAIN = 8
"""Sentences opening with a stand-in that are gone back through."""
_AROUND = 40
"""Characters around a name in which a word says that analysts work there."""
_NOUN = 4
"""Words behind "the" of which one is "company"."""
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
    return _stands_there(name, index) and _means_only(name, words, number, index, _CHAIN)


@of_name
def _stands_there(name: str, index: Index) -> bool:
    """Whether the article has the name in this form or a fuller one; "Tarn Finch" is not that of "Tarn" and "Finch"."""
    words = set(name.lower().split())
    return any(words.issubset(form.lower().split()) for form in index.name_forms)


def _means_only(name: str, words: Sequence[Word], number: int, index: Index, links: int) -> bool:
    low = {word.low for word in words} - _LEADS | {words[0].low}
    if low & _FIRST:
        return _speaks(name, words[0].start, number, index)
    personal = bool(low & PERSONAL)
    other_sex = _MEN if low & _SHE else _WOMEN
    bare = not low & ORGANISATION_NOUNS
    if not bare and any(alias.lower() in low and same(name, whole, index) for whole, alias in index.aliases):
        # 'Tarn Steel plc (the "Company")'
        return True

    def candidates(there: int) -> list[NameSpan]:
        return [
            one
            for one in index.names_of(there)
            if _of_a_sort(one, personal, index) and not (personal and one.text.startswith(other_sex))
        ]

    before = [one for one in candidates(number) if one.end <= words[0].start]
    if not bare:
        # "Roe of Marsh Research says that the company": not the research firm.
        before = [one for one in before if same(name, one.text, index) or not _researches(one, number, index)]
    elif any(_researches(one, number, index) for one in before if not personal):
        return False
    if before:
        return same(name, before[0].text, index) and all(same(name, one.text, index) for one in before[1:])
    if low & _COMPANY and is_main(name, index) and len(index.main_names) <= 1:
        return True
    for back in range(number - 1, max(0, number - 1 - _FARTHEST), -1):
        opening = _stand_in_of(back, personal, index)
        if opening and links:
            # "Tarn bought it in 2019. The company paid in cash. It closed": all of them the same.
            return _means_only(name, opening, back, index, links - 1)
        named = candidates(back)
        if not named:
            if bare and not personal and _tells_of_a_thing(back, index):
                return False
            continue
        subject = _subject(back, named, index)
        return same(name, subject.text, index) if subject else all(same(name, one.text, index) for one in named)
    return False


def _researches(name: NameSpan, number: int, index: Index) -> bool:
    """Whether the name is that of a house that looks at others: "Roe, an analyst at Marsh", "Marsh Research"."""
    if not RESEARCH_WORDS.isdisjoint(name.text.lower().split()):
        return True
    sentence = index.sentences[number - 1]
    around = index.text[max(sentence.start, name.start - _AROUND) : min(sentence.end, name.end + _AROUND)]
    return not ANALYST_NOUNS.isdisjoint(re.findall(r"[a-z]+", around.lower()))


def _stand_in_of(number: int, personal: bool, index: Index) -> Sequence[Word]:
    """The stand-in of this sort with which a sentence opens: "It", "Its shares", "The FTSE 250 company"."""
    words = index.words(number)
    if not words or index.quoted_in((words[0].start, words[0].end)):
        return ()
    if words[0].low in (PERSONAL if personal else _ITS):
        return words[:1]
    if personal or words[0].low != "the":
        return ()
    noun = next((at for at, word in enumerate(words[1 : 1 + _NOUN]) if word.low in _COMPANY), None)
    if noun is None or any(word.low in STOP_WORDS for word in words[1 : noun + 1]):
        return ()
    return (words[0], words[noun + 1])


def _tells_of_a_thing(number: int, index: Index) -> bool:
    """Whether a sentence opens with a thing that "it" behind it may mean: "The venture will employ 40"."""
    words = index.words(number)
    return (
        len(words) > 1
        and words[0].low in ("a", "an", "another", "each", "that", "the", "this")
        and words[1].low not in ORGANISATION_NOUNS | _STOCK
        and not words[1].low.endswith("s")
    )


def _subject(number: int, named: Sequence[NameSpan], index: Index) -> NameSpan | None:
    """Which of the names of a sentence it opens with, or what describes it: "Norway's Tarn has bought"."""
    opening = subject_of(number, index)
    if opening is None:
        words = index.words(number)
        first = next(
            (at for at, word in enumerate(words) if any(one.start <= word.start < one.end for one in named)), 0
        )
        told = words[first - 1].low
        if (
            first > 0
            and (told == "s" or told in ORGANISATION_NOUNS or told in BODY_NOUNS or told in JOB_HEADS)
            and begins_there(words, first, number, index, measures=False)
        ):
            opening = next(one for one in named if one.start <= words[first].start < one.end)
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
    ahead, behind = index.text[max(0, name.start - 3) : name.start].lower(), index.text[name.end : name.end + 1]
    if kind == "place" or (kind == "other" and ahead == "in " and behind == ","):
        return False
    person = kind == "person" or index.directory.is_person(index.directory.fullest(name.text))
    return (person or (kind == "other" and _goes_by_family_name(name.text, index))) == personal


@of_name
def _goes_by_family_name(name: str, index: Index) -> bool:
    """Whether the article calls by the last word alone whom it names with two or three, as it does with people, or
    names him so right behind a job: "Tonegawa" for "Masaki Tonegawa", where a company's short name is its first."""
    full = index.directory.fullest(name)
    parts = full.split()
    if name_kind(full) != "other" or not 2 <= len(parts) <= _NAMES or not all(part[:1].isupper() for part in parts):
        return False
    short = {one.text for one in index.names}
    if parts[0] in short:
        return False
    return parts[-1] in short or any(
        index.text[: one.start].rstrip().rpartition(" ")[2].lower() in JOB_HEADS
        for one in index.occurrences_of(full)[:1]
    )
