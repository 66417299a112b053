"""Whether those who make a deal are spoken of at all where the record says that the deal is told.

A side of the deal that the cited sentences do not name, though the article names it elsewhere, may be meant by "it" or
"the company". Where nothing of that kind can mean it, and somebody whom the record leaves out is named in its stead,
it has been put in another's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.records import Deal
from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import PRINCIPALS
from summarizer.verifier.index import Index
from summarizer.verifier.names import akin, known_as
from summarizer.verifier.same_party import means
from summarizer.verifier.taken_places import sort_of

_BACK = 2
"""Sentences before a cited one whose names its pronouns may mean."""
_PLACES = 64
"""Places of a name that are looked at."""
_BEFORE = 32
"""Characters before a name in which it shows to be a place's."""
_SITED = pattern(
    r"\b(?:based|built|city|facility|factory|headquartered|headquarters|located|mill|mine|office|offices|plant|port|refinery"
    r"|shipyard|site|store|stores|town|warehouse|works)\s(?:at|in|near|outside)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_STAND_INS = word_set("""
    he her him his it its itself she their them they we our us ours both either group company firm bank business buyer
    seller parent partner partners pair companies sides side two unit venture carrier maker retailer lender miner
    insurer fund utility start-up startup owner chain
""")


def unnamed(case: Case) -> Iterator[tuple[int, NameSpan]]:
    """The sides of the deal, by their place in the record, of whom the cited sentences do not speak; each with somebody
    whom these name and the record leaves out."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    numbers = sorted({number for number in deal.evidence if 1 <= number <= len(index.sentences)})
    there = [name for number in numbers for name in index.names_of(number)]
    texts = {name.text for name in there}
    strangers: list[NameSpan] | None = None
    for at, party in enumerate(deal.parties):
        if party.role not in PRINCIPALS:
            continue
        forms = known_as(party.name, index)
        if not forms or not forms.isdisjoint(texts):
            continue
        if strangers is None:
            strangers = _left_out(there, deal, index)
        if not strangers:
            return
        homes = _homes(forms, index)
        if homes and not _may_be_meant(party.name, homes, numbers, index) and not _of_the_deal(at, homes, deal, index):
            yield at, strangers[0]


def _left_out(there: Sequence[NameSpan], deal: Deal, index: Index) -> list[NameSpan]:
    """Persons and bodies of the cited sentences that are no party of the record, nor what the deal is about."""
    return [
        name
        for name in there
        if sort_of(name.text, index) != "place"
        and not _SITED.search(index.text[max(0, name.start - _BEFORE) : name.start])
        and not any(akin(name.text, party.name, index) for party in deal.parties)
        and not means(name.text, deal.subject, index)
    ]


def _homes(forms: frozenset[str], index: Index) -> list[int]:
    """The sentences that name somebody by one of these forms."""
    found: set[int] = set()
    for form in forms:
        for name in index.occurrences_of(form)[:_PLACES]:
            found.update(index.sentences_of((name.start, name.end)))
    return sorted(found)


def _may_be_meant(name: str, homes: Sequence[int], numbers: Sequence[int], index: Index) -> bool:
    """Whether a pronoun or "the company" of a cited sentence may mean somebody named right before it, or whom the
    sentences before are about."""
    for number in numbers:
        topic = index.topic(number)
        if topic is not None and akin(name, topic.text, index):
            return True
        if any(number - _BACK <= home < number for home in homes) and not _STAND_INS.isdisjoint(
            word.low for word in index.words(number)
        ):
            return True
    return False


def _of_the_deal(at: int, homes: Sequence[int], deal: Deal, index: Index) -> bool:
    """Whether a sentence has the party on a side of an act, beside another party of the record."""
    name = deal.parties[at].name
    for number in homes:
        named = {other.text for other in index.names_of(number)}
        if not any(not known_as(other.name, index).isdisjoint(named) for other in deal.parties if other.name != name):
            continue
        for act in index.acts(number):
            if any(akin(name, side.span.text, index) for side in (*act.doers, *act.others)):
                return True
    return False
