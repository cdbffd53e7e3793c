"""What a worker does for the trail: heads by the clock, and checks that were asked for."""

from datetime import datetime

from django_tasks import task

from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES
from heard.foundations.accounts.models import Staff
from heard.foundations.audit import heads
from heard.foundations.audit.actor import HEARD_ITSELF
from heard.foundations.audit.models import AuditCheck
from heard.foundations.audit.operations import ask_for_check, finish_check
from heard.foundations.audit.queries import waiting_checks
from heard.foundations.audit.verify import verify
from heard.foundations.deployment import clock
from heard.foundations.reminders.operations import raise_alert


def write_head(at: datetime) -> None:
    """Write a head of the chain."""
    heads.write()


def check_every_day(at: datetime) -> None:
    """Ask for a check of the whole trail, and make it."""
    ask_for_check(by=HEARD_ITSELF, at=at)
    make_waiting_checks(at)


@task()
def make_checks() -> int:
    """Make the checks that wait. Returns how many."""
    return make_waiting_checks(clock.now())


def make_waiting_checks(at: datetime) -> int:
    """Make the checks that wait, all at one walk, and tell those who watch over the trail."""
    waiting = waiting_checks()
    if not waiting:
        return 0
    report = verify()
    for check in waiting:
        finish_check(check=check.id, report=report, by=HEARD_ITSELF, at=clock.now())
    if not report.whole:
        _tell(waiting[-1])
    return len(waiting)


def _tell(check: AuditCheck) -> None:
    roles = [name for name, role in ROLES.items() if P.CHECK_AUDIT in role.permissions]
    who = Staff.objects.filter(is_active=True, roles_held__role__in=roles).distinct()
    raise_alert(
        to=[staff.id for staff in who],
        kind="audit.not_whole",
        text="The audit trail is not whole. Open the audit page to see what was found.",
        link="/audit/",
        by=HEARD_ITSELF,
        at=clock.now(),
    )
