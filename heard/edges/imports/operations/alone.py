"""One import at a time: two that compared with the same rows would both bring them in."""

from django.db import connection

LOCK = 0x68656172  # "hear", so that nobody else's lock is meant


def one_at_a_time() -> None:
    """Wait until no other import runs, and hold the place until this transaction ends.

    SQLite has one writer at a time by itself.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
