"""A whole extract, sorted out: each table with the fates of its rows, and what loads."""

import datetime
from dataclasses import dataclass, field

import polars as pl

from heard.edges.integrations.systems.ssd.loading import (
    people,
    reviews,
    traits,
    whose,
    work,
    workers,
)
from heard.edges.integrations.systems.ssd.loading.fates import FATES, used
from heard.edges.integrations.systems.ssd.loading.reviews import CodeFor
from heard.edges.integrations.systems.ssd.parts import Reading

ASIDE = ("table", "file", "line", "reason", "raw", "same")
# A row of any of these, and an allocated worker, makes a person a child whatever their age.
CHILD_LEVEL = (*work.LEVELS, "ssd_cin_episodes")
_USED = ("ssd_person", *work.LEVELS, *reviews.LEVELS, "ssd_involvements", "ssd_professionals")
USED = (*_USED, "ssd_department", "ssd_disability", "ssd_family")


@dataclass
class Sorted:
    """`fates`: each table with fate and reason. The rest is what loads, by person id (`who`).

    `periods`: who, level, starts, ends. `reviews`: who, level, day, cancelled, words, scheme, code.
    `workers`: worker_id, name, team.
    """

    reading: Reading
    fates: dict[str, pl.DataFrame] = field(default_factory=dict)
    children: pl.DataFrame = field(default_factory=pl.DataFrame)
    periods: pl.DataFrame = field(default_factory=pl.DataFrame)
    reviews: pl.DataFrame = field(default_factory=pl.DataFrame)
    workers: pl.DataFrame = field(default_factory=pl.DataFrame)

    @property
    def allocations(self) -> pl.DataFrame:
        """(who, worker_id, starts, ends, now): every involvement of an allocated worker."""
        chosen = used(self.fates["ssd_involvements"])
        return chosen.select("who", "worker_id", "starts", "ends", "now")

    def account(self) -> dict[str, dict[str, int]]:
        """For each table how many rows were read, and what became of them; they add up."""
        broken = [bad.table for bad in self.reading.bad_rows]
        found = {}
        for table in USED:
            rows = self.fates[table]
            counts = {fate: rows.filter(pl.col("fate") == fate).height for fate in FATES}
            counts["aside"] += broken.count(table)
            found[table] = {"read": rows.height + broken.count(table), **counts}
        return found

    def quarantined(self) -> pl.DataFrame:
        """Every row that is set aside, with ASIDE; a line that could not be split too."""
        broken = [(b.table, b.file, b.line, b.reason, b.raw, b.raw) for b in self.reading.bad_rows]
        types = (pl.String, pl.String, pl.UInt32, pl.String, pl.String, pl.String)
        schema = dict(zip(ASIDE, types, strict=True))
        frames = [pl.DataFrame(broken, schema=schema, orient="row")]
        for table, rows in self.fates.items():
            aside = rows.filter(pl.col("fate") == "aside").with_columns(
                pl.lit(table).alias("table")
            )
            frames.append(aside.select(ASIDE))
        return pl.concat(frames)

    def left(self) -> list[str]:
        """Sentences about the rows that are rightly not loaded."""
        notes = []
        for table in USED:
            rows = self.fates[table].filter(pl.col("fate") == "left")
            for reason, count in rows.group_by("reason").len().sort("reason").iter_rows():
                notes.append(f"{table}: {count:,} rows are not loaded. {reason}")
        return notes

    def reaches(self) -> datetime.date | None:
        """The last day of which the extract knows anything."""
        days = [self.reviews["day"].max()]
        days += [self.periods[c].max() for c in ("starts", "ends")]
        days += [self.allocations[c].max() for c in ("starts", "ends")]
        known = [day for day in days if isinstance(day, datetime.date)]
        return max(known) if known else None


def sort_out(reading: Reading, code_for: CodeFor, today: datetime.date) -> Sorted:
    """Sort a whole extract out. `today` is the last day on which something can have happened."""
    found = Sorted(reading)
    own = {table: whose.with_person(reading, table) for table in (*CHILD_LEVEL, *reviews.LEVELS)}
    involved = workers.other_roles(whose.with_person(reading, "ssd_involvements"))
    at_child_level = pl.concat(
        [own[table]["who"] for table in CHILD_LEVEL] + [used(involved)["who"]]
    ).drop_nulls()
    persons = people.persons(reading, today)
    persons = people.children_among(persons, at_child_level.unique(), today)
    found.fates["ssd_person"] = persons
    own = {table: whose.known_only(rows, persons) for table, rows in own.items()}
    _work(found, own, today)
    _reviews(found, own, code_for, today)
    _workers(found, whose.known_only(involved, persons), today)
    _traits(found, persons)
    return found


def _work(found: Sorted, own: dict[str, pl.DataFrame], today: datetime.date) -> None:
    parts = []
    for table, level in work.LEVELS.items():
        if level == "PATHWAY":
            rows = work.leaving_care(own[table], found.fates["ssd_cla_episodes"], today)
        else:
            rows = work.episodes(own[table], level, today)
        found.fates[table] = rows
        parts.append(work.merged(rows).with_columns(pl.lit(level).alias("level")))
    found.periods = pl.concat(parts).select("who", "level", "starts", "ends")


def _reviews(
    found: Sorted, own: dict[str, pl.DataFrame], code_for: CodeFor, today: datetime.date
) -> None:
    parts = []
    for table, level in reviews.LEVELS.items():
        found.fates[table] = rows = reviews.held(own[table], code_for, today)
        parts.append(used(rows).with_columns(pl.lit(level).alias("level")))
    columns = ("who", "level", "day", "cancelled", "words", "scheme", "code")
    found.reviews = pl.concat([part.select(columns) for part in parts])


def _workers(found: Sorted, involved: pl.DataFrame, today: datetime.date) -> None:
    professionals, departments = workers.professionals(found.reading), workers.teams(found.reading)
    rows = workers.one_at_a_time(workers.case_work(involved, professionals, today), today)
    professionals = workers.needed_only(professionals, rows)
    found.fates["ssd_involvements"] = rows
    found.fates["ssd_professionals"] = professionals
    found.fates["ssd_department"] = departments
    team = workers.team_of_each(rows, departments)
    found.workers = (
        used(professionals)
        .unique("worker_id", keep="first", maintain_order=True)
        .join(team, on="worker_id", how="left", maintain_order="left")
        .select("worker_id", "name", pl.col("called").alias("team"))
    )


def _traits(found: Sorted, persons: pl.DataFrame) -> None:
    tables = ("ssd_disability", "ssd_family")
    own = {t: whose.known_only(whose.with_person(found.reading, t), persons) for t in tables}
    found.fates["ssd_disability"] = traits.disabilities(own["ssd_disability"])
    found.fates["ssd_family"] = traits.families(own["ssd_family"])
    codes = traits.codes_of_each(found.fates["ssd_disability"])
    family = used(found.fates["ssd_family"]).select("who", "family").unique("who", keep="first")
    found.children = (
        used(persons)
        .join(codes, left_on="person", right_on="who", how="left", maintain_order="left")
        .join(family, left_on="person", right_on="who", how="left", maintain_order="left")
        .with_columns(pl.col("disability").fill_null(""))
        .select(*people.PERSON, "key", "disability", "family", "row")
    )
