"""What is wrong with a folder of facts: each bad row by file, line and column, in words."""

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from heard.edges.imports.facts_folder.columns import FILES

MOST = 1000  # bad rows that are named; the rest is counted
SHOWN = 60  # characters of a cell that a message repeats
SCHEMA = {
    "file": pl.String,
    "line": pl.UInt32,
    "column": pl.String,
    "wrong": pl.String,
    "expected": pl.String,
}


class Fault(NamedTuple):
    """One thing that is wrong. `line` 0: the file as a whole; `column` "": the row as a whole."""

    file: str
    line: int
    column: str
    wrong: str
    expected: str

    def __str__(self) -> str:
        where = [self.file, f"line {self.line}" if self.line else "", self.column]
        return f"{', '.join(w for w in where if w)}: {self.wrong} Expected: {self.expected}."


class Faults:
    """Gathers faults from one file after another."""

    def __init__(self) -> None:
        self._frames: list[pl.DataFrame] = []

    def __len__(self) -> int:
        return sum(frame.height for frame in self._frames)

    def add(self, file: str, line: int, column: str, wrong: str, expected: str) -> None:
        """Add one fault."""
        row = Fault(f"{file}.csv", line, column, wrong, expected)
        self._frames.append(pl.DataFrame([row], schema=SCHEMA, orient="row"))

    def add_rows(
        self, file: str, rows: pl.DataFrame, column: str, wrong: pl.Expr, expected: str
    ) -> None:
        """Add a fault for each row of a frame with a `line`; `wrong` makes its words."""
        if not rows.height:
            return
        found = rows.select(
            pl.lit(f"{file}.csv").alias("file"),
            pl.col("line").cast(pl.UInt32),
            pl.lit(column).alias("column"),
            wrong.alias("wrong"),
            pl.lit(expected).alias("expected"),
        )
        self._frames.append(found)

    def first(self, most: int = MOST) -> Iterator[Fault]:
        """Yield the first faults in the order of the files, their lines and their columns."""
        if not self._frames:
            return
        places = {f"{name}.csv": place for place, name in enumerate(FILES)}
        columns = [column.name for columns in FILES.values() for column in columns]
        found = pl.concat(self._frames).with_columns(
            pl.col("file").replace_strict(places, return_dtype=pl.Int64).alias("place"),
            pl.col("column")
            .replace_strict(
                {name: columns.index(name) for name in columns}, default=-1, return_dtype=pl.Int64
            )
            .alias("across"),
        )
        found = found.sort("place", "line", "across", maintain_order=True).head(most)
        yield from (Fault(*row) for row in found.select(*SCHEMA).iter_rows())


def quoted(column: str) -> pl.Expr:
    """The value of a cell as a message repeats it: short, and on one line."""
    value = pl.col(column).str.replace_all(r"[\x00-\x1f\x7f]", " ")
    short = pl.when(value.str.len_chars() > SHOWN).then(
        pl.concat_str(value.str.slice(0, SHOWN), pl.lit("..."))
    )
    return pl.concat_str(pl.lit('"'), short.otherwise(value), pl.lit('"'))


def words(pattern: str, *columns: str) -> pl.Expr:
    """A message with the cells of some columns where the pattern has {}."""
    return pl.format(pattern, *(quoted(column) for column in columns))
