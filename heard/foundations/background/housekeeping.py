"""Small jobs that keep the deployment tidy."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from heard.foundations.audit.guard import writing_allowed
from heard.foundations.background.models import WorkerSeen
from heard.foundations.background.queries import is_alive, running_tasks

FORGET_WORKERS = timedelta(days=30)


class WorkerStopped(RuntimeError):
    """The worker ended while it ran this task; what the task drains is still there."""


def fail_abandoned_tasks(at: datetime) -> int:
    """Mark the tasks whose worker is gone as failed, so that somebody sees them."""
    gone = [task for task in running_tasks() if not _has_worker(task, at)]
    for task in gone:
        task.set_failed(WorkerStopped("The worker stopped while this task ran."))
    return len(gone)


def _has_worker(task: DBTaskResult, at: datetime) -> bool:
    return bool(task.worker_ids) and is_alive(task.worker_ids[-1], at)


def clear_old_sessions(at: datetime) -> None:
    """Delete sessions that have ended."""
    call_command("clearsessions")


def forget_old_tasks(at: datetime) -> None:
    """Delete results of tasks after fourteen days, failed ones after ninety; and old workers."""
    ages = {"min_age_days": 14, "failed_min_age_days": 90}
    call_command("prune_db_task_results", queue_name="*", verbosity=0, **ages)
    with writing_allowed("workers of long ago"):
        WorkerSeen.objects.filter(seen_at__lt=at - FORGET_WORKERS).delete()
