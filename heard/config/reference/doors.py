"""Every page of a door: its name, its address, and to whom it opens."""

import importlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver

from heard.foundations.access.permissions import P
from heard.foundations.access.roles import ROLES


class Page(NamedTuple):
    """One page. `permission` or `open_to` is None; both None: the page declares nothing."""

    name: str
    path: str
    permission: P | None
    open_to: str | None
    view: Any

    @property
    def opens(self) -> str:
        """Return the words of who may open it."""
        return self.permission.value if self.permission else f"open to {self.open_to}"

    def for_role(self, role: str) -> bool:
        """Say whether somebody in this role may open it."""
        return self.permission is None or self.permission in ROLES[role].permissions


def pages_of(door: str) -> list[Page]:
    """Return every page of a door, in the order of its addresses."""
    return list(_walk(importlib.import_module(door).urlpatterns, "/", ""))


def _walk(patterns: list[Any], prefix: str, space: str) -> Iterator[Page]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _walk(pattern.url_patterns, path, space + inner)
        elif isinstance(pattern, URLPattern):
            view = pattern.callback
            yield Page(
                f"{space}{pattern.name}",
                path,
                getattr(view, "permission", None),
                getattr(view, "open_to", None),
                view,
            )
