"""What runs by the clock: each job once per interval, however many workers there are."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.module_loading import import_string

from heard.foundations.audit.guard import writing_allowed
from heard.foundations.background.models import ScheduleRun
from heard.foundations.background.queries import is_alive
from heard.foundations.deployment import clock

log = logging.getLogger("heard.background")


class Schedule(NamedTuple):
    """A job: its name, how often, the function `(at: datetime) -> object` that does it."""

    name: str
    every: timedelta
    function: str


def run_due(schedules: Sequence[Schedule], worker: str) -> int:
    """Run every job that is due and that no other worker runs. Returns how many ran."""
    rows = {row.name: row for row in ScheduleRun.objects.all()}
    due = [s for s in schedules if _is_due(s, rows.get(s.name), clock.now())]
    return sum(_run(s, worker) for s in due if _claim(s, worker))


def _is_due(schedule: Schedule, row: ScheduleRun | None, now: datetime) -> bool:
    if row is None or row.started_at is None:
        return True
    if row.worker:
        return not is_alive(row.worker, now)  # its worker stopped in the middle of it
    return abs(now - row.started_at) >= schedule.every  # a clock set back does not stop it


def _claim(schedule: Schedule, worker: str) -> bool:
    with writing_allowed("the schedule"), transaction.atomic():
        ScheduleRun.objects.get_or_create(name=schedule.name)
        row = ScheduleRun.objects.select_for_update().get(name=schedule.name)
        now = clock.now()
        if not _is_due(schedule, row, now):
            return False
        if row.worker:
            log.error("a worker stopped while it ran a scheduled job", extra={"job": row.name})
        row.worker, row.started_at = worker, now
        row.save()
    return True


def _run(schedule: Schedule, worker: str) -> bool:
    """Run a claimed job. A failure is logged and kept: the doctor and a page show it."""
    failure = ""
    try:
        import_string(schedule.function)(clock.now())
    except Exception as problem:
        log.exception("a scheduled job failed", extra={"job": schedule.name})
        failure = f"{type(problem).__module__}.{type(problem).__qualname__}"[:200]
    _finish(schedule, worker, failure)
    return True


def _finish(schedule: Schedule, worker: str, failure: str) -> None:
    with writing_allowed("the schedule"), transaction.atomic():
        row = ScheduleRun.objects.select_for_update().get(name=schedule.name)
        if row.worker != worker:  # we were held dead, and another has begun it again
            return
        row.worker, row.finished_at, row.failure = "", clock.now(), failure
        row.failures = row.failures + 1 if failure else 0
        row.succeeded_at = row.succeeded_at if failure else row.finished_at
        row.save()
