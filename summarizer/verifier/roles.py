"""Roles in a deal: by the verbs that join two parties, by words that put a party beside the deal, by plain cues.

A role is settled where a verb gives it ("A agreed to buy B") or where a sentence that names the party has a word that
goes with it; altered where a verb gives the party another part, or gives its part to somebody else; and left as a
judgement in between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.records import Deal, DealParty
from summarizer.text.names import NameSpan
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import BESIDE, PRINCIPALS, ROLE_CUES
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import same
from summarizer.verifier.notes import Note, Settled, find
from summarizer.verifier.relations import Joined
from summarizer.verifier.wording import before, behind

_JOINING = ("", "and", "or", "&")
_APPOSITION = 50
"""Characters behind a name within which an inserted "a rival bidder" is looked for."""


def _deal(case: Case) -> Deal:
    assert isinstance(case.record, Deal)  # noqa: S101
    return case.record


def check_roles(case: Case) -> Iterator[Note]:
    """Each party's role against the verbs that join it with another party."""
    deal, index = _deal(case), case.index
    joined = [found for number in case.cited.numbers for found in index.relations(number)]
    for at, party in enumerate(deal.parties):
        path = f"parties[{at}].role"
        verdict = _judge(party, [other for other in deal.parties if other is not party], joined, case)
        if isinstance(verdict, Joined):
            yield find(
                Code.ROLE_ALTERED,
                path,
                f"The record has {quoted(party.name)} as {party.role}, but the article says "
                f"{quoted(index.text[slice(*verdict.whole)])}.",
                said=party.role,
                article=index.article,
                place=verdict.whole,
            )
        elif verdict is True:
            yield Settled(path)
        elif beside := _stands_beside(party.name, case):
            kind, place = beside
            if kind == party.role:
                yield Settled(path)
            elif party.role in PRINCIPALS and kind == "rival":
                yield find(
                    Code.ROLE_ALTERED,
                    path,
                    f"The record has {quoted(party.name)} as {party.role}, but the article calls it a {kind}: "
                    f"{quoted(index.text[slice(*place)])}.",
                    said=party.role,
                    article=index.article,
                    place=place,
                )
        elif _cued(party.name, ROLE_CUES.get(party.role, frozenset()), case):
            yield Settled(path)


def _judge(party: DealParty, others: Sequence[DealParty], joined: Sequence[Joined], case: Case) -> Joined | bool:
    """True where a verb gives the party its role; the contradicting relation where one gives it another."""
    index, name, role = case.index, party.name, party.role
    rest = [other.name for other in others]
    against: Joined | None = None
    for found in joined:
        is_doer, is_other = same(name, found.doer.text, index), same(name, found.other.text, index)
        if is_doer == is_other:
            if is_doer or role not in PRINCIPALS or against is not None:
                continue
            if _takes_the_place(name, role, rest, found, case):
                against = found
            continue
        fitting = found.relation.doer if is_doer else found.relation.other
        if role in fitting:
            return True
        opposite = found.relation.other if is_doer else found.relation.doer
        if role in opposite or (role == "rival" and _is_of_this_deal(found, is_doer, fitting, opposite, others, index)):
            against = against or found
    return against if against is not None else False


def _is_of_this_deal(
    found: Joined,
    is_doer: bool,
    fitting: frozenset[str],
    opposite: frozenset[str],
    others: Sequence[DealParty],
    index: Index,
) -> bool:
    """Whether what joins a rival with another party is the record's deal and no earlier one: the other has its part
    in it, and nobody but the rival the one that the verb gives the rival."""
    counterpart = found.other if is_doer else found.doer
    return any(other.role in opposite and same(other.name, counterpart.text, index) for other in others) and not any(
        other.role in fitting for other in others
    )


def _takes_the_place(name: str, role: str, rest: Sequence[str], found: Joined, case: Case) -> bool:
    """Whether the article gives this very part, with another party of the record, to somebody whom the record
    leaves out."""
    index = case.index
    for mine, place, theirs, other in (
        (found.relation.doer, found.doer, found.relation.other, found.other),
        (found.relation.other, found.other, found.relation.doer, found.doer),
    ):
        if role not in mine - {"partner", "investor"} or any(same(one, place.text, index) for one in (*rest, name)):
            continue
        if any(same(one, other.text, index) for one in rest) and theirs:
            return not _mentioned_with(name, found, case)
    return False


def _mentioned_with(name: str, found: Joined, case: Case) -> bool:
    """Whether the sentence names the party too, so that it may share the part."""
    index = case.index
    for number in index.sentences_of(found.cue):
        if any(same(name, other.text, index) for other in index.names_of(number)):
            return True
    return False


def _stands_beside(name: str, case: Case) -> tuple[str, Place] | None:
    """Whether words right before or behind the name put it beside the deal: a rival, an adviser, a regulator."""
    index = case.index
    for number in case.cited.numbers:
        names = index.names_of(number)
        for at, found in enumerate(names):
            if not same(name, found.text, index):
                continue
            first = at
            while first > 0 and index.text[names[first - 1].end : names[first].start].strip(" ,") in _JOINING:
                first -= 1
            cue = _cue_beside(number, names[first], found, index)
            if cue is not None:
                return cue
    return None


def _cue_beside(number: int, head: NameSpan, name: NameSpan, index: Index) -> tuple[str, Place] | None:
    """The word that does so: right before the first of the names listed together, or inserted right behind."""
    words = index.words(number)
    leading = before(words, head.start, 2)
    inserted = index.text[name.end : name.end + 2] == ", "
    following = behind(words, name.end, 4)
    comma = index.text.find(",", name.end + 2, name.end + _APPOSITION)
    for kind, telling in BESIDE.items():
        for word in leading:
            if word.text.lower() in telling and not any(mark in index.text[word.end : head.start] for mark in ",’'"):
                return kind, (word.start, name.end)
        for at, word in enumerate(following):
            if word.text.lower() not in telling:
                continue
            apposed = inserted and comma > word.start and kind != "regulator"
            advising = kind == "adviser" and at <= 2 and following[min(at + 1, len(following) - 1)].text.lower() != "by"
            if apposed or advising:
                return kind, (name.start, word.end)
    return None


def _cued(name: str, cues: frozenset[str], case: Case) -> bool:
    """Whether a cited sentence that names the party, or speaks of it alone, has one of the words."""
    index = case.index
    for number in case.cited.numbers:
        if not any(same(name, found.text, index) for found in index.names_of(number)):
            continue
        if any(word.text.lower() in cues for word in index.words(number)):
            return True
    return False
