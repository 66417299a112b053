"""Which of the cited sentences tell of the record's own deal, and which are cited for a name and tell of another one.

"Tarn agreed to buy Lund" is cited beside "Orrin dropped its bid for Tarn", because it has Tarn's full name: what is
agreed there is not Orrin's bid. A sentence is set aside where it holds nothing of the record but names, and either was
not cited by the record but added for a name, or has somebody whom the record leaves out in the place of a party that
another cited sentence names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.records import Deal, DealParty
from summarizer.text.names import NameSpan
from summarizer.text.numbers import read_amount
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import same_size
from summarizer.verifier.case import Case
from summarizer.verifier.deal_words import PRINCIPALS
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.names import akin, known_as
from summarizer.verifier.same_party import means
from summarizer.verifier.taken_places import sort_of

_LEADS_A_ROUND = pattern(r"\bround\s(?:\w+\s)?(?:backed|headed|led)\sby\s(?:the\s)?\Z")
_BEFORE = 40
_FAR = 5
"""Sentences between two that tell of one deal at most, where the later one has all of it."""


def of_this_deal(case: Case, *, with_added: bool = False) -> Case:
    """The same case, its citation without the sentences that tell of another deal; unchanged where none is left.

    `with_added`: sentences that the record does not cite, in which one of its names was found, stay.
    """
    deal, index, numbers = case.record, case.index, case.cited.numbers
    assert isinstance(deal, Deal)  # noqa: S101
    if len(numbers) < 2:
        return case
    cited_first = [number for number in numbers if number in deal.evidence]
    holding, firmly = _holding(case), _holding(case, subject=False)
    named = _Named(deal, index)
    kept = [
        number
        for number in numbers
        if number in firmly
        or (number in holding and not named.deal_of_a_rival(number, cited_first, firmly))
        or (
            number not in holding
            and not named.told_far_away(number, cited_first, firmly)
            and (with_added or not _added_for_a_name(number, cited_first, case))
            and not named.another_deal(number, [other for other in cited_first if other != number], holding)
        )
    ]
    if not kept or len(kept) == len(numbers):
        return case
    return Case(case.record, Cited(index, kept, case.cited.subjects), case.places, case.parties)


def _holding(case: Case, *, subject: bool = True) -> frozenset[int]:
    """The sentences in which something of the deal beside names stands: a sum, a date, a term, a thing.

    `subject`: what it is about, which other deals may be about as well, counts too.
    """
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    found: set[int] = set()
    for path, places in case.places.items():
        if path.startswith("parties["):
            continue
        if path == "subject" and not subject:
            continue
        if path == "subject" and any(means(deal.subject, party.name, index) for party in deal.parties):
            continue
        found.update(number for place in places for number in index.sentences_of(place))
    return frozenset(found)


def _added_for_a_name(number: int, cited_first: Sequence[int], case: Case) -> bool:
    """Whether the record does not cite the sentence, and cites others in which some of its fields stand."""
    if number in cited_first:
        return False
    there = {one for places in case.places.values() for place in places for one in case.index.sentences_of(place)}
    return not there.isdisjoint(cited_first)


class _Named:
    """Which parties of a deal the sentences name, and whom beside."""

    def __init__(self, deal: Deal, index: Index) -> None:
        self.deal, self.index = deal, index
        self.principals = [party for party in deal.parties if party.role in PRINCIPALS]
        self.forms = [known_as(party.name, index) for party in self.principals]

    def another_deal(self, number: int, others: Iterable[int], holding: frozenset[int]) -> bool:
        """Whether the sentence has a stranger in the place of a party that one of `others` names, which holds something
        of the deal."""
        here = self._parties_of(number)
        if not here:
            return False
        strangers = self._strangers(number)
        if not strangers:
            return False
        if len(self.principals) == 1:
            return any(other in holding for other in others)
        elsewhere = {at for other in others if other in holding for at in self._parties_of(other)} - here
        if not elsewhere:
            return False
        return len(here) == 1 or any(self._in_the_place_of(self.principals[at], strangers, number) for at in elsewhere)

    def deal_of_a_rival(self, number: int, others: Iterable[int], holding: frozenset[int]) -> bool:
        """Whether the sentence tells of another deal about the same thing: one of the record's parties with somebody
        else, a rival of the record or nobody of it, where other sentences have the sums or dates and the other side."""
        here = self._parties_of(number)
        if len(here) != 1 or len(self.principals) < 2:
            return False
        elsewhere = {at for other in others if other in holding for at in self._parties_of(other)} - here
        if not elsewhere:
            return False
        index = self.index
        sides = [side.text for joined in index.relations(number) for side in (joined.doer, joined.other)]
        rivals = [party.name for party in self.deal.parties if party.role == "rival"]
        return any(
            any(akin(stranger.text, rival, index) for rival in rivals)
            or any(stranger.text in side for side in sides)
            or _LEADS_A_ROUND.search(index.text, max(0, stranger.start - _BEFORE), stranger.start)
            for stranger in self._strangers(number)
        )

    def told_far_away(self, number: int, others: Iterable[int], holding: frozenset[int]) -> bool:
        """Whether the sentence names fewer of the record's parties than one far from it, which has its sums or dates,
        and somebody else or another sum instead: "Tarn rejected a bid of Moss" at the top, "in 2019 Tarn sold its mill
        to Lund for $3 million" at the end; or names the same with another sum than the deal's, which stands there:
        "Tarn rejected a bid of $9 million by Lund" at the top."""
        here = self._parties_of(number)
        if not here or not (self._strangers(number) or self._has_other_sum(number)):
            return False
        other_price = self._has_other_sum(number) and not self._has_its_sum(number)
        return any(
            abs(other - number) >= _FAR
            and (
                here < self._parties_of(other)
                or (other_price and here == self._parties_of(other) and self._has_its_sum(other))
            )
            for other in others
            if other in holding
        )

    def _has_its_sum(self, number: int) -> bool:
        """Whether the sentence has the deal's value."""
        read = read_amount(self.deal.value.text) if self.deal.value is not None else None
        return read is not None and any(
            amount.kind == "money" and same_size(read.value, amount) for amount in self.index.amounts(number)
        )

    def _has_other_sum(self, number: int) -> bool:
        value = self.deal.value.amount if self.deal.value is not None else None
        return any(
            amount.kind == "money" and (value is None or abs(float(amount.value)) != abs(value))
            for amount in self.index.amounts(number)
        )

    def _parties_of(self, number: int) -> set[int]:
        there = {name.text for name in self.index.names_of(number)}
        return {at for at, forms in enumerate(self.forms) if not forms.isdisjoint(there)}

    def _strangers(self, number: int) -> list[NameSpan]:
        """Those of a sentence who are no party to the deal, nor what it is about, nor stand beside it; a rival may
        have a deal of his own."""
        index, deal = self.index, self.deal
        mine = [party.name for party in deal.parties if party.role != "rival"]
        sides = [side.text for joined in index.relations(number) for side in (joined.doer, joined.other)]
        return [
            name
            for name in index.names_of(number)
            if not any(akin(name.text, other, index) for other in mine)
            and not means(name.text, deal.subject, index)
            and (sort_of(name.text, index) == "body" or any(name.text in side for side in sides))
        ]

    def _in_the_place_of(self, party: DealParty, strangers: Sequence[NameSpan], number: int) -> bool:
        """Whether an act of the sentence gives a stranger the part that the record gives the party."""
        index = self.index
        return any(
            party.role in roles and any(means(stranger.text, side.text, index) for stranger in strangers)
            for joined in index.relations(number)
            for side, roles in ((joined.doer, joined.relation.doer), (joined.other, joined.relation.other))
        )
