"""Reviews to come, and those that nobody recorded yet."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from heard.child.people.models import Child
from heard.child.people.permissions import reason_to_read
from heard.child.reviews.models import PlannedReview, Review
from heard.child.reviews.permissions import STILL_THEIR_CHAIR, to_chair
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import records_listed
from heard.foundations.deployment.clock import LONDON

LATELY = timedelta(days=60)


class Coming(NamedTuple):
    """A review of one child that is planned and not recorded. `overdue`: its day has passed."""

    id: UUID
    child: Child
    plan_type: str
    due: date
    chair: str
    chair_staff: UUID | None
    overdue: bool


def coming_of(children: Iterable[UUID], today: date) -> list[Coming]:
    """Return the reviews to come of these children, soonest first, in one query."""
    rows = PlannedReview.objects.filter(child__in=list(children), called_off_at=None)
    return _coming(rows, today)


def coming_to_chair(staff: Staff, at: datetime) -> list[Coming]:
    """Return the reviews that this person is to chair; that they looked is written down."""
    today = at.astimezone(LONDON).date()
    rows = _coming(to_chair(staff, today - STILL_THEIR_CHAIR), today)
    rows = [row for row in rows if _opens(staff, row.child, at)]
    _listed(staff, at, "reviews to chair", len(rows))
    return rows


def recorded_lately(staff: Staff, at: datetime) -> list[Review]:
    """Return the coded reviews of two months that this person chaired, newest first."""
    since = at.astimezone(LONDON).date() - LATELY
    found = Review.objects.filter(chair__staff=staff, cancelled=False, held_on__gte=since)
    rows = list(found.exclude(code="").select_related("child").order_by("-held_on", "-pk"))
    rows = [row for row in rows if _opens(staff, row.child, at)]
    _listed(staff, at, "reviews chaired lately", len(rows))
    return rows


def not_asked(staff: Staff, at: datetime) -> list[Review]:
    """Return the reviews of a year that this person chaired and whose child was not asked.

    Each is an open loop: whoever chaired it can still ask, and put it right.
    """
    since = at.astimezone(LONDON).date() - STILL_THEIR_CHAIR
    found = Review.objects.filter(
        chair__staff=staff, cancelled=False, code="", source="heard", held_on__gte=since
    )
    rows = list(found.select_related("child").order_by("held_on", "pk"))
    rows = [row for row in rows if _opens(staff, row.child, at)]
    _listed(staff, at, "reviews without a code", len(rows))
    return rows


def _opens(staff: Staff, child: Child, at: datetime) -> bool:
    """Say whether the record is open to its chair: a restricted one only to named readers."""
    return not child.restricted or reason_to_read(staff, child, at) is not None


def _listed(staff: Staff, at: datetime, what: str, number: int) -> None:
    if number:
        data = {"reviews": number}
        records_listed(what=what, why="chair of a review", data=data, by=staff.actor, at=at)


def _coming(rows: QuerySet[PlannedReview], today: date) -> list[Coming]:
    """Leave out what was recorded, here or in the system that an import read."""
    day = {"child": OuterRef("child"), "plan_type": OuterRef("plan_type")}
    held = Review.objects.filter(**day, held_on=OuterRef("due"), cancelled=False)
    waiting = rows.exclude(recorded__review__cancelled=False).exclude(Exists(held))
    named = waiting.select_related("child", "chair").order_by("due", "together", "pk")
    return [
        Coming(r.pk, r.child, r.plan_type, r.due, r.chair.name, r.chair.staff_id, r.due < today)
        for r in named
    ]
