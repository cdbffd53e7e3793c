"""Setting rows aside, and saying that one is dealt with."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

import polars as pl

from heard.edges.imports.models import ImportRun, QuarantinedRow
from heard.edges.imports.quarantine import as_kept, with_digests
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import frame, insert_frame, new_ids

LOADED_SINCE = "A later import could load this row."
NOT_ANY_MORE = "A later extract could load this row, or does not have it any more."
AT_ONCE = 5_000


class AlreadyDealtWith(Exception):
    """Somebody else was first."""


def new_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows (table, file, line, reason, raw) that are not in the quarantine yet."""
    sealed = with_digests(rows)
    return sealed.join(frame(QuarantinedRow.objects.all(), "digest"), on="digest", how="anti")


def set_aside(rows: pl.DataFrame, run: ImportRun) -> None:
    """Keep new rows, inside the operation of an import."""
    named = rows.drop("same", strict=False).with_columns(
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


def let_go_of_others(aside: pl.DataFrame, tables: Collection[str], by: Actor, at: datetime) -> int:
    """Resolve the waiting rows of tables that an extract gives whole and that are not among `aside`
    (the rows that it sets aside), inside its operation. One that comes back waits again.
    """
    digests = with_digests(aside)["digest"].implode()
    kept = QuarantinedRow.objects.filter(table__in=tables)
    waiting = frame(kept.filter(resolved_at__isnull=True), "id", "digest")
    gone = waiting.filter(~pl.col("digest").is_in(digests))
    let_go_before = frame(kept.filter(note=NOT_ANY_MORE), "id", "digest")
    back = let_go_before.filter(pl.col("digest").is_in(digests))
    _resolve(back, resolved_at=None, resolved_by="", note="")
    return _resolve(gone, resolved_at=at, resolved_by=by.name, note=NOT_ANY_MORE)


def _resolve(rows: pl.DataFrame, **values: Any) -> int:
    done = 0
    for part in rows.select("id").iter_slices(AT_ONCE):
        named = QuarantinedRow.objects.filter(pk__in=part["id"].to_list())
        done += named.update(**values)
    return done


@operation("imports.row_dealt_with")
def deal_with(*, row: UUID, note: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say what was done about a row that was set aside. Raises AlreadyDealtWith."""
    kept = QuarantinedRow.objects.select_for_update().get(pk=row)
    if kept.resolved_at:
        raise AlreadyDealtWith
    kept.resolved_at, kept.resolved_by, kept.note = at, by.name, note
    kept.save(update_fields=["resolved_at", "resolved_by", "note"])
    audit(subject=("quarantined row", str(row)), data={"note": note})
