"""Restricting a record, and opening one that is not yours."""

from datetime import datetime, timedelta
from uuid import UUID

from heard.child.people.models import Child, NamedReader, OpenedGlass
from heard.child.people.queries import who_to_tell
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.operations import raise_alert

GLASS = timedelta(minutes=60)


class Restricted(Exception):
    """The record is restricted: a typed reason does not open it."""


@operation("record.restricted")
def restrict(
    *, child: UUID, restricted: bool, reason: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Restrict a record to its worker, manager and named readers, or open it to practice again."""
    Child.objects.filter(pk=child).update(restricted=restricted)
    data = {"restricted": restricted, "reason": reason}
    audit(subject=("child", str(child)), child=str(child), data=data)


@operation("record.reader_named")
def name_reader(
    *, child: UUID, staff: UUID, reason: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Name somebody who may read a restricted record."""
    NamedReader.objects.get_or_create(
        child_id=child, staff_id=staff, defaults={"reason": reason, "named_at": at}
    )
    audit(subject=("staff", str(staff)), child=str(child), data={"reason": reason})


@operation("record.glass_refused")
def refuse_glass(*, child: UUID, reason: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Write down, and tell the manager, that somebody asked for a restricted record."""
    audit(subject=("child", str(child)), child=str(child), data={"reason": reason})
    _tell(Child.objects.get(pk=child), "asked for a restricted record and was refused", by, at)


@operation("record.glass_opened")
def open_glass(
    *, child: UUID, staff: Staff, reason: str, by: Actor, at: datetime, audit: Recorder
) -> OpenedGlass:
    """Open a record for 60 minutes with a typed reason; its worker and the manager are alerted.

    Raises Restricted when the record does not open this way.
    """
    row = Child.objects.select_for_update().get(pk=child)
    if row.restricted:
        raise Restricted
    glass = OpenedGlass.objects.create(
        child=row, staff=staff, reason=reason, opened_at=at, until=at + GLASS
    )
    audit(subject=("child", str(child)), child=str(child), data={"reason": reason})
    _tell(row, "opened a record that is not theirs, with a reason", by, at)
    return glass


def _tell(child: Child, what: str, by: Actor, at: datetime) -> None:
    raise_alert(
        to=who_to_tell(child, at),
        kind="break-glass",
        text=f"{by.name} {what}",
        link=f"/children/{child.pk}/",
        by=by,
        at=at,
    )
