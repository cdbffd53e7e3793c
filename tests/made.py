"""What takes long to make is made once in a run of the tests, and copied: whole deployments.

Making one takes ten seconds of a processor, and a copy none; the processes of one run share it.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

HEARD = str(Path(sys.executable).parent / "heard")
# The first process of a run names the place, and those that it starts find it in their environment.
PLACE = Path(os.environ.get("MADE_FOR_TESTS") or tempfile.mkdtemp(prefix="heard-made-"))
os.environ["MADE_FOR_TESTS"] = str(PLACE)


def migrated(folder: Path) -> str:
    """Put a migrated and empty deployment into a folder; return its database's URL ("": SQLite)."""
    return copied("migrated", folder, _migrate)


def _migrate(data: Path) -> str:
    url = database_of_its_own()
    run = surroundings(data, url)
    subprocess.run([HEARD, "migrate"], env=run, check=True, capture_output=True)
    return url


def surroundings(data: Path, url: str, settings: str = "base") -> dict[str, str]:
    """Return the environment in which a command of `heard` works on this deployment."""
    return {
        **os.environ,
        "HEARD_DATA": str(data),
        "HEARD_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": f"heard.config.settings.{settings}",
    }


def copied(name: str, folder: Path, make: Callable[[Path], str]) -> str:
    """Put a copy of a deployment into a folder; return its database's URL.

    `make(folder)` makes it when nobody has yet, and returns that URL; the others wait meanwhile.
    """
    place = PLACE / name
    with _alone(place):
        if not (place / "url").exists():
            shutil.rmtree(place / "data", ignore_errors=True)
            (place / "url").write_text(make(place / "data"))
        shutil.copytree(place / "data", folder, dirs_exist_ok=True)
        return database_of_its_own((place / "url").read_text())


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def database_of_its_own(like: str = "") -> str:
    """On PostgreSQL make a database, a copy of `like` where given; on SQLite the folder has one."""
    url = os.environ.get("HEARD_DATABASE_URL", "")
    if not url:
        return ""
    name, of = f"own_{uuid.uuid4().hex[:12]}", urlsplit(like).path[1:] or "template1"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{of}"')
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
