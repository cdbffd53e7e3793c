"""A folder: what is read, what is passed over, what is refused, and that each is named."""

import os
from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import read_return
from heard.edges.integrations.tables.findings import CannotRead
from heard.edges.integrations.tables.limits import Limits

from .returns import HEADER, REVIEWS, child, file_of, return_of

ROW = "1,05/06/2010,01/02/2020,PN1"


def test_tables_are_found_under_any_file_name(tmp_path: Path) -> None:
    file_of(tmp_path, "x.txt", REVIEWS, ROW)
    file_of(tmp_path, "reviews.csv", HEADER, child("1"))
    reading = read_return(tmp_path)
    assert {name: frame.height for name, frame in reading.tables.items()} == {
        "Header": 1,
        "Reviews": 1,
    }


def test_a_single_file_is_a_return_too(tmp_path: Path) -> None:
    assert read_return(file_of(tmp_path, "r.csv", REVIEWS, ROW)).table("Reviews").height == 1


def test_columns_may_come_in_another_order(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", "REVIEW_CODE,CHILD,review,DOB", "PN1,7,01/02/2020,05/06/2010")
    row = read_return(tmp_path).table("Reviews").row(0, named=True)
    assert (row["CHILD"], row["REVIEW"], row["REVIEW_CODE"]) == ("7", "01/02/2020", "PN1")


def test_extra_columns_are_named(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", REVIEWS + ",TEAM", ROW + ",North")
    reading = read_return(tmp_path)
    assert reading.notes == ["r.csv has columns that Reviews does not have: TEAM."]
    assert "TEAM" not in reading.table("Reviews").columns


def test_missing_columns_refuse_the_file_and_say_which(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", "CHILD,DOB,REVIEW", "1,05/06/2010,01/02/2020")
    (refused,) = read_return(tmp_path).refused
    assert (refused.file, refused.nearest) == ("r.csv", ("Reviews",))
    assert "REVIEW_CODE" in refused.reason


def test_a_column_that_stands_twice_refuses_the_file(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", REVIEWS + ",REVIEW", ROW + ",02/02/2020")
    assert "REVIEW stands in it twice" in read_return(tmp_path).refused[0].reason


def test_a_file_that_is_no_table_is_named_and_passed_over(tmp_path: Path) -> None:
    return_of(tmp_path, reviews=(ROW,))
    file_of(tmp_path, "minutes.txt", "Maya said, she would rather not")
    file_of(tmp_path, "empty.csv")
    notes = " ".join(read_return(tmp_path).notes)
    assert "minutes.txt is passed over" in notes
    assert "empty.csv is passed over" in notes
    assert "Maya" not in notes


def test_a_second_file_of_a_table_is_joined_and_named(tmp_path: Path) -> None:
    file_of(tmp_path, "a.csv", REVIEWS, ROW)
    file_of(tmp_path, "b.csv", REVIEWS, ROW, "", ROW)
    reading = read_return(tmp_path)
    assert reading.notes == ["b.csv holds Reviews as a.csv does: its 2 rows are joined to them."]
    places = reading.table("Reviews").select("file", "line", "row").rows()
    assert places == [("a.csv", 2, 0), ("b.csv", 2, 1), ("b.csv", 4, 2)]


def test_links_folders_and_pipes_are_named_and_never_opened(tmp_path: Path) -> None:
    folder = tmp_path / "return"
    folder.mkdir()
    file_of(tmp_path, "outside.csv", REVIEWS, ROW)
    (folder / "link.csv").symlink_to(tmp_path / "outside.csv")
    (folder / "deeper").mkdir()
    os.mkfifo(folder / "pipe.csv")
    reading = read_return(folder)
    assert reading.tables == {}
    assert [note.split()[0] for note in reading.notes] == ["deeper", "link.csv", "pipe.csv"]


@pytest.mark.parametrize(
    "first, words",
    [(b"PK\x03\x04xl/workbook.xml", "workbook"), (b"%PDF-1.7", "PDF"), (b"\x1f\x8b", "compressed")],
)
def test_a_workbook_under_another_name_gives_a_clear_reason(
    tmp_path: Path, first: bytes, words: str
) -> None:
    (tmp_path / "reviews.csv").write_bytes(first + b"\x00" * 100)
    (tmp_path / "reviews.xlsx").write_bytes(first + b"\x00" * 100)
    reading = read_return(tmp_path)
    assert words in reading.refused[0].reason
    assert "reviews.xlsx is passed over" in reading.notes[0]


def test_nothing_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="nothing of that name"):
        read_return(tmp_path / "nowhere")


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(4):
        file_of(tmp_path, f"{number}.csv", REVIEWS)
    with pytest.raises(CannotRead, match="holds 4 files; the limit is 3"):
        read_return(tmp_path, Limits(files=3))


def test_a_table_without_rows_is_there_and_empty(tmp_path: Path) -> None:
    file_of(tmp_path, "r.csv", REVIEWS)
    assert read_return(tmp_path).tables["Reviews"].height == 0
