"""Whether two values say the same: words, names, amounts, days. Each comparison is exact, near, or neither.

Overlaps of words are the token F1 of reading comprehension (Rajpurkar et al., SQuAD, 2016): punctuation, case and the
articles a, an and the do not count, repeated words count as often as both sides have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from summarizer.fields import Number, Value, When, number
from summarizer.text.folding import folded
from summarizer.text.name_forms import keys_as_full, keys_as_short, may_refer, strip_suffix
from summarizer.text.numbers import read_amount
from summarizer.text.patterns import pattern

NEAR = 0.5
"""The overlap from which two wordings count as near."""

_WORD = pattern(r"[^\W_]+(?:[.,'][^\W_]+)*")
_EDGES = " .,;:!?'\"()-"
_ARTICLES = frozenset(("a", "an", "the"))


@dataclass(frozen=True)
class Match:
    """How much two values have of each other."""

    exact: bool
    near: bool
    """True for what is exact too."""


_SAME, _NEAR, _DIFFERENT = (
    Match(exact=exact, near=near) for exact, near in ((True, True), (False, True), (False, False))
)


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as overlaps count them."""
    return tuple(word for word in _WORD.findall(folded(text)) if word not in _ARTICLES)


@lru_cache(maxsize=16384)
def _bag(text: str) -> tuple[frozenset[str], Counter[str], int]:
    words = words_of(text)
    return frozenset(words), Counter(words), len(words)


def overlap(one: str, other: str) -> float:
    """The token F1 of two texts, 0 to 1; for two texts without words, whether they are the same."""
    first, times, total = _bag(one)
    second, other_times, other_total = _bag(other)
    if not first or not second:
        return float(folded(one).strip() == folded(other).strip())
    shared = sum(min(times[word], other_times[word]) for word in first & second)
    return 2 * shared / (total + other_total)


def compare_words(one: str, other: str) -> Match:
    """Copied words: exact where they are the same but for typography, case and punctuation at the ends, near from half
    an overlap on."""
    exact = folded(one).strip(_EDGES) == folded(other).strip(_EDGES)
    return Match(exact, exact or overlap(one, other) >= NEAR)


_LEFT_OUT = pattern(r"[\s,]*(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\s,]*")


def compare_quotes(one: str, other: str) -> Match:
    """Words of a quote: as copied words, whether or not an ellipsis shows where its halves were joined."""
    if _LEFT_OUT.search(one) or _LEFT_OUT.search(other):
        one, other = (" ".join(_LEFT_OUT.sub(" ", words).replace(",", " ").split()) for words in (one, other))
    return compare_words(one, other)


def compare_labels(one: object, other: object) -> Match:
    """A kind, a role, a status: the same or not."""
    return Match(one == other, one == other)


class Names:
    """Compares names as the verifier does, with the aliases that the gold's parties have."""

    def __init__(self, parties: Iterable[Iterable[str]] = ()) -> None:
        """`parties`: for each party all its names."""
        self._party: dict[str, set[int]] = {}
        for at, names in enumerate(parties):
            for name in names:
                self._party.setdefault(plain_name(name), set()).add(at)

    def compare(self, one: str, other: str) -> Match:
        """Exact: the same but for case, typography, legal form and title. Near: one can stand for the other."""
        first, second = plain_name(one), plain_name(other)
        if first == second:
            return _SAME
        if self._party and not self._party.get(first, set()).isdisjoint(self._party.get(second, ())):
            return _NEAR
        if name_keys(one).isdisjoint(name_keys(other)):
            return _DIFFERENT
        return _NEAR if may_refer(one, other) or may_refer(other, one) else _DIFFERENT


@lru_cache(maxsize=16384)
def name_keys(name: str) -> frozenset[str]:
    """What two names share that are the same or stand for each other, so that most pairs are told apart at once."""
    return keys_as_short(name) | keys_as_full(name) | {plain_name(name)}


@lru_cache(maxsize=16384)
def plain_name(name: str) -> str:
    """A name without case, typography, legal form, title and leading article."""
    return folded(strip_suffix(name.strip())).strip(" \"'.,").removeprefix("the ")


@dataclass(frozen=True)
class _Reading:
    """What an amount comes to: as given, else read from its words."""

    amount: Number
    high: Number | None
    currency: str | None
    unit: str | None
    bound: str


def compare_amounts(one: Any, other: Any) -> Match:
    """Amounts by what they come to, however they are written.

    Near: the same number in the same currency. Exact: with the same bound and upper end too, and the same type and unit
    of a percentage. A currency that one side leaves open agrees with any. What cannot be read as an amount is compared
    by its words.
    """
    first, second = _reading(one), _reading(other)
    if first is None or second is None:
        return compare_words(one.text, other.text)
    size = first.amount == second.amount and (
        not first.currency or not second.currency or first.currency.upper() == second.currency.upper()
    )
    percents = {"percent", "percentage_points", "basis_points"}
    same_unit = first.unit == second.unit or not {first.unit, second.unit} & percents
    return Match(size and same_unit and (first.bound, first.high) == (second.bound, second.high), size)


def _reading(value: Value) -> _Reading | None:
    amount: Number | None = getattr(value, "amount", None)
    said = read_amount(value.text)
    if amount is None and said is None:
        return None
    high: Number | None = getattr(value, "high", None)
    currency, unit, bound = (getattr(value, name, None) for name in ("currency", "unit", "bound"))
    if said is not None:
        amount = number(said.value) if amount is None else amount
        high = number(said.high) if high is None and said.high is not None else high
        currency = currency or (said.currencies[0] if len(said.currencies) == 1 else None)
        unit, bound = unit or said.unit, bound or said.bound
    assert amount is not None  # noqa: S101
    return _Reading(amount, high, currency, unit, bound or "exactly")


def compare_days(one: When, other: When) -> Match:
    """Dates by the days that they can mean, where both sides give them, else by their words.

    Near: the two stretches of days share one, or the words are near.
    """
    words = compare_words(one.text, other.text)
    first = one.earliest or one.latest, one.latest or one.earliest
    second = other.earliest or other.latest, other.latest or other.earliest
    if first[0] is None or second[0] is None or first[1] is None or second[1] is None:
        return words
    shared = first[0] <= second[1] and second[0] <= first[1]
    return Match(first == second, shared or words.near)
