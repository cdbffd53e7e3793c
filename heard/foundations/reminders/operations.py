"""Raising and seeing alerts, and the email that says only that there is one."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.reminders.models import Alert
from heard.foundations.reminders.rules import MOST_ATTEMPTS, next_attempt


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


@operation("alert.email_tried")
def claim_email(*, staff: UUID, by: Actor, at: datetime, audit: Recorder) -> list[UUID]:
    """Take the due alerts of one person before sending, so that no other worker sends them too.

    They fall due again later unless `email_went` follows; after the last attempt no more. Returns
    the alerts taken; none when another worker was first.
    """
    due = Alert.objects.select_for_update().filter(
        staff=staff, email_due_at__lte=at, email_sent_at=None, seen_at=None
    )
    rows = list(due)
    for row in rows:
        row.email_attempts += 1
        more = row.email_attempts < MOST_ATTEMPTS
        row.email_due_at = next_attempt(at, row.email_attempts) if more else None
    Alert.objects.bulk_update(rows, ["email_attempts", "email_due_at"])
    audit(subject=("staff", str(staff)), data={"alerts": len(rows)})
    return [row.pk for row in rows]


@operation("alert.email_sent")
def email_went(*, alerts: list[UUID], by: Actor, at: datetime, audit: Recorder) -> None:
    """Write down that the email about these alerts went."""
    Alert.objects.filter(pk__in=alerts).update(email_sent_at=at, email_due_at=None)
    audit(subject=("alert", "email"), data={"alerts": [str(alert) for alert in alerts]})
