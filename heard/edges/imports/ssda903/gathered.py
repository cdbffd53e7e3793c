"""What a return gives, gathered for the comparison with Heard, each row with its place."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from heard.edges.integrations.systems.ssda903 import Account, Reading, account, loadable, not_used
from heard.edges.integrations.systems.ssda903.days import lenient_day


class RowsDoNotAddUp(RuntimeError):
    """The reader lost a row or used it twice: nothing may be loaded."""


@dataclass(frozen=True)
class Gathered:
    """Frames with `key` (the child's id in capitals).

    `children`: key, child_id, born, sex_given, ethnicity_given, row (null: not in the Header).
    `reviews`: key, day, code, scheme, row. `periods`: key, starts, ends. `quarantined`: table,
    file, line, reason, raw. `accounts`: where the rows of each table went.
    """

    reading: Reading
    children: pl.DataFrame
    reviews: pl.DataFrame
    periods: pl.DataFrame
    episode_rows: pl.DataFrame
    quarantined: pl.DataFrame
    accounts: dict[str, Account]
    notes: list[str]

    @property
    def reaches(self) -> date | None:
        """The last day of which the return knows anything: it was made then or later."""
        episodes = self.reading.table("Episodes").join(self.episode_rows, on="row", how="semi")
        days = episodes.select(lenient_day("DECOM"), lenient_day("DEC"))
        last = [self.reviews["day"].max(), days["DECOM"].max(), days["DEC"].max()]
        known = [day for day in last if isinstance(day, date)]
        return max(known) if known else None


def gather(reading: Reading, today: date) -> Gathered:
    """Sort a return out. Raises RowsDoNotAddUp when a row would be lost."""
    found = loadable(reading, today)
    accounts = {one.table: one for one in account(reading, found)}
    if not all(one.balances for one in accounts.values()):
        raise RowsDoNotAddUp(str(accounts))
    header = found.children.loadable.hstack(found.children.loaded_rows)
    reviews = found.reviews.loadable.hstack(found.reviews.loaded_rows)
    streams = (found.children, found.reviews, found.care_periods)
    return Gathered(
        reading=reading,
        children=_everybody(header, reviews, found.care_periods.loadable),
        reviews=_with_key(reviews).select("key", "day", "code", "scheme", "row"),
        periods=_with_key(found.care_periods.loadable).select("key", "starts", "ends"),
        episode_rows=found.care_periods.loaded_rows,
        quarantined=pl.concat([stream.quarantined.drop("row") for stream in streams]),
        accounts=accounts,
        notes=[*reading.notes, *_unused(reading), *found.notes()],
    )


def _with_key(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(pl.col("child_id").str.to_uppercase().alias("key"))


def _everybody(header: pl.DataFrame, reviews: pl.DataFrame, periods: pl.DataFrame) -> pl.DataFrame:
    """The children of the Header, then those who are only in other tables, once each."""
    listed = header.select(
        *("child_id", "born", pl.col("sex").alias("sex_given")),
        *(pl.col("ethnicity").alias("ethnicity_given"), "row"),
    )
    blank = pl.lit("")
    others = pl.concat([reviews.select("child_id", "born"), periods.select("child_id", "born")])
    others = others.with_columns(
        sex_given=blank, ethnicity_given=blank, row=pl.lit(None, dtype=pl.Int64)
    )
    everybody = _with_key(pl.concat([listed, others], how="diagonal"))
    return everybody.unique("key", keep="first", maintain_order=True)


def _unused(reading: Reading) -> list[str]:
    unused = not_used(reading)
    if not unused:
        return []
    named = ", ".join(f"{table} ({rows:,} rows)" for table, rows in unused.items())
    return [f"Heard does not use these tables of the return: {named}."]
