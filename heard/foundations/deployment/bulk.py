"""Many rows at once, as fast as the database takes them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model

from heard.foundations.audit.guard import require_operation


def insert(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert rows (tuples in the order of the named fields) and return how many.

    For imports of hundreds of thousands of rows, inside an operation. Values are what the field
    takes (UUID, date, bool, str); the database's constraints hold as everywhere.
    """
    require_operation(model._meta.db_table)
    fields: list[Any] = [model._meta.get_field(name) for name in columns]
    names = ", ".join(connection.ops.quote_name(f.column) for f in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        return _copy(f"COPY {table} ({names}) FROM STDIN", rows)
    return _many(table, names, fields, rows)


def _copy(sql: str, rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    with connection.cursor() as cursor, cursor.cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _many(table: str, names: str, fields: Sequence[Any], rows: Iterable[Sequence[Any]]) -> int:
    kinds = [f.get_internal_type() for f in fields]
    uuids = [i for i, kind in enumerate(kinds) if kind in {"UUIDField", "ForeignKey"}]
    days = [i for i, kind in enumerate(kinds) if kind == "DateField"]
    marks = ", ".join(["?"] * len(fields))
    count = 0

    def plain() -> Iterable[list[Any]]:
        nonlocal count
        for row in rows:
            values = list(row)
            for i in uuids:
                values[i] = getattr(values[i], "hex", values[i])
            for i in days:
                values[i] = values[i] and values[i].isoformat()
            count += 1
            yield values

    connection.ensure_connection()
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names come from models
    connection.connection.cursor().executemany(sql, plain())
    return count
