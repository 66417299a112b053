"""Whom a pronoun or "the company" may mean: somebody named shortly before, whom nobody else has displaced since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.directory import HEADS
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_words import BODY_NOUNS, ORGANISATION_NOUNS
from summarizer.verifier.index import Index, Place, Placed
from summarizer.verifier.names import akin, same
from summarizer.verifier.remembered import of_name, of_pair

PERSONAL = word_set("he her him his she")
"""Pronouns that stand for one person."""
_BODIES = word_set("it its our ours their they us we")
"""Pronouns that stand for a body."""
_BEFORE, _BEHIND = 3, 1
"""Sentences before and behind in which whoever is named may be meant."""
_MENTIONS = 12
"""Mentions of a person that are read."""
_FARTHEST = 40
"""Sentences that are gone back at most to find the last one of that sort."""


def within_reach(said: str, numbers: Sequence[int], index: Index, *, behind: int = _BEHIND, main: bool = True) -> bool:
    """Whether words in these sentences that name nobody may mean `said`.

    True where `said` is named there, in the few sentences before or in the one behind; where it is what the article
    speaks of most; and where nobody else of its sort (a person, or a company) is named between its last mention and
    here. `main`: whether the words can mean whom the article speaks of most ("the company", not "the brokerage").
    """
    if not numbers:
        return True
    first, last = numbers[0], numbers[-1]
    near = range(max(1, first - _BEFORE), min(len(index.sentences), last + behind) + 1)
    if any(akin(said, name.text, index) for number in near for name in index.names_of(number)):
        return True
    personal = may_be_person(said)
    if main and not may_be_person(said, surely=True) and is_main(said, index):
        return True
    for number in range(max(1, first - _BEFORE) - 1, max(0, first - _FARTHEST), -1):
        named = [name for name in index.names_of(number) if _of_a_sort(name, personal, index)]
        if named:
            return any(akin(said, name.text, index) for name in named)
    return False


@of_name
def is_main(said: str, index: Index) -> bool:
    """Whether the article is about `said`: it names it most often, or first of all."""
    first = [name.text for name in index.names[:1]]
    return any(same(said, main, index) for main in (*index.main_names, *first))


_GENERIC = word_set(
    "authority board commission company corporation council directors group management ministry society"
)
"""Common nouns that releases and reports capitalise, for a body that they have named: "the Board expects"."""

BODY_PARTS = _GENERIC | word_set("advisory executive members shareholders supervisory")
"""Words for the organs of a body."""


def is_generic(name: NameSpan, index: Index) -> bool:
    """Whether the name is such a noun and no name of its own."""
    if name.text.lower() not in _GENERIC:
        return False
    return index.text[max(0, name.start - len("the ")) : name.start].lower() == "the "


def may_be_person(name: str, *, surely: bool = False) -> bool:
    """Whether the name can be a person's by its words; `surely`: and nothing else's."""
    kind = name_kind(name)
    if surely and name.rpartition(" ")[2].islower():
        # "Jane Roe's campaign"
        return False
    return kind == "person" or (not surely and kind == "other" and 1 <= len(name.split()) <= 4)


def _of_a_sort(name: NameSpan, personal: bool, index: Index) -> bool:
    kind = name_kind(name.text)
    if kind == "other" and not personal:
        return not index.directory.is_person(index.directory.fullest(name.text))
    return kind in (("person", "other") if personal else ("company", "government"))


def antecedents(number: int, index: Index, *, personal: bool) -> Iterator[NameSpan]:
    """The names before a sentence that a pronoun in it may mean, the nearest sentence first."""
    for before in range(number - 1, max(0, number - 1 - _BEFORE), -1):
        for name in index.names_of(before):
            if _of_a_sort(name, personal, index):
                yield name


def stands_for(words: Sequence[str]) -> bool | None:
    """Whether the opening of a sentence is a stand-in for a person (True), for a body (False), or for nobody (None)."""
    if not words:
        return None
    if words[0] in PERSONAL:
        return True
    if words[0] in ("it", "its", "they", "their"):
        return False
    if words[0] in ("the", "this", "that") and len(words) > 1 and ORGANISATION_NOUNS & set(words[1:3]):
        return False
    return None


_LETTERS = 4
"""Letters of an acronym at most."""


def opens_in_capitals(name: NameSpan, index: Index) -> bool:
    """Whether a plain word only has the capitals with which a story begins: "TALKS on the sale have ended"."""
    if not name.text.isupper() or len(name.text) <= _LETTERS or name.text.lower() not in index.sentences_by_stem:
        return False
    return any(sentence.start == name.start for sentence in index.sentences)


def subject_of(number: int, index: Index) -> NameSpan | None:
    """The name with which a sentence opens, passing over a dateline, an adverbial before a comma and "the"."""
    sentence = index.sentences[number - 1]
    head = DATELINE.match(index.text, sentence.start, sentence.end)
    start = head.end() if head else sentence.start
    name = next((name for name in index.names_of(number) if name.start >= start), None)
    if name is None:
        return None
    if opens_in_capitals(name, index):
        return None
    opening = index.text[start : name.start].rpartition(",")[2].strip(" “\"'‘").lower()
    return name if opening in ("", "the") and name_kind(name.text) != "place" else None


def leaves_body_to(said: str, source: Place, index: Index) -> bool:
    """Whether "the drug firm" gives a speaker, which may be `said`, a body that the article is about."""
    tokens = index.text[slice(*source)].lower().split()
    return stands_for(tokens) is False and not may_be_person(said, surely=True) and is_main(said, index)


def another_person(said: str, numbers: Sequence[int], index: Index, but: Sequence[Place] = ()) -> NameSpan | None:
    """The person whom these sentences name, where they name `said` not, nor any body of that person's that it may be,
    and no pronoun before that name leaves somebody else open. What stands in quotation marks, or in one of the places
    `but`, counts for nothing."""
    found = None
    for number in numbers:
        sentence = index.sentences[number - 1]
        marked = index.quoted_in((sentence.start, sentence.end))

        def told(start: int, marked: Sequence[Placed] = marked) -> bool:
            return not any(one.start <= start < one.end for one in marked) and not any(
                low <= start < high for low, high in but
            )

        names = index.names_of(number)
        if any(related(said, name.text, index) for name in names):
            return None
        if found is not None:
            continue
        found = next(
            (
                name
                for name in names
                if told(name.start) and index.directory.is_person(index.directory.fullest(name.text))
            ),
            None,
        )
        stop = found.start if found else sentence.end
        if any(word.low in PERSONAL and word.start < stop and told(word.start) for word in index.words(number)):
            return None
    return found


@of_pair
def related(one: str, other: str, index: Index) -> bool:
    """Whether two names may be one's, or one is placed in the other's house."""
    return akin(one, other, index) or index.belongs(one, other) or index.belongs(other, one)


def leaves_body_open(numbers: Sequence[int], index: Index) -> bool:
    """Whether a word of these sentences can mean a company or another body that they do not name."""
    return any(
        word.low in _BODIES or word.low in ORGANISATION_NOUNS for number in numbers for word in index.words(number)
    )


_OWN_JOB = pattern(rf"\b[Ii]ts (?:[\w-]+ ){{0,4}}(?:head|{HEADS})(?: of(?: [a-z][\w-]*){{1,4}})?,? \Z")
_BEFORE_NAME = 80


def _opening_body(number: int, index: Index) -> NameSpan | None:
    """The name with which a sentence opens, or before which only says what it is: "Brokerage firm Roe cut"."""
    if (subject := subject_of(number, index)) is not None:
        return subject
    name = next(iter(index.names_of(number)), None)
    if name is None:
        return None
    ahead = index.text[index.sentences[number - 1].start : name.start].lower().split()
    return name if 0 < len(ahead) < _FEW_WORDS and ahead[-1] in ORGANISATION_NOUNS | BODY_NOUNS else None


_FEW_WORDS = 5


def owner_of_job(person: str, index: Index) -> str | None:
    """The body that "its" means before a mention of the person ("said its head of equities, Jane Roe"): the one named
    before it in the sentence, else the one with which the sentence before opens."""
    for mention in index.occurrences_of(index.directory.fullest(person))[:_MENTIONS]:
        own = _OWN_JOB.search(index.text, max(0, mention.start - _BEFORE_NAME), mention.start)
        if own is None:
            continue
        number = index.sentences_of((mention.start, mention.end))[0]
        named = [name for name in index.names_of(number) if name.end <= own.start() and _of_a_sort(name, False, index)]
        if named:
            return named[0].text
        before = subject_of(number, index) or (_opening_body(number - 1, index) if number > 1 else None)
        if before is not None and before.end <= own.start() and _of_a_sort(before, False, index):
            return before.text
    return None
