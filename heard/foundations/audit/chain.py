"""Linking events: each carries the seal of the one before it; the key is not in the database."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from heard.foundations.audit import keys
from heard.foundations.audit.actor import Actor
from heard.foundations.audit.models import AuditEvent, AuditHead

FIRST = "0" * 64
SEALED = (
    "seq", "key", "at", "actor_kind", "actor_id", "actor_name", "verb",
    "subject_kind", "subject_id", "child", "data", "prev",
)  # fmt: skip
KEY_ROTATED = "audit.key_rotated"  # the events after this one are sealed with the next key
_JSON = json.JSONEncoder(ensure_ascii=False)


class Event(NamedTuple):
    """One event before it has its place in the chain."""

    verb: str
    by: Actor
    at: datetime
    subject: tuple[str, str]
    child: str
    data: dict[str, Any]


def sealed(content: Sequence[Any], key: int) -> str:
    """Return the HMAC-SHA256, in hex, over some values as JSON, with the key of that number.

    Raises KeyMissing when the key is not there.
    """
    return sealed_with(content, keys.get(key))


def sealed_with(content: Sequence[Any], secret: bytes) -> str:
    """Return the HMAC-SHA256, in hex, over some values as JSON.

    Raises TypeError or UnicodeEncodeError for values that no event of ours has.
    """
    text = _JSON.encode(content).encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest()


def seal(row: AuditEvent) -> str:
    """Return the seal over everything that an event says."""
    return sealed([getattr(row, name) for name in SEALED], row.key)


def seal_of_end(head: AuditHead) -> str:
    """Return the seal over the row that remembers where the chain ends."""
    return sealed(["end", head.seq, head.mac, head.key, head.heads, head.heads_seal], head.key)


def append(events: Iterable[Event]) -> tuple[int, int]:
    """Add events at the end of the chain, inside the caller's transaction.

    Returns the number of the last event before and after.

    The head row is locked until the transaction ends, so that two writers never make two ends.
    """
    head = AuditHead.objects.select_for_update().get(pk=1)
    if head.seq == 0:
        keys.make(head.key)
    before, rows = head.seq, []
    for event in events:
        row = _row(event, head)
        head.seq, head.mac = row.seq, row.mac
        if event.verb == KEY_ROTATED:
            head.key = event.data["to"]
        rows.append(row)
    AuditEvent.objects.bulk_create(rows)
    save_end(head)
    return before, head.seq


def save_end(head: AuditHead) -> None:
    """Keep the end of the chain, sealed."""
    head.seal = seal_of_end(head)
    head.save()


def _row(event: Event, head: AuditHead) -> AuditEvent:
    row = AuditEvent(
        seq=head.seq + 1,
        key=head.key,
        at=event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        actor_kind=event.by.kind,
        actor_id=event.by.id,
        actor_name=event.by.name,
        verb=event.verb,
        subject_kind=event.subject[0],
        subject_id=event.subject[1],
        child=event.child,
        data=json.dumps(event.data, sort_keys=True, ensure_ascii=False),
        prev=head.mac,
    )
    row.mac = seal(row)
    return row
