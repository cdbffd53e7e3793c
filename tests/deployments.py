"""Deployments for tests that need whole ones: a folder, a database of its own, the real command."""

import contextlib
import hashlib
import io
import json
import os
import random
import subprocess
from pathlib import Path
from typing import Any

from tests.journeys.server import Site
from tests.made import HEARD, database_of_its_own, migrated

ROOT = Path(__file__).parents[1]
FILLED = """
import random
from datetime import UTC, date, datetime
from heard.child.people import operations as people
from heard.foundations.accounts.operations import add_account
from heard.foundations.audit import heads
from heard.foundations.audit.actor import HEARD_ITSELF
at = datetime(2026, 11, 23, 9, tzinfo=UTC)
by = HEARD_ITSELF
for name in {names!r}:
    add_account(email=f"{{name.lower()}}@northmoor.example", name=name, by=by, at=at,
                roles=frozenset({{"administrator"}}), password="a quiet word in good time")
heads.write()
"""
STATE = """
import json
from heard.foundations.accounts.models import Staff
print(json.dumps(sorted(Staff.objects.values_list("email", flat=True))))
"""


def deployment(folder: Path) -> Site:
    """Return a migrated deployment without a server."""
    return _at(folder, migrated(folder))


def blank(folder: Path) -> Site:
    """Return a deployment on a machine where nothing was done yet."""
    return _at(folder, database_of_its_own())


def _at(folder: Path, url: str) -> Site:
    environment = {
        **os.environ,
        "HEARD_DATA": str(folder),
        "HEARD_DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "heard.config.settings.base",
        "HEARD_TODAY": "",
        "PYTHONPATH": str(ROOT),
    }
    return Site("", folder, environment)


def fill(site: Site, names: list[str], seed: int) -> None:
    """Add staff through operations, and files as drawings and papers would lie there."""
    site.python(FILLED.format(names=names))
    dice = random.Random(seed)
    folder = site.data / "files" / f"{seed}"
    folder.mkdir(parents=True)
    for name, size in {
        "a.bin": 0,
        "b.bin": 1,
        "Llŷr ‘1’.bin": 70_000,
        "big.bin": 2_500_000,
    }.items():
        (folder / name).write_bytes(dice.randbytes(size))


def files(site: Site) -> dict[str, str]:
    """Return the files of a deployment and their hashes."""
    root = site.data / "files"
    found = sorted(p for p in root.rglob("*") if p.is_file())
    return {str(p.relative_to(root)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def staff(site: Site) -> list[str]:
    """Return the addresses of the staff of a deployment."""
    return list(json.loads(site.python(STATE)))


def heard(site: Site, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command and return how it ended; a failure is for the test to judge."""
    return subprocess.run([HEARD, *words], env=site.environment, capture_output=True, text=True)


def heard_many(site: Site, commands: list[list[str]]) -> list[list[Any]]:
    """Run several commands in one process; return the exit status and the words of each."""
    code = f"""
import json
from tests.deployments import one_command
print(json.dumps([one_command(words) for words in {commands!r}]))
"""
    return list(json.loads(site.python(code)))


def one_command(words: list[str]) -> tuple[int, str]:
    """Run a command in this process."""
    from heard.cli.main import main

    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        status = main(words)
    return status, said.getvalue()
