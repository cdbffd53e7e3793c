"""heard serve: how many workers, and what it says when the database is not ready."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heard.cli.commands import serve
from heard.cli.pages import Pages


@pytest.mark.parametrize(
    "vendor,cores,count",
    [("sqlite", 1, 2), ("sqlite", 16, 4), ("postgresql", 4, 5), ("postgresql", 64, 20)],
)
def test_workers(vendor: str, cores: int, count: int) -> None:
    assert serve.workers(vendor, cores) == count


def test_workers_with_threads_that_are_renewed_and_begin_as_copies() -> None:
    settings = Pages("127.0.0.1:8000", 4).cfg
    assert (settings.worker_class_str, settings.workers) == ("gthread", 4)
    most = serve.MOST_ON_POSTGRES * settings.threads
    assert settings.threads > 1
    assert most < 100 - 10, "PostgreSQL as it comes takes 100"
    assert settings.max_requests
    assert settings.preload_app


def test_what_is_copied_has_one_thread() -> None:
    """A thread of another library would be gone in the copy, with the lock that it held."""
    code = (
        "import os, sys, django\n"
        "django.setup()\n"
        "import heard.config.wsgi\n"
        "print(len(os.listdir('/proc/self/task')), 'polars' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


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
