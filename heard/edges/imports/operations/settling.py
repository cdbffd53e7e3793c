"""Settling a review that was recorded twice, so that later extracts keep it settled."""

from datetime import datetime
from uuid import UUID

from heard.child.reviews import operations as reviews
from heard.edges.imports.models import SetAsideReview
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("imports.review_settled")
def settle(*, right: UUID, reason: str, by: Actor, at: datetime, audit: Recorder) -> int:
    """Keep one row of a review and set the others aside; returns how many were.

    `reason` names who said so. Raises reviews.NothingToSettle, Review.DoesNotExist.
    """
    aside = reviews.settle(right=right, reason=reason, by=by, at=at)
    for review in aside:
        SetAsideReview.objects.create(
            review=review, right=right, reason=reason, settled_at=at, settled_by=by.name
        )
    audit(subject=("review", str(right)), data={"set_aside": len(aside)})
    return len(aside)
