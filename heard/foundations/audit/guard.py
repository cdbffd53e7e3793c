"""The database itself refuses writes of ours outside an operation."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

_open: ContextVar[bool] = ContextVar("operation_open", default=False)
_WRITE = re.compile(r'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?(\w+)', re.I)


class WriteOutsideOperation(RuntimeError):
    """Something tried to change a record without an operation, so without an audit event."""


@contextmanager
def writing_allowed(why: str) -> Iterator[None]:
    """Allow writes in this block; `why` is for the reader (an operation, a migration, a test)."""
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)


@cache
def guarded_tables() -> frozenset[str]:
    """Return the tables of every model of Heard."""
    ours = (
        m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("heard.")
    )
    return frozenset(m._meta.db_table for m in ours)


def require_operation(table: str) -> None:
    """Raise WriteOutsideOperation unless an operation is open."""
    if not _open.get():
        raise WriteOutsideOperation(f"{table} may only be written by an operation")


def _check(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    found = _WRITE.match(sql) if isinstance(sql, str) else None
    if found and found[1] in guarded_tables():
        require_operation(found[1])
    return execute(sql, params, many, context)


def install(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Put the guard on a new database connection."""
    if _check not in connection.execute_wrappers:
        connection.execute_wrappers.append(_check)


def lift_for_migration(**_: Any) -> None:
    """Migrations change tables and may move rows; nobody signed in can start one."""
    _open.set(True)


def lower_after_migration(**_: Any) -> None:
    """Guard again."""
    _open.set(False)
