"""Who connects and says nothing, or half a sentence, keeps nobody else waiting.

A browser opens connections before it needs them; a phone in a tunnel stops in the middle. With a
worker held by each, a few of them would close Heard to everybody.
"""

import contextlib
import socket
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.server import serving

WORKERS = 2  # of the server that tests start
HALF = b"POST /account/login/ HTTP/1.1\r\nHost: local"


@pytest.mark.parametrize("says", [b"", HALF], ids=["nothing", "half a request"])
def test_a_silent_connection_for_each_worker_keeps_nobody_waiting(
    says: bytes, tmp_path: Path
) -> None:
    with serving(tmp_path) as site, contextlib.ExitStack() as held:
        where = urlsplit(site.url)
        for _ in range(WORKERS):
            silent = socket.create_connection((where.hostname, where.port))
            held.enter_context(silent).sendall(says)
        for _ in range(10 * WORKERS):
            with urllib.request.urlopen(f"{site.url}/healthz", timeout=20) as answer:
                assert answer.status == 200
