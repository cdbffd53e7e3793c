"""Start a throwaway PostgreSQL, run a command with HEARD_DATABASE_URL set to it, stop it.

    python -m tests.with_postgres pytest tests

Works as root (through the postgres account) and as anybody else. It listens on a Unix socket
only, keeps nothing, and trades durability for speed: never use it for people's data.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

INSTALL = "PostgreSQL is missing: apt-get install postgresql"
FAST = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs; SystemExit says what to install."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb")
    if not found and not beside:
        raise SystemExit(INSTALL)
    return found[-1].parent if found else Path(str(beside)).parent


@contextlib.contextmanager
def postgres(extra: str = FAST) -> Iterator[str]:
    """Yield the URL of an empty database of a new server; the account is its superuser."""
    root = os.geteuid() == 0
    user = "postgres" if root else os.environ.get("USER", "postgres")
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    with tempfile.TemporaryDirectory(prefix="heard-pg-", ignore_cleanup_errors=True) as folder:
        if root:
            shutil.chown(folder, "postgres", "postgres")

        def call(program: str, *arguments: str) -> None:
            command = [*as_user, str(binaries() / program), *arguments]
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

        data = f"{folder}/data"
        call("initdb", "-D", data, "-A", "trust", "-U", user, "--no-sync", "--locale=C.UTF-8")
        options = f"-k {folder} {extra}"
        call("pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://{user}@{folder.replace('/', '%2F')}/postgres"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def main() -> int:
    """Run the command given, and return its exit status."""
    with postgres() as url:
        environment = {**os.environ, "HEARD_DATABASE_URL": url}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
