"""The Annex A workbook comes in: people, plans, and who has whom."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from heard.child.people.models import Allocation, Child, Team, Work, Worker
from heard.child.people.operations import add_worker
from heard.edges.imports.doing import bring_in, look_at
from heard.edges.imports.models import QuarantinedRow
from tests.cast import SYSTEM, TODAY, Cast
from tests.unit.edges.imports.child_rows import workbooks
from tests.unit.edges.imports.child_rows.censuses import child, details
from tests.unit.edges.imports.child_rows.censuses import write as write_census
from tests.unit.edges.imports.child_rows.workbooks import MAYA, THEO, cin, plan
from tests.unit.edges.imports.doing import every_row, load

pytestmark = pytest.mark.django_db
BEGAN = date(2025, 4, 10)


def whole(file: Path, worker: str = "Ann Bell") -> Path:
    """Maya on a child protection plan, Theo in our care, each with their episode of need."""
    return workbooks.write(
        file,
        above=3,
        List_1=[[*MAYA[:5], BEGAN, "Police"]],
        List_6=[cin(MAYA, BEGAN, worker=worker), cin(THEO, "01/05/2023", date(2024, 1, 1))],
        List_7=[plan(MAYA, date(2025, 5, 1), worker=worker)],
        List_8=[plan(THEO, date(2024, 1, 31), date(2025, 12, 1))],
        List_9=[[*THEO, "", "", "Kim Adeyemi", "Relevant child"]],
    )


def allocated() -> list[tuple[str, str, str, date | None]]:
    rows = Allocation.objects.order_by("child__authority_id", "start_date", "pk").filter(
        child__authority_id__in=("M1", "T1")
    )
    team = "worker__team__name"
    return list(rows.values_list("child__authority_id", "worker__name", team, "end_date"))


def test_people_plans_and_workers_come_in(tmp_path: Path) -> None:
    summary = load(whole(tmp_path / "a.xlsx"), "annex_a")
    work = Work.objects.order_by("child__authority_id", "level", "start_date")
    assert list(work.values_list("child__authority_id", "level", "start_date", "end_date")) == [
        ("M1", "CIN", BEGAN, None),
        ("M1", "CP", date(2025, 5, 1), None),
        ("T1", "CIN", date(2023, 5, 1), date(2024, 1, 1)),
        ("T1", "CLA", date(2024, 1, 31), date(2025, 12, 1)),
    ]
    maya, theo = Child.objects.order_by("authority_id")
    assert (maya.birth_date, maya.sex, maya.ethnicity) == (date(2017, 3, 4), "F", "WBRI")
    assert (maya.disability, theo.disability, theo.ethnicity) == ("NONE", "", "WBRI")
    assert allocated() == [("M1", "Ann Bell", "East", None), ("T1", "Kim Adeyemi", None, None)]
    assert summary["tables"]["List 6"]["used"] == 2
    assert "List 1 (contacts) is not used (1 rows)" in " ".join(summary["notes"])


def test_looking_and_repeating_change_nothing(tmp_path: Path) -> None:
    file, before = whole(tmp_path / "a.xlsx"), every_row()
    assert look_at("annex_a", file, TODAY)["changed"]
    assert every_row() == before
    load(file, "annex_a")
    after = every_row()
    assert not load(file, "annex_a")["changed"]
    assert every_row() == after


def test_a_new_worker_follows_the_one_before(tmp_path: Path) -> None:
    load(whole(tmp_path / "a.xlsx"), "annex_a")
    summary = load(whole(tmp_path / "b.xlsx", worker="Ben Cole"), "annex_a")
    assert summary["allocations"]["moved"] == 1
    assert [row[1] for row in allocated() if row[3] is None and row[0] == "M1"] == ["Ben Cole"]
    assert Team.objects.count() == 1


def test_a_worker_of_heard_is_meant_by_name_and_team(cast: Cast, tmp_path: Path) -> None:
    load(whole(tmp_path / "a.xlsx", worker="Priya"), "annex_a")
    assert Allocation.objects.get(child__authority_id="M1").worker == cast.workers["Priya"]
    load(whole(tmp_path / "a.xlsx", worker="Sam"), "annex_a")  # Sam is in the team West
    now = Allocation.objects.get(child__authority_id="M1", end_date=None).worker
    assert now != cast.workers["Sam"]
    assert (now.name, now.staff) == ("Sam", None)


def test_whom_a_manager_allocated_stays(cast: Cast, tmp_path: Path) -> None:
    who = ["NM-Maya", "F", "", date(2017, 7, 26), 9, ""]
    summary = load(workbooks.write(tmp_path / "a.xlsx", List_6=[cin(who, BEGAN)]), "annex_a")
    assert summary["allocations"]["elsewhere"] == 1
    row = Allocation.objects.get(child=cast.children["Maya"], end_date=None)
    assert row.worker == cast.workers["Priya"]


def test_two_of_one_name_in_a_team_are_nobody(cast: Cast, tmp_path: Path) -> None:
    team = Team.objects.get(name="East").pk
    for _ in range(2):
        add_worker(name="Ann Bell", staff=None, team=team, **SYSTEM)
    summary = load(whole(tmp_path / "a.xlsx"), "annex_a")
    assert "have the same name (Ann Bell)" in " ".join(summary["notes"])
    assert [row[0] for row in allocated()] == ["T1"]
    assert Worker.objects.filter(name="Ann Bell").count() == 2


def test_bad_rows_are_set_aside_and_the_rest_loads(tmp_path: Path) -> None:
    other = ["T1", "M", "", date(2010, 2, 28), 14, ""]
    rows = [
        cin(MAYA, BEGAN),
        cin(["", "F", "", date(2017, 3, 4), 8, ""], BEGAN),
        cin(["X1", "F", "", "", "", ""], BEGAN),
        cin(["X2", "F", "", "4th of March", "", ""], BEGAN),
        cin(["X3", "F", "", date(2017, 3, 4), 8, ""], date(2027, 1, 1)),
        cin(["X4", "F", "", date(2017, 3, 4), 8, ""], BEGAN, date(2025, 4, 9)),
        cin(THEO, BEGAN),
        cin(other, BEGAN),
    ]
    summary = load(workbooks.write(tmp_path / "a.xlsx", List_6=rows), "annex_a")
    assert list(Child.objects.values_list("authority_id", flat=True)) == ["M1"]
    assert summary["tables"]["List 6"] == {"read": 8, "used": 1, "left": 0, "quarantined": 7}
    assert QuarantinedRow.objects.count() == 7
    assert "a.xlsx, List 6" in QuarantinedRow.objects.values_list("file", flat=True)


def test_a_child_known_with_another_birth_date_waits_for_a_person(tmp_path: Path) -> None:
    load(
        write_census(tmp_path / "c.xml", child("M1", details("2025-04-10"), born="2016-01-01")),
        "cin",
    )
    load(whole(tmp_path / "a.xlsx"), "annex_a")
    assert not allocated() or {row[0] for row in allocated()} == {"T1"}
    assert {row.table for row in QuarantinedRow.objects.all()} == {"List 6", "List 7"}


def test_an_unborn_child_has_the_day_on_which_they_are_expected(tmp_path: Path) -> None:
    unborn = ["B1", "Unborn", "", date(2027, 2, 1), -1, ""]
    load(workbooks.write(tmp_path / "a.xlsx", List_7=[plan(unborn, date(2026, 11, 1))]), "annex_a")
    baby = Child.objects.get()
    assert (baby.birth_date, baby.expected_birth_date) == (None, date(2027, 2, 1))


def test_headings_and_sheets_may_be_named_otherwise(tmp_path: Path) -> None:
    heads = ["child id", "DOB", "GENDER", "CIN start date\n(dd/mm/yyyy)", "Allocated social worker"]
    rows = [["Northmoor"], [], heads, ["M1", "04/03/2017", "F", "2025-04-10 00:00:00", "Ann Bell"]]
    file = workbooks.write_sheets(tmp_path / "a.xlsx", {"Open CIN": rows, "Notes": [["Hello"]]})
    summary = load(file, "annex_a")
    assert Work.objects.get().start_date == BEGAN
    notes = " ".join(summary["notes"])
    assert (
        "List 6 has no column Ethnicity, Does the Child have a Disability, Allocated Team" in notes
    )
    assert "Notes is passed over" in notes


def test_a_list_without_ids_loads_nothing_and_says_so(tmp_path: Path) -> None:
    heads = [h for h in workbooks.HEADS["List 6"] if h != "Child Unique ID"]
    file = workbooks.write_sheets(tmp_path / "a.xlsx", {"List 6": [heads, cin(MAYA, BEGAN)[1:]]})
    summary = bring_in("annex_a", file, **SYSTEM)
    assert "List 6 has no column Child Unique ID. Add it" in summary["why"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel workbook"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (b"child,dob\n", "lists 6 to 9"),
        (b"", "lists 6 to 9"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    summary = bring_in("annex_a", tmp_path, **SYSTEM)
    assert summary["refused"]
    assert why in summary["why"]


def test_a_workbook_that_would_grow_too_big_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heard.edges.integrations.systems.annex_a.workbook.UNPACKED", 100_000)
    file = whole(tmp_path / "a.xlsx")
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/x.bin", b"\0" * 200_000)
    assert "would unpack to more" in bring_in("annex_a", file, **SYSTEM)["why"]


def test_any_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as parts:
        parts.writestr("a.txt", "x")
    assert "damaged, or has a password" in bring_in("annex_a", tmp_path, **SYSTEM)["why"]
