"""Records that are one: how they are kept together, and which of them is the best."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.fields import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")

MOST_CITED = 12
"""Sentences that a united record cites at most: what a whole report is about stands in every other sentence of it."""


@dataclass(frozen=True)
class United:
    """Several records as one, which is not verified, and the best of them; the same where there is but one.

    `spare`: less of them as one, for where `record` does not hold.
    """

    record: Record
    best: Record
    spare: Record | None = None

    @property
    def tries(self) -> list[Record]:
        """What is to be verified, one after the other, until one holds as well as the best."""
        return [one for one in (self.record, self.spare) if one is not None and one is not self.best]


def badness(record: Record) -> tuple[int, int]:
    """Less is better: the verdict, then how many fields are at fault."""
    rank = record.verdict.rank if record.verdict else 0
    return rank, sum(finding.verdict.faulty for finding in record.findings)


def usable(records: Sequence[R]) -> list[R]:
    """Those that hold, the best first; where none does, the best alone: a fault is not carried over into others."""
    order = sorted(records, key=badness)
    held = [record for record in order if not (record.verdict and record.verdict.faulty)]
    return held or order[:1]


def cited(records: Iterable[Record]) -> list[int]:
    """The sentences that the records cite: all of the first, of the others as long as there are not too many."""
    found: list[int] = []
    for record in records:
        if not found or len(found) < MOST_CITED:
            found += [number for number in record.evidence if number not in found]
    return sorted(found)


def distinct(items: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """The first item of each key."""
    found: dict[Hashable, T] = {}
    for item in items:
        found.setdefault(key(item), item)
    return list(found.values())


class Groups(Generic[R]):
    """Which records are one: sets that are united step by step (union-find, with halved paths)."""

    def __init__(self, records: Sequence[R]) -> None:
        self.records = records
        self._parents = list(range(len(records)))

    def of(self, at: int) -> int:
        """The number of the group that the record is in."""
        parents = self._parents
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    def unite(self, one: int, other: int) -> None:
        """Makes one group of two; its number is the lower."""
        low, high = sorted((self.of(one), self.of(other)))
        self._parents[high] = low

    def members(self) -> dict[int, list[int]]:
        """The records of each group, in order."""
        found: dict[int, list[int]] = {}
        for at in range(len(self.records)):
            found.setdefault(self.of(at), []).append(at)
        return found
