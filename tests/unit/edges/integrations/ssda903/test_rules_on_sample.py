"""The rules on the sector's invented return of 12,582 reviews, with its known counts."""

import csv
import datetime
from pathlib import Path

from heard.edges.integrations.systems.ssda903 import (
    check,
    failing,
    loadable,
    read_return,
)
from heard.edges.integrations.systems.ssda903.loading.account import account

KNOWN = {
    "166": 0,
    "167": 0,
    "399": 967,
    "440": 1435,
    "441": 663,
    "1012": 3070,
    "INT08": 0,
    "INT17": 0,
}


def test_counts_are_those_of_the_validator(test_data: Path) -> None:
    reading = read_return(test_data / "ssda903")
    assert reading.table("Reviews").height == 12_582
    assert check(reading) == KNOWN


def test_failing_rows_add_up_to_the_counts(test_data: Path) -> None:
    rows = failing(read_return(test_data / "ssda903"))
    counted = dict(rows["rule"].value_counts().rows())
    assert counted == {rule: count for rule, count in KNOWN.items() if count}


def test_the_age_rules_agree_with_a_plain_count(test_data: Path) -> None:
    under, over = 0, 0
    with (test_data / "ssda903" / "reviews.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            born, day = (_day(row[name]) for name in ("DOB", "REVIEW"))
            before = (day.year - 4, day.month, day.day) < (born.year, born.month, born.day)
            after = (day.year - 4, day.month, day.day) > (born.year, born.month, born.day)
            under += after and row["REVIEW_CODE"] == "PN0"
            over += before and row["REVIEW_CODE"] != "PN0"
    assert (under, over) == (KNOWN["440"], KNOWN["441"])


def test_every_row_of_the_sample_is_accounted_for(test_data: Path) -> None:
    reading = read_return(test_data / "ssda903")
    found = loadable(reading, datetime.date(2026, 11, 22))
    lines = account(reading, found)
    assert [(line.table, line.rows, line.balances) for line in lines] == [
        ("Header", 2675, True),
        ("Reviews", 12582, True),
        ("Episodes", 5050, True),
    ]
    pairs = found.reviews.loadable.filter("to_settle").height // 2
    assert found.reviews.duplicates.height + pairs == 14


def test_the_messy_sample_is_read_with_its_extra_column(test_data: Path) -> None:
    reading = read_return(test_data / "ssda903_messy")
    assert {"Header", "Episodes"} <= set(reading.tables)
    assert any("TEST_COLUMN" in note for note in reading.notes)


def _day(text: str) -> datetime.date:
    return datetime.datetime.strptime(text, "%d/%m/%Y").date()
