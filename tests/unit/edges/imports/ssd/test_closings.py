"""Children who leave the extract: closed, never deleted; many at once wait for a person."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from heard.child.people import operations as people
from heard.child.people.models import Child, Work
from heard.edges.imports.doing import bring_in
from heard.edges.imports.models import Closing, ImportRun
from heard.edges.imports.operations import closings
from heard.edges.imports.operations.runs import NotWaiting
from heard.foundations.audit.actor import HEARD_ITSELF
from tests.cast import NOON, SYSTEM, TODAY, Cast
from tests.sign_in import client_of
from tests.unit.edges.imports.doing import load
from tests.unit.edges.imports.ssd.invented import Child as Invented
from tests.unit.edges.imports.ssd.invented import children
from tests.unit.edges.imports.ssd.suppliers import tables_of, write

pytestmark = pytest.mark.django_db


def send(folder: Path, some: list[Invented], night: int = 1) -> dict[str, Any]:
    for old in folder.glob("*.csv"):
        old.unlink()
    return load(write(folder, tables_of(some, "systemc", night)), "ssd")


def all_open(count: int) -> list[Invented]:
    """Invented children whose work is open."""
    some = list(children(count=count + count // 2))
    for child in some:
        child.plans = [plan for plan in child.plans if not plan.ends]
    return [child for child in some if child.plans and child.plans[0].level != "PATHWAY"][:count]


def open_now() -> int:
    return Work.objects.filter(end_date__isnull=True).count()


def test_one_of_a_hundred_who_left_is_closed(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    summary = send(tmp_path, some[1:], night=2)
    assert (summary["closings"]["children"], summary["closings"]["wait"]) == (1, False)
    gone = Child.objects.get(authority_id=some[0].id)
    assert set(gone.work.values_list("end_date", flat=True)) == {TODAY}
    assert gone.allocations.get().end_date == TODAY
    assert not Closing.objects.exists()
    assert not send(tmp_path, some[1:], night=3)["changed"]


def test_a_child_who_comes_back_is_open_again(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    send(tmp_path, some[1:], night=2)
    gone = Child.objects.get(authority_id=some[0].id)
    assert not gone.work.filter(end_date__isnull=True).exists()
    some[1].since = TODAY + timedelta(days=1)  # the extract knows of a later day than the closing
    write(tmp_path, tables_of(some, "systemc", 3))
    bring_in("ssd", tmp_path, by=HEARD_ITSELF, at=NOON + timedelta(days=2))
    assert gone.work.filter(end_date__isnull=True).count() == 1
    assert gone.allocations.get().end_date is None


def test_three_of_a_hundred_wait_for_a_person(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    before = open_now()
    summary = send(tmp_path, some[3:], night=2)
    assert (summary["closings"]["children"], summary["closings"]["wait"]) == (3, True)
    assert open_now() == before
    run = ImportRun.objects.order_by("-pk")[0].pk
    assert closings.agree(run=run, **SYSTEM) == 3
    assert open_now() == before - 3
    with pytest.raises(NotWaiting):
        closings.agree(run=run, **SYSTEM)


def test_a_file_that_was_cut_off_closes_nobody(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    before = open_now()
    write(tmp_path, tables_of(some, "systemc", 2))
    person = tmp_path / "ssd_person.csv"
    person.write_bytes(person.read_bytes()[: -len(person.read_bytes()) // 2])
    summary = load(tmp_path, "ssd")
    assert not summary["closings"]["whole"] or summary["closings"]["wait"]
    assert open_now() == before


def test_a_refused_file_ends_no_work_of_its_level(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    before = open_now()
    write(tmp_path, tables_of(some, "systemc", 2))
    (tmp_path / "ssd_cin_plans.csv").write_text("cinp_person_id,other\n1,2\n")
    summary = load(tmp_path, "ssd")
    assert summary["refused_files"][0]["file"] == "ssd_cin_plans.csv"
    assert "cinp_cin_plan_start_date" in summary["refused_files"][0]["reason"]
    assert open_now() == before


def test_work_that_somebody_wrote_down_in_heard_stays(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    child = Child.objects.get(authority_id=some[0].id)
    people.start_work(child=child.pk, level="PATHWAY", on=date(2026, 1, 5), **SYSTEM)
    send(tmp_path, some[1:], night=2)
    assert child.work.get(level="PATHWAY").end_date is None
    assert child.allocations.get().end_date is None


def test_a_plan_that_vanished_ends(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    some[0].plans, some[0].reviews = [], []
    summary = send(tmp_path, some, night=2)
    assert summary["closings"]["children"] == 1
    gone = Child.objects.get(authority_id=some[0].id)
    assert gone.work.get().end_date == TODAY
    assert gone.allocations.get().end_date is None


def test_a_later_extract_overtakes_what_waits(tmp_path: Path) -> None:
    some = all_open(100)
    send(tmp_path, some)
    send(tmp_path, some[3:], night=2)
    send(tmp_path, some, night=3)
    assert set(Closing.objects.values_list("state", flat=True)) == {"overtaken"}


@pytest.mark.parametrize(("address", "state"), [("close", "agreed"), ("keep-open", "refused")])
def test_a_person_decides_on_the_page(address: str, state: str, tmp_path: Path, cast: Cast) -> None:
    some = all_open(100)
    send(tmp_path, some)
    send(tmp_path, some[3:], night=2)
    run = ImportRun.objects.order_by("-pk")[0].pk
    olu = client_of(cast["Olu"])
    assert f"/imports/run/{run}/" in olu.get("/imports/").content.decode()
    page = olu.get(f"/imports/run/{run}/").content.decode()
    assert "3 children are not in this extract any more" in page
    answer = olu.post(f"/imports/run/{run}/{address}/")
    assert answer.status_code == 302
    assert set(Closing.objects.values_list("state", flat=True)) == {state}
    page = olu.get(f"/imports/run/{run}/").content.decode()
    assert "End their work" not in page
    assert "Olu" in page
    assert olu.post(f"/imports/run/{run}/{address}/").status_code == 302


def test_a_change_of_worker_and_the_end_of_one(tmp_path: Path) -> None:
    some = all_open(60)
    send(tmp_path, some)
    first, last = some[0], some[1]
    first.worker, first.since = (first.worker + 1) % 20, TODAY - timedelta(days=1)
    summary = send(tmp_path, some, night=2)
    assert summary["allocations"]["moved"] == 1
    held = Child.objects.get(authority_id=first.id).allocations.order_by("start_date")
    assert [a.end_date for a in held] == [TODAY - timedelta(days=2), None]
    tables = tables_of(some, "systemc", 3)
    for row in tables["ssd_involvements"]:
        if row["invo_person_id"] == f"9{last.number:06d}":
            row["invo_involvement_end_date"] = TODAY.isoformat()
    load(write(tmp_path, tables), "ssd")
    assert Child.objects.get(authority_id=last.id).allocations.get().end_date == TODAY
