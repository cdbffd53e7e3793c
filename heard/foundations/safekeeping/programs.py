"""PostgreSQL's own programs: pg_dump, pg_restore and psql, with no password on a command line."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from django.db import connection

from heard.foundations.safekeeping.problems import Refused


def command(program: str, *arguments: str) -> list[str]:
    """Return the words to run a program with. Raises Refused when it is not installed."""
    path = shutil.which(program)
    if path is None:
        raise Refused(f"{program} is missing: apt-get install postgresql-client")
    return [path, *arguments]


def environment() -> dict[str, str]:
    """Return the environment that leads the programs to our database."""
    given = connection.settings_dict
    ours = {
        "PGHOST": given["HOST"],
        "PGPORT": given["PORT"],
        "PGUSER": given["USER"],
        "PGPASSWORD": given["PASSWORD"],
        "PGDATABASE": given["NAME"],
        "PGAPPNAME": "heard-restore",
    }
    return {**os.environ, **{name: str(value) for name, value in ours.items() if value}}


def run(words: Sequence[str]) -> None:
    """Run a program; raises Refused with its own first words when it fails."""
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{os.path.basename(words[0])} failed: {first_error(done.stderr)}")


def first_error(said: str) -> str:
    """Return the first error of a program's words, without the lines that may quote a row."""
    lines = [line for line in said.splitlines() if "error" in line.lower() or "FATAL" in line]
    return lines[0][:300] if lines else "it gave no reason"
