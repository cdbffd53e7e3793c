"""The three suppliers' extracts of the same children load to the same people and reviews."""

from pathlib import Path
from typing import Any

import pytest

from heard.child.people.models import Allocation, Child, Family, Identifier, Work, Worker
from heard.child.reviews.models import Review
from heard.edges.imports.models import QuarantinedRow
from tests.unit.edges.imports.doing import every_row, load
from tests.unit.edges.imports.ssd.invented import CHILDREN, children
from tests.unit.edges.imports.ssd.invented import Child as Invented
from tests.unit.edges.imports.ssd.suppliers import SUPPLIERS, Supplier, tables_of, write

pytestmark = pytest.mark.django_db


def adds_up(summary: dict[str, Any]) -> None:
    for table, counts in summary["tables"].items():
        parts = ("used", "repeated", "aside", "left")
        assert counts["read"] == sum(counts[part] for part in parts), table


def everybody() -> dict[str, list[Any]]:
    """All that loads, by the ids that the authority knows."""
    child = ("authority_id", "birth_date", "birth_date_estimated", "expected_birth_date", "sex",
             "ethnicity", "given_name", "family_name", "restricted", "disability")  # fmt: skip
    work = ("child__authority_id", "level", "start_date", "end_date", "source")
    review = (
        "child__authority_id",
        "plan_type",
        "held_on",
        "cancelled",
        "scheme",
        "code",
        "source",
    )
    allocation = ("child__authority_id", "worker__authority_id", "worker__team__name",
                  "start_date", "end_date")  # fmt: skip
    return {
        "children": sorted(map(str, Child.objects.values_list(*child))),
        "work": sorted(map(str, Work.objects.values_list(*work))),
        "reviews": sorted(map(str, Review.objects.values_list(*review))),
        "allocations": sorted(map(str, Allocation.objects.values_list(*allocation))),
    }


def as_invented(invented: list[Invented]) -> dict[str, list[Any]]:
    """What must load, straight from the invented children."""
    people = [
        (c.id, c.born, c.estimated, c.expected, c.sex, c.ethnicity.replace("CNHE", "CHNE"),
         c.given, c.surname, False, " ".join(sorted(c.disabilities)))
        for c in invented
    ]  # fmt: skip
    work = [(c.id, p.level, p.starts, p.ends, "ssd") for c in invented for p in c.plans]
    reviews = [
        (c.id, r.level, r.day, r.cancelled and r.level == "CLA",
         "" if r.code is None else "ssda903", "" if r.code is None else f"PN{r.code}", "ssd")
        for c in invented for r in c.reviews
    ]  # fmt: skip
    allocated = [(c.id, f"S{c.worker}", f"Team {c.worker % 3}", c.since, None) for c in invented]
    return {
        "children": sorted(str(row) for row in people),
        "work": sorted(str(row) for row in work),
        "reviews": sorted(str(row) for row in reviews),
        "allocations": sorted(str(row) for row in allocated),
    }


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_the_same_children_whatever_the_supplier(supplier: str, tmp_path: Path) -> None:
    invented = children()
    summary = load(write(tmp_path, tables_of(invented, supplier)), "ssd")
    adds_up(summary)
    assert not QuarantinedRow.objects.exists()
    assert Child.objects.count() == CHILDREN
    found = everybody()
    for part, rows in as_invented(invented).items():
        assert found[part] == rows, part
    names = set(Worker.objects.values_list("name", flat=True))
    assert names == {f"Worker S{n}" if supplier == "mosaic" else f"Pat Holm {n}" for n in range(20)}


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_both_ids_of_a_person_are_kept(supplier: str, tmp_path: Path) -> None:
    invented = children(count=30)
    load(write(tmp_path, tables_of(invented, supplier)), "ssd")
    kept = Identifier.objects.filter(system="ssd").values_list("child__authority_id", "value")
    writer = Supplier(supplier)
    assert set(kept) == {(child.id, writer.person(child)) for child in invented}


def test_children_of_a_family_stand_together(tmp_path: Path) -> None:
    invented = children(count=30)
    load(write(tmp_path / "one", tables_of(invented, "eclipse")), "ssd")
    families = {c.family for c in invented if c.family is not None}
    assert Family.objects.count() == len(families)
    first = Child.objects.get(authority_id="NM00000")
    assert first.family is not None
    together = first.family.children.values_list("authority_id", flat=True)
    assert set(together) == {"NM00000", "NM00001", "NM00002"}
    assert first.family.name == f"{first.family_name} family"
    load(write(tmp_path / "two", tables_of(invented, "eclipse", night=1)), "ssd")
    assert Family.objects.count() == len(families)


@pytest.mark.parametrize("supplier", SUPPLIERS)
def test_a_repeat_with_new_passing_ids_changes_nothing(supplier: str, tmp_path: Path) -> None:
    invented = children(count=60)
    load(write(tmp_path / "one", tables_of(invented, supplier)), "ssd")
    before = every_row()
    again = load(write(tmp_path / "two", tables_of(invented, supplier, night=1)), "ssd")
    adds_up(again)
    assert not again["changed"]
    assert again["children"]["passed_by"] == 60
    assert every_row() == before


def test_from_one_supplier_to_another_nothing_is_doubled(tmp_path: Path) -> None:
    """An authority that changes its system keeps its children: the ids that workers know stay."""
    invented = children(count=60)
    load(write(tmp_path / "one", tables_of(invented, "systemc")), "ssd")
    before = everybody()
    again = load(write(tmp_path / "two", tables_of(invented, "eclipse")), "ssd")
    assert again["children"]["new"] == 0
    assert everybody() == before
