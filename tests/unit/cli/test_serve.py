"""heard serve: how many workers, and what it says when the database is not ready."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heard.cli.commands import serve


@pytest.mark.parametrize(
    "vendor,cores,count", [("sqlite", 1, 3), ("sqlite", 16, 4), ("postgresql", 4, 9)]
)
def test_workers(vendor: str, cores: int, count: int) -> None:
    assert serve.workers(vendor, cores) == count


def test_sync_workers_that_are_renewed() -> None:
    command = serve.server("127.0.0.1", 8000, 4)
    assert command[command.index("--worker-class") + 1] == "sync"
    assert "--max-requests" in command


def start(folder: Path, url: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HEARD_DATA": str(folder), "HEARD_DATABASE_URL": url}
    environment["DJANGO_SETTINGS_MODULE"] = "heard.config.settings.base"
    command = [str(Path(sys.executable).parent / "heard"), "serve", "--port", "0"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_a_database_that_is_not_migrated_is_said_in_words(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert done.returncode == 1
    assert "The database is not ready for this version. Run: heard migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_is_away_is_said_in_words(tmp_path: Path) -> None:
    done = start(tmp_path, "postgresql://nobody@127.0.0.1:1/heard")
    assert done.returncode == 1
    assert "The database does not answer" in done.stderr
    assert "Traceback" not in done.stderr
