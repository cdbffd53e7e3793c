"""A real Heard for tests in browsers: a folder and a database of its own, and `heard serve`.

Fixtures: `site` (a deployment) and `demo_site` (the demo's pages). Both stand for one module. A
test may also write `with serving(folder, demo=True) as site: ...`.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.made import HEARD, migrated

PATIENCE = 180  # seconds for the server to answer; starting takes a few on a free machine


@dataclass
class Site:
    """A Heard that answers at `url`, keeps everything in `data`, and takes commands."""

    url: str
    data: Path
    environment: dict[str, str]

    def heard(self, *words: str) -> str:
        """Run a command of `heard` against this deployment and return what it printed."""
        return self._run(HEARD, *words)

    def python(self, code: str) -> str:
        """Run a few lines of Python, with Django ready, against this deployment."""
        return self._run(sys.executable, "-c", f"import django\ndjango.setup()\n{code}")

    def _run(self, *words: str) -> str:
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@contextlib.contextmanager
def serving(
    folder: Path, demo: bool = False, made: Callable[[Path], str] | None = None, **settings: str
) -> Iterator[Site]:
    """Yield a migrated Heard that answers; it ends, with its workers, when the block does.

    `made` puts something else than an empty deployment into the folder, and returns its database.
    """
    port = _free_port()
    url = f"http://localhost:{port}"  # passkeys need a name, and localhost counts as safe
    environment = {
        **os.environ,
        "HEARD_DATA": str(folder),
        "HEARD_ADDRESS": url,
        "HEARD_DATABASE_URL": (made or migrated)(folder),
        "DJANGO_SETTINGS_MODULE": f"heard.config.settings.{'demo' if demo else 'base'}",
        **settings,
    }
    site = Site(url, folder, environment)
    command = [HEARD, "serve", "--port", str(port), "--workers", "2"]
    with (folder / "serve.log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait_for(site, process)
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A deployment without anybody in it."""
    with serving(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="module")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo's pages, with the cast and nothing else."""
    with serving(tmp_path_factory.mktemp("demo"), demo=True) as running:
        running.python(
            "from demo.cast import make_cast\n"
            "from heard.foundations.deployment.clock import now\n"
            "make_cast(now())"
        )
        yield running


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(site: Site, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{site.url}/healthz", timeout=5).close()
            return
        time.sleep(0.1)
    raise AssertionError((site.data / "serve.log").read_text())
