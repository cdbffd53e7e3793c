"""The deployment that a backup is restored into: is it empty, is it at rest, has it the keys?"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from heard.foundations.audit import heads
from heard.foundations.deployment import keyfiles
from heard.foundations.safekeeping import folders, swap
from heard.foundations.safekeeping.problems import Refused

NOT_NEEDED = {"secret.key", "backup.key"}  # sessions end anyway; the backup is open already


def database_file() -> Path:
    """Return the file of the SQLite database."""
    return Path(str(settings.DATABASES["default"]["NAME"]))


def check_at_rest(now: datetime) -> None:
    """Raise Refused while something works with the database."""
    if _workers_alive(now):
        raise Refused("A worker is running. Stop it and the web server, then try again.")
    if connection.vendor == "postgresql" and swap.others_connected():
        raise Refused(
            "Other programs use the database. Stop the web server and the worker, then try again."
        )


def check_empty() -> None:
    """Raise Refused when the deployment holds anything that a restore would take the place of."""
    what = "files" if folders.tops() else ""
    tables = _tables()
    if tables and ("audit_auditevent" not in tables or _rows("audit_auditevent")):
        what = "a database with records in it"
    if what:
        raise Refused(
            f"This deployment is not empty: it has {what}. Nothing was changed. With --replace "
            "the backup takes its place, and what is here is moved aside, not deleted."
        )


def check_keys(manifest: dict[str, Any], folder: Path) -> None:
    """Raise Refused when a key that the restored records need is not there, or is another."""
    for name, fingerprint in manifest["keys"].items():
        path = folder / name
        if name in NOT_NEEDED:
            continue
        if not path.is_file():
            raise Refused(f"The key {name} is not in {folder}. Give the folder with the keys of "
                          "the deployment that made the backup: --keys DIR")  # fmt: skip
        if keyfiles.fingerprint(keyfiles.read(path)) != fingerprint:
            raise Refused(f"{path} is another key than {name} of the deployment that made the "
                          "backup. Give the folder with its keys: --keys DIR")  # fmt: skip


def settle_sqlite() -> None:
    """Bring what waits in the side file into the database itself, before both are moved."""
    path = database_file()
    if not path.exists():
        return
    connection.close()
    try:
        with closing(sqlite3.connect(path, timeout=1)) as database:
            busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.DatabaseError:  # it is damaged: moved aside as it is
        return
    if busy:
        raise Refused(
            "Something uses the database. Stop the web server and the worker, then retry."
        )


def old_places() -> list[Path]:
    """Return what stands where the restored things will go, the database first."""
    found = [heads.file(), *folders.tops()]
    if connection.vendor == "sqlite":
        file = database_file()
        found = [file.with_name(file.name + e) for e in ("", "-wal", "-shm", "-journal")] + found
    return [place for place in found if place.exists()]


def writable() -> None:
    """Raise Refused when we may not write where the restored things go."""
    for folder in (folders.data(), heads.file().parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise Refused(f"{folder} cannot be written. Run this as the account of Heard.")


def _workers_alive(now: datetime) -> int:
    from heard.foundations.background.queries import workers_alive

    try:
        return workers_alive(now) if "background_workerseen" in _tables() else 0
    except DatabaseError:  # a database that cannot be read has no worker
        return 0


def _tables() -> list[str]:
    if connection.vendor == "sqlite" and not database_file().exists():
        return []
    try:
        return list(connection.introspection.table_names())
    except DatabaseError:
        return ["a database that cannot be read"]


def _rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of ours
        return int(cursor.fetchone()[0])
