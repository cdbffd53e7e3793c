"""Whoever chairs the reviews of a child: a relation to the review, not a job title.

The chair of a review, held or to come, may read the child's record (people-and-policy.md C), and
only who chaired a review says how the child took part in it.
"""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from heard.child.people.models import Child, Worker
from heard.child.people.permissions import NotYours, Reason, check_can_read
from heard.child.reviews.models import PlannedReview, Review
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff

# The longest time between two reviews of a plan, with room for a late one.
STILL_THEIR_CHAIR = timedelta(days=365)
GLASS = "opened with a reason"


def chairs_a_review(staff: Staff, child: Child, day: date) -> Reason | None:
    """Return the reason of a chair who reviewed this child within a year, or is to; or None."""
    since = day - STILL_THEIR_CHAIR
    chaired = Review.objects.filter(
        child=child, chair__staff=staff, cancelled=False, held_on__gte=since
    ).exists()
    if chaired or to_chair(staff, since).filter(child=child).exists():
        return Reason("chair of a review", "chair of the child's reviews")
    return None


def to_chair(staff: Staff, since: date) -> QuerySet[PlannedReview]:
    """Return the planned reviews of this chair, due since a day and not called off."""
    return PlannedReview.objects.filter(chair__staff=staff, called_off_at=None, due__gte=since)


def check_can_plan(staff: Staff, child: Child, at: datetime) -> Reason:
    """Return why this person plans and chairs reviews of this child, or raise NotYours.

    Who only opened the record with a typed reason does neither.
    """
    if not staff.may(P.CHAIR_REVIEWS):
        raise NotYours
    reason = check_can_read(staff, child, at)
    if reason.name == GLASS:
        raise NotYours
    return reason


def may_put_right(staff: Staff, review: Review) -> bool:
    """Say whether this person chaired it; where no chair is known, whoever says they did may."""
    return review.chair is None or review.chair.staff_id == staff.pk


def worker_of(staff: Staff) -> Worker:
    """Return this person as a worker, who can chair; raises NotYours where they are none."""
    worker = Worker.objects.filter(staff=staff).first()
    if worker is None:
        raise NotYours
    return worker
