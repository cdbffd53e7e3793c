"""A closure to confirm (2a), when our work with a child ends."""

from datetime import date, datetime
from uuid import UUID

from heard.child.evidence.operations import reach_point
from heard.foundations.audit.actor import Actor


def closed(id: UUID, child: UUID, on: date, by: Actor, at: datetime) -> None:
    """Put the closure up for the manager's answer, under the id of the ending."""
    reach_point(kind="closure", authority_point_id=id.hex, child=child, day=on, by=by, at=at)
