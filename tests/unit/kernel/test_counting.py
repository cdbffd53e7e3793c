"""Percentages and shares."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.kernel.counting import percent, shares, whole_percent


@pytest.mark.parametrize(
    "part, whole, said", [(1, 16, 6.3), (1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (5, 5, 100.0)]
)
def test_one_decimal_place_half_up(part, whole, said):
    assert percent(part, whole) == said
    assert isinstance(percent(part, whole), float)


def test_nothing_of_nothing_has_no_percent():
    assert percent(0, 0) is None
    assert whole_percent(0, 0) is None
    assert whole_percent(1, 8) == 13


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_percent_is_what_exact_decimals_round_to(part, whole):
    exact = Decimal(100 * part) / Decimal(whole)
    assert percent(part, whole) == float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def test_the_example_of_the_rules():
    assert shares([1, 1, 14]) == [6.3, 6.2, 87.5]


def test_of_equal_remainders_the_earlier_line_is_raised():
    assert shares([1, 1, 1]) == [33.4, 33.3, 33.3]
    assert shares([0, 0]) == [None, None]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9).filter(any))
def test_shares_add_to_a_hundred_and_stay_within_a_tenth(counts):
    given = shares(counts)
    assert sum(round(share * 10) for share in given) == 1000
    for count, share in zip(counts, given, strict=True):
        assert abs(share - 100 * count / sum(counts)) < 0.1
