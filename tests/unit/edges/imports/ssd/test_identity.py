"""One child across the SSD, the statutory return and what people know: by id, never by name."""

from datetime import date
from pathlib import Path

import pytest

from heard.child.people import operations as people
from heard.child.people.models import Child, Work
from heard.child.reviews.models import Review
from heard.edges.imports.models import ChildToDecide, QuarantinedRow
from tests.cast import SYSTEM, Cast
from tests.sign_in import client_of
from tests.unit.edges.imports import returns
from tests.unit.edges.imports.doing import every_row, load
from tests.unit.edges.imports.ssd.small import (
    IN_CARE,
    INVOLVED,
    MAYA,
    REVIEW,
    THEO,
    WORKER,
    small,
)
from tests.unit.edges.imports.ssd.suppliers import Row

pytestmark = pytest.mark.django_db


def test_a_child_of_the_return_joins_where_the_birth_dates_agree(tmp_path: Path) -> None:
    load(returns.write(tmp_path / "903"), "ssda903")
    summary = load(small(tmp_path / "ssd"), "ssd")
    assert summary["children"]["new"] == 0
    assert Child.objects.count() == 2
    assert Child.objects.get(authority_id="M1").sex == "2"  # 2 is the older way to write F


def test_another_birth_date_is_for_a_person(tmp_path: Path) -> None:
    load(returns.write(tmp_path / "903"), "ssda903")
    other = {**MAYA, "pers_dob": "2016-03-04"}
    summary = load(small(tmp_path / "ssd", person=[other, THEO]), "ssd")
    assert summary["children"]["another_birth_date"] == 1
    row = QuarantinedRow.objects.get(table="ssd_person")
    assert "04/03/2017; the extract says 04/03/2016" in row.reason
    assert not Work.objects.filter(child__authority_id="M1").exists()
    for table, counts in summary["tables"].items():
        assert counts["read"] == sum(counts[p] for p in ("used", "repeated", "aside", "left")), (
            table
        )
    load(small(tmp_path / "ssd"), "ssd")
    row.refresh_from_db()
    assert row.resolved_at
    assert Work.objects.filter(child__authority_id="M1").exists()


def test_the_same_name_and_birth_date_is_not_the_same_child(tmp_path: Path) -> None:
    named = {"pers_forename": "Maya", "pers_surname": "Okafor"}
    load(small(tmp_path, person=[{**MAYA, **named}, THEO]), "ssd")
    twin = {**MAYA, **named, "pers_person_id": "M9"}
    load(small(tmp_path, person=[{**MAYA, **named}, THEO, twin]), "ssd")
    assert Child.objects.filter(given_name="Maya").count() == 2


def test_capitals_make_no_other_child(tmp_path: Path) -> None:
    load(small(tmp_path), "ssd")
    load(small(tmp_path, person=[{**MAYA, "pers_legacy_id": "m1"}, THEO]), "ssd")
    assert Child.objects.count() == 2


def test_a_passing_person_id_may_move_to_another_child(tmp_path: Path) -> None:
    first = [{**MAYA, "pers_legacy_id": "LEG-M"}, {**THEO, "pers_legacy_id": "LEG-T"}]
    load(small(tmp_path, person=first), "ssd")
    swapped = [
        {**MAYA, "pers_legacy_id": "LEG-M", "pers_person_id": "T1"},
        {**THEO, "pers_legacy_id": "LEG-T", "pers_person_id": "M1"},
    ]
    nothing: dict[str, list[Row]] = {
        "cla_episodes": [],
        "cp_plans": [],
        "cla_reviews": [],
        "cp_reviews": [],
    }
    load(small(tmp_path, person=swapped, involvements=[], **nothing), "ssd")
    assert Child.objects.count() == 2
    theo = Child.objects.get(authority_id="LEG-T")
    assert theo.identifiers.get(system="ssd").value == "M1"


def test_a_review_of_the_return_and_of_the_extract_is_one(tmp_path: Path) -> None:
    said = "T1,28/02/2011,01/10/2026,PN1"
    load(returns.write(tmp_path / "903", header=[returns.THEO], reviews=[said]), "ssda903")
    load(small(tmp_path / "ssd"), "ssd")
    assert Review.objects.filter(plan_type="CLA").count() == 1


def test_another_code_than_the_return_is_settled_by_a_person(tmp_path: Path) -> None:
    said = "T1,28/02/2011,01/10/2026,PN3"
    load(returns.write(tmp_path / "903", header=[returns.THEO], reviews=[said]), "ssda903")
    summary = load(small(tmp_path / "ssd"), "ssd")
    assert summary["reviews"]["to_settle"] == 1
    assert Review.objects.filter(plan_type="CLA", cancelled=False).count() == 2


def test_the_system_may_fill_in_and_correct_its_own_review(tmp_path: Path) -> None:
    blank = {**REVIEW, "clar_cla_review_participation": ""}
    for row, code in ((blank, ""), (REVIEW, "PN1"), (
        {**REVIEW, "clar_cla_review_participation": "PN2"}, "PN2",
    )):  # fmt: skip
        load(small(tmp_path, cla_reviews=[row]), "ssd")
        assert Review.objects.get(plan_type="CLA").code == code
    load(small(tmp_path, cla_reviews=[{**REVIEW, "clar_cla_review_cancelled": "Y"}]), "ssd")
    assert Review.objects.get(plan_type="CLA").cancelled


def test_what_people_changed_stays_until_the_system_says_something_new(tmp_path: Path) -> None:
    load(small(tmp_path), "ssd")
    maya = Child.objects.get(authority_id="M1")
    worker = people.add_worker(name="Sam", staff=None, team=None, **SYSTEM)
    people.allocate(child=maya.pk, worker=worker.pk, on=date(2026, 11, 20), **SYSTEM)
    before = every_row()
    summary = load(small(tmp_path), "ssd")
    assert summary["children"]["passed_by"] == 2
    assert not summary["changed"]
    assert every_row() == before
    later = {**INVOLVED, "invo_professional_id": "W2", "invo_involvement_start_date": "2026-11-22"}
    workers = [WORKER, {**WORKER, "prof_professional_id": "W2"}]
    load(small(tmp_path, involvements=[INVOLVED, later], professionals=workers), "ssd")
    now = maya.allocations.get(end_date__isnull=True)
    assert now.worker.authority_id == "W2"


def test_care_that_ends_ends_in_heard(tmp_path: Path) -> None:
    load(small(tmp_path), "ssd")
    ended = {**IN_CARE, "clae_cla_episode_ceased_date": "2026-11-20"}
    load(small(tmp_path, cla_episodes=[ended]), "ssd")
    assert Work.objects.get(level="CLA").end_date == date(2026, 11, 20)


def test_a_row_that_is_set_aside_every_night_waits_once(tmp_path: Path) -> None:
    orphan = {**REVIEW, "clar_cla_id": "GONE"}
    load(small(tmp_path, cla_reviews=[orphan]), "ssd")
    summary = load(small(tmp_path, cla_reviews=[{**orphan, "clar_cla_id": "GONE-2"}]), "ssd")
    assert summary["quarantine"] == {"rows": 1, "new": 0}
    assert QuarantinedRow.objects.count() == 1


def two_dates(tmp_path: Path) -> ChildToDecide:
    """Maya, whom Heard knows with another date of birth than the extract."""
    load(returns.write(tmp_path / "903"), "ssda903")
    load(small(tmp_path / "ssd", person=[{**MAYA, "pers_dob": "2016-03-04"}, THEO]), "ssd")
    return ChildToDecide.objects.get()


@pytest.mark.parametrize(
    ("answer", "born"), [("extract", date(2016, 3, 4)), ("heard", date(2017, 3, 4))]
)
def test_a_person_says_that_it_is_the_same_child(
    answer: str, born: date, tmp_path: Path, cast: Cast
) -> None:
    row = two_dates(tmp_path)
    olu = client_of(cast["Olu"])
    assert "1 child to decide" in olu.get("/imports/").content.decode()
    assert "M1" in olu.get("/imports/children/").content.decode()
    address = f"/imports/children/{row.pk}/"
    assert olu.post(address, {"answer": answer}).status_code == 422
    sent = {"answer": answer, "reason": "Priya has seen the birth certificate"}
    assert olu.post(address, sent).status_code == 302
    load(tmp_path / "ssd", "ssd")
    assert Child.objects.get(authority_id="M1").birth_date == born
    assert Work.objects.filter(child__authority_id="M1", level="CP").exists()
    again = load(tmp_path / "ssd", "ssd")
    assert not again["changed"]
    assert olu.get(address).status_code == 302


def test_a_person_says_that_it_is_another_child(tmp_path: Path, cast: Cast) -> None:
    row = two_dates(tmp_path)
    sent = {"answer": "another", "reason": "Two records had one id"}
    client_of(cast["Olu"]).post(f"/imports/children/{row.pk}/", sent)
    load(tmp_path / "ssd", "ssd")
    assert not Work.objects.filter(child__authority_id="M1").exists()
    row.refresh_from_db()
    assert row.state == "another"


def test_what_the_extract_puts_right_is_over(tmp_path: Path) -> None:
    row = two_dates(tmp_path)
    load(small(tmp_path / "ssd"), "ssd")
    row.refresh_from_db()
    assert row.state == "over"
