"""An assessment completes when it is authorised: that is the point (dataset rules, 2a)."""

from datetime import date, datetime
from uuid import UUID

from heard.child.evidence.models import Assessment, Point
from heard.child.evidence.operations.reaching import reach_point
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class AlreadyOver(Exception):
    """The assessment was authorised, or sent back, meanwhile."""


@operation("assessment.put_up")
def put_up(
    *,
    id: UUID,
    children: list[UUID],
    reference: str,
    staff: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Assessment:
    """Put an assessment of these children up to the manager, under the id that the client gave.

    The same id again changes nothing. Each child is a point of its own, without a day.
    """
    row, new = Assessment.objects.get_or_create(
        id=id, defaults={"reference": reference, "put_up_by_id": staff, "put_up_at": at}
    )
    for child in children if new else ():
        key = {"kind": "assessment", "authority_point_id": id.hex, "day": None}
        reach_point(child=child, by=by, at=at, **key)
    audit(subject=("assessment", str(id)), data={"new": new, "children": len(children)})
    return row


def _waiting(assessment: UUID) -> Assessment:
    row = Assessment.objects.select_for_update().get(pk=assessment)
    if row.authorised_at or row.sent_back_at:
        raise AlreadyOver
    return row


@operation("assessment.authorised")
def authorise(
    *, assessment: UUID, on: date, staff: UUID, by: Actor, at: datetime, audit: Recorder
) -> Assessment:
    """Authorise an assessment: it completes on this day, for each child on it."""
    row = _waiting(assessment)
    row.authorised_by_id, row.authorised_at = staff, at
    row.save(update_fields=["authorised_by", "authorised_at"])
    points = Point.objects.filter(kind="assessment", authority_point_id=assessment.hex)
    for point in points:
        point.day = on
        point.save(update_fields=["day"])
        audit(subject=("assessment", str(assessment)), child=str(point.child_id))
    return row


@operation("assessment.sent_back")
def send_back(
    *, assessment: UUID, why: str, by: Actor, at: datetime, audit: Recorder
) -> Assessment:
    """Send an assessment back to the worker, with why; put up again it is a new one."""
    row = _waiting(assessment)
    row.sent_back_at, row.sent_back_why = at, why
    row.save(update_fields=["sent_back_at", "sent_back_why"])
    audit(subject=("assessment", str(assessment)))
    return row
