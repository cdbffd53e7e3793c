"""Families: children who stand in one family of the extract belong together in Heard."""

from typing import NamedTuple

import polars as pl

from heard.foundations.deployment.frames import new_ids


class Families(NamedTuple):
    """`new`: id, name. `of_child`: id (of the child) and family, where that is new."""

    new: pl.DataFrame
    of_child: pl.DataFrame


def compare_families(found: pl.DataFrame, known: pl.DataFrame) -> Families:
    """Compare (child, family, family_name) with Heard (id, family of each child).

    A family is known again by its children: its id in the extract is a passing one. A child who has
    a family in Heard keeps it; one alone makes none.
    """
    rows = found.drop_nulls("family").rename({"family": "group"})
    rows = rows.filter(pl.len().over("group") > 1)
    rows = rows.join(known.select(child="id", has="family"), on="child", how="left")
    rows = rows.with_columns(pl.col("has").drop_nulls().first().over("group").alias("shared"))
    fresh = rows.filter(pl.col("shared").is_null())
    groups = fresh.group_by("group").agg(_name().alias("name")).sort("group")
    groups = groups.with_columns(new_ids(groups.height))
    rows = rows.join(groups.select("group", fresh="id"), on="group", how="left")
    lacking = rows.filter(pl.col("has").is_null())
    family = pl.coalesce("shared", "fresh").alias("family")
    return Families(
        groups.select("id", "name"), lacking.select(pl.col("child").alias("id"), family)
    )


def _name() -> pl.Expr:
    """The surname that most of them have, the first of them by letters where several do."""
    names = pl.col("family_name").filter(pl.col("family_name") != "")
    common = names.mode().sort().first()
    return (
        pl.when(common.is_null()).then(pl.lit("Family")).otherwise(pl.format("{} family", common))
    )
