"""What waits in a team, in order of the day it is due, and supervision of one worker.

Never grouped, counted or sorted by worker or team (law 3); no words of a child in a list: they
stand on the page of each, where the look has its own reason (safety.md T20).
"""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from heard.child.feedback.queries.context import InContext, form_of_said
from heard.child.people.models import Allocation, Worker
from heard.child.people.permissions import NotYours
from heard.child.today.models import Brought
from heard.child.voice.models import Said
from heard.child.voice.permissions import check_can_see
from heard.child.voice.queries import whole
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read, records_listed
from heard.foundations.deployment.clock import LONDON

MOST = 40

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Worker.DoesNotExist, Said.DoesNotExist, Brought.DoesNotExist, NotYours)


def open_in_team(staff: Staff, at: datetime) -> QuerySet[Said]:
    """Return what is open for a manager's team: who needs someone soon, then first due first.

    Left out is what was said to others only: it is as if it were not there.
    """
    day = at.astimezone(LONDON).date()
    rows = Said.objects.filter(theirs_to_see(staff), child__in=_children(staff, day))
    rows = rows.filter(state__in=TO_DO).select_related("child", "holder").distinct()
    return rows.order_by("-soon", "answer_by", "pk")


def unopened_in_team(staff: Staff, at: datetime) -> list[Said]:
    """Return what came to a manager because nobody opened it in time, the oldest first."""
    late = open_in_team(staff, at).filter(opened_at=None, to_manager_at__isnull=False)
    return list(late.order_by("received_at", "pk")[:MOST])


def team_listed(staff: Staff, number: int, at: datetime) -> None:
    """Write down that a manager looked at the list of their team."""
    why, data = "manager of the allocated worker", {"open": number}
    records_listed(what="what waits in the team", why=why, data=data, by=staff.actor, at=at)


def supervisees(staff: Staff) -> list[Worker]:
    """Return the workers of this manager's team, by name."""
    rows = Worker.objects.filter(team__manager__staff=staff).exclude(staff=staff)
    return list(rows.order_by("name", "pk"))


def supervisee(staff: Staff, worker: UUID) -> Worker:
    """Return a worker of this manager's team; raises Worker.DoesNotExist for anybody else."""
    return Worker.objects.exclude(staff=staff).get(pk=worker, team__manager__staff=staff)


def open_with(staff: Staff, worker: Worker, at: datetime) -> list[Said]:
    """Return one supervisee's open loops, first due first; the reason is supervision."""
    rows = list(open_in_team(staff, at).filter(holder=worker))
    why = f"supervision of {worker.name}"
    children = sorted({str(row.child_id) for row in rows})
    data = {"children": children}
    records_listed(what="open in supervision", why=why, data=data, by=staff.actor, at=at)
    return rows


def brought_by(staff: Staff, worker: Worker, at: datetime) -> list[Brought]:
    """Return what a worker brings to supervision and this manager may see, oldest first."""
    rows = Brought.objects.filter(worker=worker, talked_at=None).order_by("brought_at", "pk")
    return [
        row
        for row in rows.select_related("said__child", "said__holder")
        if _may_see(staff, row.said, at)
    ]


def brought_one(staff: Staff, worker: Worker, brought: UUID, at: datetime) -> Brought:
    """Return one thing brought. Raises Brought.DoesNotExist, or NotYours."""
    row = Brought.objects.select_related("said__child", "said__holder").get(
        pk=brought, worker=worker
    )
    check_can_see(staff, row.said, at)
    return row


def _may_see(staff: Staff, said: Said, at: datetime) -> bool:
    try:
        check_can_see(staff, said, at)
    except NotYours:
        return False
    return True


def in_supervision(
    staff: Staff, worker: Worker, said: UUID, at: datetime
) -> tuple[Said, InContext | None]:
    """Return one thing said, with its form in its context: one at a time, for supervision.

    What the worker holds, or brought. The look is written down. Raises Said.DoesNotExist or
    NotYours; a page answers both alike.
    """
    theirs = Q(holder=worker) | Q(brought__worker=worker)
    row = whole(Said.objects.filter(theirs, pk=said).distinct()).get()
    check_can_see(staff, row, at)
    why, child = f"supervision of {worker.name}", str(row.child_id)
    record_read(child=child, what="one thing said", why=why, by=staff.actor, at=at)
    return row, form_of_said(staff, row, at)


def _children(staff: Staff, day: date) -> QuerySet[Allocation]:
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    team = Allocation.objects.filter(still, worker__team__manager__staff=staff)
    return team.filter(start_date__lte=day).values("child_id")  # type: ignore[return-value]


def theirs_to_see(staff: Staff) -> Q:
    """Return which things said about their children a worker or a manager may know of."""
    named = Q(named__staff=staff, named__until=None) | Q(holder__staff=staff)
    return Q(audience__in=("worker", "helping")) | Q(to_manager_at__isnull=False) | named
