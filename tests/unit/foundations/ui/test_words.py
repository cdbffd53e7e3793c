from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from heard.foundations.ui import words


def test_a_day_is_written_out() -> None:
    assert words.day(date(2026, 11, 3)) == "3 November 2026"
    assert words.day(None) == ""


def test_an_instant_is_told_in_london_time() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert words.day(late) == "1 July 2026"
    assert words.moment(late) == "1 July 2026, 00:30"
    assert words.moment(None) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (62.5, "62.5%"),
        (Decimal("0.25"), "0.3%"),
        (Decimal("66.65"), "66.7%"),
        (100, "100.0%"),
        (0, "0.0%"),
        (None, "no percentage"),
    ],
)
def test_a_percentage_has_one_decimal(value: Decimal | None, written: str) -> None:
    assert words.percent(value) == written


def test_numbers_and_their_nouns() -> None:
    assert words.number(12582) == "12,582"
    assert words.number(None) == ""
    assert [words.plural(count, "visit") for count in (0, 1, 2)] == [
        "0 visits",
        "1 visit",
        "2 visits",
    ]
    assert words.plural(1200, "child", "children") == "1,200 children"


def test_the_letters_of_a_name() -> None:
    assert [words.letters(name) for name in ("Priya Nair", "Nan", "Mary Jane (MJ) Watson", "")] == [
        "PN",
        "N",
        "MW",
        "",
    ]
