"""A child's id with two dates of birth: kept, and decided by a person."""

from datetime import datetime
from uuid import UUID

import polars as pl

from heard.edges.imports.models import ChildToDecide
from heard.edges.imports.operations.runs import NotWaiting
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.deployment.frames import frame

_SAME = ["child", "born_there"]


def found(others: pl.DataFrame, source: str, at: datetime) -> None:
    """Keep the children (child, authority_id, born_here, born_there) whom an extract knows with
    another date of birth, inside its operation. What it says no more is over.
    """
    kept = frame(ChildToDecide.objects.filter(source=source), "id", "state", *_SAME)
    rows = others.select("child", "authority_id", "born_here", "born_there")
    fresh = rows.join(kept, on=_SAME, how="anti")
    ChildToDecide.objects.bulk_create(
        ChildToDecide(**row, source=source, found_at=at, state="waiting")
        for row in fresh.iter_rows(named=True)
    )
    waiting, over = (kept.filter(pl.col("state") == state) for state in ("waiting", "over"))
    _mark(waiting.join(rows, on=_SAME, how="anti"), "over")
    _mark(over.join(rows, on=_SAME, how="semi"), "waiting")


def _mark(rows: pl.DataFrame, state: str) -> None:
    ChildToDecide.objects.filter(pk__in=rows["id"].to_list()).update(state=state)


@operation("imports.child_decided")
def decide(
    *, row: UUID, answer: str, reason: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Say whether it is the same child (extract, heard: whose date is right) or another.

    `reason` names who said so. It takes effect with the next extract. Raises NotWaiting.
    """
    found = ChildToDecide.objects.select_for_update().filter(pk=row, state="waiting").first()
    if found is None:
        raise NotWaiting
    found.state, found.reason, found.decided_at, found.decided_by = answer, reason, at, by.name
    found.save(update_fields=["state", "reason", "decided_at", "decided_by"])
    data = {"answer": answer, "reason": reason}
    audit(subject=("child", str(found.child)), child=str(found.child), data=data)
