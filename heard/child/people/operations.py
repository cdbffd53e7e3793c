"""Children, teams and allocations: every change."""

from datetime import date, datetime, timedelta
from uuid import UUID

from heard.child.people.models import (
    Allocation,
    Child,
    NamedReader,
    OpenedGlass,
    Team,
    Work,
    Worker,
)
from heard.child.people.queries import who_to_tell
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.operations import raise_alert

GLASS = timedelta(minutes=60)


class Restricted(Exception):
    """The record is restricted: a typed reason does not open it."""


@operation("child.added")
def add_child(
    *,
    authority_id: str,
    given_name: str,
    family_name: str,
    birth_date: date | None,
    expected_birth_date: date | None = None,
    sex: str = "",
    ethnicity: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Child:
    """Make a record for a child who has none."""
    child = Child.objects.create(
        authority_id=authority_id,
        given_name=given_name,
        family_name=family_name,
        birth_date=birth_date,
        expected_birth_date=expected_birth_date,
        sex=sex,
        ethnicity=ethnicity,
        source="heard",
    )
    audit(subject=("child", str(child.pk)), child=str(child.pk))
    return child


@operation("work.started")
def start_work(
    *, child: UUID, level: str, on: date, by: Actor, at: datetime, audit: Recorder
) -> Work:
    """Open work with a child at a level (EH, CIN, CP, CLA, PATHWAY)."""
    work = Work.objects.create(child_id=child, level=level, start_date=on, source="heard")
    audit(subject=("work", str(work.pk)), child=str(child), data={"level": level})
    return work


@operation("work.ended")
def end_work(*, work: UUID, on: date, by: Actor, at: datetime, audit: Recorder) -> Work:
    """End the work on a day; its last day counts as open."""
    row = Work.objects.select_for_update().get(pk=work, end_date__isnull=True)
    row.end_date = on
    row.save(update_fields=["end_date"])
    audit(subject=("work", str(work)), child=str(row.child_id), data={"on": on.isoformat()})
    return row


@operation("team.made")
def make_team(*, name: str, by: Actor, at: datetime, audit: Recorder) -> Team:
    """Make a team; its manager is named afterwards."""
    team = Team.objects.create(name=name)
    audit(subject=("team", str(team.pk)))
    return team


@operation("worker.added")
def add_worker(
    *,
    name: str,
    staff: UUID | None,
    team: UUID | None,
    manages: bool = False,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Worker:
    """Add somebody who works with children, in a team, perhaps as its manager."""
    worker = Worker.objects.create(name=name, staff_id=staff, team_id=team)
    if manages and team is not None:
        Team.objects.filter(pk=team).update(manager=worker)
    audit(subject=("worker", str(worker.pk)), data={"manages": manages})
    return worker


@operation("child.allocated")
def allocate(
    *, child: UUID, worker: UUID, on: date, by: Actor, at: datetime, audit: Recorder
) -> Allocation:
    """Give a child's work to a worker from a day; whoever had it ends the day before."""
    for before in Allocation.objects.select_for_update().filter(
        child_id=child, end_date__isnull=True
    ):
        before.end_date = max(before.start_date, on - timedelta(days=1))
        before.save(update_fields=["end_date"])
    row = Allocation.objects.create(child_id=child, worker_id=worker, start_date=on)
    audit(subject=("worker", str(worker)), child=str(child), data={"on": on.isoformat()})
    return row


@operation("record.restricted")
def restrict(
    *, child: UUID, restricted: bool, reason: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Restrict a record to its worker, manager and named readers, or open it to practice again."""
    Child.objects.filter(pk=child).update(restricted=restricted)
    data = {"restricted": restricted, "reason": reason}
    audit(subject=("child", str(child)), child=str(child), data=data)


@operation("record.reader_named")
def name_reader(
    *, child: UUID, staff: UUID, reason: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Name somebody who may read a restricted record."""
    NamedReader.objects.get_or_create(
        child_id=child, staff_id=staff, defaults={"reason": reason, "named_at": at}
    )
    audit(subject=("staff", str(staff)), child=str(child), data={"reason": reason})


@operation("record.glass_refused")
def refuse_glass(*, child: UUID, reason: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Write down, and tell the manager, that somebody asked for a restricted record."""
    audit(subject=("child", str(child)), child=str(child), data={"reason": reason})
    _tell(Child.objects.get(pk=child), "asked for a restricted record and was refused", by, at)


@operation("record.glass_opened")
def open_glass(
    *, child: UUID, staff: Staff, reason: str, by: Actor, at: datetime, audit: Recorder
) -> OpenedGlass:
    """Open a record for 60 minutes with a typed reason; its worker and the manager are alerted.

    Raises Restricted when the record does not open this way.
    """
    row = Child.objects.select_for_update().get(pk=child)
    if row.restricted:
        raise Restricted
    glass = OpenedGlass.objects.create(
        child=row, staff=staff, reason=reason, opened_at=at, until=at + GLASS
    )
    audit(subject=("child", str(child)), child=str(child), data={"reason": reason})
    _tell(row, "opened a record that is not theirs, with a reason", by, at)
    return glass


def _tell(child: Child, what: str, by: Actor, at: datetime) -> None:
    raise_alert(
        to=who_to_tell(child, at),
        kind="break-glass",
        text=f"{by.name} {what}",
        link=f"/children/{child.pk}/",
        by=by,
        at=at,
    )


@operation("child.allocation_ended")
def end_allocation(*, child: UUID, on: date, by: Actor, at: datetime, audit: Recorder) -> None:
    """End the worker's time with a child on a day, with nobody after them yet."""
    row = Allocation.objects.select_for_update().get(child_id=child, end_date__isnull=True)
    row.end_date = max(row.start_date, on)
    row.save(update_fields=["end_date"])
    audit(subject=("worker", str(row.worker_id)), child=str(child), data={"on": on.isoformat()})
