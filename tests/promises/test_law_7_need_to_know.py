"""Law 7: whoever reads a record has a reason that Heard knows, and every read is on the trail."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from heard.child.people import operations, queries
from heard.child.people.permissions import NotYours, reason_to_read
from heard.foundations.audit.models import AuditEvent
from tests.cast import NOON, Cast

ROOT = Path(__file__).parents[2]


def who_may_read(cast: Cast, child: str) -> dict[str, str]:
    row = cast.children[child]
    row.refresh_from_db()
    reasons = {name: reason_to_read(staff, row, NOON) for name, staff in cast.staff.items()}
    return {name: reason.name for name, reason in reasons.items() if reason}


def test_only_those_with_a_reason_read(cast: Cast) -> None:
    assert who_may_read(cast, "Maya") == {"Priya": "worker", "Ruth": "manager"}
    assert who_may_read(cast, "Ada") == {"Sam": "worker"}


def test_the_chair_reads_the_children_whom_they_review(cast: Cast) -> None:
    theo = {"Priya": "worker", "Ruth": "manager", "Ivor": "chair of a review"}
    assert who_may_read(cast, "Theo") == theo


def test_glass_opens_for_an_hour_and_tells_the_worker_and_the_manager(cast: Cast) -> None:
    operations.open_glass(
        child=cast.children["Ada"].pk, staff=cast["Tom"], reason="Duty call about Ada tonight",
        by=cast["Tom"].actor, at=NOON - timedelta(minutes=59),
    )  # fmt: skip
    assert who_may_read(cast, "Ada")["Tom"] == "opened with a reason"
    row = cast.children["Ada"]
    assert reason_to_read(cast["Tom"], row, NOON + timedelta(minutes=1)) is None
    told = AuditEvent.objects.get(verb="alert.raised").data
    assert str(cast["Sam"].pk) in told


def test_a_restricted_record_opens_to_named_readers_only(cast: Cast) -> None:
    theo = cast.children["Theo"].pk
    who = {"by": cast["Ruth"].actor, "at": NOON}
    operations.restrict(child=theo, restricted=True, reason="A relative works here", **who)
    operations.name_reader(child=theo, staff=cast["Tom"].pk, reason="Covers for Priya", **who)
    assert who_may_read(cast, "Theo") == {
        "Priya": "worker",
        "Ruth": "manager",
        "Tom": "named reader",
    }
    with pytest.raises(operations.Restricted):
        operations.open_glass(
            child=theo, staff=cast["Sam"], reason="Let me see it", by=cast["Sam"].actor, at=NOON
        )


def test_a_read_is_on_the_trail_before_it_is_shown(cast: Cast) -> None:
    maya = cast.children["Maya"]
    before = AuditEvent.objects.filter(verb="record.read").count()
    queries.child_of(cast["Priya"], maya.pk, "record", NOON)
    event = AuditEvent.objects.filter(verb="record.read").last()
    assert AuditEvent.objects.filter(verb="record.read").count() == before + 1
    assert (event.child, event.actor_name) == (str(maya.pk), "Priya")


def test_without_a_reason_nothing_is_read(cast: Cast) -> None:
    with pytest.raises(NotYours):
        queries.child_of(cast["Tom"], cast.children["Maya"].pk, "record", NOON)


def test_no_feature_reads_the_trail_but_its_own_pages() -> None:
    """Walks every file: AuditEvent is read by the trail's own app, and by backup and doctor."""
    wrong = []
    for path in (ROOT / "heard").rglob("*.py"):
        if {"audit", "safekeeping", "migrations"} & set(path.parts):
            continue
        names = {n.id for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Name)}
        if names & {"AuditEvent", "AuditHead"}:
            wrong.append(str(path.relative_to(ROOT)))
    assert not wrong
