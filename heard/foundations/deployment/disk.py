"""Is the disk full? Said in words wherever a write failed for that reason."""

import errno
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
POSTGRESQL_NO_ROOM = frozenset({"53100"})  # disk_full
NEEDED = 1024 * 1024  # bytes; SQLite opens no database when it cannot make its side files
WORDS = (
    "There is no room left on the disk, so nothing was written. "
    "Make room (heard doctor says how much is left), then try again."
)


def is_full(error: BaseException | None) -> bool:
    """Say whether an exception, or one that led to it, means that there is no room left."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if _means_full(error):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def free(folder: Path) -> int:
    """Return how many bytes are left where a folder is."""
    return shutil.disk_usage(folder).free


def _means_full(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return _sqlite_full(getattr(error, "sqlite_errorcode", 0))
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    return getattr(error, "sqlstate", None) in POSTGRESQL_NO_ROOM


def _sqlite_full(code: int) -> bool:
    """SQLite says "full" for the database, but only "input/output error" for its side files."""
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_IOERR and settings.configured:
        return free(Path(str(settings.DATABASES["default"]["NAME"])).parent) < NEEDED
    return kind == sqlite3.SQLITE_FULL
