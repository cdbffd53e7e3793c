"""The CIN census comes in: children, plans, the unborn, and what is set aside with a reason."""

from datetime import date
from pathlib import Path

import pytest

from heard.child.people.models import Child, Work
from heard.child.people.operations import restrict
from heard.edges.imports.doing import bring_in, look_at
from heard.edges.imports.models import QuarantinedRow
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.deployment.operations import describe
from tests.cast import NOON, SYSTEM, TODAY
from tests.unit.edges.imports import returns
from tests.unit.edges.imports.child_rows.censuses import (
    IDS,
    census,
    child,
    cin_plan,
    cp_plan,
    details,
    write,
)
from tests.unit.edges.imports.doing import every_row, load

pytestmark = pytest.mark.django_db
FGDM = "<PreProceedingsandFGDM><PPStartDate>2026-09-09</PPStartDate></PreProceedingsandFGDM>"


def periods(id: str) -> list[tuple[str, date, date | None]]:
    rows = Work.objects.filter(child__authority_id=id).order_by("level", "start_date")
    return list(rows.values_list("level", "start_date", "end_date"))


def reasons() -> list[str]:
    return list(QuarantinedRow.objects.order_by("line").values_list("reason", flat=True))


def test_children_come_in_with_their_plans(tmp_path: Path) -> None:
    inside = cin_plan("2025-05-01", "2025-06-01") + cp_plan("2025-06-02") + FGDM
    traits = (
        "<Ethnicity>WBRI</Ethnicity><Disabilities><Disability>MOB</Disability>"
        "<Disability>LD</Disability></Disabilities>"
    )
    maya = child("M1", details("2025-04-10", inside=inside), traits=traits, more="<Sex>F</Sex>")
    theo = child("T1", details("2025-01-10", "2025-07-01", cin_plan("2025-02-01")))
    summary = load(write(tmp_path / "cin.xml", maya, theo), "cin")
    one = Child.objects.get(authority_id="M1")
    assert (one.birth_date, one.sex, one.ethnicity) == (date(2017, 3, 4), "F", "WBRI")
    assert one.disability == "LD MOB"
    assert periods("M1") == [
        ("CIN", date(2025, 4, 10), None),
        ("CP", date(2025, 6, 2), None),
    ]
    assert periods("T1") == [("CIN", date(2025, 1, 10), date(2025, 7, 1))]
    assert summary["children"]["new"] == 2


def test_looking_changes_nothing_and_a_repeat_changes_nothing(tmp_path: Path) -> None:
    file = write(
        tmp_path / "cin.xml", child("M1", details("2025-04-10", inside=cp_plan("2025-05-01")))
    )
    before = every_row()
    assert look_at("cin", file, TODAY)["changed"]
    assert every_row() == before
    load(file, "cin")
    after = every_row()
    assert not look_at("cin", file, TODAY)["changed"]
    assert not load(file, "cin")["changed"]
    assert every_row() == after


def test_a_later_census_ends_what_is_over(tmp_path: Path) -> None:
    load(write(tmp_path / "one.xml", child("M1", details("2025-04-10"))), "cin")
    load(write(tmp_path / "two.xml", child("M1", details("2025-04-10", "2026-05-01"))), "cin")
    assert periods("M1") == [("CIN", date(2025, 4, 10), date(2026, 5, 1))]
    load(write(tmp_path / "one.xml", child("M1", details("2025-04-10"))), "cin")
    assert periods("M1") == [("CIN", date(2025, 4, 10), date(2026, 5, 1))]


def test_an_unborn_child_is_known_again_when_born(tmp_path: Path) -> None:
    due = "<ExpectedPersonBirthDate>2026-12-20</ExpectedPersonBirthDate><Sex>U</Sex>"
    load(write(tmp_path / "one.xml", child("B1", details("2026-10-01"), more=due)), "cin")
    baby = Child.objects.get()
    assert (baby.birth_date, baby.expected_birth_date) == (None, date(2026, 12, 20))
    born = child("B1", details("2026-10-01"), born="2026-11-20", more=due)
    load(write(tmp_path / "two.xml", born), "cin")
    baby.refresh_from_db()
    assert baby.birth_date == date(2026, 11, 20)
    assert Child.objects.count() == 1


def test_a_referral_without_further_action_brings_nobody_in(tmp_path: Path) -> None:
    file = write(tmp_path / "cin.xml", child("M1", details("2025-04-10", "2025-04-11", nfa="1")))
    summary = load(file, "cin")
    assert not Child.objects.exists()
    assert summary["tables"]["CINdetails"] == {"read": 1, "used": 0, "left": 1, "quarantined": 0}
    assert "nobody works with the child because of it" in " ".join(summary["notes"])


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        (child("", details("2025-04-10"), born="2017-03-04"), "id is blank"),
        (child("x" * 65, details("2025-04-10"), born="2017-03-04"), "longer than 64"),
        (child("X1", details("2025-04-10")), "no row gives this child a date of birth"),
        (child("X1", details("2025-04-10"), born="1900-01-01"), "a date of birth"),
        (child("X1", details("2025-04-10"), born="2017-02-30"), "birth is no date"),
        (child("X1", details("2025-04-10"), born="2031-01-01"), "far in the future"),
        (child("X1", details("31/02/2025"), born="2017-03-04"), "start date is no date"),
        (child("X1", details("2027-04-10"), born="2017-03-04"), "still to come"),
        (child("X1", details("2025-04-10", "2025-04-09"), born="2017-03-04"), "before the start"),
        (child("X1", details("", "2025-04-09"), born="2017-03-04"), "no start date"),
        (
            child("X1", born="2017-03-04", more="<PersonBirthDate>2018-01-01</PersonBirthDate>"),
            "twice",
        ),
        (child("M1", details("2025-04-10"), born="2018-01-01"), "different dates of birth"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_rest_loads(
    spoiled: str, reason: str, tmp_path: Path
) -> None:
    good = [child("T1", details("2025-04-10")), child("M1", details("2025-05-10"))]
    summary = load(write(tmp_path / "cin.xml", *good, spoiled), "cin")
    assert any(reason.lower() in one.lower() for one in reasons()), reasons()
    assert Child.objects.filter(authority_id="T1").exists()
    read = sum(n["read"] for n in summary["tables"].values())
    counted = sum(n["used"] + n["left"] + n["quarantined"] for n in summary["tables"].values())
    assert read == counted
    assert summary["quarantine"]["rows"] == QuarantinedRow.objects.count()


def test_the_authoritys_id_joins_where_birth_dates_agree(tmp_path: Path) -> None:
    load(returns.write(tmp_path / "903"), "ssda903")
    other = child("T1", details("2025-04-10"), born="2010-01-01")
    same = child("m1", details("2025-04-10"), born=IDS["M1"])
    load(write(tmp_path / "cin.xml", same, other), "cin")
    assert Child.objects.count() == 2
    assert [p[0] for p in periods("M1")] == ["CIN"]
    assert not [p for p in periods("T1") if p[0] == "CIN"]
    assert "Heard knows this child with another date of birth" in reasons()[0]


def test_a_row_put_right_is_let_go(tmp_path: Path) -> None:
    load(write(tmp_path / "cin.xml", child("T1", details("2027-04-10"))), "cin")
    assert not periods("T1")
    later = NOON.replace(year=2027, month=5)
    bring_in("cin", tmp_path / "cin.xml", by=HEARD_ITSELF, at=later)
    assert QuarantinedRow.objects.get().resolved_at == later


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Message>&e;</Message>', "DOCTYPE"),
        (census(child("M1", details("2025-04-10")))[:-30], "stops in the middle"),
        ("<Message><Children></Message>", "well-formed"),
        ("<EXPSSDA903></EXPSSDA903>", "No children of a CIN census"),
        ("CHILD,DOB\n", "No children of a CIN census"),
        ("", "No children of a CIN census"),
    ],
)
def test_a_bad_file_loads_nothing_and_says_why(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "cin.xml").write_text(text)
    summary = bring_in("cin", tmp_path, **SYSTEM)
    assert summary["refused"]
    assert why in summary["why"], summary["why"]
    assert not Child.objects.exists()
    assert "root:" not in str(summary)


def test_a_census_of_another_authority_is_refused(tmp_path: Path) -> None:
    describe(code="302", name="Northmoor", asking_began_on=None, **SYSTEM)
    file = write(tmp_path / "cin.xml", child("M1", details("2025-04-10")))
    summary = bring_in("cin", file, **SYSTEM)
    assert "of the authority 201; this Heard is of 302" in summary["why"]
    assert not Child.objects.exists()
    assert load(write(file, child("M1", details("2025-04-10")), authority="302"), "cin")["changed"]


def test_a_restricted_record_stays_restricted(tmp_path: Path) -> None:
    load(write(tmp_path / "cin.xml", child("M1", details("2025-04-10"))), "cin")
    restrict(child=Child.objects.get().pk, restricted=True, reason="Asked by the family", **SYSTEM)
    load(
        write(tmp_path / "cin.xml", child("M1", details("2025-04-10"), more="<Sex>F</Sex>")), "cin"
    )
    assert Child.objects.get().restricted
    assert Child.objects.get().sex == "F"


@pytest.mark.parametrize(
    ("name", "children", "plans"),
    [
        ("BAR_cin_2022.xml", 1, {("CIN", "1970-10-06"), ("CP", "1970-02-17")}),
        (
            "CIN_Census_2024.xml",
            2,
            {("CIN", "2022-10-06"), ("CP", "2022-02-17"), ("CIN", "2024-10-24")},
        ),
        (
            "CIN_Census_2026.xml",
            2,
            {("CIN", "2022-10-06"), ("CP", "2022-02-17"), ("CIN", "2024-10-24")},
        ),
    ],
)
def test_samples_of_each_shape_load(
    name: str, children: int, plans: set[tuple[str, str]], test_data: Path
) -> None:
    summary = load(test_data / "cin" / name, "cin")
    assert Child.objects.count() == children
    assert not summary["quarantine"]["rows"]
    assert {(w.level, w.start_date.isoformat()) for w in Work.objects.all()} == plans
    assert not load(test_data / "cin" / name, "cin")["changed"]
