"""How alike two records of one section are, and from where on they can be the same thing.

Every likeness is between 0 (cannot be the same) and 1. Records are then paired one to one for the largest sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any

from summarizer.evaluation.assignment import assign
from summarizer.evaluation.comparing import NEAR, Names, compare_amounts, name_keys, overlap
from summarizer.fields import Record

LEAST_DEAL = 0.4
"""Two deals of two parties each, one of them shared, need the value or most of the subject too."""
LEAST_CITED = 0.25
"""The overlap of words that two statements need where they cite the same sentence."""

Alike = Callable[[Any, Any, Names, bool], float]


def pair_up(
    section: str, gold: Sequence[Record], output: Sequence[Record], names: Names, *, same_text: bool
) -> list[tuple[int, int]]:
    """The places of the records that are the same thing; `same_text`: whether offsets and citations can be compared."""
    alike = _ALIKE[section]
    places = _sharing_names(gold, output) if section == "parties" else product(range(len(gold)), range(len(output)))
    likeness = {
        (row, column): value
        for row, column in places
        if (value := alike(gold[row], output[column], names, same_text)) > 0
    }
    return assign(likeness)


def _sharing_names(gold: Sequence[Any], output: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """The places of the parties that can be the same at all: an article names many, and each in several ways."""
    places: dict[str, list[int]] = {}
    for column, party in enumerate(output):
        for key in _keys(party):
            places.setdefault(key, []).append(column)
    for row, party in enumerate(gold):
        for column in sorted({column for key in _keys(party) for column in places.get(key, ())}):
            yield row, column


def _keys(party: Any) -> frozenset[str]:
    return frozenset().union(*(name_keys(name) for name in (party.name, *party.aliases) if name))


def _party(one: Any, other: Any, names: Names, _: bool) -> float:
    """By the names: the same name, one's name among the other's aliases, a name that can stand for the other."""
    if not one.name or not other.name:
        return 0.0
    match = names.compare(one.name, other.name)
    if match.exact:
        return 1.0
    crossed = [(one.name, alias) for alias in other.aliases] + [(alias, other.name) for alias in one.aliases]
    if any(names.compare(*pair).exact for pair in crossed):
        return 0.9
    return 0.8 if match.near else 0.0


def _deal(one: Any, other: Any, names: Names, _: bool) -> float:
    """Whatever its kind: by its parties (weight 3), its value (1) and its subject (1), as far as both have them.

    Of the parties counts the mean of two shares, of each side's that the other has too: gold that lists every adviser
    is still the deal of an output that has just the two who make it.
    """
    shares: list[tuple[float, float]] = []
    first, second = one.parties or [], other.parties or []
    if first and second:
        near = {
            (row, column): 1.0
            for row, party in enumerate(first)
            for column, another in enumerate(second)
            if names.compare(party.name, another.name).near
        }
        shared = len(assign(near))
        shares.append((3, (shared / len(first) + shared / len(second)) / 2))
    if one.value is not None and other.value is not None:
        shares.append((1, float(compare_amounts(one.value, other.value).near)))
    if one.subject and other.subject:
        shares.append((1, overlap(one.subject, other.subject)))
    total = sum(weight for weight, _ in shares)
    alike = sum(weight * share for weight, share in shares) / total if total else 0.0
    return alike if alike >= LEAST_DEAL else 0.0


def _quote(one: Any, other: Any, names: Names, same_text: bool) -> float:
    """By its place in the article where both sides say it, else by its words; the same speaker decides a tie."""
    if not one.text or not other.text:
        return 0.0
    first, second = _places(one), _places(other)
    share = _shared(first, second) if same_text and first and second else overlap(one.text, other.text)
    if share < NEAR:
        return 0.0
    same = one.speaker and other.speaker and names.compare(one.speaker, other.speaker).near
    return 0.9 * share + 0.1 * bool(same)


def _places(quote: Record) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in quote.spans if span.field == "text"]


def _shared(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]]) -> float:
    """The characters that two lists of spans share, as an F1: twice the shared over the sum of both (Dice)."""
    shared = sum(max(0, min(end, other_end) - max(start, at)) for start, end in first for at, other_end in second)
    total = sum(end - start for start, end in (*first, *second))
    return 2 * shared / total if total else 0.0


def _stated(one: str | None, other: str | None, first: Record, second: Record, same_text: bool) -> float:
    """By the words; where both cite a sentence in common, fewer words need be shared."""
    if not one or not other:
        return 0.0
    words = overlap(one, other)
    cited, also = set(first.evidence), set(second.evidence)
    together = len(cited & also) / len(cited | also) if same_text and cited and also else 0.0
    if words < (LEAST_CITED if together else NEAR):
        return 0.0
    return 0.8 * words + 0.2 * together


def _claim(one: Any, other: Any, _: Names, same_text: bool) -> float:
    return _stated(one.statement, other.statement, one, other, same_text)


def _sentence(one: Any, other: Any, _: Names, same_text: bool) -> float:
    return _stated(one.text, other.text, one, other, same_text)


_ALIKE: dict[str, Alike] = {
    "headline": _sentence,
    "abstract": _sentence,
    "parties": _party,
    "deals": _deal,
    "quotes": _quote,
    "claims": _claim,
}
