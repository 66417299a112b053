"""Words that give a speaker and leave open whether the one read from them is the only one, or the one at all: "and
Lund said" behind another name, "she said" in an article about one woman.

All of this only keeps a record from being called wrong; it proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter

from summarizer.text.first_names import pronoun_of
from summarizer.text.name_words import FIRST_NAMES
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.slips import is_slip
from summarizer.text.speech import Speech
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin, known_as
from summarizer.verifier.remembered import of_name

_AND = pattern(r"\b(?:and|along\swith|together\swith)\s(?:the\s)?\Z")
_VERB = pattern(r"\b(?:added|announced|argued|reported|said|says|told|warned|wrote)\b")
_JOINED = 240
"""Characters from the first of two joint speakers to the second, with what is inserted between them, at most."""
_HE_OR_SHE = frozenset({"he", "she"})
_INDEFINITE = pattern(r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[Tt]he)\s.*\b[a-z][\w-]*\Z|(?:[Aa]n?|[Aa]nother|[Oo]ne)\s[a-z]")
_LOOK_BACK = 400
"""Characters before a pronoun in which an unnamed person is looked for."""


def leaves_open(said: str, speech: Speech, index: Index) -> bool:
    """Whether the words that give the speaker may mean `said` too, or instead."""
    if speech.source is None:
        return False
    if (
        _speaks_jointly(said, speech.source, index)
        or _is_apposition(said, speech.source, index)
        or _is_no_source(speech, index)
        or _may_be_misspelt(said, speech, index)
        or _is_of_that_sort(said, speech.source, index)
    ):
        return True
    text = index.text[slice(*speech.source)].lower()
    return text in _HE_OR_SHE and (_told_of_last(said, speech, index) or _is_heroine(said, text, speech, index))


def _speaks_jointly(said: str, source: Place, index: Index) -> bool:
    """Whether `said` stands before the source with "and", and no verb of saying, between: "Tarn, a maker of rope, and
    Lund said"."""
    before = max(0, source[0] - _JOINED)
    if not _AND.search(index.text, max(before, source[0] - 20), source[0]):
        return False
    return any(
        akin(said, name.text, index) and not _VERB.search(index.text, name.end, source[0])
        for name in index.names_in((before, source[0]))
    )


def _is_apposition(said: str, source: Place, index: Index) -> bool:
    """Whether the words that give the speaker only tell what `said`, named right before them, is: "Jane Roe, a nurse at
    Tarn told us", where a comma is missing."""
    if not _ARTICLE.match(index.text, *source):
        return False
    ahead = index.names_in((max(0, source[0] - _LOOK_BACK), source[0]))
    return any(index.text[name.end : source[0]] == ", " and akin(said, name.text, index) for name in ahead[-1:])


_ARTICLE = pattern(r"(?:an?|the)\s")
_IT_IS = pattern(r"(?:['’]s|\s(?:is|was|would\sbe|will\sbe))\b")


def _is_no_source(speech: Speech, index: Index) -> bool:
    """Whether the "it" that was read as the speaker says nothing: it stands for nobody ("It is the latest case in
    which … claiming"), or what it was read as is named only within the words that it is to have said."""
    assert speech.source is not None  # noqa: S101
    if index.text[slice(*speech.source)].lower() != "it":
        return False
    if _IT_IS.match(index.text, speech.source[1]):
        return True
    number = index.sentences_of(speech.source)[0]
    ahead = [name for name in index.names_of(number) if name.end <= speech.source[0]]
    return bool(speech.speaker and ahead) and all(
        akin(str(speech.speaker), name.text, index)
        and re.match(r"['’]s?\s", index.text[name.end : name.end + 3]) is not None
        for name in ahead
    )


def _may_be_misspelt(said: str, speech: Speech, index: Index) -> bool:
    """Whether the article has the speaker's last name in two spellings a letter apart, each without the other's first
    name: the same one, misspelt."""
    if speech.speaker is None or " " in speech.speaker or not said.endswith(said.split()[-1]):
        return False
    one, other = said.split()[-1].lower(), speech.speaker.lower()
    return is_slip(one, other) and len(index.occurrences_of(speech.speaker)) == 1


def _is_of_that_sort(said: str, source: Place, index: Index) -> bool:
    """Whether "a well-known broker" gives the speaker, and the article calls `said` by the same noun right before the
    name or behind a comma: "the broker Tarn Lund"."""
    text = index.text[slice(*source)]
    if not _UNNAMED_ONE.match(text) or index.names_in(source):
        return False
    noun = text.split()[-1].lower()
    for name in index.occurrences_of(index.directory.fullest(said))[:_LOOKED_AT] or index.occurrences_of(said):
        before = index.text[max(0, name.start - _NEAR_NAME) : name.start].lower().split()[-2:]
        behind = re.match(
            r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(\w+)[,.]", index.text[name.end : name.end + 2 * _NEAR_NAME]
        )
        if noun in before or (behind is not None and behind[1].lower() == noun):
            return True
    return False


_UNNAMED_ONE = pattern(r"(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[\w-]+\s){0,4}[a-z][\w-]*\Z")
_NEAR_NAME = 40
_LOOKED_AT = 8


def _told_of_last(said: str, speech: Speech, index: Index) -> bool:
    """Whether `said`, words for somebody unnamed, stand nearer before the pronoun than the name it was read as."""
    assert speech.source is not None  # noqa: S101
    start = speech.source[0]
    if not _INDEFINITE.match(said):
        return False
    at = index.text.rfind(said, max(0, start - _LOOK_BACK), start)
    if at < 0:
        return False
    return not any(
        speech.speaker is not None and akin(speech.speaker, name.text, index)
        for name in index.names_in((at + len(said), start))
    )


def _is_heroine(said: str, pronoun: str, speech: Speech, index: Index) -> bool:
    """Whether the article names `said` more often than any other person, and whom the pronoun was read as, if anybody,
    neither in the pronoun's sentence nor in the two before."""
    assert speech.source is not None  # noqa: S101
    directory = index.directory
    full = directory.fullest(said)
    if pronoun_of(full) not in (None, pronoun) or not _is_named_person(full, index) or not _is_most_named(full, index):
        return False
    if speech.speaker is not None and pronoun_of(directory.fullest(speech.speaker)) == pronoun:
        return False
    if speech.speaker is not None and directory.is_person(full) and not _may_be_person(speech.speaker):
        # "sold to Tarn Estates, a fund manager, which she regrets"
        return True
    number = index.sentences_of(speech.source)[0]
    near = range(max(1, number - 2), number + 1)
    return speech.speaker is None or not any(
        akin(speech.speaker, name.text, index) for one in near for name in index.names_of(one)
    )


def _is_named_person(full: str, index: Index) -> bool:
    """Whether the article shows somebody to be a person, by a title too: "Ms von Tarn"."""
    if index.directory.is_person(full) or any(index.directory.is_person(form) for form in known_as(full, index)):
        return True
    return any(_TITLED.match(name.text) is not None and _surname(name.text) == _surname(full) for name in index.names)


def _may_be_person(name: str) -> bool:
    words = name.split()
    return len(words) < _LONG or words[0].lower() in FIRST_NAMES or bool(_TITLED.match(name))


_LONG = 4
"""Words of a name that is hardly a person's without a first name that is known."""
_TITLED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Sir|Dame|Lady|Lord)\.?\s")


@of_name
def _is_most_named(full: str, index: Index) -> bool:
    mine, directory = _surname(full), index.directory
    counts: Counter[str] = Counter()
    for name in index.names:
        other = directory.fullest(name.text)
        if (
            _surname(other) == mine
            or directory.is_person(other)
            or name_kind(other) == "person"
            or _TITLED.match(other)
        ):
            counts[_surname(other)] += 1
    # Counted in the order of the text: of two named as often it is the first.
    return counts[mine] > 1 and bool(counts) and max(counts, key=lambda name: counts[name]) == mine


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
