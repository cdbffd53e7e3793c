"""The tables of the SSD straight from PostgreSQL: one read-only transaction, the same code path."""

import io
from typing import NamedTuple

import psycopg
from psycopg import sql

from heard.edges.integrations.systems.ssd.columns import TABLES
from heard.edges.integrations.systems.ssd.from_csv import fingerprint, header_line, read_rows
from heard.edges.integrations.systems.ssd.parts import Part, Reading
from heard.edges.integrations.tables.findings import CannotRead, Refused
from heard.edges.integrations.tables.limits import Limits, in_words
from heard.edges.integrations.tables.text import decode

_WAIT = 10  # seconds for the database to answer
_HEAD = 64 * 1024


class Database(NamedTuple):
    """Where the extract is: postgresql://user:password@host:port/name."""

    url: str


class _Found(NamedTuple):
    schema: str
    name: str
    table: str


def read_tables(database: Database, limits: Limits, reading: Reading) -> list[Part]:
    """Read every table that Heard uses. Raises CannotRead, which never repeats the URL."""
    try:
        with psycopg.connect(database.url, connect_timeout=_WAIT) as connection:
            connection.read_only = True
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.execute("SET LOCAL datestyle TO 'ISO'")
            found = _find(connection)
            return [part for one in found if (part := _part(connection, one, limits, reading))]
    except psycopg.OperationalError as error:
        raise CannotRead(
            "The database of the extract does not answer. Check its address, the account and that "
            "this machine may reach it."
        ) from error
    except psycopg.Error as error:
        raise CannotRead(
            f"The database of the extract says no: {error.diag.message_primary or 'no reason'}."
        ) from error


def _find(connection: psycopg.Connection) -> list[_Found]:
    """The tables by name, in the one schema that holds ssd_person."""
    rows = connection.execute(
        "SELECT table_schema, table_name, lower(table_name) FROM information_schema.tables "
        "WHERE lower(table_name) = ANY(%s) ORDER BY 1, 2",
        [list(TABLES)],
    ).fetchall()
    tables = [_Found(*row) for row in rows]
    schemas = sorted({one.schema for one in tables if one.table == "ssd_person"})
    if not schemas:
        raise CannotRead("The database holds no table ssd_person that this account may read.")
    schema = _chosen(connection, schemas)
    return [one for one in tables if one.schema == schema]


def _chosen(connection: psycopg.Connection, schemas: list[str]) -> str:
    """The only schema; of several, the first on the search path of the account or the URL."""
    if len(schemas) == 1:
        return schemas[0]
    row = connection.execute("SELECT current_schemas(false)").fetchone()
    path = [schema for schema in (row[0] if row else []) if schema in schemas]
    if not path:
        raise CannotRead(
            f"The schemas {', '.join(schemas)} each hold an ssd_person. Say which in the address: "
            "?options=-csearch_path%3DNAME"
        )
    return str(path[0])


def _part(
    connection: psycopg.Connection, found: _Found, limits: Limits, reading: Reading
) -> Part | None:
    name = f"{found.schema}.{found.name}"
    try:
        data = _copy(connection, found, limits)
        header = header_line(data[:_HEAD], found.table)
        part, notes = read_rows(name, decode(data), header, found.table)
    except CannotRead as error:
        reading.refused.append(Refused(name, error.reason, error.nearest or (found.table,)))
        return None
    reading.sent.append(fingerprint(name, data))
    reading.notes += notes
    return part


def _copy(connection: psycopg.Connection, found: _Found, limits: Limits) -> bytes:
    """The columns that Heard uses, as CSV; in the order of their names, so that a repeat is one."""
    names = _columns(connection, found)
    if not names:
        raise CannotRead("It has no column that Heard knows.")
    chosen = sql.SQL(", ").join(map(sql.Identifier, names))
    command = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT WITH (FORMAT csv, HEADER)").format(
        chosen, sql.Identifier(found.schema, found.name)
    )
    out = io.BytesIO()
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for block in copy:
            out.write(block)
            if out.tell() > limits.file_bytes:
                raise CannotRead(f"It is bigger than the limit of {in_words(limits.file_bytes)}.")
    return out.getvalue()


def _columns(connection: psycopg.Connection, found: _Found) -> list[str]:
    used = [w for column in TABLES[found.table].columns for w in column.written]
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = %s "
        "AND table_name = %s AND lower(column_name) = ANY(%s) ORDER BY ordinal_position",
        [found.schema, found.name, used],
    ).fetchall()
    return [row[0] for row in rows]
