"""Reading a child's record is an event too (law 7)."""

from datetime import datetime
from typing import Any

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("record.read")
def record_read(
    *, child: str, what: str, why: str, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Write down that somebody looked: whose record, what part, and the reason that Heard knows."""
    audit(subject=("child", child), child=child, data={"what": what, "why": why})


@operation("records.listed")
def records_listed(
    *, what: str, why: str, data: dict[str, Any], by: Actor, at: datetime, audit: Recorder
) -> None:
    """Write down that somebody looked at rows of many children (the facts of a figure, a file)."""
    audit(subject=("list", what), data={"why": why, **data})
