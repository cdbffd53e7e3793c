"""Birthdays and ages. Bands are data: an authority may cut them elsewhere."""

from datetime import date
from typing import NamedTuple


class Band(NamedTuple):
    """A range of ages in whole years, both ends included."""

    key: str
    words: str
    first: int
    last: int


# Young people and care leavers overlap at 16 and 17: who somebody is there depends on their plan.
BANDS = (
    Band("child_4_7", "children aged 4 to 7", 4, 7),
    Band("child_8_10", "children aged 8 to 10", 8, 10),
    Band("young_person_11_17", "young people aged 11 to 17", 11, 17),
    Band("care_leaver_16_25", "care leavers aged 16 to 25", 16, 25),
)


def birthday(born: date, years: int) -> date:
    """Return the birthday on which somebody turns `years`.

    Born on 29 February, in a year without that day: 1 March, when the law says the age is reached.
    """
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def fourth_birthday(born: date) -> date:
    """Return the day from which a looked-after review no longer counts as "under 4"."""
    return birthday(born, 4)


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on that day; below 0 when the day is before birth."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1


def bands_at(age: int, bands: tuple[Band, ...] = BANDS) -> tuple[Band, ...]:
    """Return every band that holds the age, in order; none for an age outside all of them."""
    return tuple(band for band in bands if band.first <= age <= band.last)
