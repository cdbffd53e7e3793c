"""Whoever chaired a review says how the child took part, and puts it right later."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from heard.child.people.models import Child
from heard.child.reviews.models import Review
from heard.child.reviews.operations.recording import record_review
from heard.child.reviews.rules import ChairAnswers
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


class RecordedMeanwhile(Exception):
    """Somebody recorded this review meanwhile; `rows` are what stands now."""

    def __init__(self, rows: list[Review]) -> None:
        super().__init__("Somebody recorded this review while you wrote")
        self.rows = rows


@operation("review.chaired")
def chair_review(
    *,
    id: UUID,
    child: UUID,
    plan_type: str,
    held_on: date,
    chair: UUID,
    answers: ChairAnswers,
    after: frozenset[UUID],
    planned: UUID | None,
    staff: UUID,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Review:
    """Record one child's part under the id that the client gave; the same id changes nothing.

    `after` are the rows that the chair saw of this review: they are set aside, not deleted, and
    this one counts in their place. Raises RecordedMeanwhile when others stand there.
    """
    Child.objects.select_for_update().get(pk=child)  # two chairs at once come one after the other
    known = Review.objects.filter(pk=id).first()
    if known is not None:
        audit(subject=("review", str(id)), child=str(child), data={"new": False})
        return known
    before = _before(child, plan_type, held_on, after, planned)
    fields = {"plan_type": plan_type, "held_on": held_on, "chair": chair, "answers": answers}
    who = {"staff": staff, "by": by, "at": at}
    review = record_review(id=id, child=child, planned=planned, **fields, **who)
    for row in before:
        row.cancelled, row.replaced_by = True, review
        row.save(update_fields=["cancelled", "replaced_by"])
    data = {"set_aside": [str(row.pk) for row in before]}
    audit(subject=("review", str(id)), child=str(child), data=data)
    return review


def _before(
    child: UUID, plan_type: str, held_on: date, after: frozenset[UUID], planned: UUID | None
) -> list[Review]:
    """Return the rows to set aside; raise RecordedMeanwhile unless they are those that were seen.

    A row that was seen and is set aside by now was put right by somebody else.
    """
    same = Q(plan_type=plan_type, held_on=held_on) | Q(pk__in=after)
    if planned is not None:
        same |= Q(recorded__planned=planned)
    counted = Review.objects.filter(child=child, cancelled=False).select_related(
        "chair", "recorded"
    )
    now = list(counted.filter(same))
    if {row.pk for row in now} == after:
        return now
    others = [row for row in now if row.pk not in after]
    raise RecordedMeanwhile(others or list(counted.filter(replaces__in=after).distinct()))
