"""A manager decides that asking is not appropriate for a time, and ends such a decision (law 9)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from heard.child.asking_due.models import Exemption
from heard.child.asking_due.queries import in_force
from heard.child.people.models import Child
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.ids import uuid7


class AlreadyDecided(Exception):
    """A decision is in force, or this one is over; `row` is what stands."""

    def __init__(self, row: Exemption) -> None:
        super().__init__("Somebody decided before you")
        self.row = row


@operation("asking.not_appropriate")
def agree_not_to_ask(
    *,
    child: UUID,
    from_date: date,
    to_date: date | None,
    reason: str,
    agreed_on: date,
    id: UUID | None = None,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Exemption:
    """A manager agrees that asking is not appropriate for a time, with a reason (law 9)."""
    exemption = Exemption.objects.create(
        id=id or uuid7(),
        child_id=child,
        from_date=from_date,
        to_date=to_date,
        reason=reason,
        agreed_by=by.name,
        agreed_on=agreed_on,
        source="heard",
    )
    audit(subject=("exemption", str(exemption.pk)), child=str(child))
    return exemption


@operation("asking.decided")
def decide_not_to_ask(
    *,
    id: UUID,
    child: UUID,
    to_date: date | None,
    reason: str,
    on: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Exemption:
    """Decide from a day on, under the id that the client gave; the same id changes nothing.

    About one child at a time. Raises AlreadyDecided where another decision is in force.
    """
    Child.objects.select_for_update().get(pk=child)  # two managers at once come one by one
    audit(subject=("exemption", str(id)), child=str(child))
    known = Exemption.objects.filter(pk=id).first()
    if known is not None:
        return known
    other = in_force(on).filter(child=child).first()
    if other is not None:
        raise AlreadyDecided(other)
    days = {"from_date": on, "to_date": to_date, "agreed_on": on}
    return agree_not_to_ask(id=id, child=child, reason=reason, **days, by=by, at=at)


@operation("asking.decision_ended")
def end_decision(
    *, decision: UUID, why: str, on: date, by: Actor, at: datetime, audit: Recorder
) -> Exemption:
    """End a decision: from this day on the child is asked again. What it covered stays covered.

    The day before is its last day (its first, where it began today). Raises AlreadyDecided when
    it is over already.
    """
    row = Exemption.objects.select_for_update().get(pk=decision)
    if row.ended_by or (row.to_date and row.to_date < on):
        raise AlreadyDecided(row)
    before = row.to_date.isoformat() if row.to_date else None
    row.to_date = max(row.from_date, on - timedelta(days=1))
    row.ended_by, row.ended_why = by.name, why
    row.save(update_fields=["to_date", "ended_by", "ended_why"])
    data = {"until": before}
    audit(subject=("exemption", str(decision)), child=str(row.child_id), data=data)
    return row
