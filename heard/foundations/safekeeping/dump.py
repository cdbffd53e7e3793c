"""A consistent copy of the database, while people go on working."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection, connections, transaction

from heard.foundations.safekeeping import facts
from heard.foundations.safekeeping.problems import Refused
from heard.foundations.safekeeping.programs import command, run

COPY = "copied"


class Dump(NamedTuple):
    """A copy of the database: its file, and what the database says of itself at that moment."""

    path: Path
    facts: dict[str, Any]


def check_there_is_a_database() -> None:
    """Raise Refused where there is nothing to copy."""
    if "django_migrations" not in connection.introspection.table_names():
        raise Refused("There is no database of Heard here yet, so there is nothing to back up.")


def dump(folder: Path) -> Dump:
    """Copy the database into a folder. Raises Refused."""
    return _postgresql(folder) if connection.vendor == "postgresql" else _sqlite(folder)


def _sqlite(folder: Path) -> Dump:
    path = folder / "heard.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)  # SQLite's own: whole and consistent
        copy.execute("PRAGMA journal_mode=DELETE")
        (said,) = copy.execute("PRAGMA quick_check").fetchone()
    if said != "ok":
        raise Refused(f"The database is damaged: {said}. Restore the last good backup.")
    with another_database(path) as alias:
        return Dump(path, _facts(alias))


def _postgresql(folder: Path) -> Dump:
    path = folder / "heard.pgdump"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot(), current_schema()")
        snapshot, schema = cursor.fetchone()
        options = [f"--snapshot={snapshot}", f"--schema={schema}", f"--file={path}"]
        run(command("pg_dump", "--format=custom", "--no-owner", "--no-privileges", *options))
        return Dump(path, {**_facts("default"), "schema": schema})


def _facts(alias: str) -> dict[str, Any]:
    asked = connections[alias]
    return {
        "database": asked.vendor,
        "counts": facts.counts(asked),
        "migrations": facts.migrations(asked),
        "trail": facts.trail(asked),
    }


class another_database:
    """Opens another SQLite file beside the default database, under the alias that it yields."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> str:
        connections.settings[COPY] = {**connections.settings["default"], "NAME": str(self.path)}
        return COPY

    def __exit__(self, *_: object) -> None:
        connections[COPY].close()
        del connections[COPY]
        del connections.settings[COPY]
