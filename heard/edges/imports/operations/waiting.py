"""An import that somebody began on screen: looked at first, then brought in or discarded."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations.runs import NotWaiting, Sent, say_what_came_of_it
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation

Enqueue = Callable[[UUID], object]


@operation("imports.received")
def receive(
    *,
    run: UUID,
    kind: str,
    files: Sent,
    enqueue: Enqueue,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Take note of files that somebody sent; `enqueue` puts the look in line with them."""
    row = ImportRun(id=run, kind=kind, state="received", started_at=at)
    row.by_kind, row.by_id, row.by_name = by
    row.files = json.dumps(files, ensure_ascii=False)
    row.save()
    enqueue(run)
    audit(subject=("import", str(run)), data={"kind": kind, "files": files})


@operation("imports.looked_at")
def looked_at(
    *, run: UUID, summary: dict[str, Any], by: Actor, at: datetime, audit: Recorder
) -> None:
    """Keep what bringing in would change, or why it is refused."""
    row = _in_state(run, "received")
    row.state = "refused" if summary["refused"] else "looked"
    row.finished_at = at if summary["refused"] else None
    row.save(update_fields=["state", "finished_at"])
    say_what_came_of_it(row, summary)
    audit(subject=("import", str(run)), data={"state": row.state})


@operation("imports.asked")
def ask(*, run: UUID, enqueue: Enqueue, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say "bring it in"; `enqueue` puts the loading in line. Raises NotWaiting."""
    row = _in_state(run, "looked")
    row.state = "asked"
    row.save(update_fields=["state"])
    enqueue(run)
    audit(subject=("import", str(run)))


@operation("imports.started_again")
def start_again(*, run: UUID, enqueue: Enqueue, by: Actor, at: datetime, audit: Recorder) -> None:
    """Put an import in line again whose worker stopped. Raises NotWaiting."""
    _in_state(run, "received", "asked")
    enqueue(run)
    audit(subject=("import", str(run)))


@operation("imports.discarded")
def discard(*, run: UUID, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say that the files are not brought in. Raises NotWaiting."""
    _end(run, "discarded", "received", "looked", at=at)
    audit(subject=("import", str(run)))


@operation("imports.refused")
def refuse(*, run: UUID, summary: dict[str, Any], by: Actor, at: datetime, audit: Recorder) -> None:
    """Keep why files that could be brought in when they were looked at cannot be any more."""
    say_what_came_of_it(_end(run, "refused", "asked", at=at), summary)
    audit(subject=("import", str(run)))


@operation("imports.failed")
def fail(*, run: UUID, words: str, by: Actor, at: datetime, audit: Recorder) -> None:
    """Say that Heard could not do it, in words; nothing about a child was changed."""
    row = _end(run, "failed", "received", "asked", at=at)
    say_what_came_of_it(row, {"why": words})
    audit(subject=("import", str(run)))


def _end(run: UUID, state: str, *states: str, at: datetime) -> ImportRun:
    row = _in_state(run, *states)
    row.state, row.finished_at = state, at
    row.save(update_fields=["state", "finished_at"])
    return row


def _in_state(run: UUID, *states: str) -> ImportRun:
    row = ImportRun.objects.select_for_update().filter(pk=run, state__in=states).first()
    if row is None:
        raise NotWaiting
    return row
