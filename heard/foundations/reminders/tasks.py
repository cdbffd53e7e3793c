"""What a worker does with alerts: send the emails that are due, and say how it went."""

import logging
from datetime import datetime
from smtplib import SMTPException
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from heard.foundations.accounts.models import Staff
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.reminders import mail
from heard.foundations.reminders.operations import claim_email, email_went
from heard.foundations.reminders.queries import people_with_email_due

log = logging.getLogger(__name__)


class Sent(NamedTuple):
    """How a round went: to how many people an email went, and to how many it did not."""

    went: int
    failed: int


def send_due_emails(at: datetime) -> Sent:
    """Send one email to each person whose alerts are due; what fails falls due again later.

    The alert is claimed first and marked after: a crash between the two sends a second email, and
    never none.
    """
    if not settings.EMAIL_URL:
        return Sent(0, 0)
    results = [_send(staff, at) for staff in people_with_email_due(at)]
    return Sent(results.count(True), results.count(False))


def _send(staff: UUID, at: datetime) -> bool | None:
    alerts = claim_email(staff=staff, by=HEARD_ITSELF, at=at)
    if not alerts:
        return None
    try:
        mail.send(Staff.objects.get(pk=staff).email)
    except (OSError, SMTPException) as problem:  # it falls due again, with its attempts counted
        log.warning("an email about an alert did not go: %s", type(problem).__name__)
        return False
    email_went(alerts=alerts, by=HEARD_ITSELF, at=at)
    return True
