"""Reading what was said: every read starts from who asks, and is written down."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from heard.child.people.models import Allocation, Child, Worker
from heard.child.people.permissions import NotYours, Reason
from heard.child.voice.models import Said, Step
from heard.child.voice.permissions import Relations, check_can_see, relations_of, seen_through
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.kernel.loop import State

# A page answers both alike: there is nothing here for you.
NOT_FOUND = (Said.DoesNotExist, NotYours)
STEPS = Prefetch(
    "steps", Step.objects.select_related("staff", "to_worker", "talk").order_by("number")
)


class Opened(NamedTuple):
    """One thing said, why this person may see it, and all that they are to the child."""

    said: Said
    reason: Reason
    relations: Relations


def one(staff: Staff, said: UUID, what: str, at: datetime) -> tuple[Said, Reason]:
    """Return one thing said that this person may see, and why; the look is written down first.

    Raises Said.DoesNotExist or NotYours; a page answers both alike.
    """
    row, reason, _ = opened(staff, said, what, at)
    return row, reason


def opened(staff: Staff, said: UUID, what: str, at: datetime) -> Opened:
    """Return the same, for a page that asks further who may see what of it."""
    row = whole(Said.objects.filter(pk=said)).get()
    relations = relations_of(staff, row.child, at)
    if relations is None:
        raise NotYours
    reason = check_can_see(staff, row, at, relations)
    child = str(row.child_id)
    record_read(child=child, what=what, why=reason.words, by=staff.actor, at=at)
    return Opened(row, reason, relations)


def whole(rows: QuerySet[Said]) -> QuerySet[Said]:
    """Return the rows with all that a page shows of them, in a fixed number of queries."""
    named = rows.select_related("child", "adult", "holder__staff", "written_by", "meeting")
    return named.prefetch_related(STEPS, "named__staff", "named__adult")


def said_by(staff: Staff, child: Child, at: datetime, known: Relations | None = None) -> list[Said]:
    """Return what was said about the child's life that this person may see, newest first.

    By the child and by adults alike: `speaker` tells. The caller wrote the look down. `known`:
    what this person is to the child, where the caller asked already.
    """
    relations = relations_of(staff, child, at) if known is None else known
    if relations is None:
        return []
    rows = whole(Said.objects.filter(child=child)).order_by("-happened_on", "-received_at", "-pk")
    return [row for row in rows if seen_through(staff, row, relations)]


def held_by(worker: Worker) -> QuerySet[Said]:
    """Return what waits for this worker to talk over, answer or tell, soonest due first.

    With its steps and talks, but without who took the steps: a list does not show them.
    """
    rows = Said.objects.filter(holder=worker, state__in=TO_DO).order_by("answer_by", "pk")
    steps = Prefetch("steps", Step.objects.select_related("talk").order_by("number"))
    return rows.select_related("child", "adult", "holder").prefetch_related(steps)


def held_in(workers: Iterable[Worker]) -> QuerySet[Said]:
    """Return what waits in a team, in order of the day it is due, never by worker (law 3)."""
    rows = Said.objects.filter(holder__in=list(workers), state__in=TO_DO)
    return whole(rows).order_by("answer_by", "pk")


def unopened_since(before: datetime) -> QuerySet[Said]:
    """Return what was received before an instant and nobody opened, not yet with the manager."""
    rows = Said.objects.filter(opened_at=None, to_manager_at=None, received_at__lt=before)
    return rows.filter(state__in=TO_DO, written_by=None).select_related("child", "holder")


def left_behind(today: date) -> list[tuple[UUID, UUID]]:
    """Return (child, worker) where a worker still holds what is open and no longer has the child.

    Somebody else has the child now. What was passed on to others stays with them.
    """
    at_holder = Allocation.objects.filter(child=OuterRef("child"), worker=OuterRef("holder"))
    others = Allocation.objects.filter(child=OuterRef("child"), end_date=None)
    rows = Said.objects.filter(
        Exists(at_holder.filter(end_date__lt=today)),
        ~Exists(at_holder.filter(Q(end_date=None) | Q(end_date__gte=today))),
        Exists(others.exclude(worker=OuterRef("holder"))),
        state__in=[*TO_DO, State.TOLD],
    )
    return list(rows.order_by("child", "holder").values_list("child", "holder").distinct())
