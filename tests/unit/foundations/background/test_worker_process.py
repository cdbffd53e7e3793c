"""Real workers: asked to stop they finish what they do; beside each other they do nothing twice."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.journeys.server import Site
from tests.made import HEARD, migrated

PATIENCE = 90


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("worker")
    environment = {
        **os.environ,
        "HEARD_DATA": str(folder),
        "HEARD_DATABASE_URL": migrated(folder),
        "DJANGO_SETTINGS_MODULE": "heard.config.settings.base",
        "PYTHONPATH": str(Path(__file__).parents[4]),
    }
    return Site("", folder, environment)


def start(site: Site) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([HEARD, "worker"], env=site.environment)


def wait_for(path: Path) -> None:
    ends = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < ends, f"{path.name} did not come"
        time.sleep(0.05)


def test_asked_to_stop_it_finishes_its_task_and_takes_no_other(deployment: Site) -> None:
    path = deployment.data / "slow"
    jobs = "from tests.unit.foundations.background import jobs\n"
    deployment.python(f"{jobs}jobs.slow.enqueue({str(path)!r}, 2)\njobs.add.enqueue(1, 2)")
    worker = start(deployment)
    wait_for(Path(f"{path}.began"))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    assert Path(f"{path}.ended").exists()
    count = "from django_tasks_db.models import DBTaskResult as T\nprint(%s)"
    assert deployment.python(count % "T.objects.ready().count(), T.objects.failed().count()") == (
        "1 0"
    )


def test_two_workers_share_the_tasks_and_do_nothing_twice(deployment: Site) -> None:
    folder = deployment.data / "shared"
    folder.mkdir()
    deployment.heard("worker", "--once")  # a head is written
    deployment.python(
        "from tests.unit.foundations.background import jobs\n"
        f"for n in range(20): jobs.slow.enqueue({str(folder)!r} + f'/{{n}}', 0.05)"
    )
    heads = deployment.data / "audit_heads" / "heads.jsonl"
    before = len(heads.read_text().splitlines())
    workers = [start(deployment), start(deployment)]
    for n in range(20):
        wait_for(folder / f"{n}.ended")
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0]
    run = deployment.python(
        "from django_tasks_db.models import DBTaskResult as T\n"
        "times = sorted({len(t.worker_ids) for t in T.objects.successful()})\n"
        "print(times, T.objects.failed().count())"
    )
    assert run == "[1] 0"
    assert len(heads.read_text().splitlines()) == before  # a head was written minutes ago
