"""Periods of work: from early help, plans, times in care, and leaving care."""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssd.cells import day, unreadable
from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged, repeated, used

LEVELS = {
    "ssd_early_help_episodes": "EH",
    "ssd_cin_plans": "CIN",
    "ssd_cp_plans": "CP",
    "ssd_cla_episodes": "CLA",
    "ssd_care_leavers": "PATHWAY",
}
_OPEN = pl.date(9999, 12, 30)
_LONGER_THAN_ANY_LIFE = 10_000_000  # days
_LEAVES_AT, _UNTIL = 18, 25


def episodes(rows: pl.DataFrame, level: str, today: datetime.date) -> pl.DataFrame:
    """The rows of a table of plans with `starts` and `ends` as days, fate and reason.

    Open work with a child who died ended on that day.
    """
    rows = rows.with_columns(
        unreadable("starts").alias("bad_start"), unreadable("ends").alias("bad_end")
    ).with_columns(
        day("starts").alias("starts"), day("ends").fill_null(pl.col("died")).alias("ends")
    )
    rows = repeated(judged(rows, *_rules(today)), "who", "starts", "ends")
    return _left_open(rows) if level == "CLA" else rows


def _rules(today: datetime.date) -> tuple[Rule, ...]:
    starts, ends = pl.col("starts"), pl.col("ends")
    return (
        Rule(starts.is_null(), "aside", "The day on which it started is blank or is no date."),
        Rule(starts > today, "aside", "The day on which it started is still to come."),
        Rule(pl.col("bad_end"), "aside", "The day on which it ended is no date."),
        Rule(ends > today, "aside", "The day on which it ended is still to come."),
        Rule(ends < starts, "aside", "It ended before it started."),
    )


def _left_open(rows: pl.DataFrame) -> pl.DataFrame:
    """A child is in care once at a time: an open episode before another must have ended."""
    last = pl.col("starts").filter(pl.col("fate") == "used").max().over("who")
    words = pl.format(
        "The episode has no end, but a later one of this child starts on {}. Write when it ended.",
        last.dt.strftime("%d/%m/%Y"),
    )
    return judged(rows, Rule(pl.col("ends").is_null() & (pl.col("starts") < last), "aside", words))


def leaving_care(rows: pl.DataFrame, care: pl.DataFrame, today: datetime.date) -> pl.DataFrame:
    """Care leavers with `starts` and `ends`: the table says neither.

    The work begins when the last time in care ended, or else on the 18th birthday (from then on
    the duties to care leavers run), and ends on the 25th.
    """
    ended = (
        used(care)
        .group_by("who")
        .agg(
            pl.col("ends").max().alias("left_care"), pl.col("ends").is_null().any().alias("in_care")
        )
    )
    birthday = pl.col("born").dt.offset_by
    rows = rows.join(ended, on="who", how="left", maintain_order="left").with_columns(
        pl.coalesce("left_care", birthday(f"{_LEAVES_AT}y")).alias("starts"),
        pl.min_horizontal(birthday(f"{_UNTIL}y"), pl.col("died")).alias("ends"),
    )
    rows = rows.with_columns(pl.when(pl.col("ends") <= today).then("ends").alias("ends"))
    return repeated(judged(rows, *_leaving_rules(today)), "who")


def _leaving_rules(today: datetime.date) -> tuple[Rule, ...]:
    eligibility = pl.col("eligibility").str.to_uppercase()
    touch = pl.col("in_touch").str.to_uppercase()
    return (
        Rule(eligibility.str.contains("NO CURRENT"), "left", "Not eligible as a care leaver now."),
        Rule(
            pl.col("in_care") | (eligibility == "ELIGIBLE"),
            "left",
            "Still looked after: the time in care counts.",
        ),
        Rule(
            touch.str.contains("^(DIED|NREQ|RHOM)"),
            "left",
            "Died, back home for good, or needs the service no more.",
        ),
        Rule(
            pl.col("starts").is_null() | (pl.col("starts") > today),
            "aside",
            "Nobody can tell since when they are a care leaver: no time in care that ended is in "
            "the extract, and no 18th birthday.",
        ),
        Rule(pl.col("ends") < pl.col("starts"), "aside", "They left care after they were 25."),
    )


def merged(rows: pl.DataFrame) -> pl.DataFrame:
    """(who, starts, ends): periods that touch or overlap are one; `ends` null while it is open."""
    until = pl.col("ends").fill_null(_OPEN)
    # Each child has a stretch of days to itself, so that one pass over all of them is enough.
    stretch = pl.col("who").rank("dense").cast(pl.Int64) * _LONGER_THAN_ANY_LIFE
    begins, reached = _number("starts") + stretch, (_number("until") + stretch).cum_max()
    anew = (begins > reached.shift(1) + 1).fill_null(True)
    return (
        used(rows)
        .with_columns(until.alias("until"))
        .sort("who", "starts", "until", "row")
        .with_columns(anew.cum_sum().alias("period"))
        .group_by("period", maintain_order=True)
        .agg(pl.col("who").first(), pl.col("starts").min(), pl.col("until").max())
        .with_columns(pl.when(pl.col("until") != _OPEN).then("until").alias("ends"))
        .select("who", "starts", "ends")
    )


def _number(column: str) -> pl.Expr:
    return pl.col(column).to_physical().cast(pl.Int64)
