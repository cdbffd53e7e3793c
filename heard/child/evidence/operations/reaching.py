"""A child reaches a point where their voice is confirmed."""

from datetime import date, datetime
from uuid import UUID

from heard.child.evidence.models import Point
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
