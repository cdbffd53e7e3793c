"""Planning a review of one or several children, and calling it off."""

from datetime import date, datetime
from uuid import UUID

from heard.child.reviews.models import PlannedReview
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class AlreadyOver(Exception):
    """The review was recorded, or called off, meanwhile."""


@operation("review.planned")
def plan_review(
    *,
    together: UUID,
    children: list[UUID],
    plan_type: str,
    due: date,
    chair: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> list[PlannedReview]:
    """Plan a review for these children under the id that the client gave, one row for each.

    The same id again changes nothing. The chair may read the children's records from now on.
    """
    fields = {"plan_type": plan_type, "due": due, "chair_id": chair, "planned_at": at}
    rows = []
    for child in children:
        row, new = PlannedReview.objects.get_or_create(
            together=together, child_id=child, defaults=fields
        )
        data = {"new": new, "chair": str(chair)}
        audit(subject=("planned review", str(row.pk)), child=str(child), data=data)
        rows.append(row)
    return rows


@operation("review.planned_off")
def call_off_planned(
    *, planned: UUID, why: str, by: Actor, at: datetime, audit: Recorder
) -> PlannedReview:
    """Say that a planned review of one child will not be held; the row stays, with why.

    Raises AlreadyOver when it was recorded, or called off, meanwhile.
    """
    row = PlannedReview.objects.select_for_update().get(pk=planned)
    if row.called_off_at or row.recorded.filter(review__cancelled=False).exists():
        raise AlreadyOver
    row.called_off_at, row.called_off_why = at, why
    row.save(update_fields=["called_off_at", "called_off_why"])
    audit(subject=("planned review", str(planned)), child=str(row.child_id))
    return row
