"""The reviews of a return beside those that Heard has: new, known, or for a person to settle."""

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

from heard.child.reviews.intake import REVIEW, with_meaning
from heard.edges.imports.words_to_codes import where_local
from heard.foundations.deployment.frames import new_ids

SOURCE = "ssda903"
LEVEL = "CLA"
_ONE = ["child", "held_on"]


class Reviews(NamedTuple):
    """`new`: id and REVIEW. `known`: how many rows Heard has already. `to_settle`: new rows whose
    child has another code on that day. `words`: review (its id) and text, of those that came with
    words in the place of a code.
    """

    new: pl.DataFrame
    words: pl.DataFrame
    known: int
    to_settle: int


def compare_reviews(rows: pl.DataFrame, known: pl.DataFrame, set_aside: Collection[str]) -> Reviews:
    """Compare (child, day, code, scheme) with the looked-after reviews of Heard.

    A row that says what Heard has for that child and day is known, also where a person has set it
    aside. Another code loads beside the one that is there, and a person settles which is right.
    """
    given = with_meaning(where_local(rows.rename({"day": "held_on"}), SOURCE))
    given = given.unique(["child", "held_on", "meaning"], keep="first", maintain_order=True)
    aside = pl.col("id").is_in(list(set_aside))
    live = known.filter(~pl.col("cancelled"))
    has = known.filter(~pl.col("cancelled") | aside)
    new = given.join(has, on=[*_ONE, "meaning"], how="anti", maintain_order="left")
    there = pl.concat([live.select(*_ONE, "meaning"), new.select(*_ONE, "meaning")])
    meanings = there.group_by(_ONE).agg(pl.col("meaning").n_unique().alias("meanings"))
    settle = new.join(meanings.filter(pl.col("meanings") > 1), on=_ONE, how="semi")
    full = new.with_columns(
        new_ids(new.height),
        authority_review_id=pl.lit(""),
        plan_type=pl.lit(LEVEL),
        cancelled=pl.lit(False),
    )
    words = full.select(pl.col("id").alias("review"), "text").drop_nulls()
    known_rows = rows.height - new.height
    return Reviews(full.select("id", *REVIEW), words, known_rows, settle.height)
