"""What the page of the trail says, as words and rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from heard.foundations.audit.heads import Head
from heard.foundations.deployment.clock import LONDON

SHOWN = 20
LATE = timedelta(hours=1)  # four times the time between two heads


class CheckLine(NamedTuple):
    """One check: when, by whom, what it found, and its findings in words."""

    asked: str
    by: str
    result: str
    findings: list[str]
    more: int


class Work(NamedTuple):
    """The background work: whether a worker runs, and what failed (when, what, what kind)."""

    alive: bool
    failed: list[tuple[str, str, str]]


def check(row: Any) -> CheckLine:
    """Return a check as the page shows it."""
    if row.finished_at is None:
        result = "waits for the worker"
    elif row.finding_count:
        found = "1 finding" if row.finding_count == 1 else f"{row.finding_count:,} findings"
        result = f"not whole: {found}"
    else:  # how many events there are would tell that something was said and kept back
        result = "whole"
    words = [finding["words"] for finding in row.findings[:SHOWN]]
    more = row.finding_count - len(words)
    return CheckLine(moment(row.asked_at), row.asked_by, result, words, more)


def heads_state(last: Head | None, now: datetime) -> str:
    """Return whether heads are being written: "none", "late" or "in time".

    Neither number, seal nor minute: they would differ by what a child said and kept back.
    """
    if last is None:
        return "none"
    return "late" if now - datetime.fromisoformat(last.at) > LATE else "in time"


def work(alive: int, tasks: Sequence[Any], jobs: Sequence[Any]) -> Work:
    """Return what failed: tasks in line, then jobs by the clock."""
    rows = [(moment(t.finished_at), t.task_path, t.exception_class_path) for t in tasks[:SHOWN]]
    rows += [(moment(j.finished_at), j.name, j.failure) for j in jobs]
    return Work(alive > 0, rows)


def moment(at: datetime) -> str:
    """Return a day and a time of day in London: 23 November 2026, 09:05."""
    local = at.astimezone(LONDON)
    return f"{local.day} {local:%B %Y, %H:%M}"
