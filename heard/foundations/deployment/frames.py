"""Many rows at once, as frames: out of the database and into it. For imports."""

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from typing import Any

import polars as pl
from django.db import connection
from django.db.models import CharField, F, Model, QuerySet
from django.db.models.functions import Cast

from heard.foundations.deployment import bulk

AT_ONCE = 50_000


def frame(queryset: QuerySet[Any], *names: str) -> pl.DataFrame:
    """Return the named fields of all rows: ids as 32 hex digits, days as dates, the rest as text.

    Reads as text and converts by the column, which is many times faster than row by row. Like
    every read of many records it belongs inside an operation or a query that says who asks.
    """
    fields = {name: queryset.model._meta.get_field(name) for name in names}
    casts = {f"_{name}": Cast(F(name), CharField()) for name in names}
    chosen = queryset.order_by().annotate(**casts).values_list(*casts)
    schema = dict.fromkeys(names, pl.String)
    portions = [pl.DataFrame(schema=schema)]
    portions += [pl.DataFrame(rows, schema=schema, orient="row") for rows in _portions(chosen)]
    kinds = {name: field.get_internal_type() for name, field in fields.items()}
    return pl.concat(portions).select(_meaning(name, kind) for name, kind in kinds.items())


def _portions(chosen: QuerySet[Any, Any]) -> Iterator[list[Any]]:
    sql, parameters = chosen.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        while rows := cursor.fetchmany(AT_ONCE):
            yield rows


def _meaning(name: str, kind: str) -> pl.Expr:
    text = pl.col(name)
    if kind in {"UUIDField", "ForeignKey", "OneToOneField"}:
        return text.str.replace_all("-", "", literal=True)
    if kind == "DateField":
        return text.str.to_date("%Y-%m-%d")
    if kind == "BooleanField":
        return text.is_in(["1", "true"])
    return text.cast(pl.Int64) if kind in {"BigIntegerField", "IntegerField"} else text


def insert_frame(model: type[Model], rows: pl.DataFrame, **same: Any) -> int:
    """Insert the rows; columns are named like fields. `same` has one value for all rows.

    A field that is in neither gets its default. Inside an operation only.
    """
    fields = [f for f in model._meta.concrete_fields if f.name not in rows.columns]
    filled = {f.name: same.get(f.name, _default(f)) for f in fields}
    constants = tuple(filled.values())
    named = (row + constants for row in rows.iter_rows())
    return bulk.insert(model, [*rows.columns, *filled], named)


def _default(field: Any) -> Any:
    """Return the default as a value: one that the database keeps is written out like any other."""
    if field.has_db_default() and not field.has_default():
        return field.db_default
    return field.get_default()


def update_frame(model: type[Model], rows: pl.DataFrame) -> int:
    """Change the rows named by `id`: every other column is the new value of the field so named."""
    names = [name for name in rows.columns if name != "id"]
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    table = quote(model._meta.db_table)
    sql = f"UPDATE {table} SET {sets} WHERE id = %s"  # noqa: S608 - names come from the model
    values = [
        (*(field.get_db_prep_value(value, connection) for field, value in pairs), key)
        for pairs, key in _pairs(rows, names, fields)
    ]
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(sql, values)
    return len(values)


def _pairs(rows: pl.DataFrame, names: list[str], fields: list[Any]) -> Iterator[tuple[Any, str]]:
    for row in rows.select(*names, "id").iter_rows():
        yield zip(fields, row, strict=False), row[-1]


def digest(*frames: pl.DataFrame) -> str:
    """Return the SHA-256, in hex, of the rows: the audit trail keeps it beside the counts."""
    seal = hashlib.sha256()
    for rows in frames:
        seal.update(rows.write_csv().encode())
    return seal.hexdigest()


def new_ids(count: int) -> pl.Series:
    """Return version 7 UUIDs in ascending order, as 32 hex digits: kernel.ids.uuid7 in bulk.

    32 bits count through the batch where RFC 9562 (6.2, method 1) allows a counter: rows made
    together stay together, which keeps the database's index small. 42 bits stay random.
    """
    milliseconds = time.time_ns() // 1_000_000
    head, random = f"{milliseconds:012x}7", os.urandom(6 * count).hex()
    first = secrets.randbits(20)
    return pl.Series(
        "id",
        [_one_id(head, first + n, random[12 * n : 12 * n + 12]) for n in range(count)],
        pl.String,
    )


def _one_id(head: str, number: int, random: str) -> str:
    high, low = number >> 20, number & 0xFFFFF
    last = (0x2 << 62) | (low << 42) | (int(random, 16) & 0x3FFFFFFFFFF)
    return f"{head}{high:03x}{last:016x}"
