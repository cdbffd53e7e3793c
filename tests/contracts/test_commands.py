"""What `heard import`, `export` and `check` promise: exit status, JSON alone, nothing half done."""

from pathlib import Path

import pytest

from tests.contracts.own import Own, new, own
from tests.independent.folders import write_folder
from tests.unit.edges.imports import returns, small


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Own:
    return own(tmp_path_factory.mktemp("contracts"))


def test_facts_go_round(heard: Own, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", 7, 30)
    assert heard.json("import", "facts", folder, "--dry-run")["dry_run"]
    assert heard.json("import", "facts", folder)["changed"]
    assert "Nothing changes" in heard.run("import", "facts", folder).stdout
    written = heard.json("export", "facts", tmp_path / "out")
    assert written["rows"]["children"] == 30
    assert not heard.json("import", "facts", tmp_path / "out")["changed"]


def test_an_export_does_not_write_over_another(heard: Own, tmp_path: Path) -> None:
    small.write(tmp_path)
    before = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    assert "--replace" in heard.run("export", "facts", tmp_path, status=1).stderr
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == before
    heard.run("export", "facts", tmp_path, "--replace")
    assert {f.name for f in tmp_path.iterdir()} == set(before)


def test_a_refused_folder_has_exit_status_1_and_names_its_rows(heard: Own, tmp_path: Path) -> None:
    folder = small.write(tmp_path, **small.with_row("work", "X9,LAC,2025-13-01,"))
    said = heard.run("import", "facts", folder, status=1)
    assert said.stdout == ""
    assert "work.csv, line 4, start_date" in said.stderr
    found = heard.json("import", "facts", folder, status=1)
    assert [bad["column"] for bad in found["bad_rows"]] == ["child_id", "level", "start_date"]


@pytest.mark.parametrize("path", ["nothing", "file"])
def test_a_path_without_a_return_is_bad_input(path: str, heard: Own, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("A,B\n1,2\n")
    for command in (("import", "ssda903"), ("check", "ssda903"), ("import", "facts")):
        assert heard.run(*command, tmp_path / path, status=1).stderr


def test_reviews_leave_as_csv_and_xml_that_can_be_checked(heard: Own, tmp_path: Path) -> None:
    heard.run("import", "ssda903", returns.write(tmp_path / "in"))
    for kind in ("csv", "xml"):
        path = tmp_path / f"reviews.{kind}"
        words = ("export", "ssda903-reviews", "--year", "2025-26", "--format", kind, "--out", path)
        found = heard.json(*words)
        assert found["written"] >= 2
        assert set(heard.json("check", "ssda903", path).values()) >= {0}
        assert "there already" in heard.run(*words, status=1).stderr


@pytest.mark.parametrize("year", ["2025", "2025-27", "25-26", "x"])
def test_a_year_that_is_none_is_bad_input(year: str, heard: Own, tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    words = ("export", "ssda903-reviews", "--year", year, "--out", path)
    assert "2025-26" in heard.run(*words, status=1).stderr
    assert not path.exists()


def test_a_folder_that_cannot_be_written_is_said(heard: Own, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert (
        "could not be written" in heard.run("export", "facts", tmp_path / "file", status=1).stderr
    )


def test_a_new_database_says_what_to_do(tmp_path: Path) -> None:
    made = new(tmp_path / "data", "")
    said = made.run("import", "facts", small.write(tmp_path / "facts"), status=1).stderr
    assert "heard migrate" in said


def test_check_needs_no_database(tmp_path: Path) -> None:
    made = new(tmp_path / "data", "postgresql://nowhere:1/x")
    counts = made.json("check", "ssda903", returns.write(tmp_path / "in"))
    assert sorted(counts) == ["1012", "166", "167", "399", "440", "441", "INT08", "INT17"]
