"""Reading the trail: who looked at a record, what somebody did, and what checks found.

Newest first, a page at a time: `before` is the number of the last event of the page before.
"""

import json
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from heard.foundations.audit.models import AuditCheck, AuditEvent

PAGE = 50
LOOKED = "record.read"


class Shown(NamedTuple):
    """An event as a page shows it."""

    seq: int
    at: datetime
    actor_kind: str
    actor_id: str
    actor_name: str
    verb: str
    subject: tuple[str, str]
    child: str
    data: dict[str, Any]


class Page(NamedTuple):
    """Some events, and the number to ask with for those before them (None: there are none)."""

    events: tuple[Shown, ...]
    older: int | None


def who_looked(*, child: str, before: int | None = None, size: int = PAGE) -> Page:
    """Return who read a child's record (its id in Heard), what part, and why, newest first.

    The caller has checked that whoever asks may know, and records that they asked.
    """
    return _page(AuditEvent.objects.filter(child=child, verb=LOOKED), before, size)


def events_of_child(*, child: str, before: int | None = None, size: int = PAGE) -> Page:
    """Return all that was done about a child, reading included, newest first."""
    return _page(AuditEvent.objects.filter(child=child), before, size)


def events_of_actor(*, actor_id: str, before: int | None = None, size: int = PAGE) -> Page:
    """Return what one actor did, newest first."""
    return _page(AuditEvent.objects.filter(actor_id=actor_id), before, size)


def last_checks(size: int = 10) -> list[AuditCheck]:
    """Return the last checks of the trail, newest first: they tell of no child and of no record."""
    return list(AuditCheck.objects.order_by("-asked_at")[:size])


def waiting_checks() -> list[AuditCheck]:
    """Return the checks that were asked for and not made yet, oldest first."""
    return list(AuditCheck.objects.filter(finished_at=None).order_by("asked_at"))


def _page(events: QuerySet[AuditEvent], before: int | None, size: int) -> Page:
    if before is not None:
        events = events.filter(seq__lt=before)
    found = list(events.order_by("-seq")[: size + 1])
    older = found[size - 1].seq if len(found) > size else None
    return Page(tuple(_shown(row) for row in found[:size]), older)


def _shown(row: AuditEvent) -> Shown:
    return Shown(
        row.seq,
        datetime.fromisoformat(row.at),
        row.actor_kind,
        row.actor_id,
        row.actor_name,
        row.verb,
        (row.subject_kind, row.subject_id),
        row.child,
        json.loads(row.data),
    )
