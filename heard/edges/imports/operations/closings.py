"""Closing what an extract does not have any more: at once when few, else when a person agrees."""

from datetime import datetime
from typing import Any
from uuid import UUID

import polars as pl

from heard.child.people import intake as people
from heard.edges.imports.models import Closing, ImportRun, LastRead
from heard.edges.imports.operations.runs import NotWaiting
from heard.edges.imports.ssd.closings import THINGS, Closings
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import frame, insert_frame, new_ids

SOURCE = "ssd"
AT_ONCE = 5_000


def found(closings: Closings, run: ImportRun, by: Actor, at: datetime) -> None:
    """Close what is gone, or let it wait, inside the operation of an import.

    What waited from an earlier extract is overtaken by one that could say who is gone.
    """
    if not closings.whole:
        return
    waiting = Closing.objects.filter(state="waiting")
    waiting.update(state="overtaken", decided_at=at, decided_by=by.name)
    if not closings.rows.height:
        return
    if closings.wait:
        named = closings.rows.with_columns(new_ids(closings.rows.height), run=pl.lit(run.pk.hex))
        insert_frame(Closing, named, state="waiting")
    else:
        _close(closings.rows, by, at)


def _close(rows: pl.DataFrame, by: Actor, at: datetime) -> int:
    """End what is still open; returns how many children that concerns.

    They are read afresh when an extract has them again.
    """
    who: Any = {"source": SOURCE, "by": by, "at": at}
    ends = rows.select(pl.col("row").alias("id"), "thing", "child", end_date="ends_on")
    work = _still_open(ends.filter(pl.col("thing") == "work"), people.known_work())
    allocations = _still_open(
        ends.filter(pl.col("thing") == "allocation"), people.known_allocations()
    )
    if work.height:
        changed = work.select("id", "end_date")
        people.take_in_work(new=people.known_work().clear(), changed=changed, **who)
    if allocations.height:
        nobody, changed = people.known_allocations().clear(), allocations.select("id", "end_date")
        people.take_in_allocations(new=nobody, changed=changed, **who)
    children = pl.concat([work.select("child"), allocations.select("child")])["child"].unique()
    for part in children.to_frame().iter_slices(AT_ONCE):
        LastRead.objects.filter(source=SOURCE, child__in=part["child"].to_list()).delete()
    return children.len()


def _still_open(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    return rows.join(known.filter(pl.col("end_date").is_null()), on="id", how="semi")


@operation("imports.closings_agreed")
def agree(*, run: UUID, by: Actor, at: datetime, audit: Recorder) -> int:
    """Close what waits since a run; returns how many children that concerns. Raises NotWaiting."""
    waiting = Closing.objects.select_for_update().filter(run=run, state="waiting")
    rows = frame(waiting, *THINGS)
    if not rows.height:
        raise NotWaiting
    children = _close(rows, by, at)
    waiting.update(state="agreed", decided_at=at, decided_by=by.name)
    audit(subject=("import", str(run)), data={"children": children, "rows": rows.height})
    return children


@operation("imports.closings_refused")
def refuse(*, run: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """Leave open what a run would close. Raises NotWaiting."""
    waiting = Closing.objects.filter(run=run, state="waiting")
    rows = waiting.update(state="refused", decided_at=at, decided_by=by.name)
    if not rows:
        raise NotWaiting
    audit(subject=("import", str(run)), data={"rows": rows})
