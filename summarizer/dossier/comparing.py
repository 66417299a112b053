"""How two values of one field compare: the same, one more exact within the other, or in conflict.

Amounts are compared by what they come to, with the tolerance for rounding that the verifier has for statements
(`verifier.amounts.borne_out`); days by the stretch of time that the words can mean; words by their stems.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from summarizer.fields import Money, Value, When
from summarizer.text.dates import read_date
from summarizer.text.numbers import Amount, read_amount
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.wording import stems_of

Relation = Literal["same", "finer", "coarser", "conflicting", "open"]
"""`finer`: the first is more exact within the second's bound. `open`: they cannot be compared."""

_OF_ONE = pattern(r"\b(?:per|a|each|apiece|an)\b[\s-]*(?:share|unit|ton|tonne|barrel|year|month)?\s*\Z|\bper\b")
_OPEN_ENDS = {"more_than": (True, False), "at_least": (True, False), "up_to": (False, True), "less_than": (False, True)}
_ABOUT = Decimal("0.05")
_MOST = 0.5
"""The part of two stretches of days that they share where they are one."""
_HALF_WORDS = 0.5


def compare_money(one: Money, other: Money) -> Relation:
    """Two amounts of money. One with a bound that the other's number keeps is coarser; a price a share and a total are
    never compared."""
    first, second = _amount(one), _amount(other)
    if first is None or second is None or bool(_OF_ONE.search(one.text)) != bool(_OF_ONE.search(other.text)):
        return "open"
    if first.currencies and second.currencies and not set(first.currencies) & set(second.currencies):
        return "open"
    return compare_amounts(first, second)


def money_of(text: str) -> Money:
    """An amount of money, of words that are known to be one."""
    said = read_amount(text)
    assert said is not None  # noqa: S101
    return Money(
        text=text,
        amount=int(said.value) if said.value == said.value.to_integral_value() else float(said.value),
        currency=said.currencies[0] if len(said.currencies) == 1 else None,
        bound=said.bound,
        high=None if said.high is None else float(said.high),
    )


def close_only(one: Money, other: Money) -> bool:
    """Whether two amounts of which one is about are nearly the same, though the other does not round to it: "about 1.3
    billion" is 1.28 billion, and 1.25 billion only nearly."""
    first, second = _amount(one), _amount(other)
    if first is None or second is None or first.high is not None or second.high is not None:
        return False
    roughly = [amount for amount in (first, second) if amount.bound == "about"]
    apart = abs(first.value - second.value)
    return bool(roughly) and all(apart >= _half_digit(amount.value) for amount in roughly)


def _half_digit(value: Decimal) -> Decimal:
    """Half of the last digit of a number that is no zero: what it may be rounded by."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def compare_amounts(first: Amount, second: Amount) -> Relation:
    """Two amounts of one kind and unit by the numbers that they can mean."""
    if first.value == second.value and first.high == second.high:
        return "same"
    low, high = _range(first)
    low_too, high_too = _range(second)
    if _within((low, high), (low_too, high_too)):
        return "finer"
    if _within((low_too, high_too), (low, high)):
        return "coarser"
    if borne_out(second, first):
        return "finer"
    if borne_out(first, second):
        return "coarser"
    return "conflicting"


def _amount(money: Money) -> Amount | None:
    """The reading of the words, else of what an extraction from elsewhere says they come to."""
    said = read_amount(money.text)
    if said is not None and said.kind == "money":
        return said._replace(currencies=(money.currency,)) if money.currency else said
    if money.amount is None:
        return None
    shown = read_amount(f"{money.currency or 'USD'} {money.amount}")
    if shown is None:
        return None
    high = None if money.high is None else Decimal(str(money.high))
    currencies = (money.currency,) if money.currency else ()
    return shown._replace(high=high, bound=money.bound or "exactly", currencies=currencies)


def _range(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The numbers that an amount can mean; None for an open end."""
    if amount.high is not None:
        return amount.value, amount.high
    if amount.bound == "about":
        return amount.value * (1 - _ABOUT), amount.value * (1 + _ABOUT)
    open_above, open_below = _OPEN_ENDS.get(amount.bound, (False, False))
    return None if open_below else amount.value, None if open_above else amount.value


def _within(inner: tuple[Decimal | None, Decimal | None], outer: tuple[Decimal | None, Decimal | None]) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


def compare_when(one: When, other: When, guess: date | None = None) -> Relation:
    """Two dates, each by the days that it can mean.

    guess   the day against which words are read that were not resolved, since their article has no date
    """
    first, second = days_of(one, guess), days_of(other, guess)
    if first is None or second is None:
        return "same" if compare_words(one.text, other.text) == "same" else "open"
    if first == second or _mostly_shared(first, second):
        return "same"
    if first[0] >= second[0] and first[1] <= second[1]:
        return "finer"
    if second[0] >= first[0] and second[1] <= first[1]:
        return "coarser"
    return "same" if first[0] <= second[1] and second[0] <= first[1] else "conflicting"


def _mostly_shared(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether two stretches of days have at least half of their days in common: "late last year", "in December"."""
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    whole = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return shared > 0 and (one[1] > one[0]) == (other[1] > other[0]) and shared >= _MOST * whole


def days_of(when: When, guess: date | None = None) -> tuple[date, date] | None:
    """The first and the last day that a date can mean; None where that is open."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is not None and last is not None:
        return first, last
    if guess is None:
        return None
    # A year alone is known of the article: words that mean other days in its spring than in its autumn stay open.
    readings = {
        (found.earliest, found.latest)
        for base in (date(guess.year, 2, 1), date(guess.year, 11, 30))
        if (found := read_date(when.text, base)) is not None
    }
    if len(readings) != 1:
        return None
    earliest, latest = readings.pop()
    return (earliest, latest) if earliest is not None and latest is not None else None


def compare_words(one: str, other: str) -> Relation:
    """Copied words: the same where they have the same stems; finer where one says all of the other's and more."""
    first, second = stems_of(one), stems_of(other)
    if first == second:
        return "same" if first or one.casefold() == other.casefold() else "open"
    if not first or not second:
        return "open"
    if first > second:
        return "finer"
    return "coarser" if first < second else "open"


def words_overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of stems share at least half of the smaller one."""
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= _HALF_WORDS * smaller


def same_amount(one: Value | None, other: Value | None) -> bool | None:
    """Whether two amounts of money may be one; None where either is missing or they cannot be compared."""
    if not isinstance(one, Money) or not isinstance(other, Money):
        return None
    relation = compare_money(one, other)
    return None if relation == "open" else relation != "conflicting"
