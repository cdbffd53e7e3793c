"""Keeping what a child said after their review, or that they skipped, or said not today."""

from datetime import date, datetime
from uuid import UUID

from heard.child.reviews.models import AfterReview, Review
from heard.child.voice.operations import Words, say
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("review.after_said")
def keep_after(
    *,
    id: UUID,
    review: UUID,
    question: str,
    words: str,
    audience: str,
    staff: UUID,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> AfterReview:
    """Keep the answer to one question, word for word, in the loop; without words it was skipped.

    `id` comes from the client: the same id again changes nothing.
    """
    about = Review.objects.get(pk=review)
    child = about.child_id
    if words:
        said = Words(way="after_review", words=words, happened_on=on, audience=audience)
        say(id=id, child=child, said=said, written_by=staff, by=by, at=at)
    row, new = AfterReview.objects.get_or_create(
        id=id,
        defaults={
            "review": about,
            "question": question,
            "outcome": "said" if words else "skipped",
            "said_id": id if words else None,
            "recorded_at": at,
        },
    )
    data = {"outcome": row.outcome, "new": new}
    audit(subject=("review", str(review)), child=str(child), data=data)
    return row


@operation("review.after_not_today")
def keep_not_today(
    *, id: UUID, review: UUID, by: Actor, at: datetime, audit: Recorder
) -> AfterReview:
    """Keep that the child said "not today" before the first question."""
    about = Review.objects.get(pk=review)
    row, new = AfterReview.objects.get_or_create(
        id=id, defaults={"review": about, "outcome": "not_today", "recorded_at": at}
    )
    audit(subject=("review", str(review)), child=str(about.child_id), data={"new": new})
    return row
