"""What an extract says of a child, as one fingerprint without passing ids.

Suppliers give rows new ids overnight: what is compared is what the rows mean. A child of whom the
extract says what it said the last time is passed by, so that what people changed in Heard since
then stays until the case management system says something new.
"""

import hashlib

import polars as pl

from heard.edges.integrations.systems.ssd import Sorted

_CHILD = (
    *("authority_id", "born", "estimated", "expected", "sex", "ethnicity", "given_name"),
    *("family_name", "restricted", "died", "disability"),
)


def digests(found: Sorted) -> pl.DataFrame:
    """Return (who, digest) for every child of the extract."""
    rows = found.children.select(
        *("person", "family"),
        _told(found.children.select(_CHILD).columns).alias("child"),
    ).rename({"person": "who"})
    parts = (found.periods, found.reviews.drop("words"), found.allocations)
    for place, part in enumerate(parts):
        told = part.select("who", _told([c for c in part.columns if c != "who"]).alias("told"))
        each = told.sort("who", "told").group_by("who").agg(pl.col("told").str.join("\x1e"))
        rows = rows.join(each.rename({"told": f"part{place}"}), on="who", how="left")
    rows = rows.join(_families(found), on="family", how="left")
    texts = pl.concat_str(
        *("child", "part0", "part1", "part2", "members"), separator="\x1d", ignore_nulls=False
    )
    filled = rows.with_columns(pl.col("part0", "part1", "part2", "members").fill_null(""))
    told = filled.select("who", texts.alias("text"))
    seals = [hashlib.sha256(text.encode()).hexdigest() for text in told["text"]]
    return told.select("who").with_columns(pl.Series("digest", seals, pl.String))


def _told(columns: list[str]) -> pl.Expr:
    cells = [pl.col(column).cast(pl.String).fill_null("") for column in columns]
    return pl.concat_str(cells, separator="\x1f")


def _families(found: Sorted) -> pl.DataFrame:
    """Each family by its children: its own id is a passing one."""
    named = found.children.drop_nulls("family").sort("authority_id")
    return named.group_by("family").agg(pl.col("authority_id").str.join("\x1e").alias("members"))
