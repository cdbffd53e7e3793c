"""Every operation there is, whichever module holds it and whether or not a page has loaded it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from heard.foundations.audit.operation import OPERATIONS

HEARD = Path(__file__).parents[2]


def every_operation() -> dict[str, Callable[..., Any]]:
    """Load each module in which an operation stands; return all of them by their verbs."""
    for path in sorted(HEARD.rglob("*.py")):
        if "\n@operation(" in path.read_text():
            import_module(".".join(path.relative_to(HEARD.parent).with_suffix("").parts))
    return OPERATIONS
