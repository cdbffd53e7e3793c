"""Is anybody working, and did anything go wrong?"""

from datetime import datetime, timedelta

from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from heard.foundations.background.models import ScheduleRun, WorkerSeen

ALIVE = timedelta(minutes=2)
FAILED_SHOWN = timedelta(days=14)


def is_alive(worker: str, now: datetime) -> bool:
    """Say whether a worker said within two minutes that it is alive."""
    row = WorkerSeen.objects.filter(pk=worker, stopped_at=None).first()
    return row is not None and abs(now - row.seen_at) < ALIVE


def workers_alive(now: datetime) -> int:
    """Return how many workers are alive."""
    seen = WorkerSeen.objects.filter(stopped_at=None).values_list("seen_at", flat=True)
    return sum(abs(now - at) < ALIVE for at in seen)


def last_worker_seen() -> datetime | None:
    """Return when a worker last said that it is alive; None: never."""
    return WorkerSeen.objects.aggregate(last=Max("seen_at"))["last"]


def failed_tasks(now: datetime) -> list[DBTaskResult]:
    """Return the tasks that failed in the last fourteen days, newest first."""
    failed = DBTaskResult.objects.failed().filter(finished_at__gte=now - FAILED_SHOWN)
    return list(failed.order_by("-finished_at"))


def failing_jobs() -> list[ScheduleRun]:
    """Return the scheduled jobs whose last run failed."""
    return list(ScheduleRun.objects.filter(failures__gt=0).order_by("name"))


def tasks_waiting() -> int:
    """Return how many tasks wait for a worker."""
    return DBTaskResult.objects.ready().count()


def running_tasks() -> list[DBTaskResult]:
    """Return the tasks that a worker has begun and not ended."""
    return list(DBTaskResult.objects.running())


def task_waits() -> bool:
    """Say whether a task waits for a worker."""
    return DBTaskResult.objects.ready().exists()
