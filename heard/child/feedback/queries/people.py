"""Who works with the child: names for the opening page, and whom one could rather talk to."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heard.child.feedback.rules import began
from heard.child.people.models import Allocation, Child, Worker
from heard.child.people.permissions import FURTHER
from heard.foundations.accounts.models import RoleHeld


class Other(NamedTuple):
    """Somebody else to talk to: `holder` answers (a worker), `named` are the accounts who see it.

    An advocate cannot answer for the authority, so the manager holds what is said to them.
    """

    name: str
    holder: UUID
    named: tuple[UUID, ...]
    beside: str = ""


def allocation_on(child: Child, day: date) -> Allocation | None:
    """Return who has the child's work on a day."""
    rows = Allocation.objects.filter(child=child, start_date__lte=day).exclude(end_date__lt=day)
    return rows.select_related("worker__team__manager").order_by("-start_date").first()


def helpers_of(child: Child, day: date) -> tuple[Worker | None, Worker | None]:
    """Return the child's worker and that worker's manager."""
    now = allocation_on(child, day)
    if now is None:
        return None, None
    return now.worker, now.worker.team.manager if now.worker.team else None


def someone_else(child: Child, day: date) -> dict[str, Other]:
    """Return whom the person could rather talk to: manager, advocate, reviewing officer."""
    found: dict[str, Other] = {}
    _, manager = helpers_of(child, day)
    if manager is not None and manager.staff_id is not None:
        found["manager"] = Other(manager.name, manager.pk, (manager.staff_id,))
        found |= _advocate(child, day, manager)
    chair = _chair(child, day)
    if chair is not None and chair.staff_id is not None:
        found["chair"] = Other(chair.name, chair.pk, (chair.staff_id,))
    return found


def _advocate(child: Child, day: date, manager: Worker) -> dict[str, Other]:
    rows = child.advocates.filter(since__lte=day).exclude(until__lt=day).select_related("staff")
    now = rows.order_by("-since").first()
    if now is None or manager.staff_id is None:
        return {}
    named = (now.staff_id, manager.staff_id)
    return {"advocate": Other(now.staff.name, manager.pk, named, manager.name)}


def _chair(child: Child, day: date) -> Worker | None:
    """Whoever chairs the child's reviews, as the apps above say (a relation, not a job)."""
    chairs = RoleHeld.objects.filter(role="chair", staff__is_active=True).select_related("staff")
    for held in chairs.order_by("staff__name"):
        if any(relation(held.staff, child, day) for relation in FURTHER):
            return Worker.objects.filter(staff=held.staff).first()
    return None


def level_on(child: Child, day: date) -> str:
    """Return the kind of plan on a day, the one that weighs most; "CIN" where none is open."""
    still = Q(end_date__isnull=True) | Q(end_date__gte=day)
    open_now = set(child.work.filter(still, start_date__lte=day).values_list("level", flat=True))
    order = ("CLA", "CP", "PATHWAY", "CIN", "EH")
    return next((level for level in order if level in open_now), "CIN")


def work_began(child: Child, day: date) -> date | None:
    """Return the first day of the work that is open on a day."""
    return began(child.work.values_list("start_date", "end_date"), day)
