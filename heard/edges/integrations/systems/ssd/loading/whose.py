"""Whose row it is: by the row's own person column, or through its parent.

Mosaic's involvements name a referral, its conference reviews a plan; Eclipse's reviews of looked
after children name the time in care. Nothing in the SSD forbids an orphan.
"""

from typing import NamedTuple

import polars as pl

from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged
from heard.edges.integrations.systems.ssd.parts import Reading


class Parent(NamedTuple):
    """The column by which a row names its parent, and the table that the parent stands in."""

    column: str
    table: str


REFERRAL = Parent("referral", "ssd_cin_episodes")
PLAN = Parent("plan", "ssd_cp_plans")
CARE = Parent("care", "ssd_cla_episodes")
OWN_ASIDE = "This person's own row in ssd_person is set aside. Put that right first."
PARENT_OF = {
    "ssd_involvements": REFERRAL,
    "ssd_early_help_episodes": REFERRAL,
    "ssd_cin_plans": REFERRAL,
    "ssd_cp_plans": REFERRAL,
    "ssd_cla_episodes": REFERRAL,
    "ssd_cp_reviews": PLAN,
    "ssd_cla_reviews": CARE,
}


def with_person(reading: Reading, table: str) -> pl.DataFrame:
    """The rows of a table with `who` (a person id, or null), fate and reason."""
    rows = reading.table(table)
    parent = PARENT_OF.get(table)
    if parent is None:
        rows = rows.with_columns(pl.col("person").alias("who"))
        return judged(rows, Rule(pl.col("who").is_null(), "aside", "The row names no person."))
    rows = rows.join(
        _persons_of(reading, parent), on=parent.column, how="left", maintain_order="left"
    ).with_columns(pl.coalesce("person", "through").alias("who"))
    return judged(rows, *_rules(parent))


def _persons_of(reading: Reading, parent: Parent) -> pl.DataFrame:
    """Each parent with its person (`through`), and whether it has several (`several`)."""
    if parent.table != "ssd_cin_episodes":
        rows = with_person(reading, parent.table)
        rows = rows.with_columns(pl.col("who").alias("person"))
    else:
        rows = reading.table(parent.table)
    named = rows.drop_nulls([parent.column, "person"])
    return named.group_by(parent.column).agg(
        pl.col("person").first().alias("through"),
        (pl.col("person").n_unique() > 1).alias("several"),
    )


def _rules(parent: Parent) -> tuple[Rule, ...]:
    own, through = pl.col("person"), pl.col("through")
    return (
        Rule(
            own.is_null() & pl.col(parent.column).is_null(),
            "aside",
            "The row names no person, and nothing that would lead to one.",
        ),
        Rule(
            own.is_null() & through.is_null(),
            "aside",
            pl.format(
                f"The row names no person, and what it belongs to ({{}}) is not in {parent.table}.",
                parent.column,
            ),
        ),
        Rule(
            own.is_null() & pl.col("several"),
            "aside",
            f"The row names no person, and what it belongs to in {parent.table} has more than one.",
        ),
        Rule(
            own.is_not_null() & ~pl.col("several") & (own != through),
            "aside",
            f"The row names one child, and what it belongs to in {parent.table} is another's.",
        ),
    )


def known_only(rows: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Set aside the rows of persons who are not in ssd_person, or whose own row is set aside.

    Adds `born` and `died`.
    """
    own = persons.filter(pl.col("fate") != "repeated").drop_nulls("person")
    fates = own.group_by(pl.col("person").alias("who")).agg(
        (pl.col("fate") == "aside").any().alias("own_aside"),
        (pl.col("fate") == "left").any().alias("adult"),
        pl.col("born").first(),
        pl.col("died").first(),
    )
    rows = rows.join(fates, on="who", how="left", maintain_order="left")
    return judged(
        rows,
        Rule(
            pl.col("own_aside").is_null(),
            "aside",
            pl.format("The person ({}) is not in ssd_person.", "who"),
        ),
        Rule(pl.col("own_aside"), "aside", OWN_ASIDE),
        Rule(pl.col("adult"), "left", "About an adult who is not loaded."),
    )
