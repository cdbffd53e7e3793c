"""The template environment."""

from typing import Any

from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Return the environment of every page."""
    return Environment(**{**options, "undefined": StrictUndefined, "autoescape": True})
