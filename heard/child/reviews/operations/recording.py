"""Recording how a child took part in a review, and saying that it was not held."""

from datetime import date, datetime
from uuid import UUID

from heard.child.reviews.models import Recorded, Review
from heard.child.reviews.rules import ChairAnswers, code_of
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.codes import VOICE, meaning
from heard.kernel.ids import uuid7


@operation("review.recorded")
def record_review(
    *,
    child: UUID,
    plan_type: str,
    held_on: date,
    chair: UUID | None,
    answers: ChairAnswers,
    authority_review_id: str = "",
    id: UUID | None = None,
    planned: UUID | None = None,
    staff: UUID | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Review:
    """Record one child's part in one review; the code follows from the chair's plain answers.

    The answers are kept beside the code. `staff`: who typed them, where somebody did.
    """
    code = code_of(answers) or ""
    review = Review.objects.create(
        id=id or uuid7(),
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
    said = answers._asdict()
    del said["valid_reason"]
    Recorded.objects.create(
        review=review, planned_id=planned, staff_id=staff, recorded_at=at, **said
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
