"""The worker runs what waits, shows what failed, and marks what was abandoned."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from heard.config.schedules import SCHEDULES
from heard.foundations.audit.models import AuditCheck, AuditHead
from heard.foundations.background.housekeeping import fail_abandoned_tasks, forget_old_tasks
from heard.foundations.background.models import ScheduleRun, WorkerSeen
from heard.foundations.background.queries import failed_tasks, failing_jobs, tasks_waiting
from heard.foundations.background.worker import Worker
from heard.foundations.deployment import clock
from tests.unit.foundations.background import jobs

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_task_in_line_is_run_and_a_failed_one_is_seen() -> None:
    results = [jobs.add.enqueue(n, 1) for n in range(3)]
    jobs.fail.enqueue("Rex bit me")
    assert tasks_waiting() == 4
    Worker([]).run(once=True)
    assert tasks_waiting() == 0
    for result in results:
        result.refresh()
    assert [r.return_value for r in results] == [1, 2, 3]
    (failed,) = failed_tasks(clock.now())
    assert failed.exception_class_path == "builtins.ValueError"


def test_all_that_runs_by_the_clock_runs_on_an_empty_deployment(
    settings: Any, tmp_path: Path
) -> None:
    settings.AUDIT_HEADS = str(tmp_path)
    Worker(SCHEDULES).run(once=True)
    assert ScheduleRun.objects.count() == len(SCHEDULES)
    assert failing_jobs() == []
    assert AuditHead.objects.get().heads == 1
    check = AuditCheck.objects.get()
    assert check.finished_at
    assert check.finding_count == 0


def test_a_worker_that_ended_says_so() -> None:
    Worker([]).run(once=True)
    assert WorkerSeen.objects.get().stopped_at is not None


def test_a_task_whose_worker_is_gone_fails_where_it_can_be_seen() -> None:
    jobs.add.enqueue(1, 2)
    DBTaskResult.objects.get().claim("a worker that was killed")
    assert failed_tasks(clock.now()) == []
    assert fail_abandoned_tasks(clock.now()) == 1
    (failed,) = DBTaskResult.objects.failed()
    assert failed.exception_class_path.endswith("WorkerStopped")


def test_results_are_forgotten_after_a_while() -> None:
    jobs.add.enqueue(1, 2)
    Worker([]).run(once=True)
    DBTaskResult.objects.update(finished_at=clock.now() - timedelta(days=30))
    forget_old_tasks(clock.now() + timedelta(days=60))
    assert DBTaskResult.objects.count() == 0
    assert WorkerSeen.objects.count() == 0
