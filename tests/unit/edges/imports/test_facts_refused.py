"""What is refused, and nothing else: each bad row is named, and nothing is loaded."""

from pathlib import Path

import pytest

from heard.child.people.models import Child
from heard.edges.imports.doing import bring_in, look_at
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment import clock
from tests.unit.edges.imports.small import FILES, header, with_row, write

pytestmark = pytest.mark.django_db

# (what is added, file, line, column, part of the words)
ROWS = {
    "an empty id": ("work", ",CIN,2025-04-10,", 4, "child_id", "empty"),
    "a blank id": ("closures", "  ,M1,2025-04-10", 3, "closure_id", "empty"),
    "no such day": ("work", "M1,CIN,2025-04-31,", 4, "start_date", '"2025-04-31" is no day'),
    "a day in words": ("work", "M1,CIN,10/04/2025,", 4, "start_date", "is no day"),
    "a short day": ("work", "M1,CIN,2025-4-1,", 4, "start_date", "is no day"),
    "a day and a time": ("work", "M1,CIN,2025-04-01 00:00,", 4, "start_date", "is no day"),
    "a day with a space": ("work", "M1,CIN, 2025-04-01,", 4, "start_date", "is no day"),
    "a year of nothing": ("work", "M1,CIN,0000-04-01,", 4, "start_date", "is no day"),
    "digits of another script": ("work", "M1,CIN,٢٠٢٥-04-01,", 4, "start_date", "is no day"),
    "a level": ("work", "M1,LAC,2025-04-10,", 4, "level", '"LAC" is not known'),
    "an unknown child": ("work", "X9,CIN,2025-04-10,", 4, "child_id", '"X9" is not known'),
    "an end first": ("work", "M1,CIN,2025-04-10,2025-04-09", 4, "end_date", "before start_date"),
    "a flag": ("children", "N1,2017-01-01,yes,,", 4, "birth_date_estimated", '"yes"'),
    "one id twice": ("children", "M1,2017-03-05,0,F,WBRI", 4, "child_id", "line 2"),
    "one review twice": ("reviews", "R1,M1,CIN,2025-07-02,0,,,", 7, "review_id", "line 2"),
    "one asking twice": (
        *("askings", "Q2,T1,2025-09-11,provider,young_person,,1", 5, "asking_id", "line 4"),
    ),
    "one assessment twice": ("assessments", "A2,M1,2025-01-01", 5, "assessment_id", "line 4"),
    "one closure twice": ("closures", "C1,T1,", 3, "closure_id", "line 2"),
    "a long id": ("closures", f"{'x' * 65},T1,2025-12-01", 3, "closure_id", "64 characters"),
    "a point": ("confirmations", "review,A1,M1,yes,,2025-06-01,Ruth", 6, "point", '"review"'),
    "an answer": ("confirmations", "closure,C1,T1,maybe,,2025-12-02,Ruth", 6, "answer", "maybe"),
    "not appropriate without a reason": (
        *("confirmations", "closure,C1,T1,not_appropriate,,2025-12-02,Ruth", 6, "reason"),
        "there is no reason",
    ),
    "not appropriate with a blank reason": (
        *("confirmations", "closure,C1,T1,not_appropriate,  ,2025-12-02,Ruth", 6, "reason"),
        "there is no reason",
    ),
    "nobody answered": (
        *("confirmations", "closure,C1,T1,yes,,2025-12-02,", 6, "answered_by", "empty"),
    ),
    "a plan type": ("reviews", "R9,M1,ICPC,2025-07-01,0,,,", 7, "plan_type", '"ICPC"'),
    "a scheme": ("reviews", "R9,M1,CIN,2025-07-01,0,PN1,voice,", 7, "scheme", '"voice"'),
    "a scheme without a code": ("reviews", "R9,M1,CIN,2025-07-01,0,,old,", 7, "scheme", '"old"'),
    "a code without a scheme": ("reviews", "R9,M1,CIN,2025-07-01,0,PN1,,", 7, "scheme", "without"),
    "PN9": ("reviews", "R9,M1,CIN,2025-07-01,0,PN9,ssda903,", 7, "code", "has no code"),
    "pn1": ("reviews", "R9,M1,CIN,2025-07-01,0,pn1,voice-2023,", 7, "code", "has no code"),
    "PN0 of the new": ("reviews", "R9,M1,CIN,2025-07-01,0,PN0,voice-2023,", 7, "code", "no code"),
    "PN8 of the old": ("reviews", "R9,M1,CIN,2025-07-01,0,PN8,ssda903,", 7, "code", "no code"),
    "PN8 without a reason": (
        *("reviews", "R9,M1,CIN,2025-07-01,0,PN8,voice-2023,", 7, "reason", "without a reason"),
    ),
    "who asked": ("askings", "Q9,M1,2025-06-10,friend,child,,0", 5, "asked_by", '"friend"'),
    "who was asked": ("askings", "Q9,M1,2025-06-10,worker,dog,,0", 5, "asked_of", '"dog"'),
    "an unknown asking": ("talks", "Q9,2025-06-12", 3, "asking_id", '"Q9" is not known'),
    "a talk first": ("talks", "Q2,2025-09-09", 3, "talked_on", "before the asking"),
    "no reason not to ask": ("exemptions", "M1,2025-10-01,,,Ruth,", 3, "reason", "empty"),
    "an exemption ends first": (
        *("exemptions", "M1,2025-10-01,2025-09-30,Ill,Ruth,", 3, "to_date", "before from_date"),
    ),
    "too few cells": ("work", "M1,CIN", 4, "", "2 cells"),
    "too many cells": ("work", "M1,CIN,2025-04-10,,,more", 4, "", "6 cells"),
    "an open quotation mark": ("work", '"M1,CIN,2025-04-10,', 4, "", "quotation mark"),
    "a NUL": ("closures", "C\x009,T1,2025-12-01", 3, "closure_id", "NUL"),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_a_bad_row_is_named_and_nothing_is_loaded(case: str, tmp_path: Path) -> None:
    file, row, line, column, words = ROWS[case]
    folder = write(tmp_path / "facts", **with_row(file, row))
    summary = bring_in("facts", folder, by=HEARD_ITSELF, at=clock.now())
    assert summary["refused"]
    assert not summary["loaded"]
    [bad] = summary["bad_rows"]
    assert (bad["file"], bad["line"], bad["column"]) == (f"{file}.csv", line, column)
    assert words in bad["wrong"]
    assert bad["expected"]
    assert not Child.objects.exists()


def fault_of(folder: Path) -> dict[str, object]:
    summary = look_at("facts", folder, clock.today())
    assert summary["refused"]
    return summary["bad_rows"][0]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    bad = fault_of(write(tmp_path, talks=None))
    assert bad["file"] == "talks.csv"
    assert "missing" in str(bad["wrong"])


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    bad = fault_of(write(tmp_path, talks="asking_id\nQ1\n"))
    assert (bad["column"], bad["line"]) == ("talked_on", 1)


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    text = "asking_id,talked_on,talked_on\nQ1,2025-06-12,2025-06-13\n"
    bad = fault_of(write(tmp_path, talks=text))
    assert "twice" in str(bad["wrong"])


@pytest.mark.parametrize("text", ["", "\n", "Q1;2025-06-12\n", "<html></html>"])
def test_a_file_that_is_no_such_table_is_refused(text: str, tmp_path: Path) -> None:
    bad = fault_of(write(tmp_path, talks=text))
    assert (bad["file"], bad["line"]) == ("talks.csv", 1)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_are_refused_with_the_way_out(encoding: str, tmp_path: Path) -> None:
    text = header("exemptions") + "T1,2025-10-01,,Llŷr’s ward,Ruth,\n".replace("ŷ", "y")
    bad = fault_of(write(tmp_path, exemptions=text.encode(encoding)))
    assert "UTF-8" in str(bad["wrong"])
    assert "UTF-8" in str(bad["expected"])


def test_a_workbook_named_csv_is_refused(tmp_path: Path) -> None:
    bad = fault_of(write(tmp_path, talks=b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xff"))
    assert bad["file"] == "talks.csv"


def test_a_line_that_never_ends_is_refused_early(tmp_path: Path) -> None:
    folder = write(tmp_path)
    with (folder / "talks.csv").open("r+b") as file:
        file.truncate(400 * 1024 * 1024)  # sparse: 400 MB of NUL in one line
    bad = fault_of(folder)
    assert "longer than" in str(bad["wrong"])


def test_a_thousand_bad_rows_are_named_and_the_rest_is_counted(tmp_path: Path) -> None:
    rows = "".join(f"X{n},CIN,2025-04-10,\n" for n in range(1200))
    summary = look_at("facts", write(tmp_path, work=header("work") + rows), clock.today())
    assert len(summary["bad_rows"]) == 1000
    assert summary["bad_rows_in_all"] == 1200
    assert summary["bad_rows"][999]["line"] == 1001


def test_a_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    assert "no folder" in str(fault_of(tmp_path / "nothing")["wrong"])
    (tmp_path / "file").write_text("x")
    assert "no folder" in str(fault_of(tmp_path / "file")["wrong"])


def test_a_row_with_a_line_break_in_a_cell_keeps_the_lines_true(tmp_path: Path) -> None:
    rows = '"T1",2025-10-02,,"one\r\ntwo\nthree",Ruth,\r\nT1,bad,,four,Ruth,\r\n'
    bad = fault_of(write(tmp_path, exemptions=header("exemptions") + rows))
    assert bad["line"] == 5
    assert bad["column"] == "from_date"


def test_every_file_of_a_bad_folder_is_looked_at(tmp_path: Path) -> None:
    folder = write(tmp_path, **{name: header(name) + "x\n" for name in FILES})
    summary = look_at("facts", folder, clock.today())
    assert {bad["file"] for bad in summary["bad_rows"]} == {f"{name}.csv" for name in FILES}
