"""Our own file of reviews, looked at as the collection will: with its Header and its Episodes."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

import polars as pl

from heard.edges.integrations.systems.ssda903 import RULES, Reading, ReviewRow, failing
from heard.edges.integrations.systems.ssda903.columns import TABLES
from heard.kernel.time import ReportingYear

# Short breaks are told by legal statuses (V3, V4), and Heard keeps none.
NOT_LOOKED_AT = {
    "399": "Heard keeps no legal statuses, so it cannot tell who had short breaks only."
}
_DAY = "%d/%m/%Y"


class Known(NamedTuple):
    """What Heard has beside the reviews: all children, and their work at level CLA."""

    children: pl.DataFrame
    work: pl.DataFrame
    year: ReportingYear


def rules_broken(rows: Iterable[ReviewRow], known: Known) -> dict[str, list[tuple[str, date]]]:
    """Return, for each rule that can be looked at, child and day of the reviews that break it."""
    reviews = list(rows)
    reading = Reading(
        tables={
            "Reviews": _table("Reviews", _reviews(reviews)),
            "Header": _table("Header", _header(known)),
            "Episodes": _table("Episodes", _episodes(known)),
        }
    )
    found: dict[str, list[tuple[str, date]]] = {
        rule: [] for rule in RULES if rule not in NOT_LOOKED_AT
    }
    for rule, row in failing(reading).select("rule", "row").iter_rows():
        if rule in found:
            found[rule].append((reviews[row].child, reviews[row].day))
    return found


def _table(name: str, rows: Iterator[dict[str, str | None]]) -> pl.DataFrame:
    schema = dict.fromkeys(TABLES[name], pl.String)
    frame = pl.DataFrame(list(rows), schema=schema)
    place = {"file": pl.lit(name), "line": pl.lit(0, pl.UInt32), "raw": pl.lit("")}
    return frame.with_columns(**place, row=pl.int_range(frame.height, dtype=pl.Int64))


def _reviews(rows: list[ReviewRow]) -> Iterator[dict[str, str | None]]:
    for row in rows:
        born = f"{row.born:{_DAY}}" if row.born else None
        yield {
            "CHILD": row.child,
            "DOB": born,
            "REVIEW": f"{row.day:{_DAY}}",
            "REVIEW_CODE": row.code,
        }


def _header(known: Known) -> Iterator[dict[str, str | None]]:
    for child, born in known.children.select("authority_id", "birth_date").iter_rows():
        yield {"CHILD": child, "DOB": f"{born:{_DAY}}" if born else None}


def _episodes(known: Known) -> Iterator[dict[str, str | None]]:
    """One for each time in care that reaches into the year."""
    year = known.year
    begun = pl.col("start_date") <= year.end
    goes_on = pl.col("end_date").is_null() | (pl.col("end_date") >= year.start)
    ids = known.children.select(pl.col("id").alias("child"), "authority_id")
    for child in known.work.filter(begun & goes_on).join(ids, on="child")["authority_id"]:
        yield {"CHILD": child}
