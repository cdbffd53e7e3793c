"""Which rows of the Header become children."""

import datetime
from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import Child, Stream, loadable, read_return

from .returns import TODAY, child, return_of


def children_of(folder: Path, *header: str) -> Stream[Child]:
    return loadable(read_return(return_of(folder, header)), TODAY).children


def test_a_child_loads_with_what_was_sent(tmp_path: Path) -> None:
    (found,) = children_of(tmp_path, " a1 ,1,05/06/2010,wbri,,,")
    assert found[:4] == ("a1", datetime.date(2010, 6, 5), "1", "WBRI")
    assert (found.file, found.line) == ("header.csv", 2)


@pytest.mark.parametrize(
    "row, words",
    [
        (child(""), "id (CHILD) is blank"),
        (child("  "), "id (CHILD) is blank"),
        (child("1" * 65), "longer than 64"),
        (child("1\u0007"), "characters that no id has"),
        (child("1", ""), "(DOB) is blank"),
        (child("1", "31/04/2010"), "is no date"),
        (child("1", "06/13/2010"), "is no date"),
        (child("1", "05/06/10"), "is no date"),
        (child("1", "01/01/1900"), "stands for no date"),
        (child("1", "02/11/2026"), "in the future"),
    ],
)
def test_a_child_who_cannot_be_read_is_set_aside_word_for_word(
    tmp_path: Path, row: str, words: str
) -> None:
    found = children_of(tmp_path, row, child("2"))
    (aside,) = found.quarantine()
    assert (aside.table, aside.file, aside.line, aside.raw) == ("Header", "header.csv", 2, row)
    assert words in aside.reason
    assert [each.child_id for each in found] == ["2"]


@pytest.mark.parametrize(
    "born", ["2010-06-05", "05/06/2010 00:00", " 5/6/2010", "2010-06-05T00:00:00"]
)
def test_a_date_that_can_only_mean_one_day_is_read(tmp_path: Path, born: str) -> None:
    (found,) = children_of(tmp_path, child("1", born))
    assert found.born.isoformat() == "2010-06-05"


def test_two_children_with_one_id_are_both_set_aside(tmp_path: Path) -> None:
    found = children_of(tmp_path, child("a"), child("2"), child("A", "06/06/2010"))
    asides = list(found.quarantine())
    assert [aside.line for aside in asides] == [2, 4]
    assert all("line 2 of header.csv, line 4 of header.csv" in aside.reason for aside in asides)
    assert [each.child_id for each in found] == ["2"]


def test_a_placeholder_beside_a_date_contradicts_nothing(tmp_path: Path) -> None:
    found = children_of(tmp_path, child("1", "01/01/1900"), child("1"))
    assert [(each.child_id, each.line) for each in found] == [("1", 3)]


def test_the_same_child_again_is_a_duplicate(tmp_path: Path) -> None:
    found = children_of(tmp_path, child("1"), child("1"))
    (double,) = found.doubles()
    assert (double.line, double.of_line) == (3, 2)


def test_the_same_child_with_another_sex_is_for_a_person(tmp_path: Path) -> None:
    found = children_of(tmp_path, child("1"), child("1", sex="M"))
    assert [each.sex for each in found] == ["F"]
    (aside,) = found.quarantine()
    assert "line 2 of header.csv" in aside.reason


@pytest.mark.parametrize("sex", ["1", "2", "M", "F", "U"])
def test_sex_is_kept_as_given(tmp_path: Path, sex: str) -> None:
    (found,) = children_of(tmp_path, child("1", sex=sex))
    assert found.sex == sex
