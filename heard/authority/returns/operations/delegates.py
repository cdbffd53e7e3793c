"""Naming who may sign in the director's place, and ending that."""

from datetime import date, datetime
from uuid import UUID

from heard.authority.returns.models import Delegate
from heard.authority.returns.rules.days import BadReturn
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("returns.delegate_named")
def name_delegate(
    *,
    staff: Staff,
    from_day: date,
    until_day: date,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Delegate:
    """Name a person who may sign from one day to another, both included.

    Raises BadReturn for somebody who cannot read returns: nobody signs what they cannot read.
    """
    if until_day < from_day:
        raise BadReturn("The last day cannot be before the first day.")
    if not staff.may(P.READ_RETURNS):
        raise BadReturn(f"{staff.name} cannot read returns, so cannot sign one.")
    naming = Delegate(
        staff=staff,
        from_day=from_day,
        until_day=until_day,
        named_by_id=by.id,
        named_by_name=by.name,
        named_at=at,
    )
    naming.save(force_insert=True)
    days = {"from": str(from_day), "until": str(until_day)}
    audit(subject=("staff", str(staff.id)), data={"delegate": str(naming.id), **days})
    return naming


@operation("returns.delegate_ended")
def end_delegation(*, naming_id: UUID, by: Actor, at: datetime, audit: Recorder) -> Delegate:
    """End a delegation at once; ending it twice changes nothing."""
    naming = Delegate.objects.select_for_update().get(pk=naming_id)
    if naming.ended_at is None:
        naming.ended_at, naming.ended_by_name = at, by.name
        naming.save()
    audit(subject=("staff", str(naming.staff_id)), data={"delegate": str(naming.id)})
    return naming
