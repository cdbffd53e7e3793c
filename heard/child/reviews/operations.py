"""Recording how a child took part in a review, and settling what was recorded twice."""

from datetime import date, datetime
from uuid import UUID

from heard.child.reviews.models import Review
from heard.child.reviews.rules import ChairAnswers, code_of
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.codes import VOICE, meaning


@operation("review.recorded")
def record_review(
    *,
    child: UUID,
    plan_type: str,
    held_on: date,
    chair: UUID | None,
    answers: ChairAnswers,
    authority_review_id: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Review:
    """Record one child's part in one review; the code follows from the chair's plain answers."""
    code = code_of(answers) or ""
    review = Review.objects.create(
        child_id=child,
        authority_review_id=authority_review_id,
        plan_type=plan_type,
        held_on=held_on,
        chair_id=chair,
        scheme=VOICE,
        code=code,
        meaning=meaning(VOICE, code),
        reason=answers.valid_reason,
        source="heard",
    )
    audit(subject=("review", str(review.pk)), child=str(child), data={"code": code})
    return review


@operation("review.called_off")
def call_off(*, review: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say that a review was not held after all; its row stays and is counted apart."""
    row = Review.objects.select_for_update().get(pk=review)
    row.cancelled = True
    row.save(update_fields=["cancelled"])
    audit(subject=("review", str(review)), child=str(row.child_id))


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
