"""Jobs and tasks for the tests of the worker."""

import time
from datetime import datetime
from pathlib import Path

from django_tasks import task

RAN: list[str] = []


def good(at: datetime) -> None:
    RAN.append("good")


def bad(at: datetime) -> None:
    raise ValueError("Rex bit me")


@task()
def add(a: int, b: int) -> int:
    RAN.append("add")
    return a + b


@task()
def fail(words: str) -> None:
    raise ValueError(words)


@task()
def slow(path: str, seconds: float) -> None:
    """Say that we began, take a while, say that we ended."""
    Path(f"{path}.began").write_text("")
    time.sleep(seconds)
    Path(f"{path}.ended").write_text("")
