"""What was said, for those who may see it and those who may act on it."""

from datetime import datetime
from uuid import UUID

from django.db.models import prefetch_related_objects

from heard.child.feedback.queries.context import InContext, form_of_said
from heard.child.people.models import Child, Worker
from heard.child.people.permissions import NotYours
from heard.child.voice import queries as voice
from heard.child.voice.models import Said
from heard.child.voice.permissions import Relations, check_can_act, reason_to_see, relations_of
from heard.child.voice.queries import Opened
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff
from heard.kernel.loop import State

# A page answers both alike: there is nothing here for you.
NOT_FOUND = voice.NOT_FOUND
ACT = frozenset({"worker", "manager", "holder"})


def one(staff: Staff, said: UUID, what: str, at: datetime) -> Opened:
    """Return one thing said that this person may see, and why; the look is written down."""
    return voice.opened(staff, said, what, at)


def to_act_on(staff: Staff, said: UUID, what: str, at: datetime) -> Opened:
    """Return one thing said that this person may talk over, answer or pass on.

    The look is written down. Raises Said.DoesNotExist or NotYours; a page answers both alike.
    """
    found = voice.opened(staff, said, what, at)
    if found.reason.name not in ACT:
        raise NotYours
    return found


def form_of(staff: Staff, found: Opened, at: datetime) -> InContext | None:
    """Return the form that this came from, numbers only for those of law 3, or None.

    The caller wrote the look down.
    """
    said = found.said
    return form_of_said(staff, said, at, found.relations) if said.way == "form" else None


def waiting_talks(staff: Staff, child: Child, at: datetime) -> list[Said]:
    """Return what this person should talk over with the child's family, the first due first.

    The caller wrote the look at the child down.
    """
    rows = [row for row in open_loops(staff, child, at) if row.state == State.OPEN]
    prefetch_related_objects(rows, "moved__handover__after")
    return rows


def open_loops(staff: Staff, child: Child, at: datetime) -> list[Said]:
    """Return what still waits and this person may act on, the first due first."""
    known = relations_of(staff, child, at)
    waiting = [row for row in voice.said_by(staff, child, at, known) if row.state in TO_DO]
    mine = [row for row in waiting if can_act(staff, row, at, known)]
    return sorted(mine, key=lambda row: (row.answer_by, row.pk))


def can_act(staff: Staff, said: Said, at: datetime, known: Relations | None = None) -> bool:
    """Say whether this person may talk it over, answer it or pass it on."""
    try:
        check_can_act(staff, said, at, known)
    except NotYours:
        return False
    return True


def can_see(staff: Staff, said: Said, at: datetime) -> bool:
    """Say whether this person may see it, without opening it."""
    return reason_to_see(staff, said, at) is not None


def worker_of(staff: Staff) -> Worker | None:
    """Return the worker that this account is, or None."""
    return Worker.objects.filter(staff=staff).select_related("team").first()
