"""Reviews of a case management system beside those that Heard has.

A system may correct its own row; beside a row of another source another code stands until a person
settles which is right. A review that says nothing of how the child took part contradicts nothing.
"""

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

from heard.child.reviews.intake import REVIEW, with_meaning
from heard.foundations.deployment.frames import new_ids

ONE = ["child", "plan_type", "held_on"]
CHANGES = ("code", "scheme", "reason", "cancelled")


class Reviews(NamedTuple):
    """`new`: id, REVIEW. `changed`: id, CHANGES. `words`: review, text, of both. The counts: rows
    that Heard has already, and rows of reviews that a person must settle.
    """

    new: pl.DataFrame
    changed: pl.DataFrame
    words: pl.DataFrame
    known: int
    to_settle: int


def compare_reviews(
    found: pl.DataFrame, known: pl.DataFrame, source: str, set_aside: Collection[str]
) -> Reviews:
    """Compare (child, plan_type, held_on, cancelled, scheme, code, reason, text) with Heard.

    `known`: all reviews, with meaning and source; `set_aside`: ids of those that a person set aside
    when settling, which an extract does not bring back.
    """
    rows = with_meaning(found)
    known = known.with_columns(aside=pl.col("id").is_in(list(set_aside)))
    rows = rows.with_columns(alone=pl.len().over(ONE) == 1)
    same = [*ONE, "meaning"]
    rest = rows.join(known.filter("aside"), on=same, how="anti", maintain_order="left")
    rest = rest.join(known, on=[*same, "cancelled"], how="anti", maintain_order="left")
    live = known.filter(~pl.col("cancelled"))
    silent = (pl.col("meaning") == "") & ~pl.col("cancelled")
    told = rest.filter(silent).join(live, on=ONE, how="semi")
    rest = rest.join(told, on=[*same, "cancelled"], how="anti", maintain_order="left")
    changed = _corrected(rest, known, source)
    new = rest.join(changed, on=[*same, "cancelled"], how="anti", maintain_order="left")
    new = new.with_columns(new_ids(new.height), authority_review_id=pl.lit(""))
    both = pl.concat([new.select("id", "text"), changed.select("id", "text")])
    return Reviews(
        new=new.select("id", *REVIEW),
        changed=changed.select("id", *CHANGES),
        words=both.rename({"id": "review"}),
        known=found.height - new.height - changed.height,
        to_settle=_to_settle(new, changed, live),
    )


def _corrected(rest: pl.DataFrame, known: pl.DataFrame, source: str) -> pl.DataFrame:
    """Rows that stand alone on their day, where Heard has one row of this system, or a blank."""
    own = known.filter((pl.col("source") == source) & ~pl.col("aside"))
    own = own.filter(pl.len().over(ONE) == 1)
    return rest.filter("alone").join(own.select(*ONE, "id"), on=ONE, maintain_order="left")


def _to_settle(new: pl.DataFrame, changed: pl.DataFrame, live: pl.DataFrame) -> int:
    """How many of the rows that come in stand beside another code."""
    coming = pl.concat([rows.select("id", *ONE, "meaning", "cancelled") for rows in (new, changed)])
    coming = coming.filter(~pl.col("cancelled"))
    stays = live.join(changed, on="id", how="anti").select(*ONE, "meaning")
    all_rows = pl.concat([stays, coming.select(*ONE, "meaning")])
    meanings = all_rows.group_by(ONE).agg(pl.col("meaning").n_unique().alias("n"))
    return coming.join(meanings.filter(pl.col("n") > 1), on=ONE, how="semi").height
