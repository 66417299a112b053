"""An event that hundreds of articles tell of, an agency's text in as many outlets, made short enough to be read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

MOST_BESIDE = 12
"""Articles that stand side by side each for itself, and entries of a list that are not put together."""
MOST_LISTED = 50
"""Entries of a list; of those left out only the number is said."""

Entry = TypeVar("Entry")


def alike(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[list[Entry]]:
    """The entries of one key together, in the order of the first ones; each by itself where there are few."""
    listed = list(entries)
    if len(listed) <= MOST_BESIDE:
        return [[one] for one in listed]
    found: dict[Hashable, list[Entry]] = {}
    for one in listed:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def first_of(entries: Sequence[Entry], last: Callable[[Entry], bool] = lambda _: False) -> tuple[Entry, ...]:
    """As many as a list has, in their order; those that come `last` are left out first."""
    kept = sorted(sorted(range(len(entries)), key=lambda at: last(entries[at]))[:MOST_LISTED])
    return tuple(entries[at] for at in kept)


def more(count: int, what: str = "more") -> str:
    """How many are left out, in words; nothing where none is."""
    return f"and {count:,} {what}" if count > 0 else ""
