"""What imports read of their own tables. Rows that were set aside name children: that somebody
looked at them is written down.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from heard.edges.imports.models import (
    ChildToDecide,
    Closing,
    ImportRun,
    QuarantinedRow,
    SetAsideReview,
)
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import record_read, records_listed


def set_aside_reviews() -> list[str]:
    """Return the ids (32 hex digits) of the reviews that a person set aside when settling."""
    return [review.hex for review in SetAsideReview.objects.values_list("review", flat=True)]


def runs(staff: Staff) -> QuerySet[ImportRun]:
    """Return every import, the newest first: counts and file names, no rows."""
    return ImportRun.objects.order_by("-started_at")


def run(staff: Staff, id: UUID) -> ImportRun:
    """Return one import; raises ImportRun.DoesNotExist."""
    return ImportRun.objects.get(pk=id)


NO_RUN = ImportRun.DoesNotExist


def waiting_rows() -> int:
    """Return how many rows wait for somebody to deal with them."""
    return QuarantinedRow.objects.filter(resolved_at__isnull=True).count()


def kinds(dealt_with: bool) -> Iterable[tuple[str, int]]:
    """Return the kinds of reasons with how many rows have each, the commonest first."""
    rows = QuarantinedRow.objects.filter(resolved_at__isnull=not dealt_with)
    counted = rows.values_list("kind").annotate(rows=Count("pk"))
    return counted.order_by("-rows", "kind")


def quarantine(staff: Staff, kind: str, dealt_with: bool, at: datetime) -> QuerySet[QuarantinedRow]:
    """Return the rows that were set aside, of one kind or all, the newest first."""
    rows = QuarantinedRow.objects.filter(resolved_at__isnull=not dealt_with)
    if kind:
        rows = rows.filter(kind=kind)
    data = {"kind": kind, "rows": rows.count()}
    why = "to deal with rows that were set aside"
    records_listed(what="quarantine", why=why, data=data, by=staff.actor, at=at)
    return rows.order_by("-id")


def quarantined_row(staff: Staff, id: UUID, at: datetime) -> QuarantinedRow:
    """Return one row as it was sent; raises NO_ROW."""
    row = QuarantinedRow.objects.select_related("run").get(pk=id)
    data = {"row": str(id)}
    why = "to deal with a row that was set aside"
    records_listed(what="quarantine", why=why, data=data, by=staff.actor, at=at)
    return row


NO_ROW = QuarantinedRow.DoesNotExist


class Waiting(NamedTuple):
    """What waits since a run for somebody to agree: how many children, and rows of each thing."""

    children: int
    work: int
    allocations: int


def waiting_closings(run: UUID) -> Waiting | None:
    """Return what a run would close and what waits for a person, or None."""
    rows = Closing.objects.filter(run=run, state="waiting")
    if not rows.exists():
        return None
    return Waiting(
        rows.values("child").distinct().count(),
        rows.filter(thing="work").count(),
        rows.filter(thing="allocation").count(),
    )


def decided_closings(run: UUID) -> tuple[str, str] | None:
    """Return what somebody said of the closings of a run, and who; None where nobody did."""
    rows = Closing.objects.filter(run=run).exclude(state="waiting")
    return rows.values_list("state", "decided_by").first()


def runs_with_closings() -> list[UUID]:
    """Return the runs whose closings wait for somebody."""
    waiting = Closing.objects.filter(state="waiting")
    return list(waiting.order_by("run").values_list("run", flat=True).distinct())


def children_to_decide() -> int:
    """Return how many children wait for somebody to say who they are."""
    return ChildToDecide.objects.filter(state="waiting").count()


def list_to_decide(staff: Staff, at: datetime) -> QuerySet[ChildToDecide]:
    """Return the children who wait, by their ids; that somebody looked is written down."""
    rows = ChildToDecide.objects.filter(state="waiting").order_by("authority_id")
    why = "to say whether a child of an extract is a child of Heard"
    data = {"children": rows.count()}
    records_listed(what="children to decide", why=why, data=data, by=staff.actor, at=at)
    return rows


def child_to_decide(staff: Staff, id: UUID, at: datetime) -> ChildToDecide | None:
    """Return one child who waits, or None."""
    row = ChildToDecide.objects.filter(pk=id, state="waiting").first()
    if row:
        why = "to say whether a child of an extract is a child of Heard"
        what = "the date of birth"
        record_read(child=str(row.child), what=what, why=why, by=staff.actor, at=at)
    return row
