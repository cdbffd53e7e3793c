"""Opening one fact behind a figure: the only place where it says whose it is.

A list of facts has opaque ids only. One fact that somebody opens shows the authority's own id of
the child, and the worker and team of that day; the look is written down first.
"""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Q

from heard.child.people.models import Allocation, Child
from heard.child.people.permissions import NotYours, is_manager, is_named, is_worker
from heard.foundations.access.permissions import P
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read
from heard.foundations.deployment.clock import LONDON


class NoSuchFact(LookupError):
    """Nothing in Heard has this ref."""


# A page answers both alike, so that nobody learns what is there.
NOT_FOUND = (NoSuchFact, NotYours)


class Whose(NamedTuple):
    """Whose fact it is. All but `child` (the id in Heard) is blank when the record is withheld."""

    child: str
    authority_id: str
    worker: str
    team: str
    withheld: bool


def check_can_open_facts(staff: Staff) -> None:
    """Raise NotYours for anybody who may not read the facts behind figures."""
    if not staff.may(P.READ_FACTS):
        raise NotYours


def open_fact(staff: Staff, child: Child, what: str, day: date | None, at: datetime) -> Whose:
    """Write down that somebody opened a fact, and return whose it is and who worked with them.

    `what` is the fact in a few words; `day` is the day that it is about, or None for today. Of a
    restricted record only those who may read it learn whose it is (safety.md T13).
    """
    check_can_open_facts(staff)
    why = "a fact behind a figure of the return"
    record_read(child=str(child.pk), what=what, why=why, by=staff.actor, at=at)
    today = at.astimezone(LONDON).date()
    if child.restricted and not _may_read_restricted(staff, child, today):
        return Whose(child.pk.hex, "", "", "", withheld=True)
    worker, team = _who_worked(child, day or today)
    return Whose(child.pk.hex, child.authority_id, worker, team, withheld=False)


def _may_read_restricted(staff: Staff, child: Child, day: date) -> bool:
    reason = is_worker(staff, child, day) or is_manager(staff, child, day)
    return bool(reason or is_named(staff, child))


def _who_worked(child: Child, day: date) -> tuple[str, str]:
    """Return the names of the worker allocated on the day and of their team, or blanks."""
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    rows = Allocation.objects.filter(still, child=child, start_date__lte=day)
    found = rows.select_related("worker__team").order_by("-start_date", "-pk").first()
    if found is None:
        return "", ""
    return found.worker.name, found.worker.team.name if found.worker.team else ""


def whose_rows(whose: Whose) -> list[tuple[str, str]]:
    """Return whose fact it is, in words."""
    if whose.withheld:
        return [("Child", "withheld: the record is restricted")]
    return [
        ("Child", whose.authority_id),
        ("Worker on that day", whose.worker or "nobody allocated in Heard"),
        ("Team", whose.team or "none"),
    ]
