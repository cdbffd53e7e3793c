"""Birthdays and ages."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heard.kernel.ages import age_on, bands_at, birthday, fourth_birthday

BORN = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def test_born_on_29_february_four_years_later_there_is_one():
    assert fourth_birthday(date(2020, 2, 29)) == date(2024, 2, 29)


def test_born_on_29_february_other_years_have_1_march():
    assert birthday(date(2020, 2, 29), 5) == date(2025, 3, 1)
    assert age_on(date(2020, 2, 29), date(2025, 2, 28)) == 4
    assert age_on(date(2020, 2, 29), date(2025, 3, 1)) == 5


@given(BORN, st.integers(0, 25))
def test_an_age_begins_on_the_birthday(born, years):
    day = birthday(born, years)
    assert age_on(born, day) == years
    assert age_on(born, day - timedelta(days=1)) == years - 1


def test_bands_hold_both_ends_and_may_overlap():
    assert [band.key for band in bands_at(10)] == ["child_8_10"]
    assert [band.key for band in bands_at(17)] == ["young_person_11_17", "care_leaver_16_25"]
    assert bands_at(3) == ()
