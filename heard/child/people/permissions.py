"""Who may read whose record, and the reason that Heard knows for it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from heard.child.people.models import Allocation, Child, NamedReader, OpenedGlass, Team
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.deployment.clock import LONDON


class Reason(NamedTuple):
    """Why somebody may read a record: a short name, and the words for the audit trail."""

    name: str
    words: str


WORKER = Reason("worker", "allocated worker")
MANAGER = Reason("manager", "manager of the allocated worker")


class NotYours(Exception):
    """This person has no reason, known to Heard, to read this record."""


Relation = Callable[[Staff, Child, date], Reason | None]
# Relations that other apps of the child level know of (a chair to the review); they add themselves.
FURTHER: list[Relation] = []


def reason_to_read(staff: Staff, child: Child, at: datetime) -> Reason | None:
    """Return why this person may read this child's record now, or None.

    A restricted record opens to its worker, the worker's manager and the readers named for it,
    never by breaking the glass (safety.md T13).
    """
    if not staff.may(P.READ_RECORDS):
        return None
    day = at.astimezone(LONDON).date()
    close = next(iter(allocated_or_manages(staff, child, day)), None) or is_named(staff, child)
    if close or child.restricted:
        return close
    further = (relation(staff, child, day) for relation in FURTHER)
    return next((reason for reason in further if reason), None) or has_glass(staff, child, at)


def check_can_read(staff: Staff, child: Child, at: datetime) -> Reason:
    """Return the reason, or raise NotYours."""
    reason = reason_to_read(staff, child, at)
    if reason is None:
        raise NotYours
    return reason


def allocated_or_manages(staff: Staff, child: Child, day: date) -> list[Reason]:
    """Return both of the reasons that follow, the worker's first, in one look-up."""
    rows = _allocated(child, day).values_list("worker__staff", "worker__team__manager__staff")
    workers, managers = zip(*rows, strict=True) if rows else ((), ())
    return [r for r, who in ((WORKER, workers), (MANAGER, managers)) if staff.pk in who]


def is_worker(staff: Staff, child: Child, day: date) -> Reason | None:
    """The allocated worker on that day."""
    mine = _allocated(child, day).filter(worker__staff=staff).exists()
    return WORKER if mine else None


def is_manager(staff: Staff, child: Child, day: date) -> Reason | None:
    """The manager of the team of the allocated worker on that day."""
    teams = Team.objects.filter(manager__staff=staff)
    managed = _allocated(child, day).filter(worker__team__in=teams).exists()
    return MANAGER if managed else None


def is_named(staff: Staff, child: Child) -> Reason | None:
    """A reader whom the manager named for a restricted record."""
    if not child.restricted:
        return None
    named = NamedReader.objects.filter(child=child, staff=staff).exists()
    return Reason("named reader", "named by the manager as a reader") if named else None


def has_glass(staff: Staff, child: Child, at: datetime) -> Reason | None:
    """Somebody who typed a reason within the last 60 minutes."""
    glass = OpenedGlass.objects.filter(
        child=child, staff=staff, opened_at__lte=at, until__gt=at
    ).last()
    return Reason("opened with a reason", f"typed: {glass.reason}") if glass else None


def _allocated(child: Child, day: date) -> QuerySet[Allocation]:
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    return Allocation.objects.filter(still, child=child, start_date__lte=day)
