"""Work with a child, and who has it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from heard.child.people.models import Allocation, Team, Work, Worker
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


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
    authority_id: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Worker:
    """Add somebody who works with children, in a team, perhaps as its manager."""
    worker = Worker.objects.create(
        name=name, staff_id=staff, team_id=team, authority_id=authority_id
    )
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


@operation("child.allocation_ended")
def end_allocation(*, child: UUID, on: date, by: Actor, at: datetime, audit: Recorder) -> None:
    """End the worker's time with a child on a day, with nobody after them yet."""
    row = Allocation.objects.select_for_update().get(child_id=child, end_date__isnull=True)
    row.end_date = max(row.start_date, on)
    row.save(update_fields=["end_date"])
    audit(subject=("worker", str(row.worker_id)), child=str(child), data={"on": on.isoformat()})
