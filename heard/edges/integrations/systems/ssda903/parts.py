"""What one file gives to one table."""

from dataclasses import dataclass, field

import polars as pl

from heard.edges.integrations.systems.ssda903.columns import TABLES
from heard.edges.integrations.tables.findings import BadRow

PLACE = {"file": pl.String, "line": pl.UInt32, "raw": pl.String}


@dataclass
class Part:
    """Rows of one table from one file: its columns as text, then file, line, raw and row."""

    table: str
    file: str
    frame: pl.DataFrame
    bad: list[BadRow] = field(default_factory=list)

    @classmethod
    def empty(cls, table: str, file: str = "") -> "Part":
        schema = dict.fromkeys(TABLES[table], pl.String) | PLACE | {"row": pl.Int64}
        return cls(table, file, pl.DataFrame(schema=schema))
