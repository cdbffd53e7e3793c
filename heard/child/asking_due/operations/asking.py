"""Asking a child how the work is going, and talking it over."""

from datetime import date, datetime
from uuid import UUID

from heard.child.asking_due.models import Asking, Talk
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.kernel.ids import uuid7


@operation("asking.recorded")
def record_asking(
    *,
    child: UUID,
    asked_on: date,
    asked_by: str,
    asked_of: str,
    filled_in_how: str,
    declined: bool,
    authority_asking_id: str = "",
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Asking:
    """Record that feedback was sought. A child who declines has been asked."""
    asking = Asking.objects.create(
        authority_asking_id=authority_asking_id or uuid7().hex,
        child_id=child,
        asked_on=asked_on,
        asked_by=asked_by,
        asked_of=asked_of,
        filled_in_how=filled_in_how,
        declined=declined,
        source="heard",
    )
    audit(subject=("asking", str(asking.pk)), child=str(child), data={"declined": declined})
    return asking


@operation("asking.known_better")
def know_asking_better(
    *,
    asking: UUID,
    declined: bool,
    filled_in_how: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Keep what became known after the asking: that the child said no, or how they answered."""
    row = Asking.objects.select_for_update().get(pk=asking)
    row.declined, row.filled_in_how = declined, filled_in_how
    row.save(update_fields=["declined", "filled_in_how"])
    audit(subject=("asking", str(asking)), child=str(row.child_id), data={"declined": declined})


@operation("asking.talked_over")
def talk_over(*, asking: UUID, talked_on: date, by: Actor, at: datetime, audit: Recorder) -> Talk:
    """Record the day when what was said was talked over with the child."""
    row = Asking.objects.get(pk=asking)
    talk = Talk.objects.create(asking=row, talked_on=talked_on, source="heard")
    audit(subject=("asking", str(asking)), child=str(row.child_id))
    return talk
