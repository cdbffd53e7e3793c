"""The SSDA903 return (children looked after): reading, checking, loading and writing it.

Reading: `read_return`. Checking: `check`, `failing`, `run_check`. Loading: `loadable`, `account`.
Writing: `write_csv`, `write_xml`.
"""

from heard.edges.integrations.systems.ssda903.command import run_check
from heard.edges.integrations.systems.ssda903.loading.account import (
    SOURCES,
    Account,
    Loadable,
    account,
    loadable,
    not_used,
)
from heard.edges.integrations.systems.ssda903.loading.streams import (
    CarePeriod,
    Child,
    Duplicate,
    Quarantined,
    Review,
    Stream,
)
from heard.edges.integrations.systems.ssda903.reading import Reading, read_return
from heard.edges.integrations.systems.ssda903.rules import RULES, check, failing, not_looked_at
from heard.edges.integrations.systems.ssda903.writing import (
    NotWritten,
    ReviewRow,
    write_csv,
    write_xml,
)

__all__ = [
    "RULES",
    "SOURCES",
    "Account",
    "CarePeriod",
    "Child",
    "Duplicate",
    "Loadable",
    "NotWritten",
    "Quarantined",
    "Reading",
    "Review",
    "ReviewRow",
    "Stream",
    "account",
    "check",
    "failing",
    "loadable",
    "not_looked_at",
    "not_used",
    "read_return",
    "run_check",
    "write_csv",
    "write_xml",
]
