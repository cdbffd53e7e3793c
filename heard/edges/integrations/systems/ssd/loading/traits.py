"""Disabilities and families."""

import polars as pl

from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged, repeated, used

CODES = (
    *("NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA"),
)


def disabilities(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the code in capitals, fate and reason."""
    rows = rows.with_columns(pl.col("code").str.to_uppercase())
    rows = judged(
        rows,
        Rule(pl.col("code").is_null(), "left", "No code."),
        Rule(
            ~pl.col("code").is_in(CODES),
            "aside",
            pl.format("{} is no code of a disability.", pl.col("code").str.slice(0, 20)),
        ),
    )
    return repeated(rows, "who", "code")


def codes_of_each(rows: pl.DataFrame) -> pl.DataFrame:
    """(who, disability): the codes in order, with spaces between; NONE only where it is alone."""
    codes = (
        used(rows)
        .select("who", "code")
        .with_columns((pl.col("code") == "NONE").alias("none"), pl.len().over("who").alias("all"))
    )
    some = codes.filter(~pl.col("none") | (pl.col("all") == 1)).sort("who", "code")
    return some.group_by("who", maintain_order=True).agg(
        pl.col("code").str.join(" ").alias("disability")
    )


def families(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with fate and reason: a child counts to one family, the first that is named."""
    rows = repeated(rows, "who", "family")
    first = pl.col("family").filter(pl.col("fate") == "used").first().over("who")
    return judged(
        rows, Rule(pl.col("family") != first, "left", "The child is in another family already.")
    )
