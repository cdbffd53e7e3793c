"""What stands around a review: planning it, calling it off, and the questions afterwards."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.people.models import Child, Worker
from heard.child.people.permissions import reason_to_read
from heard.child.reviews.models import AfterReview, PlannedReview, Review
from heard.child.reviews.permissions import GLASS
from heard.child.reviews.queries.chairing import opened
from heard.child.voice.permissions import reason_to_see
from heard.foundations.accounts.models import Staff


class ToPlan(NamedTuple):
    """What a page needs to plan a review: who may chair it, and who else may be reviewed."""

    child: Child
    level: str
    chairs: list[Worker]
    others: list[Child]


def to_plan(staff: Staff, child: UUID, at: datetime) -> ToPlan:
    """Return a child whose review this person may plan; the look is written down."""
    row = Child.objects.select_related("family").get(pk=child)
    opened(staff, row, at)
    work = row.work.filter(end_date=None).order_by("-start_date").first()
    level = work.level if work else ""
    return ToPlan(row, level, who_can_chair(staff, row), children_to_review(staff, row, at))


def to_call_off(staff: Staff, planned: UUID, at: datetime) -> PlannedReview:
    """Return a planned review that this person may call off; the look is written down."""
    found = PlannedReview.objects.select_related("child", "chair")
    row = found.get(pk=planned, called_off_at=None)
    opened(staff, row.child, at)
    return row


def to_ask(staff: Staff, review: UUID, at: datetime) -> Review:
    """Return a review after which this person may ask the child; the look is written down."""
    row = Review.objects.select_related("child", "chair").get(pk=review, cancelled=False)
    opened(staff, row.child, at)
    return row


def worker_now(child: Child, day: date) -> str:
    """Return the name of the child's worker, or blank where nobody is allocated."""
    rows = child.allocations.filter(Q(end_date=None) | Q(end_date__gte=day), start_date__lte=day)
    now = rows.select_related("worker").order_by("-start_date").first()
    return now.worker.name if now else ""


def said_after(staff: Staff, review: Review, at: datetime) -> list[AfterReview]:
    """Return what became of the two questions, save words that are not for this person.

    Kept words leave no trace: the question then looks as if it had not been asked.
    """
    return [
        row
        for row in asked_after(review)
        if row.said is None or reason_to_see(staff, row.said, at) is not None
    ]


def who_can_chair(staff: Staff, child: Child) -> list[Worker]:
    """Return whom a page offers as chair: chairs by role, and the child's own team."""
    teams = child.allocations.filter(end_date=None).values("worker__team")
    who = Q(staff__roles_held__role="chair") | Q(team__in=teams) | Q(staff=staff)
    active = Worker.objects.filter(who, staff__is_active=True)
    return list(active.distinct().order_by("name"))


def children_to_review(staff: Staff, child: Child, at: datetime) -> list[Child]:
    """Return the other children of the family whom this person may plan a review for."""
    if child.family is None:
        return []
    others = child.family.children.exclude(pk=child.pk).order_by("birth_date", "pk")
    reasons = ((other, reason_to_read(staff, other, at)) for other in others)
    return [other for other, reason in reasons if reason and reason.name != GLASS]


def asked_after(review: Review) -> list[AfterReview]:
    """Return what became of the two questions after a review, in order."""
    return list(review.after.select_related("said").order_by("recorded_at", "pk"))
