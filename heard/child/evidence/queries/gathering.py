"""The evidence about one child since their last point, for the manager who answers.

What the child said, the talks about it, what came of it, and their reviews. No scores: nothing
here reads them.
"""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.evidence.models import Confirmation, Point
from heard.child.evidence.permissions import check_can_answer
from heard.child.people.models import Child
from heard.child.people.permissions import NotYours, Reason, reason_to_read
from heard.child.reviews.models import Review
from heard.child.voice.models import Said
from heard.child.voice.permissions import seen_through
from heard.child.voice.queries import whole
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.kernel.loop import State


class Gathered(NamedTuple):
    """What there is to choose from. `since`: the day of the point before, or None."""

    since: date | None
    said: list[Said]
    reviews: list[Review]


class AtPoint(NamedTuple):
    """One point of one child, the answers so far (the one that counts last), and the evidence."""

    point: Point
    answers: list[Confirmation]
    evidence: Gathered


def at_point(staff: Staff, point: UUID, at: datetime) -> AtPoint:
    """Return one point for the manager who answers about it; the look is written down first.

    Raises Point.DoesNotExist or NotYours; a page answers both alike.
    """
    row = Point.objects.select_related("child").get(pk=point, day__isnull=False)
    reason = check_can_answer(staff, row, at)
    what = "the evidence that they were heard"
    record_read(child=str(row.child_id), what=what, why=reason.words, by=staff.actor, at=at)
    key = {"kind": row.kind, "authority_point_id": row.authority_point_id}
    given = Confirmation.objects.filter(**key, child=row.child)
    answers = list(given.prefetch_related("evidence").order_by("answered_on", "sequence"))
    return AtPoint(row, answers, gather(staff, row, reason))


def gather(staff: Staff, point: Point, reason: Reason) -> Gathered:
    """Return what this manager may see of what the child said, and their reviews."""
    since = _day_before(point)
    said = whole(Said.objects.filter(child=point.child)).order_by("-happened_on", "-received_at")
    reviews = point.child.reviews.filter(cancelled=False).order_by("-held_on")
    if since is not None:
        said, reviews = said.filter(happened_on__gte=since), reviews.filter(held_on__gte=since)
    may = {reason.name: reason}
    mine = [row for row in said if shown(row) and seen_through(staff, row, may)]
    return Gathered(since, mine, list(reviews))


def shown(row: Said) -> bool:
    """Say whether it is evidence: the child's own words, not taken back."""
    return row.speaker == "child" and row.state != State.WITHDRAWN


def _day_before(point: Point) -> date | None:
    """Return the day of the child's point before this one: evidence begins there."""
    day = point.day
    earlier = Point.objects.filter(Q(day__lt=day), child=point.child)
    return earlier.order_by("-day").values_list("day", flat=True).first()


def piece_of(staff: Staff, point: UUID, said: UUID, at: datetime) -> tuple[Point, Said]:
    """Return one thing said, opened from the open task; the look is written down by itself."""
    row = Point.objects.select_related("child").get(pk=point, day__isnull=False)
    reason = check_can_answer(staff, row, at)
    piece = whole(Said.objects.filter(pk=said, child=row.child)).get()
    if not (shown(piece) and seen_through(staff, piece, {reason.name: reason})):
        raise NotYours
    what = "something they said, as evidence"
    record_read(child=str(row.child_id), what=what, why=reason.words, by=staff.actor, at=at)
    return row, piece


def readable_review(staff: Staff, child: Child, at: datetime) -> bool:
    """Say whether the pages of the child's reviews open to this person too."""
    return reason_to_read(staff, child, at) is not None
