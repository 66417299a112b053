"""Whether two mentions are of one deal, and whether they cannot be.

Precision comes first. A purchase is known by what is bought and by who buys; where only one of the two is said in both,
a value must be the same too. Deals that the same two may make again and again (orders, alliances, financings) must also
be near in time or of the same value. What contradicts is never joined, whatever else would join it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import IntEnum

from summarizer.dossier.comparing import same_amount, words_overlap
from summarizer.dossier.entities import Entity, refers, same_entity
from summarizer.dossier.mentions import Mention

OWNERSHIP_DAYS = 550
"""From the first rumor of a purchase to its closing."""
REPEATED_DAYS = 21
"""Between articles about an order or an alliance, where no value tells it from the next one."""
SAME_VALUE_DAYS = 200
"""Between these where both give the same value."""
ATTACH_DAYS = 45
"""Between an article on a purchase and one that leaves open who buys."""
ONE_SIDE_DAYS = 7
"""Between articles of which one leaves out a side of the deal."""
_SAME_DAYS = 3
_BID_DAYS = 120
"""Between two bids of one bidder of which the later is another one, and not the former raised."""
_UNAGREED = ("rumored", "in_talks", "proposed", "terminated")
_HARD = frozenset(("AUD", "CAD", "CHF", "EUR", "GBP", "USD"))
_LEAST = 1_000_000
"""Below it an amount may be the price of a share."""
_TIMES = 10


class Strength(IntEnum):
    """How well two mentions go together."""

    NONE = 0
    WEAK = 1
    """One side is not said in both; the value or the subject speaks for it."""
    ONE = 2
    """What is bought is the same, and one of the two does not say who buys."""
    BOTH = 3
    """Both sides are the same."""


Same = Callable[[Entity, Entity], bool]


def any_same(some: Iterable[Entity], others: Iterable[Entity], same: Same = same_entity) -> bool:
    """Whether somebody of the first may be somebody of the second."""
    listed = list(others)
    return any(same(one, other) for one in some for other in listed)


def days_apart(one: Mention, other: Mention) -> int | None:
    """Days between the two articles, None where one has no date."""
    if one.day is None or other.day is None:
        return None
    return abs((one.day - other.day).days)


def matches(one: Mention, other: Mention) -> Strength:
    """How well the two go together; `NONE` where they are, or may well be, of two deals."""
    apart = days_apart(one, other)
    if contradict(one, other):
        return Strength.NONE
    if _is_misread(one, other):
        return Strength.BOTH if apart is None or apart <= ATTACH_DAYS else Strength.NONE
    value = same_amount(one.value, other.value)
    if one.family != other.family:
        both = shared(one, other) >= 2 and value is True and (apart is None or apart <= REPEATED_DAYS)
        if {one.family, other.family} == {"financing", "ownership"} and apart is not None and apart <= ONE_SIDE_DAYS:
            both = both or (shared(one, other) >= 2 and value is not False)  # a stake: bought, or invested in
        return Strength.BOTH if both else Strength.NONE
    if one.family == "ownership":
        return _ownership(one, other, apart, value)
    same_week = apart is not None and apart <= ONE_SIDE_DAYS
    if one.family == "financing" and value is True and same_week and any_same(one.objects, other.objects):
        return Strength.BOTH  # nobody raises the same amount twice in a week
    if shared(one, other) >= 2:
        if one.again != other.again and not _is_told_again(one, other, value):
            return Strength.NONE
        if apart is None:
            near = value is True or (value is None and words_overlap(one.subject, other.subject))
        else:
            near = apart <= REPEATED_DAYS or (value is True and apart <= SAME_VALUE_DAYS)
        return Strength.BOTH if near else Strength.NONE
    return _by_value(one, other, apart, value)


def _ownership(one: Mention, other: Mention, apart: int | None, value: bool | None) -> Strength:
    if apart is not None and apart > OWNERSHIP_DAYS:
        return Strength.NONE
    sides = (_ends(one), _ends(other))
    if _sold_itself(one, other) or _sold_itself(other, one):
        return Strength.BOTH
    if any_same(one.objects, other.objects):
        if any_same(sides[0], sides[1]):
            return Strength.BOTH
        if not sides[0] or not sides[1]:
            # Where the one does not even name the other's second side, nothing but the value says that it is the same.
            named = _names_any(other, sides[0]) or _names_any(one, sides[1])
            open_ended = value is not True and not named
            far = apart is not None and apart > ATTACH_DAYS
            return Strength.NONE if open_ended or far or value is False else Strength.ONE
        return Strength.NONE
    if (one.partners or other.partners) and shared(one, other) >= 2:
        return Strength.BOTH
    if one.objects and other.objects:
        return Strength.NONE
    if any_same(one.takers, other.takers) and any_same(one.givers, other.givers):
        same_thing = words_overlap(one.subject, other.subject)
        near = same_thing or (value is True and (apart is None or apart <= REPEATED_DAYS))
        return Strength.WEAK if near and value is not False else Strength.NONE
    same_thing = apart is not None and apart <= ONE_SIDE_DAYS and words_overlap(one.subject, other.subject)
    sold_by = _names_any(one, other.givers) or _names_any(other, one.givers)
    if same_thing and value is not False and sold_by and any_same(one.takers, other.takers):
        return Strength.WEAK
    return _by_value(one, other, apart, value)


def _names_any(mention: Mention, some: Sequence[Entity]) -> bool:
    """Whether the story names one of these, be it by a first word that is not seen as a name."""
    if any_same(some, mention.named):
        return True
    firsts = {(word, form) for entity in some for form in entity.forms for word in form.split()[:1]}
    return any(word in mention.capitals and refers(word, form) for word, form in firsts)


def _sold_itself(one: Mention, other: Mention) -> bool:
    """Whether the first says that a company is sold, and to whom, where the second says that it is bought: "holders
    approved the sale of the company to Tarn"."""
    return not one.objects and any_same(one.givers, other.objects) and any_same(one.takers, other.takers)


def _by_value(one: Mention, other: Mention, apart: int | None, value: bool | None) -> Strength:
    """One party, the same value and the same thing within a week."""
    near = apart is not None and apart <= ONE_SIDE_DAYS
    alike = near and value is True and words_overlap(one.subject, other.subject)
    return Strength.WEAK if alike and any_same(one.principals(), other.principals()) else Strength.NONE


def _ends(mention: Mention) -> list[Entity]:
    return [*mention.takers, *mention.givers, *mention.partners]


def _is_whole(mention: Mention) -> bool:
    return len(mention.principals()) > 1


def shared(one: Mention, other: Mention, same: Same = same_entity) -> int:
    """How many of the two's principals may be the same, each counted once."""
    left = other.principals()
    count = 0
    for mine in one.principals():
        found = next((theirs for theirs in left if same(mine, theirs)), None)
        if found is not None:
            left.remove(found)
            count += 1
    return count


def contradict(one: Mention, other: Mention, same: Same = same_entity) -> bool:
    """Whether the two cannot be of one deal: two targets, two buyers of one thing, sides exchanged, or an order of
    another size at another time. `same`: whether two names mean the same."""
    if _far_apart(one, other):
        return True
    if _is_misread(one, other):
        return False
    if one.family == other.family == "ownership":
        merger = bool(one.partners or other.partners)
        if not merger:
            if one.objects and other.objects and not any_same(one.objects, other.objects, same):
                return True
            if one.takers and other.takers and not any_same(one.takers, other.takers, same):
                return True
            if _is_another_bid(one, other):
                return True
        elif _is_whole(one) and _is_whole(other) and shared(one, other, same) < 2:
            return True
        return _exchanged(one, other, same)
    for mine, theirs in ((one.takers, other.takers), (one.givers, other.givers), (one.objects, other.objects)):
        # Who stands on neither side in the other article, since that was left open, is not somebody else.
        open_there = any_same(mine, other.partners, same) or any_same(theirs, one.partners, same)
        if mine and theirs and not open_there and not any_same(mine, theirs, same):
            return True
    if _counts_differ(one, other) or _papers_differ(one, other):
        return True
    if same_amount(one.value, other.value) is False:
        apart = days_apart(one, other)
        return apart is None or apart > _SAME_DAYS or not words_overlap(one.subject, other.subject)
    return _exchanged(one, other, same)


def _is_misread(one: Mention, other: Mention) -> bool:
    """Whether the same two exchange the same large amount, whichever of them an article was read to have on which side:
    no two companies make the opposite deal at the same price."""
    if one.value is None or other.value is None or one.family != other.family:
        return False
    if not one.value.amount or one.value.amount != other.value.amount or one.value.amount < _LEAST:
        return False
    return _exchanged(one, other, same_entity) and shared(one, other) >= 2


def _is_another_bid(one: Mention, other: Mention) -> bool:
    """Whether one is a bid at another price, long after the other, of which nothing had come."""
    apart = days_apart(one, other)
    if apart is None or apart <= _BID_DAYS:
        return False
    first, second = sorted((one, other), key=lambda mention: mention.day or date.max)
    if first.status not in _UNAGREED or second.status not in (*_UNAGREED, "agreed"):
        return False
    return same_amount(one.value, other.value) is False


def _is_told_again(one: Mention, other: Mention, value: bool | None) -> bool:
    """Whether a deal that one article calls another one is the other article's, by its numbers or else its value."""
    mine, theirs = _numbers(one.subject), _numbers(other.subject)
    return not mine.isdisjoint(theirs) if mine and theirs else value is True


def _counts_differ(one: Mention, other: Mention) -> bool:
    """Whether both say how many things are dealt in, and not one number is the same: of the same things always, of
    things by other names (tankers, carriers) where no value is the same either."""
    mine, theirs = _numbers(one.subject), _numbers(other.subject)
    things = (one.subject - mine) & (other.subject - theirs)
    if mine and theirs and things and mine.isdisjoint(theirs):
        return True
    counted = bool(one.counts and other.counts) and one.counts.isdisjoint(other.counts)
    return counted and one.family == other.family == "supply" and same_amount(one.value, other.value) is not True


def _papers_differ(one: Mention, other: Mention) -> bool:
    """Whether one is told as a bond, a loan or equity, and the other as another of these alone."""
    return bool(one.instruments and other.instruments) and one.instruments.isdisjoint(other.instruments)


def _numbers(subject: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in subject if word.isdigit())


def _far_apart(one: Mention, other: Mention) -> bool:
    """Whether one value is many times the other, in currencies of much the same worth: no bid is raised so far."""
    values = [mention.value for mention in (one, other) if mention.value is not None and mention.value.amount]
    if len(values) < len((one, other)) or any(value.currency not in _HARD for value in values):
        return False
    low, high = sorted(float(value.amount or 0) for value in values)
    return low >= _LEAST and high > _TIMES * low


def _exchanged(one: Mention, other: Mention, same: Same) -> bool:
    """Whether who gets something here gives it, or is bought, there."""
    return (
        any_same(one.takers, [*other.givers, *other.objects], same)
        and not any_same(one.takers, other.takers, same)
        and any_same(other.takers, [*one.givers, *one.objects], same)
    )
