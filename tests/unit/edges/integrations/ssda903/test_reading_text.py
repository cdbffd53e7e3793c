"""The text of a CSV file: encodings, line breaks, quotation marks, and rows that are broken."""

from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssda903 import Reading, read_return

from .returns import REVIEWS, file_of

GOOD = "1,05/06/2010,01/02/2020,PN1"


def reviews_of(folder: Path, data: bytes) -> Reading:
    (folder / "r.csv").write_bytes(data)
    return read_return(folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "ascii"])
def test_encodings_that_extracts_come_in(tmp_path: Path, encoding: str) -> None:
    child = "É1" if encoding != "ascii" else "E1"
    text = f"{REVIEWS}\r\n{child},05/06/2010,01/02/2020,PN1\r\n"
    assert reviews_of(tmp_path, text.encode(encoding)).table("Reviews")["CHILD"].item() == child


def test_windows_1252_is_said(tmp_path: Path) -> None:
    reading = reviews_of(tmp_path, f"{REVIEWS}\nÉ1,,,\n".encode("cp1252"))
    assert reading.notes == ["r.csv is read as Windows-1252."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_breaks_of_every_kind_keep_line_numbers(tmp_path: Path, end: str) -> None:
    reading = reviews_of(tmp_path, end.join([REVIEWS, GOOD, "", "  ", GOOD, ""]).encode())
    assert reading.table("Reviews")["line"].to_list() == [2, 5]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_of_other_programs(tmp_path: Path, separator: str) -> None:
    text = f"{REVIEWS}\n{GOOD}\n".replace(",", separator)
    assert reviews_of(tmp_path, text.encode()).table("Reviews")["REVIEW_CODE"].item() == "PN1"


def test_quoted_cells_may_hold_separators_and_line_breaks(tmp_path: Path) -> None:
    lines = [
        REVIEWS + ",NOTE",
        '"1","05/06/2010","01/02/2020","PN1","a, ""b""\nc"',
        "2,05/06/2010,01/02/2020,PN2,d",
    ]
    frame = reviews_of(tmp_path, ("\n".join(lines) + "\n").encode()).table("Reviews")
    assert frame.select("CHILD", "REVIEW_CODE", "line").rows() == [("1", "PN1", 2), ("2", "PN2", 4)]


@pytest.mark.parametrize(
    "row, words",
    [
        ("1,05/06/2010,01/02/2020", "3 cells where the first line names 4"),
        ("1,05/06/2010,01/02/2020,PN1,late", "5 cells where the first line names 4"),
        ('1,"05/06/2010,01/02/2020,PN1', "quotation mark"),
        ('1,"05/06/2010"x,01/02/2020,PN1', "quotation mark"),
        ("1,05/06/2010,01/02\x00/2020,PN1", "NUL"),
    ],
)
def test_a_broken_row_is_set_aside_and_the_rest_loads(tmp_path: Path, row: str, words: str) -> None:
    reading = reviews_of(tmp_path, f"{REVIEWS}\n{GOOD}\n{row}\n{GOOD}\n".encode())
    (bad,) = reading.bad_rows
    assert (bad.table, bad.file, bad.line, bad.raw) == ("Reviews", "r.csv", 3, row)
    assert words in bad.reason
    assert reading.table("Reviews")["line"].to_list() == [2, 4]


def test_a_quotation_mark_left_open_never_swallows_the_rows_below(tmp_path: Path) -> None:
    open_mark = '1,05/06/2010,01/02/2020,"PN1'
    reading = reviews_of(tmp_path, f"{REVIEWS}\n{open_mark}\n{GOOD}\n{open_mark}\n".encode())
    assert [bad.line for bad in reading.bad_rows] == [2, 4]
    assert reading.table("Reviews")["line"].to_list() == [3]


def test_blank_cells_behind_the_last_column_do_no_harm(tmp_path: Path) -> None:
    reading = reviews_of(tmp_path, f"{REVIEWS}\n{GOOD},,\n{GOOD}\n".encode())
    assert (reading.table("Reviews").height, reading.bad_rows) == (2, [])


def test_a_truncated_export_keeps_what_came_and_says_where_it_stops(tmp_path: Path) -> None:
    reading = reviews_of(tmp_path, f"{REVIEWS}\n{GOOD}\n1,05/06/2010,01/0".encode())
    assert "stop in the middle of this line" in reading.bad_rows[0].reason
    assert reading.table("Reviews").height == 1
    assert reading.notes == [
        "The last line of r.csv has no line break: if the file was cut off, rows are missing."
    ]


def test_a_file_cut_off_inside_a_letter_is_still_utf8(tmp_path: Path) -> None:
    text = f"{REVIEWS}\nÉ1,,,\n".encode() + "2,05/06/2010,01/02/2020,É".encode()[:-1]
    reading = reviews_of(tmp_path, text)
    assert reading.table("Reviews")["CHILD"].to_list() == ["É1"]
    assert [bad.line for bad in reading.bad_rows] == [3]


def test_a_letter_that_no_encoding_has_sets_its_row_aside(tmp_path: Path) -> None:
    data = f"{REVIEWS}\n{GOOD}\n".encode() + b"\x81\xe9,05/06/2010,01/02/2020,PN1\n"
    reading = reviews_of(tmp_path, data)
    assert [(bad.line, "encoding" in bad.reason) for bad in reading.bad_rows] == [(3, True)]


@pytest.mark.parametrize(
    "child",
    [
        "=HYPERLINK(1)",
        "+447",
        "@SUM(1)",
        "Robert'); DROP TABLE reviews;--",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "\u202egnirts",
        "Z\u0351\u0343\u0344algo",
        "👨‍👩‍👧",
        "Llŷr",
        "NULL",
        "NaN",
    ],
)
def test_what_was_sent_is_kept_letter_for_letter(tmp_path: Path, child: str) -> None:
    file_of(tmp_path, "r.csv", REVIEWS, f"{child},05/06/2010,01/02/2020,PN1")
    assert read_return(tmp_path).table("Reviews")["CHILD"].item() == child
