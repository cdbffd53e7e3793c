"""Who is gone: work and allocations that the extract does not have any more.

Only tables that were read from end to end say so. Many at once may be a file that was cut off, so
they wait for a person.
"""

import datetime
from typing import NamedTuple

import polars as pl

from heard.edges.integrations.systems.ssd import Sorted
from heard.edges.integrations.systems.ssd.loading.work import LEVELS

MANY, SHARE = 20, 0.02
THINGS = {"child": pl.String, "thing": pl.String, "row": pl.String, "ends_on": pl.Date}
HERE = "heard"  # work that somebody wrote down in Heard itself is never closed by an extract


class Closings(NamedTuple):
    """`rows`: THINGS. `children`: how many are concerned, `of`: of how many with open work.

    `whole`: whether the extract could say who is gone.
    """

    rows: pl.DataFrame
    children: int
    of: int
    whole: bool

    @property
    def wait(self) -> bool:
        """Whether a person must agree first."""
        return self.children > MANY or self.children > SHARE * self.of


class Known(NamedTuple):
    """What Heard has: identifiers of the SSD (child, value), work and allocations with source."""

    identifiers: pl.DataFrame
    children: pl.DataFrame
    work: pl.DataFrame
    allocations: pl.DataFrame


def closings(found: Sorted, ids: pl.DataFrame, known: Known, today: datetime.date) -> Closings:
    """Compare an extract with the open work and allocations of the children whom it brought.

    `ids`: who and child, of the children that load.
    """
    from_ssd = known.identifiers.select("child").unique()
    work = known.work.filter(pl.col("end_date").is_null()).join(from_ssd, on="child", how="semi")
    allocated = known.allocations.filter(pl.col("end_date").is_null())
    allocated = allocated.join(from_ssd, on="child", how="semi")
    of = work["child"].n_unique()
    if not found.reading.whole("ssd_person"):
        return Closings(pl.DataFrame(schema=THINGS), 0, of, False)
    here = _in_the_extract(found, known)
    gone_work = _gone_work(found, ids, here, work)
    stays = work.join(gone_work, on="id", how="anti")
    gone_allocations = _gone_allocations(found, ids, here, allocated, stays)
    rows = pl.concat(
        [_as_things(gone_work, "work", today), _as_things(gone_allocations, "allocation", today)]
    )
    return Closings(rows, rows["child"].n_unique(), of, True)


def _as_things(rows: pl.DataFrame, thing: str, today: datetime.date) -> pl.DataFrame:
    return rows.select(
        "child",
        pl.lit(thing).alias("thing"),
        pl.col("id").alias("row"),
        pl.max_horizontal("start_date", pl.lit(today)).alias("ends_on"),
    )


def _in_the_extract(found: Sorted, known: Known) -> pl.DataFrame:
    """(child): every child of Heard who has a row in ssd_person, whatever became of it."""
    rows = found.fates["ssd_person"]
    persons = rows.select(value="person").drop_nulls().unique()
    by_id = known.identifiers.join(persons, on="value", how="semi").select("child")
    keys = rows.select(key="key").drop_nulls().unique()
    named = known.children.select(child="id", key=pl.col("authority_id").str.to_uppercase())
    return pl.concat([by_id, named.join(keys, on="key", how="semi").select("child")]).unique()


def _gone_work(
    found: Sorted, ids: pl.DataFrame, here: pl.DataFrame, work: pl.DataFrame
) -> pl.DataFrame:
    """Open work of children who left, and what the SSD brought and no row of its level has now."""
    left = work.join(here, on="child", how="anti").filter(pl.col("source") != HERE)
    tables = {level: table for table, level in LEVELS.items()}
    sure = [level for level, table in tables.items() if found.reading.whole(table)]
    periods = found.periods.join(ids, on="who").select("child", "level", "ends")
    unsure = pl.concat([_set_aside(found, ids, table, level) for level, table in tables.items()])
    own = work.join(ids, on="child", how="semi").filter(
        (pl.col("source") == "ssd") & pl.col("level").is_in(sure)
    )
    reaching = own.join(periods, on=["child", "level"]).filter(
        pl.col("ends").is_null() | (pl.col("ends") >= pl.col("start_date"))
    )
    vanished = own.join(reaching, on="id", how="anti")
    return pl.concat([left, vanished.join(unsure, on=["child", "level"], how="anti")])


def _set_aside(found: Sorted, ids: pl.DataFrame, table: str, level: str) -> pl.DataFrame:
    """(child, level) of the rows that are set aside: nobody knows what they say."""
    aside = found.fates[table].filter(pl.col("fate") == "aside").select("who").unique()
    return aside.join(ids, on="who").select("child", pl.lit(level).alias("level"))


def _gone_allocations(
    found: Sorted,
    ids: pl.DataFrame,
    here: pl.DataFrame,
    allocated: pl.DataFrame,
    stays: pl.DataFrame,
) -> pl.DataFrame:
    """Allocations of children who left and have no work any more, and those no row has any more."""
    left = allocated.join(here, on="child", how="anti").join(stays, on="child", how="anti")
    table = "ssd_involvements"
    if not found.reading.whole(table):
        return left
    rows = found.allocations.join(ids, on="who")
    unsure = _set_aside(found, ids, table, "")
    own = allocated.join(ids, on="child", how="semi").filter(pl.col("source") == "ssd")
    vanished = own.join(rows, on="child", how="anti").join(unsure, on="child", how="anti")
    return pl.concat([left, vanished])
