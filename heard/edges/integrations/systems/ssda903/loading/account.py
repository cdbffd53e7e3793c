"""Everything that a return gives, and the proof that no row of it was lost or used twice."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

import polars as pl

from heard.edges.integrations.systems.ssda903.loading.care_periods import care_periods
from heard.edges.integrations.systems.ssda903.loading.children import children
from heard.edges.integrations.systems.ssda903.loading.notes import review_notes
from heard.edges.integrations.systems.ssda903.loading.reviews import reviews
from heard.edges.integrations.systems.ssda903.loading.streams import (
    CarePeriod,
    Child,
    Review,
    Stream,
)
from heard.edges.integrations.systems.ssda903.loading.who import known_children
from heard.edges.integrations.systems.ssda903.reading import Reading

SOURCES = ("Header", "Reviews", "Episodes")  # the tables that are loaded; the others are not used


@dataclass(frozen=True)
class Loadable:
    """What a return gives, table by table."""

    children: Stream[Child]
    reviews: Stream[Review]
    care_periods: Stream[CarePeriod]

    def notes(self) -> list[str]:
        """Sentences about what loads although it is not as it should be."""
        return review_notes(self.reviews.loadable)

    def streams(self) -> tuple[Stream[Any], ...]:
        return (self.children, self.reviews, self.care_periods)


@dataclass(frozen=True)
class Account:
    """Where the rows of one table went. `lost` and `twice` are always 0, or the reader is wrong."""

    table: str
    rows: int
    loaded: int
    duplicates: int
    quarantined: int
    lost: int
    twice: int

    @property
    def balances(self) -> bool:
        return self.lost == 0 and self.twice == 0


def loadable(reading: Reading, today: datetime.date) -> Loadable:
    """Sorts out the whole return. `today` is the last day on which something can have happened."""
    known = known_children(reading, today)
    return Loadable(
        children(reading, today, known),
        reviews(reading, today, known),
        care_periods(reading, today, known),
    )


def account(reading: Reading, found: Loadable) -> list[Account]:
    """One line for each loaded table: every row and every broken line, counted where it went."""
    return [_account(reading, stream) for stream in found.streams()]


def _account(reading: Reading, stream: Stream[Any]) -> Account:
    read = reading.table(stream.table).height
    broken = sum(bad.table == stream.table for bad in reading.bad_rows)
    kinds = (stream.loaded_rows, stream.duplicates, stream.quarantined)
    used = Counter(pl.concat([kind.select("row") for kind in kinds])["row"].to_list())
    unsplit = used.pop(None, 0)
    return Account(
        table=stream.table,
        rows=read + broken,
        loaded=stream.loaded_rows.height,
        duplicates=stream.duplicates.height,
        quarantined=stream.quarantined.height,
        lost=sum(row not in used for row in range(read)) + max(broken - unsplit, 0),
        twice=sum(times - 1 for times in used.values()) + max(unsplit - broken, 0),
    )


def not_used(reading: Reading) -> dict[str, int]:
    """The tables of the return that nothing is loaded from, with their rows."""
    return {table: frame.height for table, frame in reading.tables.items() if table not in SOURCES}
