"""What real extracts are known to do, each with what Heard makes of it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from heard.child.people.models import Allocation, Child, Identifier, Work, Worker
from heard.child.reviews.models import Review
from heard.edges.imports.models import QuarantinedRow
from tests.unit.edges.imports.doing import load
from tests.unit.edges.imports.ssd.small import (
    CONFERENCE,
    IN_CARE,
    INVOLVED,
    MAYA,
    PLAN,
    REVIEW,
    THEO,
    WORKER,
    small,
)

pytestmark = pytest.mark.django_db


def reasons() -> list[str]:
    """Why rows are set aside."""
    return list(QuarantinedRow.objects.order_by("pk").values_list("reason", flat=True))


def maya() -> Child:
    return Child.objects.get(authority_id="M1")


def person(**cells: str) -> list[dict[str, str]]:
    return [{**MAYA, **cells}, THEO]


def test_the_small_extract_loads(tmp_path: Path) -> None:
    summary = load(small(tmp_path), "ssd")
    assert not reasons()
    assert summary["children"]["new"] == 2
    assert set(Work.objects.values_list("child__authority_id", "level", "end_date")) == {
        ("M1", "CP", None), ("T1", "CLA", None),
    }  # fmt: skip
    review = Review.objects.get(plan_type="CLA")
    assert (review.scheme, review.code, review.meaning, review.source) == (
        "ssda903", "PN1", "PN1", "ssd",
    )  # fmt: skip
    assert Allocation.objects.get().worker.name == "Pat Holm"


def test_an_estimated_birth_date_is_not_an_unborn_child(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_dob="", pers_expected_dob="2010-06-15")), "ssd")
    child = maya()
    assert (child.birth_date, child.birth_date_estimated) == (date(2010, 6, 15), True)
    assert child.expected_birth_date is None


def test_an_unborn_child_has_a_day_to_come(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_dob="NULL", pers_expected_dob="2027-01-20")), "ssd")
    child = maya()
    assert (child.birth_date, child.expected_birth_date) == (None, date(2027, 1, 20))
    assert not child.birth_date_estimated


def test_an_unborn_child_is_born(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_dob="", pers_expected_dob="2026-12-01")), "ssd")
    load(small(tmp_path, person=person(pers_dob="2026-11-20")), "ssd")
    assert maya().birth_date == date(2026, 11, 20)


def test_an_estimate_gives_way_to_the_known_day(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_dob="", pers_expected_dob="2010-06-15")), "ssd")
    load(small(tmp_path, person=person(pers_dob="2010-03-02")), "ssd")
    assert (maya().birth_date, maya().birth_date_estimated) == (date(2010, 3, 2), False)


@pytest.mark.parametrize("nothing", ["", "NULL", "null", "SSD_PH", "PLACEHOLDER_DATA", " "])
def test_what_stands_for_nothing_is_nothing(nothing: str, tmp_path: Path) -> None:
    cells = dict.fromkeys(("pers_ethnicity", "pers_sex", "pers_legacy_id"), nothing)
    load(small(tmp_path, person=person(**cells)), "ssd")
    assert (maya().ethnicity, maya().sex) == ("", "")


def test_1900_is_no_day(tmp_path: Path) -> None:
    cells = {"pers_dob": "1900-01-01 00:00:00.000"}
    plan = [{**PLAN, "cppl_cp_plan_end_date": "1900-01-01"}]
    load(small(tmp_path, person=person(**cells), cp_plans=plan), "ssd")
    assert maya().birth_date is None
    assert Work.objects.get(level="CP").end_date is None


def test_the_slip_in_the_ethnicity_is_put_right(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_ethnicity="CNHE")), "ssd")
    assert maya().ethnicity == "CHNE"


def test_a_worker_who_is_a_placeholder_is_nobody(tmp_path: Path) -> None:
    load(small(tmp_path, involvements=[{**INVOLVED, "invo_professional_id": "SSD_PH"}]), "ssd")
    assert not Allocation.objects.exists()
    assert reasons() == ["The allocated worker is blank or a placeholder."]


def test_orphans_are_set_aside_and_the_rest_loads(tmp_path: Path) -> None:
    reviews = [REVIEW, {**REVIEW, "clar_cla_id": "GONE"}]
    plans = [PLAN, {**PLAN, "cppl_cp_plan_id": "P2", "cppl_person_id": "NOBODY"}]
    involved = [INVOLVED, {**INVOLVED, "invo_person_id": "T1", "invo_professional_id": "W9"}]
    load(small(tmp_path, cla_reviews=reviews, cp_plans=plans, involvements=involved), "ssd")
    assert sorted(reasons()) == [
        "The person (NOBODY) is not in ssd_person.",
        "The row names no person, and what it belongs to (GONE) is not in ssd_cla_episodes.",
        "The worker (W9) is not in ssd_professionals.",
    ]
    assert Review.objects.filter(plan_type="CLA").count() == 1


def test_a_review_that_is_twice_there_is_one(tmp_path: Path) -> None:
    summary = load(small(tmp_path, cla_reviews=[REVIEW, dict(REVIEW)]), "ssd")
    assert Review.objects.filter(plan_type="CLA").count() == 1
    assert summary["tables"]["ssd_cla_reviews"]["repeated"] == 1


def test_two_codes_on_one_day_are_for_a_person_to_settle(tmp_path: Path) -> None:
    other = {**REVIEW, "clar_cla_review_participation": "PN3"}
    summary = load(small(tmp_path, cla_reviews=[REVIEW, other]), "ssd")
    assert summary["reviews"]["to_settle"] == 2
    assert set(Review.objects.filter(plan_type="CLA").values_list("code", flat=True)) == {
        "PN1", "PN3",
    }  # fmt: skip


def test_days_to_come_are_set_aside(tmp_path: Path) -> None:
    review = {**REVIEW, "clar_cla_review_date": "2026-11-24"}
    plan = {**PLAN, "cppl_cp_plan_start_date": "2026-11-24"}
    load(small(tmp_path, cla_reviews=[review], cp_plans=[plan], cp_reviews=[]), "ssd")
    assert sorted(reasons()) == [
        "The day of the review is still to come.",
        "The day on which it started is still to come.",
    ]


def test_a_review_that_is_only_due_is_not_held(tmp_path: Path) -> None:
    due = {**REVIEW, "clar_cla_review_date": "NULL", "clar_cla_review_participation": ""}
    summary = load(small(tmp_path, cla_reviews=[due]), "ssd")
    assert not Review.objects.filter(plan_type="CLA").exists()
    assert summary["tables"]["ssd_cla_reviews"]["left"] == 1
    assert not reasons()


def test_the_same_id_for_two_children_is_settled_first(tmp_path: Path) -> None:
    people = [MAYA, {**THEO, "pers_legacy_id": "M1"}]
    load(small(tmp_path, person=people), "ssd")
    assert not Child.objects.exists()
    assert "Two persons have the same id of the authority" in reasons()[0]


def test_words_that_nobody_knows_stay_words(tmp_path: Path) -> None:
    review = {**REVIEW, "clar_cla_review_participation": "Came along for the biscuits"}
    summary = load(small(tmp_path, cla_reviews=[review]), "ssd")
    found = Review.objects.get(plan_type="CLA")
    assert (found.scheme, found.code) == ("local", "Came along for the biscuits")
    assert summary["reviews"]["not_coded"] == 2  # and the conference without a code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Child aged under 4 at time of meeting", "PN0"),
        ("PN4 - child attends; does not speak for themselves/convey their views", "PN4"),
        ("pn 6", "PN6"),
    ],
)
def test_words_of_real_forms_are_codes(words: str, code: str, tmp_path: Path) -> None:
    load(small(tmp_path, cla_reviews=[{**REVIEW, "clar_cla_review_participation": words}]), "ssd")
    found = Review.objects.get(plan_type="CLA")
    assert (found.scheme, found.code) == ("ssda903", code)


def test_a_parent_who_is_a_client_is_no_child(tmp_path: Path) -> None:
    parent = {**MAYA, "pers_person_id": "A1", "pers_dob": "1990-01-01"}
    summary = load(small(tmp_path, person=[MAYA, THEO, parent]), "ssd")
    assert Child.objects.count() == 2
    assert summary["tables"]["ssd_person"]["left"] == 1
    assert any("only as a parent" in note for note in summary["notes"])


def test_a_care_leaver_of_27_is_still_loaded(tmp_path: Path) -> None:
    grown = {**THEO, "pers_dob": "1999-02-28"}
    load(small(tmp_path, person=[MAYA, grown]), "ssd")
    assert Child.objects.filter(authority_id="T1").exists()


@pytest.mark.parametrize("said", ["Y", "1", "Restricted", "yes"])
def test_a_restricted_record_is_restricted(said: str, tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_restricted=said)), "ssd")
    assert maya().restricted


@pytest.mark.parametrize("said", ["N", "", "0"])
def test_no_extract_opens_a_restricted_record(said: str, tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_restricted="Y")), "ssd")
    load(small(tmp_path, person=person(pers_restricted=said, pers_sex="M")), "ssd")
    assert (maya().restricted, maya().sex) == (True, "M")


def test_both_ids_are_kept(tmp_path: Path) -> None:
    load(small(tmp_path, person=person(pers_legacy_id="LEG-1")), "ssd")
    child = Child.objects.get(authority_id="LEG-1")
    assert Identifier.objects.get(child=child).value == "M1"


def test_a_plan_id_of_nobody_and_a_day_that_is_none(tmp_path: Path) -> None:
    conference = {**CONFERENCE, "cppr_person_id": "", "cppr_cp_review_date": "31/02/2026"}
    load(small(tmp_path, cp_reviews=[conference]), "ssd")
    assert reasons() == ["The day of the review is no date."]


def test_an_older_open_episode_is_set_aside(tmp_path: Path) -> None:
    older = {**IN_CARE, "clae_cla_id": "C0", "clae_cla_episode_start_date": "2020-01-01"}
    load(small(tmp_path, cla_episodes=[IN_CARE, older]), "ssd")
    assert "a later one of this child starts on 31/01/2024" in reasons()[0]
    assert Work.objects.get(level="CLA").start_date == date(2024, 1, 31)


def test_key_agencies_are_no_workers(tmp_path: Path) -> None:
    agency = {**INVOLVED, "invo_professional_role_id": "KA1", "invo_professional_id": "W2"}
    workers = [WORKER, {**WORKER, "prof_professional_id": "W2"}]
    load(small(tmp_path, involvements=[INVOLVED, agency], professionals=workers), "ssd")
    assert Worker.objects.count() == 1


def counts(summary: dict[str, Any]) -> list[int]:
    return [n for part in ("children", "reviews") for n in summary[part].values()]


def test_a_look_changes_nothing_and_says_the_same(tmp_path: Path) -> None:
    from heard.edges.imports.doing import look_at
    from heard.foundations.deployment import clock

    seen = look_at("ssd", small(tmp_path), clock.today())
    assert not Child.objects.exists()
    assert counts(load(small(tmp_path), "ssd")) == counts(seen)
