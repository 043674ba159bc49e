from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evals.assignment import best_pairs

_CELL = st.sampled_from([0.0, 0.0, 0.1, 0.25, 0.5, 0.75, 1.0]) | st.floats(0, 1)
TABLES = st.tuples(st.integers(1, 5), st.integers(1, 6)).flatmap(
    lambda shape: st.lists(
        st.lists(_CELL, min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def greatest_total_by_trying_all(likeness):
    """Return the greatest total over every way to pair rows with columns."""
    if len(likeness) > len(likeness[0]):
        likeness = [list(column) for column in zip(*likeness, strict=True)]
    n_columns = len(likeness[0])
    return max(
        sum(row[column] for row, column in zip(likeness, columns, strict=True))
        for columns in permutations(range(n_columns), len(likeness))
    )


@given(TABLES)
@settings(max_examples=150)
def test_the_total_equals_that_of_trying_every_assignment(likeness):
    """No one-to-one pairing is better, whatever the shape and the ties."""
    pairs = best_pairs(likeness)

    total = sum(likeness[row][column] for row, column in pairs)
    assert total == pytest.approx(greatest_total_by_trying_all(likeness))


@given(TABLES)
@settings(max_examples=100)
def test_pairs_are_one_to_one_and_never_of_likeness_zero(likeness):
    """A row or column stands in at most one pair, and only where it is alike at all."""
    pairs = best_pairs(likeness)

    assert len({row for row, _ in pairs}) == len(pairs)
    assert len({column for _, column in pairs}) == len(pairs)
    assert all(likeness[row][column] > 0 for row, column in pairs)


@pytest.mark.parametrize(
    ("likeness", "pairs"),
    [
        pytest.param([], [], id="no rows"),
        pytest.param([[], []], [], id="no columns"),
        pytest.param([[0.0]], [], id="nothing alike"),
        pytest.param([[0.9, 0.8], [0.8, 0.1]], [(0, 1), (1, 0)], id="the greedy choice is worse"),
        pytest.param([[1.0], [1.0]], [(0, 0)], id="a tie goes to the first"),
        pytest.param([[0.0, 0.5], [0.0, 0.0], [0.4, 0.0]], [(0, 1), (2, 0)], id="separate blocks"),
    ],
)
def test_small_tables_are_paired_as_by_hand(likeness, pairs):
    """Borders, ties and a case where taking the best cell first loses."""
    assert best_pairs(likeness) == pairs


def test_a_reply_that_repeats_itself_is_still_paired_quickly():
    """Five gold projects against a thousand copies take no cubic time in the thousand."""
    pairs = best_pairs([[1.0] * 1000 for _ in range(5)])

    assert len(pairs) == 5
