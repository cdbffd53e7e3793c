"""What is hidden cannot be worked out again."""

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heard.kernel.disclosure import count_cell, nearest_ten, percent_cell
from heard.kernel.suppression import feasible, hidden_cells, with_totals

TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=3
    )
)


def cells_of(counts):
    table = with_totals(counts)
    return {(r, c): count for r, row in enumerate(table) for c, count in enumerate(row)}


@pytest.mark.parametrize("count, shown", [(0, 0), (1, "c"), (5, "c"), (6, 6)])
def test_one_to_five_are_hidden(count, shown):
    assert count_cell(count) == shown


@pytest.mark.parametrize(
    "part, whole, shown",
    [
        (0, 0, "z"),
        (3, 90, "c"),
        (87, 90, "c"),
        (30, 90, 33),
        (0, 90, 0),
        (90, 90, 100),
        (6, 5000, "k"),
    ],
)
def test_percentages_are_whole_and_protected(part, whole, shown):
    assert percent_cell(part, whole) == shown


def test_regions_and_england_are_rounded_to_ten():
    assert [nearest_ten(n) for n in (0, 4, 5, 14, 15)] == [0, "k", 10, 10, 20]


def test_a_lone_hidden_count_takes_a_second_one_with_it():
    assert hidden_cells([[3, 40, 57]]) >= {(0, 0), (0, 1)}


def test_two_hidden_counts_with_a_known_sum_of_two_are_not_enough():
    hidden = hidden_cells([[15, 9, 1, 1]])
    assert {(0, 2), (0, 3)} < hidden
    assert feasible((0, 2), cells_of([[15, 9, 1, 1]]), {(0, 2), (0, 3), (1, 2), (1, 3)}) == (1, 1)


def test_large_tables_show_everything():
    assert hidden_cells([[10, 20], [30, 0]]) == set()


@settings(deadline=None)
@given(TABLES)
def test_every_small_count_could_still_be_anything_from_one_to_five(counts):
    cells, hidden = cells_of(counts), hidden_cells(counts)
    everything = {place for place, count in cells.items() if count}
    for place, count in cells.items():
        if 1 <= count <= 5:
            assert place in hidden
            low, high = feasible(place, cells, hidden)
            assert high >= 5
            assert low <= feasible(place, cells, everything)[0]
    assert hidden <= everything


def every_table(counts, hidden, most):
    """Try every table with counts up to `most`; yield those that a reader cannot rule out."""
    width, shown = len(counts[0]), cells_of(counts)
    for flat in product(range(most + 1), repeat=width * len(counts)):
        tried = cells_of([flat[start : start + width] for start in range(0, len(flat), width)])
        if all(tried[p] >= 1 if p in hidden else tried[p] == shown[p] for p in shown):
            yield tried


@settings(deadline=None, max_examples=20)
@example([[0, 3], [4, 4]])
@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=2, max_size=2))
def test_the_range_is_what_trying_every_table_finds(counts):
    cells, hidden = cells_of(counts), hidden_cells(counts)
    # No count that a shown total limits can be larger than the total of all.
    most = max(sum(map(sum, counts)), 8)
    possible = list(every_table(counts, hidden, most))
    for place in hidden:
        low, high = feasible(place, cells, hidden)
        found = {table[place] for table in possible}
        assert min(found) == low
        assert max(found) == high if high <= most else max(found) >= most
