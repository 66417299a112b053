"""What tells two deals of the same parties apart: who does what, what for, at which price, when, and how it ended.

Companies that deal with each other once do so again: a filing lists the plants that one bought of the other year by
year. Two records that are left apart are read as what they are; one that is made of two deals is told nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from summarizer.asking.merging.days import can_be_one
from summarizer.asking.merging.parties import Names, is_described
from summarizer.fields import Money
from summarizer.records import Deal, DealEvent
from summarizer.text.folding import folded
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
ANEW = word_set("additional another different fourth further more other remaining rest second separate third")
"""Words by which a text calls a deal a second one of its sort."""
DEAL_WORDS = frozenset(
    map(
        stem,
        word_set("""
            accord acquisition agreement arrangement contract deal disposal divestiture divestment merger pact purchase
            sale takeover transaction
        """),
    )
)
"""The stems of words that say only that there is a deal."""
BOUND_WORDS = word_set("""
    a about almost approximately around at best between just least less like maximum minimum more most nearly only or
    over roughly so some something than to under up
""")
"""Words beside the number of a value."""

_NUMBER = pattern(r"\d+(?:[.,]\d+)*")
_WORD_OF_VALUE = pattern(r"[^\W\d_]+|[^\w\s.,]")
_NAMED = pattern(r"\b(?:[A-Z][^\W_]*|\d[\d.,]*)")
_WORD = pattern(r"[a-z]+(?![a-z-])")


class Told:
    """A deal as one section tells it."""

    def __init__(self, deal: Deal, names: Names) -> None:
        self.deal = deal
        self.roles: dict[str, set[str]] = {}
        """Those who are named, or where nobody is, those who are described."""
        self.described: dict[str, set[str]] = {}
        """By role: who is only described."""
        self.party_words: dict[str, frozenset[str]] = {}
        """The stems of each party's names."""
        sides = [party for party in deal.parties if party.role not in BESIDE]
        is_anybody_named = not all(is_described(party.name) for party in sides)
        for party in sides:
            if is_anybody_named and is_described(party.name):
                self.described.setdefault(party.role, set()).add(folded(party.name))
                continue
            who = names.who(party.name)
            self.roles.setdefault(who, set()).add(party.role)
            self.party_words[who] = self.party_words.get(who, frozenset()) | stems_of(party.name) | stems_of(who)
        self.parties = frozenset(self.roles)
        self.evidence = set(deal.evidence)
        self.words = stems_of(deal.subject) - DEAL_WORDS
        self.telling = len(self.words.difference(*self.party_words.values()))
        """How many words of the subject are not parties' names."""

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
        dates = tuple(
            (one.event, one.when.earliest, one.when.latest, None if one.when.earliest else folded(one.when.text))
            for one in deal.dates
        )
        value = deal.value and (deal.value.amount, deal.value.high, deal.value.currency)
        described = tuple(sorted((role, tuple(sorted(ones))) for role, ones in self.described.items()))
        unread = deal.value and deal.value.amount is None and folded(deal.value.text)
        return deal.kind, deal.status, roles, described, deal.subject, value, unread, dates

    def told_again(self, other: Told) -> None:
        """Takes in the places of a deal with the same content."""
        self.evidence |= other.evidence
        self.places += [place for place in other.places if place not in self.places]


def tells_the_same(one: Told, other: Told) -> bool:
    """Whether something that both tell makes them one deal: the subject, the value, or the words that name it.

    A subject in which nothing but the parties' names is told ("the Tarnwick contract") is that of each of their deals.
    """
    mine, theirs = _words_of_both(one, other)
    if not mine or not theirs:
        return _has_little_to_tell(one, other)
    return mine <= theirs or theirs <= mine or is_surely_one(one, other)


def _words_of_both(one: Told, other: Told) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the subjects, but for the names of the parties that they have in common."""
    common = _common_words(one, other)
    return one.words - common, other.words - common


def _common_words(one: Told, other: Told) -> frozenset[str]:
    common = one.parties & other.parties
    return frozenset[str]().union(*(told.party_words[name] for told in (one, other) for name in common))


def have_one_target(one: Told, other: Told) -> bool:
    """Whether what is bought, or who is invested in, has a name and is the same."""
    return any(
        not one.by_role.get(role, set()).isdisjoint(other.by_role.get(role, set())) for role in ("target", "investee")
    )


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
    if _differ(one.deal.value, other.deal.value, in_one_currency=have_one_target(one, other)):
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


def _differ(one: Money | None, other: Money | None, *, in_one_currency: bool = False) -> bool:
    """Whether two values are of two deals; `in_one_currency`: only where they are in one.

    Of a value without its unit, as one says it again ("up to 94"), the number tells; whatever else was not read tells
    nothing.
    """
    if one is None or other is None:
        return False
    if one.amount is None or other.amount is None:
        return bool(_bare_numbers(one) or _bare_numbers(other)) and _numbers(one).isdisjoint(_numbers(other))
    if one.currency and other.currency and one.currency != other.currency:
        return not in_one_currency
    return (one.amount, one.high) != (other.amount, other.high)


def _numbers(value: Money) -> set[str]:
    return {found.replace(",", "") for found in _NUMBER.findall(value.text)}


def _bare_numbers(value: Money) -> set[str]:
    """The numbers of a value that has no unit."""
    plain = value.amount is None and all(word in BOUND_WORDS for word in _WORD_OF_VALUE.findall(value.text.lower()))
    return _numbers(value) if plain else set()


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
    if any(one.by_role[role].isdisjoint(other.by_role[role]) for role in one.by_role.keys() & other.by_role.keys()):
        return True
    return not have_one_target(one, other) and any(
        one.described[role].isdisjoint(other.described[role])
        for role in one.described.keys() & other.described.keys()
        if role not in one.by_role and role not in other.by_role
    )


def _are_of_other_subjects(one: Told, other: Told) -> bool:
    """Whether the subjects have other names or numbers, the common parties' names aside, or one is called another."""
    if one.is_another != other.is_another:
        return True
    common = _common_words(one, other)
    mine, theirs = one.named - common, other.named - common
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)


def _are_of_other_ends(one: Told, other: Told) -> bool:
    """Whether one was called off, and the other done, or perhaps about something else."""
    ends = {one.deal.status, other.deal.status}
    if "terminated" not in ends or len(ends) == 1:
        return False
    if "closed" in ends:
        return True
    mine, theirs = _words_of_both(one, other)
    in_same_words = mine == theirs and (bool(mine) or one.words == other.words or have_one_target(one, other))
    return not (in_same_words or is_surely_one(one, other))


def _are_of_other_days(one: Deal, other: Deal) -> bool:
    """Whether they were made on other days, or one was done before the other was made."""
    for event in DONE_ONCE:
        mine, theirs = ([made.when for made in deal.dates if made.event == event] for deal in (one, other))
        if mine and theirs and not any(can_be_one(a, b) for a in mine for b in theirs):
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
