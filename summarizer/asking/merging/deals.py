"""Deals that are one: of one kind, between the same parties in the same roles, with nothing that tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from summarizer.asking.merging.apart import Told, is_surely_one, tells_apart, tells_the_same
from summarizer.asking.merging.parties import Names, is_described
from summarizer.asking.merging.uniting import United, badness, cited, distinct, usable
from summarizer.fields import Money, When
from summarizer.records import Deal, DealDate, DealParty, DealStatus
from summarizer.text.folding import folded
from summarizer.verdicts import with_fields
from summarizer.verifier.wording import stems_of

LATER: Sequence[DealStatus] = ("rumored", "in_talks", "proposed", "agreed", "closed", "terminated")
"""From the first status that a deal may have to the last."""


def united_deals(deals: Sequence[Deal], names: Names) -> list[United]:
    """The deals of all sections, each once, in the order in which they come.

    Those that tell most of their subject come first, so that one that may be several of them ("the plant") is known to
    be: it stays by itself.
    """
    told = [Told(deal, names) for deal in deals]
    groups: list[_Group] = []
    by_pair: dict[tuple[str, ...], list[_Group]] = {}
    for at in sorted(range(len(told)), key=lambda at: (-told[at].telling, -len(told[at].parties), at)):
        one = told[at]
        keys = _keys(one)
        near = {id(group): group for key in keys for group in by_pair.get(key, ())}
        group = _group_of(one, list(near.values()))
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(at, one)
        for key in keys:
            ones = by_pair.setdefault(key, [])
            if group not in ones:
                ones.append(group)
    groups.sort(key=lambda group: min(group.told))
    return [group.united(names) for group in groups]


def _keys(told: Told) -> list[tuple[str, ...]]:
    """Under these a deal is looked up: its parties two by two."""
    pairs = [tuple(pair) for pair in combinations(sorted(told.parties), 2)]
    return pairs or [tuple(sorted(told.parties))]


class _Group:
    """One deal, as often as it is told."""

    def __init__(self) -> None:
        self.told: dict[int, Told] = {}
        """By their number among all."""
        self._contents: dict[object, Told] = {}

    def add(self, at: int, told: Told) -> None:
        """Takes in the deal with the number `at`."""
        self.told[at] = told
        first = self._contents.setdefault(told.content, told)
        if first is not told:
            first.told_again(told)

    def may_be(self, told: Told) -> bool:
        """Whether `told` may be this deal."""
        if told.content in self._contents:
            return True
        ones = self._contents.values()
        return any(tells_the_same(told, one) for one in ones) and not any(tells_apart(told, one) for one in ones)

    def is_surely(self, told: Told) -> bool:
        """Whether more than words of the subject say that `told` is this deal."""
        return told.content in self._contents or any(is_surely_one(told, one) for one in self._contents.values())

    def united(self, names: Names) -> United:
        ones = [self.told[at].deal for at in sorted(self.told)]
        held = usable(ones)
        best, united = held[0], _united(held, names)
        among = {id(deal) for deal in held}
        lent = with_what_holds(united, [deal for deal in ones if id(deal) not in among], names)
        whole, part = (one if one != best else best for one in (lent, united))
        return United(whole, best, part if lent is not united else None)


def _group_of(told: Told, near: Sequence[_Group]) -> _Group | None:
    """The one group that `told` is of; None where it may be several, or none."""
    fit = [group for group in near if group.may_be(told)]
    if len(fit) > 1:
        fit = [group for group in fit if group.is_surely(told)]
    return fit[0] if len(fit) == 1 else None


def _united(held: Sequence[Deal], names: Names) -> Deal:
    """The deal that several records are about, all of which hold; the best comes first."""
    parties = [party for deal in held for party in _named_parties(deal, held)]
    if len(held) == 1:
        return with_fields(held[0], {"parties": in_full(parties, names)})
    values = [deal.value for deal in held if deal.value is not None]
    update = {
        "subject": _subject([Told(deal, names) for deal in held]),
        "status": max((deal.status for deal in held), key=LATER.index),
        "parties": in_full(parties, names),
        "value": min(values, key=_what_lacks, default=None),
        "dates": _dates([one for deal in held for one in deal.dates]),
        "terms": distinct((term for deal in held for term in deal.terms), lambda term: folded(term.text)),
        "evidence": cited(sorted(held, key=badness)),
    }
    return with_fields(held[0], update)


def _subject(held: Sequence[Told]) -> str:
    """The subject of the first, or of who tells more where that has nothing but the parties' names, if as much."""
    if held[0].telling:
        return held[0].deal.subject
    return max(held, key=lambda told: (told.telling, len(stems_of(told.deal.subject)))).deal.subject


def _dates(dates: Sequence[DealDate]) -> list[DealDate]:
    """The dates, each once, without those that another of the same event gives in full ("June 30", "June 30, 2027").

    Which days the words mean is left to the verifier: the united record cites other sentences than each of its members.
    """
    found = distinct(dates, lambda one: (one.event, folded(one.when.text)))
    return [
        one.model_copy(update={"when": When(text=one.when.text)})
        for one in found
        if not any(_is_in_full(other, one) for other in found if other is not one)
    ]


def _is_in_full(one: DealDate, other: DealDate) -> bool:
    """Whether `one` is the same date as `other` in more words."""
    full, short = folded(one.when.text).replace(",", " ").split(), folded(other.when.text).replace(",", " ").split()
    if one.event != other.event or len(full) <= len(short) or full[: len(short)] != short:
        return False
    days = one.when.earliest, one.when.latest, other.when.earliest, other.when.latest
    if any(day is None for day in days):
        return True
    first, last, begin, end = (day for day in days if day is not None)
    return first <= end and begin <= last


def _what_lacks(value: Money) -> tuple[bool, bool]:
    """Less is better: what was not read of a value."""
    return value.amount is None, value.currency is None


def _named_parties(deal: Deal, deals: Sequence[Deal]) -> list[DealParty]:
    """The parties of `deal`, without those it only describes in whose role another of the `deals` names somebody."""
    own = _roles_of_named(deal)
    others = set[str]().union(*(_roles_of_named(other) for other in deals if other is not deal))
    return [party for party in deal.parties if party.role not in others - own or not is_described(party.name)]


def _roles_of_named(deal: Deal) -> set[str]:
    return {party.role for party in deal.parties if not is_described(party.name)}


def in_full(parties: Sequence[DealParty], names: Names) -> list[DealParty]:
    """The parties in their roles, each once, under their fullest names."""
    longest = sorted(parties, key=lambda party: -len(party.name))
    order = [(names.who(party.name), party.role) for party in parties]
    found = sorted(
        distinct(longest, lambda party: (names.who(party.name), party.role)),
        key=lambda party: order.index((names.who(party.name), party.role)),
    )
    return [party.model_copy(update={"name": names.renamed(party.name)}) for party in found]


def with_what_holds(united: Deal, faulty: Sequence[Deal], names: Names) -> Deal:
    """`united` with the value, and who has a role that nobody has in it, of records at fault in something else."""
    value, parties, evidence = united.value, list(united.parties), list(united.evidence)
    roles = {party.role for party in parties}
    for deal in faulty:
        fields = {finding.field for finding in deal.findings if finding.verdict.faulty}
        if deal.value is not None and value is None and "value" not in fields:
            value = deal.value
            evidence += _sentences_of("value", deal)
        for at, party in enumerate(deal.parties):
            if party.role not in roles and not any(field.startswith(f"parties[{at}]") for field in fields if field):
                parties.append(party)
                evidence += _sentences_of(f"parties[{at}].name", deal)
        roles = {party.role for party in parties}
    if value is united.value and len(parties) == len(united.parties):
        return united
    update = {"value": value, "parties": in_full(parties, names), "evidence": sorted(set(evidence))}
    return with_fields(united, update)


def _sentences_of(field: str, deal: Deal) -> list[int]:
    """The sentences of a record's citation in which a field of it stands."""
    places = [span for span in deal.spans if span.field == field]
    sentences = [span for span in deal.spans if span.field == "evidence"]
    return [
        number
        for number, sentence in zip(deal.evidence, sentences, strict=False)
        if any(sentence.start <= place.start < sentence.end for place in places)
    ]
