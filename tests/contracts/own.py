"""The command `heard` with a folder and a database of its own, as an administrator runs it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.made import HEARD, migrated


@dataclass
class Own:
    """One deployment, migrated and empty."""

    environment: dict[str, str]

    def run(self, *words: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command; the test fails unless it ends with this status and no stack trace."""
        command = [HEARD, *map(str, words)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def json(self, *words: object, status: int = 0) -> dict[str, Any]:
        """Run a command with --json: one object on standard output, and nothing else there."""
        found: dict[str, Any] = json.loads(self.run(*words, "--json", status=status).stdout)
        return found

    def python(self, code: str) -> str:
        """Run a few lines of Python, with Django ready, against this deployment."""
        command = [sys.executable, "-c", f"import django\ndjango.setup()\n{code}"]
        settings = {"DJANGO_SETTINGS_MODULE": "heard.config.settings.base"}
        environment = {**self.environment, **settings}
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout


def new(folder: Path, url: str) -> Own:
    """A deployment in a folder, before anything was done to it."""
    environment = {
        **os.environ,
        "HEARD_DATA": str(folder),
        "HEARD_DATABASE_URL": url,
        "HEARD_TODAY": "2026-11-23",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return Own(environment)


def own(folder: Path) -> Own:
    """Make a migrated deployment in a folder; on PostgreSQL in a database of its own."""
    return new(folder / "data", migrated(folder / "data"))
