"""Walking every address of a door."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the full name of each address ("accounts:list") and its view."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}", entry.callback
        else:
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
