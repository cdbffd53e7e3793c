"""Writing down that somebody made a copy of a child's story, for whom and why."""

from datetime import datetime
from uuid import UUID

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("story.copied")
def write_down_copy(
    *, child: UUID, recipient: str, why: str, entries: int, by: Actor, at: datetime, audit: Recorder
) -> None:
    """Keep on the trail who took a copy of a story out, for whom, why, and how much it holds."""
    data = {"for": recipient, "why": why, "entries": entries}
    audit(subject=("story", str(child)), child=str(child), data=data)
