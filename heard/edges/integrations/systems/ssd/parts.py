"""What one file, or one table of a database, gives."""

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from heard.edges.integrations.systems.ssd.columns import TABLES
from heard.edges.integrations.tables.findings import BadRow, Refused

PLACE = {"file": pl.String, "line": pl.UInt32, "raw": pl.String, "same": pl.String}


@dataclass
class Part:
    """Rows of one table from one file: Heard's own columns as text, then where they stood.

    `same` is what makes a row the same row again tomorrow: its text without passing ids.
    """

    table: str
    file: str
    frame: pl.DataFrame
    bad: list[BadRow] = field(default_factory=list)

    @classmethod
    def empty(cls, table: str) -> "Part":
        columns = [column.name for column in TABLES[table].columns]
        schema = dict.fromkeys(columns, pl.String) | PLACE | {"row": pl.Int64}
        return cls(table, "", pl.DataFrame(schema=schema))


@dataclass
class Reading:
    """What an extract holds.

    `tables`: one frame for each table found, in the shape of Part with `row` (counted through the
    table). `notes`: what was passed over, joined or spared. `refused`: files that load nothing.
    `sent`: name, bytes and SHA-256 of what a database gave; empty for files.
    """

    tables: dict[str, pl.DataFrame] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    bad_rows: list[BadRow] = field(default_factory=list)
    sent: list[dict[str, Any]] = field(default_factory=list)

    def table(self, name: str) -> pl.DataFrame:
        """The table, or an empty one of the same shape where the extract has none."""
        found = self.tables.get(name)
        return found if found is not None else Part.empty(name).frame

    def whole(self, name: str) -> bool:
        """Whether the table was read from end to end: no file of it refused, no line broken."""
        broken = any(bad.table == name for bad in self.bad_rows)
        unread = any(name in one.nearest or not one.nearest for one in self.refused)
        return name in self.tables and not broken and not unread
