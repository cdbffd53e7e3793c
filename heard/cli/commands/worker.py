"""heard worker: do what nobody waits for, until stopped."""

import argparse

from heard.cli.main import set_up_django

HELP = "run background work: tasks in line, and what runs by the clock; Ctrl+C or SIGTERM stops it"
EXAMPLES = """examples:
  heard worker            run until stopped; run it as a service beside the web server
  heard worker --once     do what is due now, and end
  heard worker --failed   list what went wrong in the last fourteen days"""


def add(parser: argparse.ArgumentParser) -> None:
    """Take one of two options."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--once", action="store_true", help="do what is due now, and end")
    one.add_argument("--failed", action="store_true", help="list what went wrong; runs nothing")


def run(arguments: argparse.Namespace) -> int:
    """Work, or list what failed (exit status 1 when something did)."""
    set_up_django()
    if arguments.failed:
        return _failed()
    from heard.config.schedules import SCHEDULES
    from heard.foundations.background.worker import Worker
    from heard.foundations.safekeeping.moves import require_finished

    require_finished()
    Worker(SCHEDULES).run(once=arguments.once)
    return 0


def _failed() -> int:
    from heard.foundations.background.queries import failed_tasks, failing_jobs
    from heard.foundations.deployment import clock

    tasks, jobs = failed_tasks(clock.now()), failing_jobs()
    for task in tasks:
        print(f"{task.finished_at:%Y-%m-%d %H:%M}  {task.task_path}  {task.exception_class_path}")
    for job in jobs:
        print(f"{job.finished_at:%Y-%m-%d %H:%M}  {job.name} (by the clock)  {job.failure}")
    if not tasks and not jobs:
        print("Nothing failed in the last fourteen days.")
    return 1 if tasks or jobs else 0
