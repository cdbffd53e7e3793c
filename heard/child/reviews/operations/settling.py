"""Settling reviews that were recorded twice with different codes."""

from datetime import datetime
from uuid import UUID

from heard.child.reviews.models import Review
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class NothingToSettle(Exception):
    """These rows are not of one review with different codes any more."""


@operation("review.settled")
def settle(*, right: UUID, reason: str, by: Actor, at: datetime, audit: Recorder) -> list[UUID]:
    """Say which row of a review recorded twice is right; the others are set aside, not deleted.

    `reason` names who said so. Raises NothingToSettle when another person settled it meanwhile.
    """
    row = Review.objects.get(pk=right)
    same = Review.objects.select_for_update().filter(
        child=row.child_id, plan_type=row.plan_type, held_on=row.held_on, cancelled=False
    )
    others = [other for other in same if other.pk != right]
    if row.cancelled or all(other.meaning == row.meaning for other in others):
        raise NothingToSettle
    for other in others:
        other.cancelled = True
        other.save(update_fields=["cancelled"])
    data = {"set_aside": [str(o.pk) for o in others], "reason": reason}
    audit(subject=("review", str(right)), child=str(row.child_id), data=data)
    return [o.pk for o in others]
