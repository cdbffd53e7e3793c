"""Logs that a machine can read: one line of JSON each, on standard error.

They hold nothing that a person typed and no child's id. So nothing is let through because it looks
harmless; only what we know is written: the words that stand in a program (never what was filled
into them), the place of an exception (never what it says), the pattern of an address (never the
address), and a short list of named facts.
"""

import logging.config
import traceback
from collections.abc import Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FACTS = frozenset({"job", "task", "command", "status_code", "seconds", "count"})
PLAIN = (int, float, bool, type(None))


def configure(_settings: Mapping[str, Any]) -> None:
    """Send warnings and worse to standard error, one line of JSON each."""
    to_root: dict[str, Any] = {"handlers": [], "level": "WARNING", "propagate": True}
    quiet = ["django", "django.server", "gunicorn.error", "gunicorn.access", "py.warnings"]
    logging.captureWarnings(True)
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": {"()": Lines}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "loggers": dict.fromkeys(quiet, to_root),
            "root": {"handlers": ["stderr"], "level": "WARNING"},
        }
    )


class Lines(logging.Formatter):
    """One line of JSON for each record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of one record."""
        return formatter().format(record)


@cache
def formatter() -> logging.Formatter:
    """Return what writes every line; loaded with the first, since most commands write none."""
    import structlog

    return structlog.stdlib.ProcessorFormatter(
        use_get_message=False,
        pass_foreign_args=True,
        processors=[
            only_what_we_know,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
    )


def only_what_we_know(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Make the line anew from the record: nothing that was passed in gets through by itself."""
    record: logging.LogRecord = event["_record"]
    line: dict[str, Any] = {
        "level": record.levelname.lower(),
        "logger": record.name,
        "event": words_of(record, filled=bool(event.get("positional_args"))),
    }
    line.update({name: _plain(record.__dict__[name]) for name in FACTS & record.__dict__.keys()})
    if route := _route(record):
        line["route"] = route
    if raised := event.get("exc_info"):
        line["faults"] = faults(raised[1])
    return line


def words_of(record: logging.LogRecord, filled: bool) -> str:
    """Return the words that stand in the program, with nothing filled in."""
    if isinstance(record.msg, str) and (filled or record.name.startswith("heard")):
        return record.msg
    place = f"{_short(record.pathname)}:{record.lineno}"
    return f"at {place}"  # words without places to fill may have been filled before


def faults(error: BaseException | None) -> list[dict[str, Any]]:
    """Return the kind and place of an exception and of those that led to it, never its words."""
    found: list[dict[str, Any]] = []
    while error is not None and len(found) < 10:
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        places = [f"{_short(f.filename)}:{f.lineno} {f.name}" for f in frames]
        found.append({"kind": kind, "places": places})
        error = error.__cause__ or error.__context__
    return found


def _route(record: logging.LogRecord) -> str:
    """Return the pattern of the address that was asked for, such as children/<uuid:child>/."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.route) if match else ""


def _plain(value: Any) -> Any:
    """Numbers stay; text only when it is a name of ours, such as audit.head."""
    if isinstance(value, PLAIN):
        return value
    text = str(value)
    return text if text.replace(".", "").replace("_", "").isalpha() else "[not logged]"


def _short(path: str) -> str:
    """Return a path without the machine's own folders."""
    for start in (f"{ROOT}/", "site-packages/", "lib/python"):
        if start in path:
            return path.split(start, 1)[1]
    return Path(path).name
