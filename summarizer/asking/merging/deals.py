"""Deals that are one: of one kind, between the same parties, with nothing that tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from summarizer.asking.merging.parties import Names
from summarizer.asking.merging.uniting import United, badness, cited, distinct, usable
from summarizer.fields import Money
from summarizer.records import Deal, DealStatus
from summarizer.text.folding import folded
from summarizer.verdicts import with_fields
from summarizer.verifier.wording import stems_of

BESIDE = frozenset({"adviser", "other", "regulator", "rival"})
"""Roles of those who are not what a deal is between."""
LATER: Sequence[DealStatus] = ("rumored", "in_talks", "proposed", "agreed", "closed", "terminated")
"""From the first status that a deal may have to the last."""
KIN = (frozenset({"acquisition", "merger", "divestiture"}), frozenset({"investment", "financing"}))
"""Kinds that one deal is given by different readers."""


def united_deals(deals: Sequence[Deal], names: Names) -> list[United]:
    """The deals of all sections, each once, in the order in which they come."""
    groups: list[_Group] = []
    by_pair: dict[tuple[str, ...], list[_Group]] = {}
    for deal in deals:
        told = _Told(deal, names)
        group = next(
            (
                one
                for key in told.keys
                for one in by_pair.get(key, ())
                if any(_is_one(told, other) for other in one.told)
            ),
            None,
        )
        if group is None:
            group = _Group([])
            groups.append(group)
        group.told.append(told)
        for key in told.keys:
            ones = by_pair.setdefault(key, [])
            if group not in ones:
                ones.append(group)
    return [group.united(names) for group in groups]


class _Told:
    """A deal as one section tells it."""

    def __init__(self, deal: Deal, names: Names) -> None:
        self.deal = deal
        self.parties = frozenset(names.who(party.name) for party in deal.parties if party.role not in BESIDE)
        pairs = [tuple(pair) for pair in combinations(sorted(self.parties), 2)]
        self.keys: list[tuple[str, ...]] = pairs or [tuple(sorted(self.parties))]
        self.evidence = frozenset(deal.evidence)
        self.words = stems_of(deal.subject)


class _Group:
    """One deal, as often as it is told."""

    def __init__(self, told: list[_Told]) -> None:
        self.told = told

    def united(self, names: Names) -> United:
        held = usable([one.deal for one in self.told])
        return United(held[0] if len(held) == 1 else _united(held, names), held[0])


def _is_one(one: _Told, other: _Told) -> bool:
    kinds = {one.deal.kind, other.deal.kind}
    if len(kinds) > 1 and not any(kinds <= kin for kin in KIN):
        return False
    if len(one.parties & other.parties) < min(2, len(one.parties), len(other.parties)):
        return False
    if _differ(one.deal.value, other.deal.value):
        return False
    if one.evidence & other.evidence:
        return True
    same_value = one.deal.value is not None and other.deal.value is not None
    return same_value or bool(one.words & other.words) or not (one.words and other.words)


def _differ(one: Money | None, other: Money | None) -> bool:
    """Whether two values are of two deals; what was not read of the words tells nothing."""
    if one is None or other is None or one.amount is None or other.amount is None:
        return False
    if one.currency and other.currency and one.currency != other.currency:
        return True
    return (one.amount, one.high) != (other.amount, other.high)


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
