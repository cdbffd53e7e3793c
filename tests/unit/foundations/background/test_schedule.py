"""What runs by the clock runs once per interval, and what fails is seen."""

from datetime import timedelta

import pytest
from django.utils.module_loading import import_string

from heard.config.schedules import SCHEDULES
from heard.foundations.audit.guard import writing_allowed
from heard.foundations.background.models import ScheduleRun, WorkerSeen
from heard.foundations.background.queries import failing_jobs
from heard.foundations.background.schedule import Schedule, _claim, run_due
from heard.foundations.deployment import clock
from tests.unit.foundations.background import jobs

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
GOOD = Schedule("tests.good", HOUR, f"{jobs.__name__}.good")
BAD = Schedule("tests.bad", HOUR, f"{jobs.__name__}.bad")


@pytest.fixture(autouse=True)
def nothing_ran() -> None:
    jobs.RAN.clear()


def worker(name: str, seen_ago: timedelta = timedelta(0)) -> str:
    now = clock.now()
    with writing_allowed("test"):
        WorkerSeen.objects.create(id=name, started_at=now, seen_at=now - seen_ago)
    return name


def began(ago: timedelta) -> None:
    with writing_allowed("test"):
        ScheduleRun.objects.update(started_at=clock.now() - ago)


def test_a_job_runs_once_per_interval() -> None:
    one = worker("one")
    assert [run_due([GOOD], one) for _ in range(3)] == [1, 0, 0]
    began(ago=HOUR)
    assert run_due([GOOD], "one") == 1
    assert jobs.RAN == ["good", "good"]


def test_a_clock_that_was_set_back_does_not_stop_a_job() -> None:
    run_due([GOOD], worker("one"))
    began(ago=-5 * HOUR)
    assert run_due([GOOD], "one") == 1


def test_two_workers_do_not_run_a_job_twice() -> None:
    first, second = worker("one"), worker("two")
    assert _claim(GOOD, first)
    began(ago=3 * HOUR)  # it takes long
    assert not _claim(GOOD, second)
    assert run_due([GOOD], second) == 0


def test_a_job_whose_worker_died_is_begun_again_by_another() -> None:
    assert _claim(GOOD, worker("dead", seen_ago=timedelta(minutes=3)))
    assert run_due([GOOD], worker("alive")) == 1
    assert jobs.RAN == ["good"]
    assert ScheduleRun.objects.get().worker == ""


def test_a_job_that_fails_is_seen_without_its_words_and_stops_no_other() -> None:
    assert run_due([BAD, GOOD], worker("one")) == 2
    (row,) = failing_jobs()
    assert (row.name, row.failure, row.failures) == ("tests.bad", "builtins.ValueError", 1)
    assert jobs.RAN == ["good"]
    began(ago=HOUR)
    run_due([BAD], "one")
    assert failing_jobs()[0].failures == 2


def test_a_job_that_goes_well_again_is_no_longer_counted() -> None:
    run_due([BAD], worker("one"))
    began(ago=HOUR)
    run_due([BAD._replace(function=GOOD.function)], "one")
    assert failing_jobs() == []


def test_every_job_of_the_table_exists_and_has_its_own_name() -> None:
    assert all(callable(import_string(s.function)) for s in SCHEDULES)
    assert len({s.name for s in SCHEDULES}) == len(SCHEDULES)
    assert {s.every for s in SCHEDULES if s.name == "audit.head"} == {timedelta(minutes=15)}
