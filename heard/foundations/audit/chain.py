"""Linking events: each carries the seal of the one before it, made with a key outside the database."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.conf import settings

from heard.foundations.audit.actor import Actor
from heard.foundations.audit.models import AuditEvent, AuditHead

FIRST = "0" * 64
SEALED = (
    "seq", "at", "actor_kind", "actor_id", "actor_name", "verb",
    "subject_kind", "subject_id", "child", "data", "prev",
)  # fmt: skip


class Event(NamedTuple):
    """One event before it has its place in the chain."""

    verb: str
    by: Actor
    at: datetime
    subject: tuple[str, str]
    child: str
    data: dict[str, Any]


def seal(row: AuditEvent) -> str:
    """Return the HMAC-SHA256, in hex, over everything that the row says."""
    content = json.dumps([getattr(row, name) for name in SEALED], ensure_ascii=False)
    return hmac.new(settings.AUDIT_KEY.encode(), content.encode(), hashlib.sha256).hexdigest()


def append(events: Iterable[Event]) -> tuple[int, int]:
    """Add events at the end of the chain, inside the caller's transaction.

    Returns the number of the last event before and after.

    The head row is locked until the transaction ends, so that two writers never make two ends.
    """
    head = AuditHead.objects.select_for_update().get(pk=1)
    before, rows = head.seq, []
    for event in events:
        row = _row(event, head.seq + 1, head.mac)
        head.seq, head.mac = row.seq, row.mac
        rows.append(row)
    AuditEvent.objects.bulk_create(rows)
    head.save()
    return before, head.seq


def _row(event: Event, seq: int, prev: str) -> AuditEvent:
    row = AuditEvent(
        seq=seq,
        at=event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        actor_kind=event.by.kind,
        actor_id=event.by.id,
        actor_name=event.by.name,
        verb=event.verb,
        subject_kind=event.subject[0],
        subject_id=event.subject[1],
        child=event.child,
        data=json.dumps(event.data, sort_keys=True, ensure_ascii=False),
        prev=prev,
    )
    row.mac = seal(row)
    return row
