"""Periods in care, from the Episodes: those that touch or overlap are one."""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssda903.days import PLACEHOLDER, lenient_day
from heard.edges.integrations.systems.ssda903.loading.streams import (
    NO_DUPLICATES,
    CarePeriod,
    Stream,
    first_reason,
    set_aside,
)
from heard.edges.integrations.systems.ssda903.loading.who import (
    CONTRADICTED,
    ID_REASONS,
    known_children,
    with_key,
)
from heard.edges.integrations.systems.ssda903.reading import Reading

_OPEN = pl.date(9999, 12, 30)
_LONGER_THAN_ANY_LIFE = 10_000_000  # days; those of the year 9999 are fewer


def care_periods(
    reading: Reading, today: datetime.date, known: pl.DataFrame | None = None
) -> Stream[CarePeriod]:
    """One period for each run of episodes without a gap between them.

    No gap: the next starts by the day after the last ended.
    Set aside: no id, a child without one known date of birth, a start that cannot be read or is
    still to come, an end that cannot be read or lies before the start, and an episode without an
    end although a later one of the child starts (nobody can tell when it ended).
    """
    known = known_children(reading, today) if known is None else known
    rows = (
        with_key(reading.table("Episodes"))
        .join(known, on="key", how="left", maintain_order="left")
        .with_columns(lenient_day("DECOM").alias("starts"), lenient_day("DEC").alias("ends"))
        .with_columns(first_reason(*ID_REASONS, *_WHO, *_day_reasons(today)))
    )
    rows = rows.with_columns(pl.coalesce("reason", _left_open()).alias("reason"))
    fit = rows.filter(pl.col("reason").is_null())
    return Stream(
        table="Episodes",
        thing=CarePeriod,
        loadable=_merged(fit),
        loaded_rows=fit.select("row"),
        duplicates=pl.DataFrame(schema=NO_DUPLICATES),
        quarantined=set_aside(reading, "Episodes", rows.filter(pl.col("reason").is_not_null())),
    )


_WHO: tuple[tuple[pl.Expr, str | pl.Expr], ...] = (
    (
        CONTRADICTED.fill_null(False),
        pl.format("The return gives this child different dates of birth ({}).", "places"),
    ),
    (
        pl.col("born").is_null(),
        "This child is not in the Header with a date of birth, nor in the Reviews.",
    ),
)


def _day_reasons(today: datetime.date) -> tuple[tuple[pl.Expr, str], ...]:
    no_end = pl.col("DEC").str.strip_chars().fill_null("") == ""
    return (
        (
            pl.col("starts").is_null() | (pl.col("starts") <= PLACEHOLDER),
            "The start of the episode (DECOM) is blank or is no date. Write day/month/year.",
        ),
        (pl.col("starts") > today, "The start of the episode (DECOM) is still to come."),
        (
            ~no_end & (pl.col("ends").is_null() | (pl.col("ends") <= PLACEHOLDER)),
            "The end of the episode (DEC) is no date. Write day/month/year, or leave it blank.",
        ),
        (
            pl.col("ends") < pl.col("starts"),
            "The episode ends (DEC) before it starts (DECOM).",
        ),
    )


def _left_open() -> pl.Expr:
    """Words for an episode without an end that a later one of the same child contradicts."""
    last_start = pl.col("starts").filter(pl.col("reason").is_null()).max().over("key")
    contradicted = (
        pl.col("reason").is_null() & pl.col("ends").is_null() & (pl.col("starts") < last_start)
    )
    words = pl.format(
        "The episode has no end (DEC), but a later one of this child starts on {}. "
        "Write when it ended.",
        last_start.dt.strftime("%d/%m/%Y"),
    )
    return pl.when(contradicted).then(words)


def _merged(fit: pl.DataFrame) -> pl.DataFrame:
    until = pl.col("ends").fill_null(_OPEN)
    # Each child has a stretch of days to itself, so that one pass over all of them is enough.
    stretch = pl.col("key").rank("dense").cast(pl.Int64) * _LONGER_THAN_ANY_LIFE
    starts_at, reached = _number("starts") + stretch, (_number("until") + stretch).cum_max()
    starts_anew = (starts_at > reached.shift(1) + 1).fill_null(True)
    return (
        fit.with_columns(until.alias("until"))
        .sort("key", "starts", "until", "row")
        .with_columns(starts_anew.cum_sum().alias("period"))
        .group_by("period", maintain_order=True)
        .agg(
            *(pl.col("child_id").first(), pl.col("born").first(), pl.col("starts").min()),
            pl.col("until").max(),
            pl.len().alias("rows"),
            *(pl.col("file").first(), pl.col("line").first()),
        )
        .with_columns(pl.when(pl.col("until") != _OPEN).then("until").alias("ends"))
        .select(CarePeriod._fields)
    )


def _number(column: str) -> pl.Expr:
    """A day as a number of days."""
    return pl.col(column).to_physical().cast(pl.Int64)
