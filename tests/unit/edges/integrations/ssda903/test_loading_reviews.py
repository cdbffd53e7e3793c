"""Which rows of the Reviews load: all whose child and day can be read."""

from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import Review, Stream, loadable, read_return

from .returns import TODAY, child, return_of

HEADER = (child("1"), child("2", ""))


def reviews_of(folder: Path, *reviews: str, header: tuple[str, ...] = HEADER) -> Stream[Review]:
    return loadable(read_return(return_of(folder, header, reviews)), TODAY).reviews


@pytest.mark.parametrize(
    "sent, code, scheme",
    [
        ("PN3", "PN3", "ssda903"),
        ("pn1", "PN1", "ssda903"),
        (" PN1 ", "PN1", "ssda903"),
        ("PN0", "PN0", "ssda903"),
        ("PN8", "PN8", "local"),
        ("pn9", "PN9", "local"),
        ("Child attends and speaks", "Child attends and speaks", "local"),
        ("=1+1", "=1+1", "local"),
        ("", "", ""),
        ("  ", "", ""),
    ],
)
def test_every_code_loads_with_its_scheme(
    tmp_path: Path, sent: str, code: str, scheme: str
) -> None:
    (review,) = reviews_of(tmp_path, f"1,05/06/2010,01/02/2020,{sent}")
    assert (review.code, review.scheme, review.to_settle) == (code, scheme, False)


@pytest.mark.parametrize(
    "row, words",
    [
        (",05/06/2010,01/02/2020,PN1", "id (CHILD) is blank"),
        ("1,05/06/2010,,PN1", "(REVIEW) is blank"),
        ("1,05/06/2010,soon,PN1", "(REVIEW) is no date"),
        ("1,05/06/2010,01/01/1900,PN1", "stands for no date"),
        ("1,05/06/2010,02/11/2026,PN1", "still to come"),
        ("2,,01/02/2020,PN1", "not in the Header with a date of birth"),
        ("9,31/04/2010,01/02/2020,PN1", "not in the Header with a date of birth"),
        (f"1,05/06/2010,01/02/2020,{'x' * 201}", "longer than 200"),
    ],
)
def test_what_cannot_be_read_is_set_aside_word_for_word(
    tmp_path: Path, row: str, words: str
) -> None:
    found = reviews_of(tmp_path, row)
    (aside,) = found.quarantine()
    assert (aside.table, aside.line, aside.raw) == ("Reviews", 2, row)
    assert words in aside.reason
    assert list(found) == []


def test_broken_rules_are_no_reason_to_leave_a_review_out(tmp_path: Path) -> None:
    rows = (
        "1,06/06/2010,01/02/2020,PN0",
        "1,05/06/2010,01/02/2009,PN1",
        "9,05/06/2015,01/11/2026,PN1",
        "2,05/06/2015,01/02/2020,PN1",
    )
    found = list(reviews_of(tmp_path, *rows))
    assert [(review.child_id, review.born.year) for review in found] == [
        *(("1", 2010), ("1", 2010), ("9", 2015), ("2", 2015))
    ]


def test_the_header_says_how_an_id_is_written_and_when_the_child_was_born(tmp_path: Path) -> None:
    (review,) = reviews_of(tmp_path, " x7,06/06/2010,01/02/2020,PN1", header=(child("X7"),))
    assert (review.child_id, review.born.day) == ("X7", 5)


def test_the_same_review_again_is_a_duplicate_of_the_first(tmp_path: Path) -> None:
    found = reviews_of(tmp_path, "1,05/06/2010,01/02/2020,PN1", "1,05/06/2010,2020-02-01,pn1")
    assert [(double.line, double.of_line) for double in found.doubles()] == [(3, 2)]
    assert [(review.line, review.to_settle) for review in found] == [(2, False)]


def test_two_codes_on_one_day_both_load_for_a_person_to_settle(tmp_path: Path) -> None:
    rows = tuple(f"1,05/06/2010,01/02/2020,{code}" for code in ("PN1", "PN2", "PN1", ""))
    found = reviews_of(tmp_path, *rows, "1,05/06/2010,02/02/2020,PN2")
    assert [(review.code, review.to_settle) for review in found] == [
        *(("PN1", True), ("PN2", True), ("", True), ("PN2", False))
    ]
    assert [double.line for double in found.doubles()] == [4]


@pytest.mark.parametrize("header", [(), (child("7"), child("7", "06/06/2010"))])
def test_reviews_of_two_children_with_one_id_are_set_aside(
    tmp_path: Path, header: tuple[str, ...]
) -> None:
    found = reviews_of(
        tmp_path,
        *("7,05/06/2010,01/02/2020,PN1", "7,06/06/2010,01/03/2020,PN1"),
        header=header,
    )
    assert ["different dates of birth" in aside.reason for aside in found.quarantine()] == [
        True,
        True,
    ]


def test_broken_lines_are_in_the_quarantine_too(tmp_path: Path) -> None:
    (aside,) = reviews_of(tmp_path, "1,05/06/2010").quarantine()
    assert (aside.line, aside.raw) == (2, "1,05/06/2010")


def test_notes_count_what_loads_although_it_is_not_as_it_should_be(tmp_path: Path) -> None:
    rows = tuple(f"1,05/06/2010,0{n}/02/2020,{c}" for n, c in enumerate(("PN9", "pn9", ""), 1))
    long = "1,05/06/2010,09/02/2020,A sentence about Maya that is long"
    found = loadable(read_return(return_of(tmp_path, HEADER, (*rows, long))), TODAY)
    assert found.notes() == [
        "3 reviews with a code that the statutory list does not have (PN9): kept as text, "
        "counted as not coded.",
        "1 review without a code.",
    ]
