"""Which thing of one list is which of another: one to one, with the largest sum of likenesses.

The optimal assignment is found by shortest augmenting paths (Kuhn 1955, Munkres 1957; the form with potentials of
Jonker and Volgenant 1987), as coreference's CEAF aligns its entities (Luo 2005). Only things that are alike at all are
laid against each other, so that the lists fall into small groups.
"""

from __future__ import annotations

from collections.abc import Mapping

LARGEST = 120
"""Things of one group that are assigned optimally; a larger group is paired greedily, the most alike first, so that a
thousand copies of one sentence take no minutes."""

Likeness = Mapping[tuple[int, int], float]
"""(place in the first list, place in the second) → how alike the two are, above 0; what is not alike is left out."""


def assign(likeness: Likeness) -> list[tuple[int, int]]:
    """The pairs, in the order of the first list. Deterministic: equal sums go to the first in order."""
    pairs: list[tuple[int, int]] = []
    for group in _groups(likeness):
        if max(len({row for row, _ in group}), len({column for _, column in group})) > LARGEST:
            pairs += _greedy(group)
        else:
            pairs += _optimal(group)
    return sorted(pairs)


def _groups(likeness: Likeness) -> list[dict[tuple[int, int], float]]:
    """The likenesses by connected group."""
    head: dict[tuple[str, int], tuple[str, int]] = {}

    def find(one: tuple[str, int]) -> tuple[str, int]:
        head.setdefault(one, one)
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    alike = {pair: value for pair, value in sorted(likeness.items()) if value > 0}
    for row, column in alike:
        head[find(("row", row))] = find(("column", column))
    groups: dict[tuple[str, int], dict[tuple[int, int], float]] = {}
    for (row, column), value in alike.items():
        groups.setdefault(find(("row", row)), {})[row, column] = value
    return list(groups.values())


def _greedy(group: Likeness) -> list[tuple[int, int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for (row, column), _ in sorted(group.items(), key=lambda item: (-item[1], item[0])):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((row, column))
    return pairs


def _optimal(group: Likeness) -> list[tuple[int, int]]:
    rows = sorted({row for row, _ in group})
    columns = sorted({column for _, column in group})
    # A row can stay alone: for each there is a column of its own that costs nothing.
    width = len(columns) + len(rows)
    cost = [[-group.get((row, column), 0.0) for column in columns] + [0.0] * len(rows) for row in rows]
    row_price, column_price = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)
    """The row, counted from 1, that has each column; column 0 holds the row that looks for one."""
    for row in range(1, len(rows) + 1):
        taken[0], at = row, 0
        best, came = [float("inf")] * (width + 1), [0] * (width + 1)
        done = [False] * (width + 1)
        while taken[at]:
            done[at] = True
            here, step, following = taken[at], float("inf"), 0
            for column in range(1, width + 1):
                if done[column]:
                    continue
                reduced = cost[here - 1][column - 1] - row_price[here] - column_price[column]
                if reduced < best[column]:
                    best[column], came[column] = reduced, at
                if best[column] < step:
                    step, following = best[column], column
            for column in range(width + 1):
                if done[column]:
                    row_price[taken[column]] += step
                    column_price[column] -= step
                else:
                    best[column] -= step
            at = following
        while at:
            taken[at] = taken[came[at]]
            at = came[at]
    pairs = [(rows[taken[column] - 1], columns[column - 1]) for column in range(1, len(columns) + 1) if taken[column]]
    return [pair for pair in pairs if pair in group]
