"""The web server: gunicorn around this process, whose workers begin as copies of it.

All pages are loaded before, so that a worker begins at once and several share their memory. A
process may be copied only while it has one thread: what starts threads when it is imported (polars)
is imported by the page that needs it (tests/architecture/test_starts_light.py).
"""

import gc
from typing import Any

from gunicorn.app.base import BaseApplication

# Threads, so that a connection that says nothing holds one of them for a moment and nobody else: a
# browser opens connections before it needs them.
THREADS = 4
SETTINGS = {
    "worker_class": "gthread",
    "threads": THREADS,
    "preload_app": True,
    "timeout": 300,
    "max_requests": 5000,
    "max_requests_jitter": 500,
    "loglevel": "warning",
}


def load_pages() -> None:
    """Load every page before the first is asked for.

    What is loaded stays: looking through it for waste, again and again, would cost the odd request
    a tenth of a second.
    """
    from django.urls import get_resolver

    from heard.config import logs
    from heard.config.doors import family

    logs.formatter()
    for door in (None, family.URLS):
        get_resolver(door).url_patterns  # noqa: B018 - asking loads them
    gc.collect()
    gc.freeze()


class Pages(BaseApplication):
    """Heard's pages, answered at one address by a number of workers."""

    def __init__(self, bind: str, workers: int) -> None:
        self.own = {**SETTINGS, "bind": bind, "workers": workers}
        super().__init__()

    def load_config(self) -> None:
        """Take our settings; nothing comes from the command line or a file."""
        for name, value in self.own.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the web application, once, before the workers are copied."""
        from heard.config.wsgi import application

        load_pages()
        return application
