"""What a database says of itself: counts of rows, migrations, and where the trail ends.

Plain SQL, not models: a backup is also made of a database that is older than this version.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def counts(connection: BaseDatabaseWrapper) -> dict[str, int]:
    """Return the number of rows of each table."""
    with connection.cursor() as cursor:
        names = sorted(t for t in connection.introspection.table_names(cursor))
        return {name: _count(cursor, connection.ops.quote_name(name)) for name in names}


def migrations(connection: BaseDatabaseWrapper) -> list[list[str]]:
    """Return the migrations that this database has had, as [app, name]."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        return [list(row) for row in cursor.fetchall()]


def trail(connection: BaseDatabaseWrapper) -> dict[str, Any]:
    """Return where the audit trail ends, and how many heads were written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, mac, heads FROM audit_audithead WHERE id = 1")
        seq, mac, heads = cursor.fetchone()
        return {"seq": seq, "mac": mac, "heads": heads}


def _count(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name from the database itself
    return int(cursor.fetchone()[0])
