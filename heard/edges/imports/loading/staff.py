"""Workers, their teams and who has which child: joined to what Heard has, by the authority's ids.

A worker is never joined by name. The case management system says who is allocated, unless Heard
knows a later change.
"""

from typing import NamedTuple

import polars as pl

from heard.child.people.intake import ALLOCATION, WORKER
from heard.foundations.deployment.frames import new_ids


class Workers(NamedTuple):
    """`teams`: id, name, all new. `new`: id, WORKER. `changed`: id, name, team. `ids`: worker_id
    and worker (id in Heard).
    """

    teams: pl.DataFrame
    new: pl.DataFrame
    changed: pl.DataFrame
    ids: pl.DataFrame


def compare_workers(found: pl.DataFrame, known: pl.DataFrame, teams: pl.DataFrame) -> Workers:
    """Compare (worker_id, name, team by name; null where the extract does not say) with Heard.

    A worker without a name is called after their id until an extract names them.
    """
    names = found["team"].drop_nulls().unique().sort()
    fresh = pl.DataFrame({"name": names}).join(teams, on="name", how="anti")
    fresh = fresh.with_columns(new_ids(fresh.height)).select("id", "name")
    all_teams = pl.concat([teams, fresh]).select(pl.col("name").alias("team"), team_id="id")
    called = pl.coalesce("name", pl.format("Worker {}", "worker_id").str.slice(0, 150))
    rows = found.join(all_teams, on="team", how="left", maintain_order="left")
    was = known.filter(pl.col("authority_id") != "").select(
        "id", pl.col("authority_id").alias("worker_id"), was_name="name", was_team="team"
    )
    rows = rows.join(was, on="worker_id", how="left", maintain_order="left")
    new = rows.filter(pl.col("id").is_null()).drop("id")
    new = new.with_columns(
        new_ids(new.height), called.alias("name"), authority_id="worker_id", team="team_id"
    )
    there = rows.filter(pl.col("id").is_not_null())
    ids = pl.concat([new.select("worker_id", "id"), there.select("worker_id", "id")])
    return Workers(fresh, new.select("id", *WORKER), _changed(there), ids.rename({"id": "worker"}))


def _changed(there: pl.DataFrame) -> pl.DataFrame:
    said = there.select(
        "id", pl.coalesce("name", "was_name").alias("name"),
        pl.coalesce("team_id", "was_team").alias("team"),
    )  # fmt: skip
    was = there.select("id", name="was_name", team="was_team")
    return said.join(was, on=["id", "name", "team"], how="anti", nulls_equal=True)


class Allocations(NamedTuple):
    """`new`: id, ALLOCATION. `changed`: id, end_date. The counts are children."""

    new: pl.DataFrame
    changed: pl.DataFrame
    moved: int
    ended: int
    known: int


def compare_allocations(found: pl.DataFrame, known: pl.DataFrame, source: str) -> Allocations:
    """Compare (child, worker, starts, ends, now) with the allocations of Heard.

    `now` marks the allocated worker of today, one at most for a child; the rows that ended say when
    somebody whom nobody followed left.
    """
    now = found.filter(pl.col("now")).select("child", "worker", "starts")
    open_now = known.filter(pl.col("end_date").is_null())
    both = now.join(
        open_now.select("child", "id", "source", was="worker", since="start_date"),
        on="child",
        how="left",
    )
    same = (pl.col("worker") == pl.col("was")).fill_null(False)
    later_here = (pl.col("source") != source) & (pl.col("since") >= pl.col("starts"))
    stays = same | later_here.fill_null(False)
    moved = both.filter(~stays)
    left = moved.drop_nulls("id").select(
        "id",
        pl.max_horizontal("since", pl.col("starts") - pl.duration(days=1)).alias("end_date"),
    )
    again = _opened_again(moved, known, source)
    fresh = moved.join(again, on="child", how="anti")
    new = fresh.select("child", "worker", start_date="starts").with_columns(
        new_ids(fresh.height), end_date=pl.lit(None, dtype=pl.Date)
    )
    ended = _ended(found, open_now.filter(pl.col("source") == source), now)
    changed = pl.concat([left, ended, again.select("id", "end_date")])
    return Allocations(
        new.select("id", *ALLOCATION), changed, left.height, ended.height, both.filter(stays).height
    )


def _opened_again(moved: pl.DataFrame, known: pl.DataFrame, source: str) -> pl.DataFrame:
    """Allocations that were ended and that the extract shows as never ended."""
    closed = known.filter(pl.col("end_date").is_not_null() & (pl.col("source") == source))
    found = moved.select("child", "worker", start_date="starts").join(
        closed.select("child", "worker", "start_date", "id"), on=["child", "worker", "start_date"]
    )
    once = found.unique("child", keep="first", maintain_order=True)
    return once.select("child", "id", end_date=pl.lit(None, dtype=pl.Date))


def _ended(found: pl.DataFrame, open_now: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    last = found.drop_nulls("ends").group_by("child", "worker").agg(pl.col("ends").max())
    gone = open_now.join(now, on="child", how="anti").join(last, on=["child", "worker"])
    return gone.select("id", pl.max_horizontal("start_date", "ends").alias("end_date"))
