"""Raising and seeing alerts."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.models import Alert


@operation("alert.raised")
def raise_alert(
    *,
    to: list[UUID],
    kind: str,
    text: str,
    link: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> list[Alert]:
    """Tell members of staff something. `text` holds no name of a child and none of their words."""
    due = at if settings.EMAIL_URL else None
    alerts = [
        Alert(staff_id=s, kind=kind, text=text, link=link, raised_at=at, email_due_at=due)
        for s in to
    ]
    Alert.objects.bulk_create(alerts)
    audit(subject=("alert", kind), data={"to": [str(s) for s in to]})
    return alerts


@operation("alert.seen")
def see_alert(*, alert: UUID, staff: Staff, by: Actor, at: datetime, audit: Recorder) -> None:
    """Mark one's own alert as seen. Raises Alert.DoesNotExist for another person's."""
    row = Alert.objects.get(pk=alert, staff=staff)
    row.seen_at = at
    row.save(update_fields=["seen_at"])
    audit(subject=("alert", str(alert)))
