"""The web server: gunicorn around this process, whose workers begin as copies of it.

A worker then begins in a second instead of four, and several share their memory. A process may be
copied only while it has one thread: what starts threads when it is imported (polars) is imported by
the first request that needs it, never before.
"""

from typing import Any

from gunicorn.app.base import BaseApplication

SETTINGS = {
    "worker_class": "sync",
    "preload_app": True,
    "timeout": 300,
    "max_requests": 5000,
    "max_requests_jitter": 500,
    "loglevel": "warning",
}


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

        return application
