"""Going to a child who needs somebody, and bringing something to supervision."""

from datetime import datetime
from uuid import UUID

from heard.child.today.models import Brought, OnIt
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.operation import Recorder, operation


@operation("duty.on_it")
def go_to(
    *, said: UUID, child: UUID, staff: UUID, by: Actor, at: datetime, audit: Recorder
) -> OnIt:
    """Say that somebody of the duty team is on it; saying so again changes nothing."""
    row, _ = OnIt.objects.get_or_create(said_id=said, staff_id=staff, defaults={"since": at})
    audit(subject=("said", str(said)), child=str(child))
    return row


@operation("supervision.brought")
def bring(
    *,
    id: UUID,
    said: UUID,
    child: UUID,
    worker: UUID,
    about: str,
    by: Actor,
    at: datetime,
    audit: Recorder,
) -> Brought:
    """Bring something said to supervision. What is brought already is not brought twice."""
    row, new = Brought.objects.get_or_create(
        said_id=said,
        worker_id=worker,
        talked_at=None,
        defaults={"id": id, "about": about, "brought_at": at},
    )
    audit(subject=("said", str(said)), child=str(child), data={"new": new})
    return row


@operation("supervision.talked")
def talked(*, brought: UUID, by: Actor, at: datetime, audit: Recorder) -> Brought:
    """Write down that supervision talked about what was brought."""
    row = Brought.objects.select_for_update(of=("self",)).select_related("said").get(pk=brought)
    row.talked_at = row.talked_at or at
    row.save(update_fields=["talked_at"])
    audit(subject=("said", str(row.said_id)), child=str(row.said.child_id))
    return row
