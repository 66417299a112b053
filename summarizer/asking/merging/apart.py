"""What tells two deals of the same parties apart: who does what, what for, at which price, when, and how it ended.

Companies that deal with each other once do so again: a filing lists the plants that one bought of the other year by
year. Two records that are left apart are read as what they are; one that is made of two deals is told nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from summarizer.asking.merging.parties import Names
from summarizer.fields import Money
from summarizer.records import Deal, DealEvent
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.wording import stem, stems_of

BESIDE = frozenset({"adviser", "other", "regulator", "rival"})
"""Roles of those who are not what a deal is between."""
KIN = (frozenset({"acquisition", "merger", "divestiture"}), frozenset({"investment", "financing"}))
"""Kinds that one deal is given by different readers."""
SIDES: Mapping[str, int] = {
    "acquirer": 1, "borrower": -1, "customer": 1, "investee": -1, "investor": 1, "lender": 1, "licensee": 1,
    "licensor": -1, "seller": -1, "supplier": -1, "target": -1,
}  # fmt: skip
"""Who gets what the deal is about, or lends, and from whom; a partner is on no side."""
DONE_ONCE: tuple[DealEvent, ...] = ("announced", "signed", "terminated")
"""Events that have one day. A closing that is expected, or is told of as near, is put off."""
ANEW = word_set("additional another different fourth further more other second separate third")
"""Words by which a text calls a deal a second one of its sort."""

_NAMED = pattern(r"\b(?:[A-Z][^\W_]*|\d[\d.,]*)")
_WORD = pattern(r"[a-z]+(?![a-z-])")


class Told:
    """A deal as one section tells it."""

    def __init__(self, deal: Deal, names: Names) -> None:
        self.deal = deal
        self.roles: dict[str, set[str]] = {}
        for party in deal.parties:
            if party.role not in BESIDE:
                self.roles.setdefault(names.who(party.name), set()).add(party.role)
        self.parties = frozenset(self.roles)
        self.evidence = set(deal.evidence)
        self.words = stems_of(deal.subject)

    @cached_property
    def by_role(self) -> dict[str, set[str]]:
        """Who has each role."""
        found: dict[str, set[str]] = {}
        for name, roles in self.roles.items():
            for role in roles:
                found.setdefault(role, set()).add(name)
        return found

    @cached_property
    def named(self) -> frozenset[str]:
        """The names and numbers in the subject, by their stems."""
        return frozenset(stem(found.strip(".,")) for found in _NAMED.findall(self.deal.subject)) & self.words

    @cached_property
    def party_words(self) -> Mapping[str, frozenset[str]]:
        """The stems of each party's name."""
        return {name: stems_of(name) for name in self.parties}

    @cached_property
    def is_another(self) -> bool:
        """Whether the subject is called another one."""
        return not ANEW.isdisjoint(_WORD.findall(self.deal.subject))

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where the words of the subject stand."""
        return [(span.start, span.end) for span in self.deal.spans if span.field == "subject"]

    @cached_property
    def content(self) -> tuple[object, ...]:
        """What comparisons go by, but for the places: two deals for which it is the same need not both be compared."""
        deal = self.deal
        roles = tuple(sorted((name, tuple(sorted(roles))) for name, roles in self.roles.items()))
        dates = tuple((one.event, one.when.earliest, one.when.latest) for one in deal.dates)
        value = deal.value and (deal.value.amount, deal.value.high, deal.value.currency)
        return deal.kind, deal.status, roles, deal.subject, value, dates

    def told_again(self, other: Told) -> None:
        """Takes in the places of a deal with the same content."""
        self.evidence |= other.evidence
        self.places += [place for place in other.places if place not in self.places]


def tells_the_same(one: Told, other: Told) -> bool:
    """Whether something that both tell makes them one deal: the subject, the value, or the words that name it."""
    if one.words <= other.words or other.words <= one.words:
        return bool(one.words and other.words) or _has_little_to_tell(one, other)
    return is_surely_one(one, other)


def is_surely_one(one: Told, other: Told) -> bool:
    """Whether they have the value in common, or are about the same words of the article."""
    if _same_amount(one.deal.value, other.deal.value):
        return True
    if one.evidence.isdisjoint(other.evidence):
        return False
    return any(start < last and first < end for start, end in one.places for first, last in other.places)


def _has_little_to_tell(one: Told, other: Told) -> bool:
    """Whether one of them only says that there is a deal: "it", "the other"."""
    return not (one.is_another or other.is_another)


def tells_apart(one: Told, other: Told) -> bool:
    """Whether something that both tell makes them two."""
    if _differ(one.deal.value, other.deal.value):
        return True
    kinds = {one.deal.kind, other.deal.kind}
    if len(kinds) > 1 and not any(kinds <= kin for kin in KIN):
        return True
    if len(one.parties & other.parties) < min(2, len(one.parties), len(other.parties)):
        return True
    return (
        _are_of_other_roles(one, other)
        or _are_of_other_subjects(one, other)
        or _are_of_other_ends(one, other)
        or _are_of_other_days(one.deal, other.deal)
    )


def _differ(one: Money | None, other: Money | None) -> bool:
    """Whether two values are of two deals; what was not read of the words tells nothing."""
    if one is None or other is None or one.amount is None or other.amount is None:
        return False
    if one.currency and other.currency and one.currency != other.currency:
        return True
    return (one.amount, one.high) != (other.amount, other.high)


def _same_amount(one: Money | None, other: Money | None) -> bool:
    if one is None or other is None or one.amount is None or other.amount is None:
        return False
    return not _differ(one, other)


def _are_of_other_roles(one: Told, other: Told) -> bool:
    """Whether a party is on the other side, or a role is somebody else's."""
    for name in one.parties & other.parties:
        sides = {SIDES.get(role, 0) for role in one.roles[name]}, {SIDES.get(role, 0) for role in other.roles[name]}
        if {1, -1} == sides[0] | sides[1] and sides[0].isdisjoint(sides[1]):
            return True
    return any(one.by_role[role].isdisjoint(other.by_role[role]) for role in one.by_role.keys() & other.by_role.keys())


def _are_of_other_subjects(one: Told, other: Told) -> bool:
    """Whether the subjects have other names or numbers, the common parties' names aside, or one is called another."""
    if one.is_another != other.is_another:
        return True
    common = frozenset[str]().union(*(one.party_words[name] for name in one.parties & other.parties))
    mine, theirs = one.named - common, other.named - common
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)


def _are_of_other_ends(one: Told, other: Told) -> bool:
    """Whether one was called off, and the other done, or perhaps about something else."""
    ends = {one.deal.status, other.deal.status}
    if "terminated" not in ends or len(ends) == 1:
        return False
    return "closed" in ends or not (one.words == other.words or is_surely_one(one, other))


def _are_of_other_days(one: Deal, other: Deal) -> bool:
    """Whether they were made on other days, or one was done before the other was made."""
    for event in DONE_ONCE:
        mine, theirs = _days(one, event), _days(other, event)
        if mine and theirs and not any(a <= d and c <= b for a, b in mine for c, d in theirs):
            return True
    return _is_over_before(one, other) or _is_over_before(other, one)


def _is_over_before(one: Deal, other: Deal) -> bool:
    closed = [latest for _, latest in _days(one, "closed")]
    made = [earliest for event in ("announced", "signed") for earliest, _ in _days(other, event)]
    return bool(closed and made) and max(closed) < min(made)


def _days(deal: Deal, event: str) -> list[tuple[date, date]]:
    return [
        (one.when.earliest, one.when.latest)
        for one in deal.dates
        if one.event == event and one.when.earliest is not None and one.when.latest is not None
    ]
