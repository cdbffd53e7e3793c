"""The negative control: a server that says "kept" before anything is kept.

It answers each changed question at once and does the work half a second later, in a thread, as a
server with a careless queue would. Killed in between, it loses what it said is kept.
"""

import io
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connections

from heard.config.wsgi import application as heard

LATER = 0.5  # seconds
ONE = threading.Lock()  # a database has only so many connections, and each thread takes its own


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """Answer early where somebody answers a question; everything else as Heard does."""
    if environ["REQUEST_METHOD"] != "POST" or "/family/on/" not in environ["PATH_INFO"]:
        return heard(environ, start)
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    kept = {**environ, "wsgi.input": io.BytesIO(body)}
    threading.Thread(target=_keep, args=(kept,), daemon=True).start()
    start("302 Found", [("Location", environ["PATH_INFO"]), ("Content-Length", "0")])
    return [b""]


def _keep(environ: dict[str, Any]) -> None:
    time.sleep(LATER)
    with ONE:
        for _ in heard(environ, lambda *_: None):
            pass
        connections.close_all()
