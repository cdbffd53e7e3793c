"""What the worker does with files that somebody sent: look at them, bring them in, tidy up.

What needs polars is imported when it is asked for: it would add half a second to every start.
"""

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError
from django_tasks import task

from heard.edges.imports.incoming.place import Place
from heard.edges.imports.models import ImportRun
from heard.edges.imports.operations import waiting
from heard.foundations.audit.actor import HEARD_ITSELF, Actor
from heard.foundations.deployment import clock

log = logging.getLogger("heard.imports")
FORGET = timedelta(days=14)
COULD_NOT = (
    "Heard could not finish. Nothing about a child was changed. Try again; if it stops again, ask "
    "your administrator to run heard doctor."
)


@task()
def look(run: str) -> None:
    """Work out what the files would change; a second call for the same run does nothing."""
    row = ImportRun.objects.filter(pk=run, state="received").first()
    if row is None:
        return
    from heard.edges.imports.doing import look_at

    place = Place(row.pk)
    try:
        summary = look_at(row.kind, place.files, clock.today(), place.tell)
    except Exception:
        _failed(row)
        raise
    waiting.looked_at(run=row.pk, summary=summary, by=HEARD_ITSELF, at=clock.now())
    place.forget_how_far()
    if summary["refused"]:
        place.remove()


@task()
def load(run: str, by: list[str]) -> None:
    """Bring the files in, in the name of who said so; a second call does nothing."""
    row = ImportRun.objects.filter(pk=run, state="asked").first()
    if row is None:
        return
    from heard.edges.imports.doing import bring_in

    place, actor = Place(row.pk), Actor(*by)  # type: ignore[arg-type]  # kind came from an Actor
    try:
        summary = bring_in(row.kind, place.files, actor, clock.now(), row, place.tell)
    except waiting.NotWaiting:  # another worker has brought it in meanwhile
        return
    except Exception:
        _failed(row)
        raise
    if summary["refused"]:
        waiting.refuse(run=row.pk, summary=summary, by=actor, at=clock.now())
    place.remove()


def _failed(row: ImportRun) -> None:
    """Say so on screen; the exception goes on to the worker, which keeps it for the doctor."""
    try:
        waiting.fail(run=row.pk, words=COULD_NOT, by=HEARD_ITSELF, at=clock.now())
        Place(row.pk).remove()
    except (DatabaseError, waiting.NotWaiting):
        log.exception("an import failed, and that could not be written down")


def clear_stale(at: datetime) -> int:
    """Discard what has waited for two weeks for somebody to decide. Returns how many."""
    old = ImportRun.objects.filter(state__in=("received", "looked"), started_at__lt=at - FORGET)
    for row in old:
        waiting.discard(run=row.pk, by=HEARD_ITSELF, at=at)
        Place(row.pk).remove()
    return len(old)
