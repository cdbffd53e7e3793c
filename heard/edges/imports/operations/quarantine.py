"""Setting rows aside, and saying that one is dealt with."""

from datetime import datetime
from uuid import UUID

import polars as pl

from heard.edges.imports.models import ImportRun, QuarantinedRow
from heard.edges.imports.quarantine import as_kept, with_digests
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import frame, insert_frame, new_ids

LOADED_SINCE = "A later import could load this row."


class AlreadyDealtWith(Exception):
    """Somebody else was first."""


def new_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows (table, file, line, reason, raw) that are not in the quarantine yet."""
    sealed = with_digests(rows)
    return sealed.join(frame(QuarantinedRow.objects.all(), "digest"), on="digest", how="anti")


def set_aside(rows: pl.DataFrame, run: ImportRun) -> None:
    """Keep new rows, inside the operation of an import."""
    named = rows.with_columns(
        new_ids(rows.height),
        pl.lit(run.pk.hex).alias("run"),
        pl.col("file").str.slice(0, 255),
        pl.col("reason").str.slice(0, 500),
    )
    insert_frame(QuarantinedRow, named)


def let_go(loaded: pl.DataFrame, by: Actor, at: datetime) -> int:
    """Resolve the rows that a later return could load (table, raw), inside its operation."""
    waiting = frame(QuarantinedRow.objects.filter(resolved_at__isnull=True), "id", "table", "raw")
    now = waiting.join(loaded.with_columns(as_kept()), on=["table", "raw"], how="semi")
    return QuarantinedRow.objects.filter(pk__in=now["id"].to_list()).update(
        resolved_at=at, resolved_by=by.name, note=LOADED_SINCE
    )


@operation("imports.row_dealt_with")
def deal_with(*, row: UUID, note: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say what was done about a row that was set aside. Raises AlreadyDealtWith."""
    kept = QuarantinedRow.objects.select_for_update().get(pk=row)
    if kept.resolved_at:
        raise AlreadyDealtWith
    kept.resolved_at, kept.resolved_by, kept.note = at, by.name, note
    kept.save(update_fields=["resolved_at", "resolved_by", "note"])
    audit(subject=("quarantined row", str(row)), data={"note": note})
