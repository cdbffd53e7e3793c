"""A later extract: what is new is added, what was open ends, what contradicts is refused."""

from pathlib import Path

import pytest

from heard.child.asking_due.models import Asking, Exemption, Talk
from heard.child.evidence.models import Confirmation, Point
from heard.child.people.models import Child, Work
from heard.child.reviews.models import Review
from heard.edges.imports.doing import look_at
from heard.foundations.deployment import clock
from tests.unit.edges.imports.doing import every_row, load
from tests.unit.edges.imports.small import FILES, header, with_row, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _first_extract(db: None, tmp_path: Path) -> None:
    load(write(tmp_path / "first"))


def later(tmp_path: Path, name: str, old: str, new: str) -> Path:
    assert old in FILES[name]
    return write(tmp_path / "later", **{name: FILES[name].replace(old, new)})


def refusal(folder: Path) -> dict[str, object]:
    before = every_row()
    summary = look_at("facts", folder, clock.today())
    assert summary["refused"]
    assert every_row() == before
    return summary["bad_rows"][0]


def test_work_that_was_open_ends(tmp_path: Path) -> None:
    summary = load(later(tmp_path, "work", "2025-04-10,\n", "2025-04-10,2026-01-09\n"))
    assert summary["files"]["work"]["changed"] == 1
    [work] = Work.objects.filter(child__authority_id="M1")
    assert str(work.end_date) == "2026-01-09"


def test_work_may_be_open_again(tmp_path: Path) -> None:
    load(later(tmp_path, "work", "2025-12-01", ""))
    assert Work.objects.get(child__authority_id="T1").end_date is None


def test_another_end_is_another_period(tmp_path: Path) -> None:
    load(later(tmp_path, "work", "2025-12-01", "2025-12-09"))
    assert Work.objects.filter(child__authority_id="T1").count() == 2


def test_a_decision_that_was_in_force_ends(tmp_path: Path) -> None:
    load(later(tmp_path, "exemptions", "2025-10-01,,In", "2025-10-01,2025-10-20,In"))
    assert str(Exemption.objects.get().to_date) == "2025-10-20"


def test_an_assessment_completes(tmp_path: Path) -> None:
    load(later(tmp_path, "assessments", "A2,M1,", "A2,M1,2025-08-08"))
    assert str(Point.objects.get(authority_point_id="A2").day) == "2025-08-08"


def test_a_review_gets_its_code(tmp_path: Path) -> None:
    load(later(tmp_path, "reviews", "2025-08-01,1,,", "2025-08-01,1,PN2,voice-2023"))
    review = Review.objects.get(authority_review_id="R2")
    assert (review.code, review.meaning) == ("PN2", "PN2")


def test_an_asking_gets_its_how(tmp_path: Path) -> None:
    load(later(tmp_path, "askings", "young_person,,1", "young_person,declined,1"))
    assert Asking.objects.get(authority_asking_id="Q2").filled_in_how == "declined"


def test_a_child_who_is_known_may_become_better_known(tmp_path: Path) -> None:
    load(later(tmp_path, "children", "0,M,", "1,U,ABAN"))
    theo = Child.objects.get(authority_id="T1")
    assert (theo.sex, theo.ethnicity, theo.birth_date_estimated) == ("U", "ABAN", True)


def test_a_blank_wipes_nothing_out(tmp_path: Path) -> None:
    assert not load(later(tmp_path, "children", "2017-03-04,0,F,WBRI", ",0,,"))["changed"]
    assert Child.objects.get(authority_id="M1").ethnicity == "WBRI"


def test_another_birth_date_is_for_a_person_to_decide(tmp_path: Path) -> None:
    bad = refusal(later(tmp_path, "children", "2017-03-04", "2017-04-03"))
    assert (bad["line"], bad["column"]) == (2, "birth_date")
    assert "2017-03-04" in str(bad["wrong"])


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("reviews", "PN1,voice", "PN2,voice"),
        ("reviews", "2025-07-01,0,PN3", "2025-07-02,0,PN3"),
        ("reviews", "2025-08-01,1", "2025-08-01,0"),
        ("assessments", "A1,M1,2025-05-20", "A1,M1,2025-05-21"),
        ("askings", "provider,young_person,,1", "provider,young_person,,0"),
    ],
)
def test_an_id_with_other_facts_is_refused(name: str, old: str, new: str, tmp_path: Path) -> None:
    assert "with another" in str(refusal(later(tmp_path, name, old, new))["wrong"])


def test_a_talk_with_siblings_is_one_for_each(tmp_path: Path) -> None:
    assert Talk.objects.filter(asking__authority_asking_id="Q1").count() == 2


def answers() -> list[str]:
    rows = Confirmation.objects.filter(authority_point_id="A1", child__authority_id="M1")
    return list(rows.order_by("sequence").values_list("answer", flat=True))


def test_the_order_of_the_file_is_the_order_of_recording(tmp_path: Path) -> None:
    assert answers() == ["no", "yes"]
    again = with_row("confirmations", "assessment,A1,M1,no,,2025-06-01,Ruth")
    load(write(tmp_path / "again", **again))
    assert answers() == ["yes", "no"]
    assert not load(write(tmp_path / "again", **again))["changed"]


def test_an_answer_that_comes_before_a_known_one_moves_that_one(tmp_path: Path) -> None:
    first = header("confirmations") + "assessment,A1,M1,not_appropriate,Ill,2025-06-01,Ruth\n"
    text = FILES["confirmations"].replace(header("confirmations"), first)
    load(write(tmp_path / "again", confirmations=text))
    assert answers() == ["not_appropriate", "no", "yes"]


def test_imported_answers_say_that_they_were_imported() -> None:
    assert set(Confirmation.objects.values_list("source", flat=True)) == {"facts"}
