"""Reading alerts: one's own only."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from heard.foundations.accounts.models import Staff
from heard.foundations.reminders.models import Alert


def waiting_for(staff: Staff) -> QuerySet[Alert]:
    """Return the alerts that this person has not seen, newest first."""
    return Alert.objects.filter(staff=staff, seen_at=None).order_by("-raised_at", "-id")


def seen_by(staff: Staff) -> QuerySet[Alert]:
    """Return the alerts that this person has seen, newest first."""
    seen = Alert.objects.filter(staff=staff, seen_at__isnull=False)
    return seen.order_by("-seen_at", "-id")


def people_with_email_due(at: datetime) -> list[UUID]:
    """Return whom an email without content is due to."""
    due = Alert.objects.filter(
        email_due_at__lte=at, email_sent_at=None, seen_at=None, staff__is_active=True
    )
    return list(due.values_list("staff", flat=True).distinct())


def emails_given_up() -> int:
    """Return for how many unseen alerts sending was given up: look at the mail server."""
    return Alert.objects.filter(
        email_due_at=None, email_sent_at=None, email_attempts__gt=0, seen_at=None
    ).count()
