"""What each field about background work is, how long it is kept, and how a copy scrubs it."""

from heard.foundations.access.classified import Classified

MONTH = "30 days after the worker was last seen"
WHILE = "as long as the job exists; each run replaces the one before"

CLASSIFIED = {
    "WorkerSeen.id": Classified("Machine, process and a random part: no person", MONTH, "kept"),
    "WorkerSeen.started_at": Classified("When a worker began", MONTH, "kept"),
    "WorkerSeen.seen_at": Classified("When it last said that it is alive", MONTH, "kept"),
    "WorkerSeen.stopped_at": Classified("When it was stopped", MONTH, "kept"),
    "ScheduleRun.name": Classified("Name of a scheduled job", WHILE, "kept"),
    "ScheduleRun.worker": Classified("Which worker runs it now", WHILE, "kept"),
    "ScheduleRun.started_at": Classified("When it last began", WHILE, "kept"),
    "ScheduleRun.finished_at": Classified("When it last ended", WHILE, "kept"),
    "ScheduleRun.succeeded_at": Classified("When it last went well", WHILE, "kept"),
    "ScheduleRun.failures": Classified("How often in a row it failed", WHILE, "kept"),
    "ScheduleRun.failure": Classified("The kind of fault, without its words", WHILE, "kept"),
}
