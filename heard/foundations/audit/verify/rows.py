"""Reading the trail as it is in the database, whatever somebody put there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from heard.foundations.audit.chain import SEALED
from heard.foundations.audit.models import AuditEvent

BATCH = 2000
Row = tuple[Any, ...]
_SQLITE_GUARD = """
    SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_auditevent'
    AND name IN ('audit_no_update', 'audit_no_delete', 'audit_no_replace')
    AND sql LIKE '%RAISE(ABORT%'
"""
_POSTGRESQL_GUARD = """
    SELECT count(*) * 3 FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
    WHERE t.tgrelid = 'audit_auditevent'::regclass AND t.tgname = 'audit_append_only'
    AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL AND f.prosrc LIKE '%RAISE EXCEPTION%'
"""


def rows_after(using: str, last: int | None) -> Iterator[Row]:
    """Yield the events after a number, in order, a batch at a time (SEALED, then the seal)."""
    while batch := _batch(using, last):
        yield from batch
        last = batch[-1][0]
        if not isinstance(last, int):
            return


def count_up_to(using: str, last: int) -> int:
    """Return how many events there are up to a number."""
    return AuditEvent.objects.using(using).filter(seq__lte=last).count()


def guard_is_missing(using: str) -> bool:
    """Say whether the database would let somebody change or delete events."""
    connection = connections[using]
    query = _POSTGRESQL_GUARD if connection.vendor == "postgresql" else _SQLITE_GUARD
    with connection.cursor() as cursor:
        cursor.execute(query)
        return bool(cursor.fetchone()[0] != 3)


def _batch(using: str, last: int | None) -> list[Row]:
    events = AuditEvent.objects.using(using).order_by("seq")
    if last is not None:
        events = events.filter(seq__gt=last)
    with _any_bytes(connections[using]):
        return list(events.values_list(*SEALED, "mac")[:BATCH])


@contextmanager
def _any_bytes(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let SQLite hand out text that is no UTF-8; sealing it then fails, which is the point."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    connection.connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.connection.text_factory = str
