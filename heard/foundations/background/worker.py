"""The worker: runs tasks in line and jobs by the clock, and stops politely when asked."""

import logging
import os
import secrets
import signal
import socket
import threading
from collections.abc import Sequence
from types import FrameType

from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
)
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker

from heard.foundations.audit.guard import writing_allowed
from heard.foundations.background.models import WorkerSeen
from heard.foundations.background.queries import task_waits
from heard.foundations.background.schedule import Schedule, run_due
from heard.foundations.deployment import clock

log = logging.getLogger("heard.background")
PAUSE = 1.0  # seconds between looks when there is nothing to do
PATIENCE = 5.0  # seconds to wait when the database cannot be reached
BEAT = 20.0  # seconds between two signs of life


class Worker:
    """One process that works. Any number may run beside each other."""

    def __init__(self, schedules: Sequence[Schedule]) -> None:
        name = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.id, self.schedules = name, schedules
        self.stopping = threading.Event()
        self._ended = threading.Event()

    def run(self, once: bool = False) -> None:
        """Work until somebody asks to stop; with `once` until nothing is due any more."""
        self._seen(started=True)
        beat = threading.Thread(target=self._beat, name="signs of life", daemon=True)
        if not once:
            self._listen()
            beat.start()
        try:
            self._work(once)
        finally:
            self._ended.set()
            self._seen(stopped=True)

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        """End after the present task. Asked twice, end at once."""
        self.stopping.set()
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, signal.SIG_DFL)

    def _listen(self) -> None:
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, self.stop)

    def _work(self, once: bool) -> None:
        while not self.stopping.is_set():
            try:
                close_old_connections()
                worked = self._round()
            except (OperationalError, InterfaceError):
                if once:
                    raise
                log.exception("the database cannot be reached; trying again")
                connection.close()
                self.stopping.wait(PATIENCE)
                continue
            if not worked and once:
                return
            if not worked:
                self.stopping.wait(PAUSE)

    def _round(self) -> bool:
        """Do what is due, then one task. Returns whether there was anything to do."""
        jobs = run_due(self.schedules, self.id)
        if self.stopping.is_set() or not task_waits():
            return jobs > 0
        TaskWorker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=self.id,
            excluded_queue_names=[],
        ).run()
        return True

    def _beat(self) -> None:
        while not self._ended.wait(BEAT):
            try:
                self._seen()
            except DatabaseError:
                log.exception("a sign of life could not be written")
            finally:
                connection.close()

    def _seen(self, started: bool = False, stopped: bool = False) -> None:
        now = clock.now()
        with writing_allowed("a worker's sign of life"):
            if started:
                WorkerSeen.objects.create(id=self.id, started_at=now, seen_at=now)
                return
            row = WorkerSeen.objects.filter(pk=self.id)
            row.update(seen_at=now, stopped_at=now if stopped else None)
