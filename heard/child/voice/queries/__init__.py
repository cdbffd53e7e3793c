"""Reading what was said: every read starts from who asks, and is written down."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from heard.child.people.models import Child, Worker
from heard.child.people.permissions import NotYours, Reason
from heard.child.voice.models import Said, Step
from heard.child.voice.permissions import check_can_see, relations_of, seen_through
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Said.DoesNotExist, NotYours)
STEPS = Prefetch(
    "steps", Step.objects.select_related("staff", "to_worker", "talk").order_by("number")
)


def one(staff: Staff, said: UUID, what: str, at: datetime) -> tuple[Said, Reason]:
    """Return one thing said that this person may see, and why; the look is written down first.

    Raises Said.DoesNotExist or NotYours; a page answers both alike.
    """
    row = whole(Said.objects.filter(pk=said)).get()
    reason = check_can_see(staff, row, at)
    child = str(row.child_id)
    record_read(child=child, what=what, why=reason.words, by=staff.actor, at=at)
    return row, reason


def whole(rows: QuerySet[Said]) -> QuerySet[Said]:
    """Return the rows with all that a page shows of them, in a fixed number of queries."""
    named = rows.select_related("child", "adult", "holder__staff", "written_by", "meeting")
    return named.prefetch_related(STEPS, "named__staff", "named__adult")


def said_by(staff: Staff, child: Child, at: datetime) -> list[Said]:
    """Return what was said about the child's life that this person may see, newest first.

    By the child and by adults alike: `speaker` tells. The caller wrote the look down.
    """
    relations = relations_of(staff, child, at)
    if relations is None:
        return []
    rows = whole(Said.objects.filter(child=child)).order_by("-happened_on", "-received_at", "-pk")
    return [row for row in rows if seen_through(staff, row, relations)]


def held_by(worker: Worker) -> QuerySet[Said]:
    """Return what waits for this worker to talk over, answer or tell, soonest due first."""
    rows = Said.objects.filter(holder=worker, state__in=TO_DO)
    return whole(rows).order_by("answer_by", "pk")


def held_in(workers: Iterable[Worker]) -> QuerySet[Said]:
    """Return what waits in a team, in order of the day it is due, never by worker (law 3)."""
    rows = Said.objects.filter(holder__in=list(workers), state__in=TO_DO)
    return whole(rows).order_by("answer_by", "pk")


def unopened_since(before: datetime) -> QuerySet[Said]:
    """Return what was received before an instant and nobody opened, not yet with the manager."""
    rows = Said.objects.filter(opened_at=None, to_manager_at=None, received_at__lt=before)
    return rows.filter(state__in=TO_DO, written_by=None).select_related("child", "holder")
