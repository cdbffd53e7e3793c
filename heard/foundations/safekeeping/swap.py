"""PostgreSQL: the restored tables come in, and the old ones step aside, in one transaction.

The old schema gets another name and stays. If we die on the way, psql never reads COMMIT and the
server undoes everything.
"""

import subprocess
import tempfile
import time
from pathlib import Path

from django.db import connection, transaction

from heard.foundations.safekeeping.problems import Refused
from heard.foundations.safekeeping.programs import command, environment, first_error

OTHERS = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
    AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
OURS = f"{OTHERS} AND application_name = 'heard-restore'"
PATIENCE = 120  # seconds for the server to end what a killed restore had begun


def others_connected() -> int:
    """Return how many other programs use the database now."""
    return int(_ask(OTHERS))


def has_schema(name: str) -> bool:
    """Say whether the database has a schema of this name."""
    return bool(_ask("SELECT count(*) FROM pg_namespace WHERE nspname = %s", name))


def schema_is_empty(name: str) -> bool:
    """Say whether a schema holds no table."""
    return not _ask("SELECT count(*) FROM pg_tables WHERE schemaname = %s", name)


def wait_for_a_killed_restore() -> None:
    """Wait until what a killed restore had begun has ended. Raises Refused after two minutes."""
    ends = time.monotonic() + PATIENCE
    while _ask(OURS):
        if time.monotonic() > ends:
            raise Refused("A restore is running in the database. Wait until it has ended.")
        time.sleep(0.2)


def bring_in(dump: Path, schema: str, aside: str) -> None:
    """Rename the present schema and restore the dump in its place. Raises Refused."""
    opening = f'BEGIN; ALTER SCHEMA "{schema}" RENAME TO "{aside}"; CREATE SCHEMA "{schema}";\n'
    words = ["--no-owner", "--no-privileges", f"--schema={schema}", "--file=-", str(dump)]
    with tempfile.TemporaryFile() as said:
        reading = subprocess.Popen(
            command("pg_restore", *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        writing = subprocess.Popen(
            command("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"),
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        read = _feed(reading, writing, opening)
        failed = writing.wait() != 0
        said.seek(0)
        if failed or not read:
            reason = first_error(said.read().decode(errors="replace"))
            raise Refused(f"The database did not take the backup: {reason}. Nothing was changed.")
    connection.close()


def _feed(
    reading: "subprocess.Popen[bytes]", writing: "subprocess.Popen[bytes]", opening: str
) -> bool:
    """Pass the script on; COMMIT is written only when all of it was read."""
    into, out_of = writing.stdin, reading.stdout
    if into is None or out_of is None:
        raise RuntimeError("the programs were started without pipes")
    try:
        into.write(opening.encode())
        while piece := out_of.read(1024 * 1024):
            into.write(piece)
        whole = reading.wait() == 0
        into.write(b"\nCOMMIT;\n" if whole else b"\nROLLBACK;\n")
        into.close()
    except BrokenPipeError:  # psql met an error and ended: its words say which
        reading.kill()
        reading.wait()
        whole = False
    return whole


def send_back(schema: str, aside: str) -> None:
    """Put the old schema back in its place, and drop what had been restored from the backup."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'DROP SCHEMA "{schema}" CASCADE')
        cursor.execute(f'ALTER SCHEMA "{aside}" RENAME TO "{schema}"')
    connection.close()


def forget_if_empty(aside: str) -> bool:
    """Drop an old schema in which there was nothing. Says whether it did."""
    if not schema_is_empty(aside):
        return False
    with connection.cursor() as cursor:
        cursor.execute(f'DROP SCHEMA "{aside}"')
    return True


def _ask(sql: str, *values: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return int(cursor.fetchone()[0])
