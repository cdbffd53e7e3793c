"""One moment of the database for all that a return reads, while others go on writing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """Let every query in the block see the same moment; nothing is locked and nothing written.

    Inside a transaction that is already open its own view of the database holds.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with _deferred():
            yield


@contextmanager
def _deferred() -> Iterator[None]:
    """Open a transaction of SQLite that takes no lock; our own would lock out who writes."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python from searching for cycles in the block.

    A return holds some 700,000 facts, none of which makes a cycle; walking them over and over
    would be a third of the work.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
