"""Changes of worker: what would move, and what did."""

from datetime import date, datetime

from heard.child.people.models import Allocation, Child
from heard.child.voice.models import Handover, Said
from heard.child.voice.queries import said_by
from heard.child.voice.rules import TO_DO
from heard.foundations.accounts.models import Staff


def allocation_now(child: Child) -> Allocation | None:
    """Return who has the child's work, until further notice."""
    return Allocation.objects.filter(child=child, end_date=None).select_related("worker").first()


def would_move(staff: Staff, child: Child, at: datetime) -> list[Said]:
    """Return what waits for the child's worker and this person may see, the first due first."""
    now = allocation_now(child)
    holder = now.worker_id if now else None
    rows = [r for r in said_by(staff, child, at) if r.state in TO_DO and r.holder_id == holder]
    return sorted(rows, key=lambda row: (row.answer_by, row.pk))


def latest(child: Child) -> Handover | None:
    """Return the last change of worker."""
    rows = Handover.objects.filter(child=child).select_related("before", "after", "child")
    return rows.order_by("-on", "-recorded_at").first()


def moved_with(staff: Staff, handover: Handover, at: datetime) -> list[tuple[Said, date]]:
    """Return what moved and this person may see, with the day each is due."""
    due = dict(handover.moved.values_list("said_id", "due"))
    rows = [row for row in said_by(staff, handover.child, at) if row.pk in due]
    return sorted(((row, due[row.pk]) for row in rows), key=lambda pair: (pair[1], pair[0].pk))
