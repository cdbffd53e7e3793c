"""A return that leaves Heard is written down: who took which file, and when."""

from datetime import datetime
from uuid import UUID

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("returns.taken_out")
def taken_out(
    *,
    version_id: UUID,
    file: str,
    content_hash: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> None:
    """Record that a file of this version was made for somebody."""
    audit(subject=("return", str(version_id)), data={"file": file, "content_hash": content_hash})
