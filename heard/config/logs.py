"""Logs that a machine can read. They hold no words about a child: only our own event names."""

import logging.config
from typing import Any


def configure(_settings: dict[str, Any]) -> None:
    """Send warnings and worse to standard error, one line each, without request bodies."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["stderr"], "level": "WARNING"},
        }
    )
