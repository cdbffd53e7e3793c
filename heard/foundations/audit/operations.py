"""Changing the key, asking for a check of the trail, and keeping what it found."""

from datetime import datetime
from uuid import UUID

from heard.foundations.audit import chain, keys
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.models import AuditCheck, AuditHead
from heard.foundations.audit.operation import Recorder, operation
from heard.foundations.audit.verify import Report


@operation(chain.KEY_ROTATED)
def rotate_key(*, by: Actor, at: datetime, audit: Recorder) -> int:
    """Begin a new audit key: it seals every event after this one. Returns its number.

    The old keys stay where they are: what they sealed is checked with them.
    """
    head = AuditHead.objects.select_for_update().get(pk=1)
    if head.seq == 0:
        keys.make(head.key)
    keys.get(head.key)  # without the present key the trail cannot be continued
    new = head.key + 1
    keys.make(new)
    audit(subject=("audit_key", str(new)), data={"from": head.key, "to": new})
    return new


@operation("audit.check_asked")
def ask_for_check(*, by: Actor, at: datetime, audit: Recorder) -> AuditCheck:
    """Ask for a check of the whole trail; a worker makes it."""
    check = AuditCheck(asked_at=at, asked_by=by.name)
    check.save(force_insert=True)
    audit(subject=("audit_check", str(check.id)))
    return check


@operation("audit.checked")
def finish_check(
    *, check: UUID, report: Report, by: Actor, at: datetime, audit: Recorder
) -> AuditCheck:
    """Keep what a check found: the first hundred findings in full, and how many there are."""
    row = AuditCheck.objects.get(pk=check)
    row.finished_at, row.events = at, report.events
    row.finding_count = report.finding_count
    row.findings = [{"event": f.event, "words": f.words} for f in report.findings[:100]]
    row.save()
    audit(
        subject=("audit_check", str(check)),
        data={"events": report.events, "findings": report.finding_count},
    )
    return row
