"""Which child of Heard each child of a return is: by the authority's own id, never by name.

The id joins where the birth dates agree (or Heard knows none); otherwise a person decides.
"""

from typing import NamedTuple

import polars as pl

from heard.child.people.intake import CHILD
from heard.edges.imports.ssda903.gathered import Gathered
from heard.foundations.deployment.frames import new_ids

# Before 2024/25 the return wrote 1 and 2 where it now writes M and F.
_SAME_SEX = {"1": "M", "2": "F"}


class Children(NamedTuple):
    """`ids`: key and child (id in Heard). `new`: id and CHILD. `changed`: id and new values.
    `others`: key of each child whom Heard knows with another birth date, with both dates.
    """

    ids: pl.DataFrame
    new: pl.DataFrame
    changed: pl.DataFrame
    others: pl.DataFrame


def identify(found: Gathered, known: pl.DataFrame) -> Children:
    """Join the children of a return with those of Heard."""
    joined = _joined(found.children, known)
    other = pl.col("birth_date").is_not_null() & (pl.col("birth_date") != pl.col("born"))
    others = joined.filter(other.fill_null(False)).select("key", "birth_date", "born")
    agreed = joined.join(others, on="key", how="anti", maintain_order="left")
    fresh = agreed.filter(pl.col("id").is_null()).drop("id")
    new = fresh.with_columns(new_ids(fresh.height), authority_id=pl.col("child_id"))
    there = agreed.filter(pl.col("id").is_not_null())
    ids = pl.concat([new.select("key", "id"), there.select("key", "id")])
    return Children(
        ids=ids.rename({"id": "child"}),
        new=new.select(
            *("id", "authority_id", pl.col("born").alias("birth_date")),
            pl.lit(False).alias("birth_date_estimated"),
            *(pl.col("sex_given").alias("sex"), pl.col("ethnicity_given").alias("ethnicity")),
        ).select("id", *CHILD),
        changed=_changed(there),
        others=others,
    )


def _joined(children: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """By the id to the letter; else by the id in capitals, where only one child of Heard has it."""
    known = known.select("id", "authority_id", "birth_date", "sex", "ethnicity")
    exact = children.join(known, left_on="child_id", right_on="authority_id", how="left")
    capitals = known.with_columns(pl.col("authority_id").str.to_uppercase().alias("key"))
    once = capitals.filter(pl.len().over("key") == 1).drop("authority_id")
    rest = exact.filter(pl.col("id").is_null()).select(children.columns)
    rest = rest.join(once, on="key", how="left")
    return pl.concat([exact.filter(pl.col("id").is_not_null()), rest], how="diagonal").sort("row")


def _changed(there: pl.DataFrame) -> pl.DataFrame:
    """What the return says and Heard does not have: a blank in the return says nothing."""
    given = pl.col("sex_given")
    same_sex = given.replace(_SAME_SEX) == pl.col("sex").replace(_SAME_SEX)
    sex = pl.when((given == "") | same_sex).then("sex").otherwise(given)
    ethnicity = pl.when(pl.col("ethnicity_given") == "").then("ethnicity")
    said = there.select(
        "id",
        pl.col("born").alias("birth_date"),
        sex.alias("sex"),
        ethnicity.otherwise("ethnicity_given").alias("ethnicity"),
    )
    return said.join(there, on=["id", "birth_date", "sex", "ethnicity"], how="anti")
