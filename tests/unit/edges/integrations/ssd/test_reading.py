"""Files of an extract: recognised, joined, refused or passed over, and never silently."""

from pathlib import Path

import pytest

from heard.edges.integrations.systems.ssd import Reading, read_ssd
from heard.edges.integrations.systems.ssd.columns import TABLES, by_columns, by_name
from heard.edges.integrations.tables.findings import CannotRead

PEOPLE = "pers_person_id,pers_dob\n"


def read(folder: Path, **files: str) -> Reading:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)
    return read_ssd(folder)


@pytest.mark.parametrize(
    "stem",
    ["ssd_person", "SSD_Person", "dbo.ssd_person", "ssd_person (2)", "ssd_person_2026-11-23",
     "ssd_person_part2", "Ssd_Development.SSD_PERSON"],
)  # fmt: skip
def test_a_table_is_known_by_its_name(stem: str) -> None:
    assert by_name(stem) == "ssd_person"


@pytest.mark.parametrize("stem", ["person", "ssd_persons_old", "ssd", "notes"])
def test_other_names_are_no_tables(stem: str) -> None:
    assert by_name(stem) is None


def test_a_table_is_known_by_its_columns(tmp_path: Path) -> None:
    reading = read(tmp_path, export__csv=PEOPLE + "1,2017-03-04\n")
    assert reading.table("ssd_person").height == 1
    assert reading.notes[0] == "export.csv is read as ssd_person: it has its columns."


def test_columns_tell_every_table_apart() -> None:
    for name, table in TABLES.items():
        assert by_columns([w for column in table.columns for w in column.written]) == [name]


def test_what_is_no_table_is_named_and_passed_over(tmp_path: Path) -> None:
    reading = read(tmp_path, ssd_person__csv=PEOPLE, readme__txt="hello\n", empty__csv="")
    assert sorted(note.split(" is ")[0] for note in reading.notes if "passed over" in note) == [
        "empty.csv",
        "readme.txt",
    ]


def test_a_table_that_is_not_used_is_named(tmp_path: Path) -> None:
    reading = read(tmp_path, ssd_person__csv=PEOPLE, ssd_missing__csv="miss_table_id\n1\n")
    assert "ssd_missing.csv is not used: Heard loads nothing from ssd_missing." in reading.notes


def test_a_second_file_of_a_table_is_joined_and_named(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ssd_person_1__csv=PEOPLE + "1,2017-03-04\n",
        ssd_person_2__csv="pers_dob,pers_person_id\n2011-02-28,2\n",
    )
    rows = reading.table("ssd_person")
    assert rows["person"].to_list() == ["1", "2"]
    assert any("holds ssd_person as ssd_person_1.csv does" in note for note in reading.notes)


def test_missing_columns_are_said_and_nothing_of_the_file_loads(tmp_path: Path) -> None:
    reading = read(tmp_path, ssd_person__csv=PEOPLE, ssd_cp_plans__csv="cppl_cp_plan_id\n1\n")
    assert "ssd_cp_plans" not in reading.tables
    reason = reading.refused[0].reason
    for column in ("cppl_cp_plan_start_date", "cppl_person_id or cppl_referral_id"):
        assert column in reason
    assert not reading.whole("ssd_cp_plans")


def test_a_name_that_is_not_its_columns_is_refused(tmp_path: Path) -> None:
    text = "prof_professional_id,prof_staff_id\n1,2\n"
    reading = read(tmp_path, ssd_person__csv=text)
    assert "its columns are those of ssd_professionals" in reading.refused[0].reason


def test_a_broken_line_is_kept_and_the_table_is_not_whole(tmp_path: Path) -> None:
    reading = read(tmp_path, ssd_person__csv=PEOPLE + "1,2017-03-04\n2,2011\n3\n")
    assert [bad.line for bad in reading.bad_rows] == [4]
    assert reading.table("ssd_person").height == 2
    assert not reading.whole("ssd_person")


def test_prose_with_line_breaks_does_not_swallow_rows(tmp_path: Path) -> None:
    text = 'pers_person_id,pers_dob,notes\n1,2017-03-04,"two\nlines"\n2,2011-02-28,x\n'
    assert read(tmp_path, ssd_person__csv=text).table("ssd_person").height == 2


@pytest.mark.parametrize("separator", ["\t", ";", "|"])
def test_other_separators_are_read_and_named(separator: str, tmp_path: Path) -> None:
    text = (PEOPLE + "1,2017-03-04\n").replace(",", separator)
    reading = read(tmp_path, ssd_person__csv=text)
    assert reading.table("ssd_person").height == 1
    assert any("between its columns" in note for note in reading.notes)


def test_a_program_under_the_name_of_a_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ssd_person.csv").write_bytes(b"PK\x03\x04 something")
    assert read_ssd(tmp_path).refused[0].file == "ssd_person.csv"


def test_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_ssd(tmp_path / "nowhere")


def test_passing_ids_are_no_part_of_what_a_row_says(tmp_path: Path) -> None:
    text = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
    reading = read(tmp_path, ssd_cp_plans__csv=text + "1,M1,2026-01-01,\n2,M1,2026-01-01,\n")
    assert reading.table("ssd_cp_plans")["same"].n_unique() == 1
