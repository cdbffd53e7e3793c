"""Workers, their teams, and which child each has: the allocated case worker of today."""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssd.cells import day, unreadable
from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged, repeated, used
from heard.edges.integrations.systems.ssd.parts import Reading

# CW since 1.4.5; before, extracts wrote the role out. KA... are key agencies, not workers.
CASE_WORKER = ("CW", "CASE WORKER", "ALLOCATED WORKER", "ALLOCATED CASE WORKER")
LONGEST_NAME = 150


def case_work(rows: pl.DataFrame, workers: pl.DataFrame, today: datetime.date) -> pl.DataFrame:
    """Involvements with `starts`, `ends`, `worker_id` (the authority's own), fate and reason."""
    known = workers.filter(pl.col("fate") != "aside").unique("worker", keep="first")
    rows = rows.with_columns(
        unreadable("starts").alias("bad_start"),
        unreadable("ends").alias("bad_end"),
        day("starts").alias("starts"),
        day("ends").alias("ends"),
    ).join(known.select("worker", "worker_id"), on="worker", how="left", maintain_order="left")
    return repeated(judged(rows, *_rules(today)), "who", "worker_id", "starts", "ends")


def other_roles(rows: pl.DataFrame) -> pl.DataFrame:
    """Leave the involvements that are not an allocated worker's."""
    role = pl.col("role").str.to_uppercase().is_in(CASE_WORKER)
    return judged(rows, Rule(~role.fill_null(False), "left", "Not the allocated case worker."))


def _rules(today: datetime.date) -> tuple[Rule, ...]:
    starts, ends = pl.col("starts"), pl.col("ends")
    return (
        Rule(
            pl.col("worker").is_null(), "aside", "The allocated worker is blank or a placeholder."
        ),
        Rule(
            pl.col("worker_id").is_null(),
            "aside",
            pl.format("The worker ({}) is not in ssd_professionals.", "worker"),
        ),
        Rule(starts.is_null(), "aside", "The day on which it started is blank or is no date."),
        Rule(starts > today, "aside", "The day on which it started is still to come."),
        Rule(pl.col("bad_end"), "aside", "The day on which it ended is no date."),
        Rule(ends < starts, "aside", "It ended before it started."),
    )


def one_at_a_time(rows: pl.DataFrame, today: datetime.date) -> pl.DataFrame:
    """Set aside what two workers hold from the same day; add `now`: who has the child today."""
    open_now = (
        (pl.col("fate") == "used")
        & (pl.col("ends").is_null() | (pl.col("ends") > today))
        & pl.col("died").is_null()
    )
    rows = rows.with_columns(open_now.alias("open"))
    latest = pl.col("starts").filter(pl.col("open")).max().over("who")
    last = pl.col("open") & (pl.col("starts") == latest)
    several = pl.col("worker_id").filter(last).n_unique().over("who") > 1
    rows = judged(
        rows,
        Rule(
            last & several,
            "aside",
            "Two workers have this child from the same day. Settle who is allocated.",
        ),
    )
    now = last & (pl.col("fate") == "used")
    return rows.with_columns(now.fill_null(False).alias("now"))


def professionals(reading: Reading) -> pl.DataFrame:
    """Every professional with `worker_id` (staff id, or else the extract's), name, fate, reason."""
    rows = reading.table("ssd_professionals")
    shared = (pl.col("worker").n_unique().over("staff") > 1) & pl.col("staff").is_not_null()
    rows = rows.with_columns(
        pl.when(shared).then("worker").otherwise(pl.coalesce("staff", "worker")).alias("worker_id"),
        pl.col("name").str.slice(0, LONGEST_NAME),
    )
    rows = judged(
        rows,
        Rule(pl.col("worker").is_null(), "aside", "The worker's id is blank or a placeholder."),
        Rule(pl.col("worker_id").str.len_chars() > 64, "aside", "The worker's id is too long."),
    )
    return repeated(rows, "worker")


def needed_only(workers: pl.DataFrame, allocated: pl.DataFrame) -> pl.DataFrame:
    """Leave the professionals who are no child's allocated worker."""
    has = pl.col("worker").is_in(used(allocated)["worker"].unique().implode())
    return judged(workers, Rule(~has, "left", "No child's allocated worker."))


def teams(reading: Reading) -> pl.DataFrame:
    """Every department with `called`: its name, with its parent's where two share the name."""
    rows = reading.table("ssd_department")
    twice = pl.col("team").n_unique().over("name") > 1
    fuller = pl.format("{} ({})", "name", "parent")
    called = pl.when(twice & pl.col("parent").is_not_null()).then(fuller).otherwise("name")
    rows = rows.with_columns(called.str.slice(0, LONGEST_NAME).alias("called"))
    rows = judged(
        rows,
        Rule(
            pl.any_horizontal(pl.col("team").is_null(), pl.col("name").is_null()),
            "aside",
            "The team's id or name is blank.",
        ),
    )
    return repeated(rows, "team")


def team_of_each(allocated: pl.DataFrame, departments: pl.DataFrame) -> pl.DataFrame:
    """(worker_id, called): the team of each worker's latest involvement, by its id or its name."""
    named = used(departments).select("team", "name", "called")
    by_id = named.select(pl.col("team"), pl.col("called").alias("by_id"))
    by_name = named.unique("name", keep="none").select(
        pl.col("name").alias("team"), pl.col("called").alias("by_name")
    )
    rows = used(allocated).drop_nulls("team").sort("starts", "row")
    rows = rows.join(by_id, on="team", how="left", maintain_order="left")
    rows = rows.join(by_name, on="team", how="left", maintain_order="left")
    found = rows.with_columns(pl.coalesce("by_id", "by_name").alias("called")).drop_nulls("called")
    return found.group_by("worker_id").agg(pl.col("called").last())
