"""Days of birth and of work, for the written checks: ids and days only."""

from datetime import date

import pytest

from heard.child.people.facts import child_rows, work_rows
from heard.child.people.models import Work
from heard.foundations.audit.guard import writing_allowed

pytestmark = pytest.mark.django_db


def test_children_are_ids_and_days_of_birth(cast):
    born = {child.pk.hex: child.birth_date for child in cast.children.values()}
    assert dict(child_rows()) == born
    assert [row.child for row in child_rows()] == sorted(born)


def test_work_comes_child_by_child_in_order_of_its_start(cast):
    maya = cast.children["Maya"]
    with writing_allowed("test"):
        day = date(2020, 1, 1)
        Work.objects.create(child=maya, level="EH", start_date=day, end_date=day, source="test")
    rows = list(work_rows())
    assert [(row.child, row.first) for row in rows] == sorted(
        (row.child, row.first) for row in rows
    )
    assert [row.level for row in rows if row.child == maya.pk.hex] == ["EH", "CIN"]


def test_no_name_passes_this_door(cast):
    passed = repr([*child_rows(), *work_rows()])
    for words in ("Maya", "Priya", "East"):
        assert words not in passed
