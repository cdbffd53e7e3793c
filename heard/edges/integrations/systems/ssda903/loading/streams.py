"""What one table of a return gives: things to load, duplicates, and rows set aside."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

import polars as pl

from heard.edges.integrations.systems.ssda903.reading import Reading


class Child(NamedTuple):
    """A child of the Header. Sex as given: M, F or U; 1 (male) or 2 (female) before 2025."""

    child_id: str
    born: datetime.date
    sex: str
    ethnicity: str
    file: str
    line: int


class Review(NamedTuple):
    """A looked-after review. The scheme is ssda903 (PN0 to PN7), local (any other text) or blank.

    `to_settle`: another row gives this child another code on the same day; a person decides.
    """

    child_id: str
    born: datetime.date
    day: datetime.date
    code: str
    scheme: str
    to_settle: bool
    file: str
    line: int


class CarePeriod(NamedTuple):
    """Time in care without a gap, from `rows` episodes. `ends` is None while it is open.

    `file` and `line` are those of its first episode.
    """

    child_id: str
    born: datetime.date
    starts: datetime.date
    ends: datetime.date | None
    rows: int
    file: str
    line: int


class Duplicate(NamedTuple):
    """A row that says again what an earlier row says."""

    table: str
    file: str
    line: int
    of_file: str
    of_line: int


class Quarantined(NamedTuple):
    """A row that is not loaded. `raw` is the row as sent; `reason` says what to do about it."""

    table: str
    file: str
    line: int
    reason: str
    raw: str


Thing = TypeVar("Thing", Child, Review, CarePeriod)


@dataclass(frozen=True)
class Stream(Generic[Thing]):
    """One table, sorted out. The frames have a column for each field of their record.

    `loaded_rows` (column `row`) are the rows that stand behind `loadable`; `duplicates` and
    `quarantined` have `row` too, null for a line that could not even be split into cells.
    """

    table: str
    thing: type[Thing]
    loadable: pl.DataFrame
    loaded_rows: pl.DataFrame
    duplicates: pl.DataFrame
    quarantined: pl.DataFrame

    def __iter__(self) -> Iterator[Thing]:
        for row in self.loadable.select(self.thing._fields).iter_rows():
            yield self.thing(*row)

    def quarantine(self) -> Iterator[Quarantined]:
        for row in self.quarantined.select(Quarantined._fields).iter_rows():
            yield Quarantined(*row)

    def doubles(self) -> Iterator[Duplicate]:
        for row in self.duplicates.select(Duplicate._fields).iter_rows():
            yield Duplicate(*row)


NO_DUPLICATES = {
    "table": pl.String,
    "file": pl.String,
    "line": pl.UInt32,
    "of_file": pl.String,
    "of_line": pl.UInt32,
    "row": pl.Int64,
}


def set_aside(reading: Reading, table: str, *found: pl.DataFrame) -> pl.DataFrame:
    """The quarantine of a table: frames with row, file, line, reason, raw; and its broken lines."""
    columns = ("table", "file", "line", "reason", "raw", "row")
    broken = [
        (table, bad.file, bad.line, bad.reason, bad.raw, None)
        for bad in reading.bad_rows
        if bad.table == table
    ]
    types = (pl.String, pl.String, pl.UInt32, pl.String, pl.String, pl.Int64)
    frames = [pl.DataFrame(broken, schema=dict(zip(columns, types, strict=True)), orient="row")]
    for frame in found:
        frames.append(frame.with_columns(pl.lit(table).alias("table")).select(columns))
    return pl.concat(frames)


def first_reason(*reasons: tuple[pl.Expr, str | pl.Expr]) -> pl.Expr:
    """The words of the first condition that holds; null when none does."""
    chosen = pl.lit(None, dtype=pl.String)
    for condition, words in reversed(reasons):
        text = pl.lit(words) if isinstance(words, str) else words
        chosen = pl.when(condition).then(text).otherwise(chosen)
    return chosen.alias("reason")
