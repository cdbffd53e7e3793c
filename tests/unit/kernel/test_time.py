"""Months, years and London days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heard.kernel.time import ReportingYear, add_months, latest_as_of, london_day

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
YEAR = ReportingYear(2025)


@pytest.mark.parametrize(
    "day, after",
    [
        (date(2025, 1, 31), date(2025, 4, 30)),
        (date(2025, 4, 30), date(2025, 7, 30)),
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2025, 5, 1), date(2025, 8, 1)),
        (date(2025, 12, 31), date(2026, 3, 31)),
    ],
)
def test_three_months_keep_the_day_or_take_the_last(day, after):
    assert add_months(day, 3) == after


@given(DAYS, DAYS)
def test_adding_months_keeps_the_order_of_days(one, other):
    if one <= other:
        assert add_months(one, 3) <= add_months(other, 3)


@given(DAYS)
def test_three_months_are_89_to_92_days(day):
    assert 89 <= (add_months(day, 3) - day).days <= 92


def test_a_reporting_year_runs_from_april_to_march():
    assert (YEAR.start, YEAR.end) == (date(2025, 4, 1), date(2026, 3, 31))
    assert [end.isoformat() for end in YEAR.quarter_ends] == [
        "2025-06-30",
        "2025-09-30",
        "2025-12-31",
        "2026-03-31",
    ]


@given(st.integers(1, 9998))
def test_a_label_reads_back(begins):
    year = ReportingYear(begins)
    if len(str(begins)) == 4:
        assert ReportingYear.parse(year.label) == year


@pytest.mark.parametrize(
    "label", ["2025", "2025-27", "2025/26", "25-26", "2025-26 ", "", "２０２５-26"]
)
def test_what_is_no_year_is_refused_with_words(label):
    with pytest.raises(ValueError, match="Write it like 2025-26"):
        ReportingYear.parse(label)


def test_1999_is_followed_by_00():
    assert ReportingYear.parse("1999-00").end == date(2000, 3, 31)


def test_both_ends_of_the_year_count_but_nothing_after_as_of():
    late = date(2026, 6, 1)
    assert YEAR.holds(date(2025, 4, 1), late)
    assert YEAR.holds(date(2026, 3, 31), late)
    assert not YEAR.holds(date(2025, 3, 31), late)
    assert not YEAR.holds(date(2026, 4, 1), late)
    assert YEAR.holds(date(2025, 6, 1), date(2025, 6, 1))
    assert not YEAR.holds(date(2025, 6, 2), date(2025, 6, 1))


@given(DAYS)
def test_every_day_lies_in_the_year_that_contains_it(day):
    year = ReportingYear.containing(day)
    assert year.start <= day <= year.end


def test_a_day_is_londons_in_summer_and_winter():
    assert london_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)
    assert london_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2026, 12, 31)
    with pytest.raises(ValueError, match="no time zone"):
        london_day(datetime(2026, 6, 30, 23, 30))


def test_facts_count_up_to_yesterday():
    assert latest_as_of(date(2026, 3, 1)) == date(2026, 3, 1) - timedelta(days=1)
