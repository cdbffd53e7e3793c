"""Reviews recorded twice with different codes, for the person who settles them.

Ids, days and codes only: no words of the chair, no worker, no team.
"""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, F, Max, Min, QuerySet

from heard.child.reviews.models import Review
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read, records_listed

_SAME = ("child_id", "plan_type", "held_on")


class RowToSettle(NamedTuple):
    """One row of a review. `source` is where it came from: facts, ssda903 or heard."""

    id: UUID
    scheme: str
    code: str
    has_reason: bool
    source: str


class ReviewToSettle(NamedTuple):
    """One review whose rows do not agree."""

    child: str
    plan_type: str
    held_on: date
    rows: list[RowToSettle]


def to_settle() -> QuerySet[Review, dict[str, Any]]:
    """Return the reviews to settle, oldest first: child, plan_type, held_on, rows, and one row."""
    found = Review.objects.filter(cancelled=False).values(
        *_SAME, child_name=F("child__authority_id")
    )
    codes = found.annotate(least=Min("meaning"), most=Max("meaning"), rows=Count("pk"))
    apart = codes.exclude(least=F("most"))
    return apart.order_by("held_on", "child_name", "plan_type")


def how_many_to_settle() -> int:
    """Return how many reviews wait to be settled."""
    return to_settle().count()


def list_to_settle(staff: Staff, at: datetime) -> QuerySet[Review, dict[str, Any]]:
    """Return the reviews to settle, for this person; that they looked is written down."""
    found = to_settle()
    why = "to settle reviews recorded twice"
    data = {"reviews": found.count()}
    records_listed(what="reviews to settle", why=why, data=data, by=staff.actor, at=at)
    return found


def review_to_settle(
    staff: Staff, child: UUID, plan_type: str, held_on: date, at: datetime
) -> ReviewToSettle | None:
    """Return the rows of one review, or None when there is nothing (left) to settle."""
    same = Review.objects.filter(
        child=child, plan_type=plan_type, held_on=held_on, cancelled=False
    ).select_related("child")
    rows = list(same.order_by("pk"))
    if len({row.meaning for row in rows}) < 2:
        return None
    what, why = "the codes of one review", "to settle a review recorded twice"
    record_read(child=str(child), what=what, why=why, by=staff.actor, at=at)
    shown = [RowToSettle(r.pk, r.scheme, r.code, bool(r.reason), r.source) for r in rows]
    return ReviewToSettle(rows[0].child.authority_id, plan_type, held_on, shown)
