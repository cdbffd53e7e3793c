"""Workers and teams that an extract knows by name only, and who has which child.

A name alone is nobody: a worker of Heard is meant where both the name and the team are the same,
to the letter, and only one has them. A child whom somebody else gave to another worker (the case
management system, a manager in Heard) stays with that worker.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import polars as pl

from heard.child.people.intake import WORKER
from heard.edges.imports.loading.staff import Allocations, compare_allocations
from heard.edges.integrations.systems.child_rows import Said
from heard.foundations.deployment.frames import new_ids

# The list that says most about who has the child now stands first.
_ORDER = {"List 9": 0, "List 8": 1, "List 7": 2, "List 6": 3}
_NAMED = {"who": pl.String, "name": pl.String, "team": pl.String}


class Named(NamedTuple):
    """`teams`: id, name, new ones. `new`: id, WORKER. `allocations` as loading.staff has them.

    `elsewhere`: children whom somebody else gave to another worker. `unclear`: names that two
    workers of one team have.
    """

    teams: pl.DataFrame
    new: pl.DataFrame
    allocations: Allocations
    elsewhere: int
    unclear: list[str]


def who_has_whom(said: Iterable[Said]) -> pl.DataFrame:
    """Return who, name and team of the worker of each child: one at most."""
    rows = sorted((one for one in said if one.row.worker), key=_weight)
    pairs = [(one.key, one.row.worker, one.row.team) for one in rows]
    frame = pl.DataFrame(pairs, schema=_NAMED, orient="row")
    return frame.unique("who", keep="first", maintain_order=True)


def _weight(one: Said) -> int:
    return _ORDER.get(one.row.table, len(_ORDER))


def compare_named(
    found: pl.DataFrame,
    workers: pl.DataFrame,
    teams: pl.DataFrame,
    allocations: pl.DataFrame,
    source: str,
    day: date,
) -> Named:
    """Compare (child, name, team) with Heard; a worker who is new to a child begins on `day`."""
    new_teams = _new_teams(found, teams)
    placed = found.join(_by_name(pl.concat([teams, new_teams])), on="team", how="left")
    pairs = placed.select("name", "team_id").unique(maintain_order=True)
    there = workers.rename({"team": "team_id"}).select("id", "name", "team_id")
    same = pairs.join(there, on=["name", "team_id"], how="inner", nulls_equal=True)
    twice = same.filter(pl.len().over("name", "team_id") > 1)
    fresh = pairs.join(same, on=["name", "team_id"], how="anti", nulls_equal=True)
    fresh = fresh.with_columns(new_ids(fresh.height))
    once = same.join(twice, on=["name", "team_id"], how="anti", nulls_equal=True)
    ids = pl.concat([once.select("name", "team_id", "id"), fresh.select("name", "team_id", "id")])
    given = placed.join(ids, on=["name", "team_id"], nulls_equal=True).select("child", worker="id")
    kept, elsewhere = _of_others(given, allocations, source)
    rows = kept.with_columns(
        starts=pl.lit(day), ends=pl.lit(None, dtype=pl.Date), now=pl.lit(value=True)
    )
    return Named(
        teams=new_teams,
        new=fresh.with_columns(authority_id=pl.lit(""), team="team_id").select("id", *WORKER),
        allocations=compare_allocations(rows, allocations, source),
        elsewhere=elsewhere,
        unclear=sorted(twice["name"].unique()),
    )


def _new_teams(found: pl.DataFrame, teams: pl.DataFrame) -> pl.DataFrame:
    names = found.filter(pl.col("team") != "").select(name="team").unique().sort("name")
    fresh = names.join(teams, on="name", how="anti")
    return fresh.with_columns(new_ids(fresh.height)).select("id", "name")


def _by_name(teams: pl.DataFrame) -> pl.DataFrame:
    return teams.select(pl.col("name").alias("team"), pl.col("id").alias("team_id"))


def _of_others(
    given: pl.DataFrame, allocations: pl.DataFrame, source: str
) -> tuple[pl.DataFrame, int]:
    """Leave out the children whom somebody else gave to another worker, and count them."""
    theirs = allocations.filter(pl.col("end_date").is_null() & (pl.col("source") != source))
    both = given.join(theirs.select("child", was="worker"), on="child", how="left")
    other = (pl.col("was") != pl.col("worker")).fill_null(False)
    return both.filter(~other).drop("was"), both.filter(other).height
