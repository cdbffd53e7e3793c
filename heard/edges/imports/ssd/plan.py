"""What bringing an extract in would change in Heard: worked out first, then done or only shown."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from heard.child.people import intake as people
from heard.child.reviews.intake import known_reviews_with_source
from heard.edges.imports.loading.periods import Periods, compare_periods
from heard.edges.imports.loading.reviews import Reviews, compare_reviews
from heard.edges.imports.loading.staff import (
    Allocations,
    Workers,
    compare_allocations,
    compare_workers,
)
from heard.edges.imports.loading.who import FIELDS, Children, identify
from heard.edges.imports.ssd.closings import Closings, Known, closings
from heard.edges.imports.ssd.families import Families, compare_families
from heard.edges.imports.ssd.meaning import digests
from heard.edges.imports.ssd.others import without
from heard.edges.integrations.systems.ssd import Sorted
from heard.edges.integrations.systems.ssd.loading.work import LEVELS
from heard.kernel.codes import VOICE

SOURCE = "ssd"


@dataclass(frozen=True)
class Plan:
    """The changes. `fresh`: who, child and digest of those of whom the extract says something new;
    the others are passed by. `identifiers`: id (null: new), child, value.
    """

    found: Sorted
    children: Children
    families: Families
    identifiers: pl.DataFrame
    workers: Workers
    work: dict[str, Periods]
    reviews: Reviews
    allocations: Allocations
    closings: Closings
    fresh: pl.DataFrame

    @property
    def changes_anything(self) -> bool:
        """Whether anything about a child or a worker would be other than it is."""
        work = [rows for part in self.work.values() for rows in (part.new, part.changed)]
        rows = (
            *(self.children.new, self.children.changed, self.reviews.new, self.reviews.changed),
            *(self.allocations.new, self.allocations.changed, self.workers.new),
            *(self.workers.changed, self.families.of_child, self.identifiers, *work),
        )
        closes = self.closings.rows.height and not self.closings.wait
        return any(frame.height for frame in rows) or bool(closes)


def make_plan(
    sorted_out: Sorted,
    last_read: pl.DataFrame,
    set_aside: Collection[str],
    decided: pl.DataFrame,
    today: datetime.date,
) -> Plan:
    """Compare an extract with Heard. `last_read`: child and digest of the last time.

    `set_aside`: the reviews that a person set aside; `decided`: what one said of dates of birth.
    """
    known = Known(
        people.known_identifiers(SOURCE),
        people.known_children_in_full(),
        people.known_work_with_source(),
        people.known_allocations(),
    )
    children = identify(_fields(sorted_out), known.children, known.identifiers, decided)
    found = without(sorted_out, children.others)
    ids = children.ids
    fresh = (
        digests(found)
        .join(ids, on="who")
        .join(last_read, on=["child", "digest"], how="anti", maintain_order="left")
    )
    told = found.children.rename({"person": "who"}).join(ids, on="who")
    workers = compare_workers(found.workers, people.known_workers(), people.known_teams())
    return Plan(
        found=found,
        children=_only(children, fresh),
        families=compare_families(told.select("child", "family", "family_name"), known.children),
        identifiers=_identifiers(ids, known.identifiers),
        workers=workers,
        work=_work(found, fresh, known.work),
        reviews=_reviews(found, fresh, set_aside),
        allocations=_allocations(found, fresh, workers, known.allocations),
        closings=closings(found, ids, known, today),
        fresh=fresh,
    )


def _fields(found: Sorted) -> pl.DataFrame:
    """The children of the extract in the words of Heard: who, system_id, FIELDS."""
    rows = found.children.select(
        *(pl.col("person").alias("who"), pl.col("person").alias("system_id"), "authority_id"),
        *(pl.col("born").alias("birth_date"), pl.col("estimated").alias("birth_date_estimated")),
        *("sex", "ethnicity", "given_name", "family_name", "restricted", "disability"),
        pl.col("expected").alias("expected_birth_date"),
    )
    return rows.select("who", "system_id", *FIELDS)


def _only(children: Children, fresh: pl.DataFrame) -> Children:
    said = children.changed.join(fresh, left_on="id", right_on="child", how="semi")
    return children._replace(changed=said)


def _identifiers(ids: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    named = ids.select(pl.col("who").alias("value"), "child")
    new = named.join(known, on=["child", "value"], how="anti")
    return new.join(known.select("id", "value"), on="value", how="left").select(
        "id", "child", "value"
    )


def _work(found: Sorted, fresh: pl.DataFrame, known: pl.DataFrame) -> dict[str, Periods]:
    rows = found.periods.join(fresh, on="who", maintain_order="left")
    reaches = found.reaches()
    return {
        level: compare_periods(
            rows.filter(pl.col("level") == level), known.drop("source"), level, reaches
        )
        for level in LEVELS.values()
    }


def _reviews(found: Sorted, fresh: pl.DataFrame, set_aside: Collection[str]) -> Reviews:
    """PN8 of voice-2023 takes the words that were mapped to it as its reason."""
    pn8 = (pl.col("scheme") == VOICE) & (pl.col("code") == "PN8")
    rows = found.reviews.join(fresh, on="who", maintain_order="left").select(
        *("child", pl.col("level").alias("plan_type"), pl.col("day").alias("held_on")),
        *("cancelled", "scheme", "code", pl.col("words").alias("text")),
        pl.when(pn8).then("words").otherwise(pl.lit("")).alias("reason"),
    )
    return compare_reviews(rows, known_reviews_with_source(), SOURCE, set_aside)


def _allocations(
    found: Sorted, fresh: pl.DataFrame, workers: Workers, known: pl.DataFrame
) -> Allocations:
    rows = found.allocations.join(fresh, on="who").join(workers.ids, on="worker_id")
    rows = rows.select("child", "worker", "starts", "ends", "now")
    return compare_allocations(rows, known, SOURCE)
