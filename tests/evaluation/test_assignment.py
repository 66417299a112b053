from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation.assignment import LARGEST, assign


def test_nothing_is_paired_where_nothing_is_alike() -> None:
    assert assign({}) == []
    assert assign({(0, 0): 0.0}) == []


def test_the_sum_counts_and_not_the_best_single_pair() -> None:
    # Greedily 0-0 would go first, and 1 would be left with nothing: 0.9 against 0.8 + 0.7.
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}) == [(0, 1), (1, 0)]


def test_one_record_is_paired_once() -> None:
    assert assign({(0, 0): 0.5, (1, 0): 0.6, (2, 0): 0.4}) == [(1, 0)]


def test_equal_likenesses_are_paired_in_order() -> None:
    alike = {(row, column): 1.0 for row in range(4) for column in range(4)}
    assert assign(alike) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_large_group_of_copies_is_paired_quickly_and_whole() -> None:
    many = LARGEST + 30
    alike = {(row, column): 1.0 for row in range(many) for column in range(many)}
    assert assign(alike) == [(at, at) for at in range(many)]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 100).map(lambda value: value / 100), max_size=16
    )
)
def test_no_other_assignment_has_a_larger_sum(alike: dict[tuple[int, int], float]) -> None:
    pairs = assign(alike)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    best = max(sum(alike.get(pair, 0.0) for pair in enumerate(columns)) for columns in permutations(range(4)))
    assert abs(sum(alike[pair] for pair in pairs) - best) < 1e-9
