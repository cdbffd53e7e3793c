"""Emptying the test database after a test that commits: its trail is append-only, so ask nicely.

Django empties tables with DELETE or TRUNCATE, which our guard and the trail's triggers refuse.
For that moment, and in tests only, both are lifted; the empty chain gets its head row back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations

TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@contextmanager
def triggers_off(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Do what only a superuser of the database can: write past the triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = origin")
            return
        found = cursor.execute(TRIGGERS).fetchall()
        for name, _ in found:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, sql in found:
            cursor.execute(sql)


def _flush(operations: Any, statements: list[str]) -> None:
    from heard.foundations.audit.guard import writing_allowed
    from heard.foundations.audit.models import AuditHead

    connection = operations.connection
    with writing_allowed("a test has ended"), triggers_off(connection):
        _django_flush(operations, statements)
        AuditHead.objects.using(connection.alias).get_or_create(pk=1)


_django_flush = BaseDatabaseOperations.execute_sql_flush


@pytest.fixture(scope="session", autouse=True)
def the_trail_may_be_emptied_between_tests() -> Iterator[None]:
    """Let tests that commit (`django_db(transaction=True)`) be cleaned up by Django."""
    patch = pytest.MonkeyPatch()
    patch.setattr(BaseDatabaseOperations, "execute_sql_flush", _flush)
    yield
    patch.undo()
