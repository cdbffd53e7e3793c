"""What waits for one worker today."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.asking_due.queries import Due, due_soon
from heard.child.people.models import Allocation, Child, Worker
from heard.child.reviews.queries.coming import Coming, coming_of, coming_to_chair
from heard.child.voice.models import Said
from heard.child.voice.queries import held_by
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import records_listed
from heard.foundations.deployment.clock import LONDON

MOST = 60
REVIEWS_WITHIN = timedelta(days=42)


class Mine(NamedTuple):
    """What waits for a worker: `held` first due first, at most MOST of `held_in_all`."""

    held: list[Said]
    held_in_all: int
    due: list[tuple[Child, Due]]
    reviews: list[Coming]


def waiting_for_worker(staff: Staff, at: datetime) -> Mine:
    """Return what waits for this person; that they looked, and at whom, is written down."""
    today = at.astimezone(LONDON).date()
    worker = Worker.objects.filter(staff=staff).first()
    if worker is None:
        return Mine([], 0, [], [])
    waiting = held_by(worker)
    held, children = list(waiting[:MOST]), _children_of(worker, today)
    found = Mine(
        held=held,
        held_in_all=waiting.count() if len(held) == MOST else len(held),
        due=_due(children, today),
        reviews=_reviews(staff, children, at),
    )
    _write_down(staff, found, at)
    return found


def _children_of(worker: Worker, day: date) -> list[UUID]:
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    mine = Allocation.objects.filter(still, worker=worker, start_date__lte=day)
    return list(mine.values_list("child_id", flat=True))


def _due(children: list[UUID], today: date) -> list[tuple[Child, Due]]:
    found = due_soon(children, today)
    rows = Child.objects.in_bulk([due.child for due in found])
    return [(rows[due.child], due) for due in found]


def _reviews(staff: Staff, children: list[UUID], at: datetime) -> list[Coming]:
    """Return the reviews to come of one's children, and those that one chairs, soonest first."""
    today = at.astimezone(LONDON).date()
    found = {one.id: one for one in (*coming_of(children, today), *coming_to_chair(staff, at))}
    soon = [one for one in found.values() if one.due <= today + REVIEWS_WITHIN]
    return sorted(soon, key=lambda one: (one.due, one.id))


def _write_down(staff: Staff, found: Mine, at: datetime) -> None:
    seen = {row.child_id for row in found.held} | {child.pk for child, _ in found.due}
    if seen:
        why = "allocated worker, or it was passed on to them"
        data = {"children": sorted(str(child) for child in seen)}
        records_listed(what="today", why=why, data=data, by=staff.actor, at=at)
