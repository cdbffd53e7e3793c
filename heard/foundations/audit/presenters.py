"""What the page of the trail says, as words and rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from heard.foundations.audit.heads import Head
from heard.foundations.deployment.clock import LONDON

SHOWN = 20


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
        result = f"not whole: {found} in {row.events:,} events"
    else:
        result = f"whole: {row.events:,} events"
    words = [finding["words"] for finding in row.findings[:SHOWN]]
    more = row.finding_count - len(words)
    return CheckLine(moment(row.asked_at), row.asked_by, result, words, more)


def head(last: Head | None) -> list[tuple[str, str]]:
    """Return the last head as facts; an empty list when none was written."""
    if last is None:
        return []
    at = moment(datetime.fromisoformat(last.at))
    return [
        ("Event", f"{last.seq:,}"),
        ("Written", at),
        ("Seal", f"{last.mac[:32]} {last.mac[32:]}"),
    ]


def work(alive: int, tasks: Sequence[Any], jobs: Sequence[Any]) -> Work:
    """Return what failed: tasks in line, then jobs by the clock."""
    rows = [(moment(t.finished_at), t.task_path, t.exception_class_path) for t in tasks[:SHOWN]]
    rows += [(moment(j.finished_at), j.name, j.failure) for j in jobs]
    return Work(alive > 0, rows)


def moment(at: datetime) -> str:
    """Return a day and a time of day in London: 23 November 2026, 09:05."""
    local = at.astimezone(LONDON)
    return f"{local.day} {local:%B %Y, %H:%M}"
