"""An SSDA903 return in the database: every row loaded, known or set aside, and only once."""

from datetime import date
from pathlib import Path

import pytest

from heard.child.people.models import Child, Work
from heard.child.reviews.models import Review
from heard.edges.imports.doing import look_at
from heard.edges.imports.models import ImportRun, QuarantinedRow
from heard.foundations.audit.models import AuditEvent
from heard.foundations.deployment import clock
from tests.unit.edges.imports import small
from tests.unit.edges.imports.doing import every_row, load
from tests.unit.edges.imports.returns import MAYA, MAYA_SAID, THEO, THEO_SAID, care, write

pytestmark = pytest.mark.django_db


def adds_up(summary: dict[str, dict[str, int]]) -> None:
    for table, parts in (
        ("children", ("new", "changed", "unchanged", "duplicate", "quarantined")),
        ("reviews", ("loaded", "duplicate", "quarantined")),
        ("episodes", ("used", "quarantined")),
    ):
        counts = summary[table]
        assert counts["read"] == sum(counts[part] for part in parts), table


def test_the_whole_sample_is_accounted_for(test_data: Path) -> None:
    summary = load(test_data / "ssda903", "ssda903")
    assert (summary["children"]["read"], summary["reviews"]["read"]) == (2675, 12582)
    adds_up(summary)
    assert Child.objects.count() == 2675
    assert Review.objects.count() == summary["reviews"]["loaded"]
    before = every_row()
    again = load(test_data / "ssda903", "ssda903")
    adds_up(again)
    assert not again["changed"]
    assert again["quarantine"]["new"] == 0
    assert every_row() == before
    assert ImportRun.objects.count() == 2


def test_children_and_reviews_come_in(tmp_path: Path) -> None:
    summary = load(write(tmp_path), "ssda903")
    adds_up(summary)
    theo = Child.objects.get(authority_id="T1")
    assert (theo.birth_date, theo.sex, theo.ethnicity) == (date(2011, 2, 28), "1", "ABAN")
    review = Review.objects.get(child=theo)
    assert (review.plan_type, review.scheme, review.code, review.meaning) == (
        *("CLA", "ssda903", "PN3", "PN2"),
    )
    assert (review.source, review.authority_review_id) == ("ssda903", "")
    verbs = set(AuditEvent.objects.values_list("verb", flat=True))
    assert {"imports.ssda903_loaded", "children.taken_in", "reviews.taken_in"} <= verbs


def test_a_look_changes_nothing(tmp_path: Path) -> None:
    summary = look_at("ssda903", write(tmp_path), clock.today())
    assert summary["children"]["new"] == 2
    assert not Child.objects.exists()
    assert not ImportRun.objects.exists()
    assert not AuditEvent.objects.filter(verb__startswith="imports").exists()


def test_a_child_joins_by_id_where_the_birth_dates_agree(tmp_path: Path) -> None:
    load(small.write(tmp_path / "facts"))
    summary = load(write(tmp_path / "903"), "ssda903")
    assert summary["children"]["new"] == 0
    assert Child.objects.count() == 2
    maya = Child.objects.get(authority_id="M1")
    assert maya.sex == "F"  # 2 is the older way to write F: nothing changes


def test_capitals_in_an_id_do_not_make_another_child(tmp_path: Path) -> None:
    load(small.write(tmp_path / "facts"))
    load(write(tmp_path / "903", header=[MAYA.replace("M1", "m1")]), "ssda903")
    assert Child.objects.count() == 2


def test_another_birth_date_sets_every_row_of_the_child_aside(tmp_path: Path) -> None:
    load(small.write(tmp_path / "facts"))
    rows = {
        "header": [MAYA.replace("2017", "2016"), THEO],
        "reviews": [MAYA_SAID.replace("2017", "2016"), THEO_SAID],
        "episodes": [care("M1", "01/04/2025")],
    }
    summary = load(write(tmp_path / "903", **rows), "ssda903")
    adds_up(summary)
    kept = QuarantinedRow.objects.order_by("table")
    assert [row.table for row in kept] == ["Episodes", "Header", "Reviews"]
    assert all("another date of birth (04/03/2017" in row.reason for row in kept)
    assert kept[1].raw == rows["header"][0]
    assert not Review.objects.filter(source="ssda903", child__authority_id="M1").exists()


def test_a_child_who_is_only_in_the_reviews_comes_in(tmp_path: Path) -> None:
    summary = load(write(tmp_path, reviews=[MAYA_SAID]), "ssda903")
    assert summary["children"]["new_from_other_tables"] == 1
    assert Child.objects.get().birth_date == date(2017, 3, 4)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("M1,04/03/2017,,PN1", "blank"),
        ("M1,04/03/2017,31/02/2025,PN1", "no date"),
        ("M1,04/03/2017,01/01/1900,PN1", "1900"),
        ("M1,04/03/2017,01/01/2030,PN1", "to come"),
        (",04/03/2017,01/07/2025,PN1", "blank"),
        ("X9,,01/07/2025,PN1", "not in the Header"),
        ("M1,04/03/2017,01/07/2025", "3 cells"),
    ],
)
def test_a_review_that_cannot_load_is_kept_with_a_reason(
    row: str, why: str, tmp_path: Path
) -> None:
    folder = write(tmp_path, header=[MAYA], reviews=[MAYA_SAID, row])
    adds_up(load(folder, "ssda903"))
    [kept] = QuarantinedRow.objects.all()
    assert (kept.raw, kept.line, kept.file) == (row, 3, "reviews.csv")
    assert why in kept.reason
    assert load(folder, "ssda903")["quarantine"] == {"rows": 1, "new": 0}
    assert QuarantinedRow.objects.count() == 1


def test_two_rows_that_are_the_same_are_two_in_the_quarantine(tmp_path: Path) -> None:
    rows = ["M1,04/03/2017,,PN1"] * 2
    load(write(tmp_path, header=[MAYA], reviews=rows), "ssda903")
    assert QuarantinedRow.objects.count() == 2


def test_a_row_that_a_later_import_can_load_is_let_go(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    folder = write(tmp_path, header=[MAYA], reviews=["M1,04/03/2017,01/01/2027,PN1"])
    load(folder, "ssda903")
    settings.HEARD_TODAY = "2027-02-01"  # type: ignore[attr-defined]
    load(folder, "ssda903")
    kept = QuarantinedRow.objects.get()
    assert kept.resolved_at
    assert "later import" in kept.note
    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "code", "scheme"),
    [("PN9", "PN9", "local"), ("pn1", "PN1", "ssda903"), ("", "", ""), ("=1+1", "=1+1", "local")],
)
def test_odd_codes_load(sent: str, code: str, scheme: str, tmp_path: Path) -> None:
    row = f"M1,04/03/2017,01/07/2025,{sent}"
    load(write(tmp_path, header=[MAYA], reviews=[row]), "ssda903")
    review = Review.objects.get()
    assert (review.code, review.scheme) == (code, scheme)


def test_another_code_on_the_same_day_is_for_a_person_to_settle(tmp_path: Path) -> None:
    first = write(tmp_path / "1", header=[MAYA], reviews=[MAYA_SAID])
    load(first, "ssda903")
    second = write(tmp_path / "2", header=[MAYA], reviews=[MAYA_SAID.replace("PN1", "PN2")])
    assert load(second, "ssda903")["reviews"]["to_settle"] == 1
    assert Review.objects.filter(cancelled=False).count() == 2
    assert load(first, "ssda903")["reviews"]["known_already"] == 1


def test_the_same_meaning_in_the_other_scheme_is_the_same_review(tmp_path: Path) -> None:
    load(small.write(tmp_path / "facts"))  # Theo, 1 July 2025, PN3 of ssda903, plan CLA
    rows = ["T1,28/02/2011,01/07/2025,PN3", "T1,28/02/2011,01/10/2025,PN7"]
    summary = load(write(tmp_path / "903", header=[THEO], reviews=rows), "ssda903")
    assert summary["reviews"]["known_already"] == 1
    assert summary["reviews"]["to_settle"] == 1


def periods() -> list[tuple[str, str | None]]:
    rows = Work.objects.filter(level="CLA").order_by("start_date")
    return [(str(w.start_date), str(w.end_date) if w.end_date else None) for w in rows]


def come_again(folder: Path, *episodes: str) -> dict[str, int]:
    summary = load(write(folder, header=[MAYA], episodes=list(episodes)), "ssda903")
    assert load(folder, "ssda903")["changed"] is False
    return summary["episodes"]


def test_time_in_care_grows_and_only_an_open_one_ends(tmp_path: Path) -> None:
    counts = come_again(tmp_path / "1", care("M1", "01/04/2024"))
    assert (counts["periods_new"], periods()) == (1, [("2024-04-01", None)])
    counts = come_again(tmp_path / "2", care("M1", "01/02/2024"))
    assert (counts["periods_extended"], periods()) == (1, [("2024-02-01", None)])
    counts = come_again(tmp_path / "3", care("M1", "01/04/2024", "30/09/2025"))
    assert (counts["periods_ended"], periods()) == (1, [("2024-02-01", "2025-09-30")])
    come_again(tmp_path / "4", care("M1", "01/04/2024", "30/09/2024"))
    assert periods() == [("2024-02-01", "2025-09-30")]


@pytest.mark.parametrize("until", ["31/03/2024", "01/04/2024"])
def test_time_in_care_that_only_touches_keeps_its_own_end(until: str, tmp_path: Path) -> None:
    come_again(tmp_path / "1", care("M1", "01/04/2024"))
    come_again(tmp_path / "2", care("M1", "01/02/2024", until))
    assert [end for _, end in periods()] == [f"2024-{until[3:5]}-{until[:2]}", None]


def test_an_older_return_does_not_open_again_what_has_ended(tmp_path: Path) -> None:
    come_again(tmp_path / "new", care("M1", "01/04/2024", "30/09/2025"))
    come_again(tmp_path / "old", care("M1", "01/03/2024"))
    assert periods() == [("2024-03-01", "2025-09-30")]


def test_a_newer_return_says_that_care_goes_on(tmp_path: Path) -> None:
    come_again(tmp_path / "old", care("M1", "01/04/2024", "30/09/2024"))
    later = [care("M1", "01/04/2024"), care("M1", "01/06/2025")]
    come_again(tmp_path / "new", later[0].replace(",,,,,,", ",01/06/2025,,,,,"), later[1])
    assert periods() == [("2024-04-01", None)]
