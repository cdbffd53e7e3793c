"""What the chair of one review sees: the review, who else is at it, and what the child said."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.people.models import Child, Worker
from heard.child.people.permissions import NotYours, Reason, reason_to_read
from heard.child.reviews.models import PlannedReview, Review
from heard.child.reviews.permissions import check_can_plan, may_put_right, worker_of
from heard.child.voice.models import Said
from heard.child.voice.queries import said_by
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.kernel.loop import State


class AtReview(NamedTuple):
    """One child at one review, for the person who chaired it.

    `planned` and `before` (rows that stand now) may both be empty; `plan_type` and `held_on` are
    what to begin with.
    """

    child: Child
    reason: Reason
    chair: Worker
    plan_type: str
    held_on: date | None
    planned: PlannedReview | None = None
    before: tuple[Review, ...] = ()


def planned_one(staff: Staff, planned: UUID, at: datetime) -> AtReview:
    """Return a planned review that this person chairs; the look is written down.

    Raises PlannedReview.DoesNotExist or NotYours; a page answers both alike.
    """
    row = PlannedReview.objects.select_related("child", "chair").get(pk=planned, called_off_at=None)
    if row.chair.staff_id != staff.pk:
        raise NotYours
    reason = opened(staff, row.child, at)
    held = Q(recorded__planned=row) | Q(plan_type=row.plan_type, held_on=row.due)
    before = row.child.reviews.filter(held, cancelled=False).select_related("recorded")
    return AtReview(row.child, reason, row.chair, row.plan_type, row.due, row, tuple(before))


def unplanned(staff: Staff, child: UUID, at: datetime) -> AtReview:
    """Return an empty review of a child, to be recorded by whoever chaired it."""
    row = Child.objects.get(pk=child)
    reason, chair = opened(staff, row, at), worker_of(staff)
    work = row.work.filter(end_date=None).order_by("-start_date").first()
    return AtReview(row, reason, chair, work.level if work else "", None)


def recorded_one(staff: Staff, review: UUID, at: datetime) -> AtReview:
    """Return a recorded review that this person may put right, with every row that stands."""
    row = Review.objects.select_related("child", "chair").get(pk=review, cancelled=False)
    if not may_put_right(staff, row):
        raise NotYours
    reason = opened(staff, row.child, at)
    same = {"plan_type": row.plan_type, "held_on": row.held_on, "cancelled": False}
    before = tuple(row.child.reviews.filter(**same).select_related("recorded"))
    planned = PlannedReview.objects.filter(recorded__review=row).first()
    of = (row.plan_type, row.held_on, planned, before)
    return AtReview(row.child, reason, row.chair or worker_of(staff), *of)


def opened(staff: Staff, child: Child, at: datetime) -> Reason:
    """Return why this person works on reviews of this child; the look is written down."""
    reason = check_can_plan(staff, child, at)
    what = "a review, and what they said since the last"
    record_read(child=str(child.pk), what=what, why=reason.words, by=staff.actor, at=at)
    return reason


def one_review(staff: Staff, review: UUID, at: datetime) -> tuple[Review, Reason]:
    """Return one review of a child whom this person may read; the look is written down."""
    row = Review.objects.select_related("child", "chair", "recorded", "replaced_by").get(pk=review)
    reason = reason_to_read(staff, row.child, at)
    if reason is None:
        raise NotYours
    what = "how they took part in a review"
    record_read(child=str(row.child_id), what=what, why=reason.words, by=staff.actor, at=at)
    return row, reason


def said_since(staff: Staff, child: Child, held_on: date | None, at: datetime) -> list[Said]:
    """Return what the child said since the review before, newest first, in their words.

    Only what this person may see: nothing that the child kept from the chair, or took back.
    """
    earlier = child.reviews.filter(cancelled=False).order_by("-held_on")
    last = (earlier.filter(held_on__lt=held_on) if held_on else earlier).first()
    return [
        said
        for said in said_by(staff, child, at)
        if said.speaker == "child"
        and said.state != State.WITHDRAWN
        and (last is None or said.happened_on >= last.held_on)
    ]


def also_there(planned: PlannedReview) -> list[tuple[PlannedReview, Review | None]]:
    """Return the other children of the same meeting, each with what was recorded of them."""
    others = PlannedReview.objects.filter(together=planned.together, called_off_at=None)
    found = []
    for row in others.exclude(pk=planned.pk).select_related("child", "chair").order_by("pk"):
        held = Review.objects.filter(recorded__planned=row, cancelled=False).first()
        found.append((row, held))
    return found


def planned_of(review: Review) -> PlannedReview | None:
    """Return what was planned for a review, where it was."""
    return PlannedReview.objects.filter(recorded__review=review).first()
