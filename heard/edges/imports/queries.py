"""What imports read of their own tables. Rows that were set aside name children: that somebody
looked at them is written down.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from heard.edges.imports.models import ImportRun, QuarantinedRow, SetAsideReview
from heard.foundations.accounts.models import Staff
from heard.foundations.audit.reads import records_listed


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
