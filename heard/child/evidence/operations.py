"""Points (an assessment completed, work closed) and the manager's answer about each."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from heard.child.evidence.models import Confirmation, Point
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("point.reached")
def reach_point(
    *,
    kind: str,
    authority_point_id: str,
    child: UUID,
    day: date | None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Point:
    """Record that a child reached a point where their voice is confirmed (S0, data set 2a)."""
    point = Point.objects.create(
        kind=kind, authority_point_id=authority_point_id, child_id=child, day=day, source="heard"
    )
    audit(subject=(kind, authority_point_id), child=str(child))
    return point


@operation("point.confirmed")
def confirm(
    *,
    point: UUID,
    answer: str,
    reason: str,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Confirmation:
    """Answer about one child at one point: yes, no, or not appropriate with the reason.

    A later answer stands beside the earlier one and counts in its place; nothing is overwritten.
    """
    at_point = Point.objects.get(pk=point)
    last = Confirmation.objects.aggregate(last=Max("sequence"))["last"] or 0
    confirmation = Confirmation.objects.create(
        kind=at_point.kind,
        authority_point_id=at_point.authority_point_id,
        child_id=at_point.child_id,
        answer=answer,
        reason=reason,
        answered_on=on,
        answered_by=by.name,
        sequence=last + 1,
        source="heard",
    )
    subject = (at_point.kind, at_point.authority_point_id)
    audit(subject=subject, child=str(at_point.child_id), data={"answer": answer})
    return confirmation
