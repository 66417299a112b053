"""Deals that are one: of one kind, between the same parties in the same roles, with nothing that tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from summarizer.asking.merging.apart import Told, is_surely_one, tells_apart, tells_the_same
from summarizer.asking.merging.parties import Names
from summarizer.asking.merging.uniting import United, badness, cited, distinct, usable
from summarizer.records import Deal, DealStatus
from summarizer.text.folding import folded
from summarizer.verdicts import with_fields

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
    for at in sorted(range(len(told)), key=lambda at: (-len(told[at].words), -len(told[at].parties), at)):
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
        held = usable([self.told[at].deal for at in sorted(self.told)])
        return United(held[0] if len(held) == 1 else _united(held, names), held[0])


def _group_of(told: Told, near: Sequence[_Group]) -> _Group | None:
    """The one group that `told` is of; None where it may be several, or none."""
    fit = [group for group in near if group.may_be(told)]
    if len(fit) > 1:
        fit = [group for group in fit if group.is_surely(told)]
    return fit[0] if len(fit) == 1 else None


def _united(held: Sequence[Deal], names: Names) -> Deal:
    """The deal that several records are about, all of which hold; the best comes first."""
    first = held[0]
    parties = sorted((party for deal in held for party in deal.parties), key=lambda party: -len(party.name))
    order = [(names.who(party.name), party.role) for deal in held for party in deal.parties]
    update = {
        "status": max((deal.status for deal in held), key=LATER.index),
        "parties": sorted(
            distinct(parties, lambda party: (names.who(party.name), party.role)),
            key=lambda party: order.index((names.who(party.name), party.role)),
        ),
        "value": next((deal.value for deal in held if deal.value is not None), None),
        "dates": distinct((one for deal in held for one in deal.dates), lambda one: (one.event, folded(one.when.text))),
        "terms": distinct((term for deal in held for term in deal.terms), lambda term: folded(term.text)),
        "evidence": cited(sorted(held, key=badness)),
    }
    return with_fields(first, update)
