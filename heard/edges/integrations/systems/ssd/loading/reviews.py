"""Reviews of looked-after children and child protection conferences."""

import datetime
from collections.abc import Callable

import polars as pl

from heard.edges.integrations.systems.ssd.cells import day, says_yes, unreadable
from heard.edges.integrations.systems.ssd.loading.fates import Rule, judged, repeated

LEVELS = {"ssd_cp_reviews": "CP", "ssd_cla_reviews": "CLA"}
# What a text means: its scheme and code; both blank when it says nothing.
CodeFor = Callable[[str], tuple[str, str]]


def held(rows: pl.DataFrame, code_for: CodeFor, today: datetime.date) -> pl.DataFrame:
    """The rows of a table of reviews with day, cancelled, words, scheme, code, fate and reason.

    A row without a day is a review that is due. The same child and day again is a repeated row;
    with another code it loads too, and a person settles which is right.
    """
    if "cancelled" not in rows.columns:
        rows = rows.with_columns(pl.lit(None, dtype=pl.String).alias("cancelled"))
    rows = rows.with_columns(
        pl.col("day").is_null().alias("no_day"),
        unreadable("day").alias("bad_day"),
        day("day").alias("day"),
        says_yes("cancelled").alias("cancelled"),
        pl.col("participation").fill_null("").alias("words"),
    )
    rows = judged(rows, *_rules(today)).join(
        _codes(rows["words"], code_for), on="words", how="left", maintain_order="left"
    )
    return repeated(rows, "who", "day", "cancelled", "scheme", "code")


def _rules(today: datetime.date) -> tuple[Rule, ...]:
    blank = pl.col("day").is_null() & ~pl.col("bad_day")
    said = pl.col("words") != ""
    return (
        Rule(pl.col("bad_day"), "aside", "The day of the review is no date."),
        Rule(
            blank & said & ~pl.col("cancelled"),
            "aside",
            "It says how the child took part, but not on which day the review was.",
        ),
        Rule(blank, "left", "Not held yet, or cancelled without a day."),
        Rule(pl.col("day") > today, "aside", "The day of the review is still to come."),
    )


def _codes(words: pl.Series, code_for: CodeFor) -> pl.DataFrame:
    texts = words.unique().sort().to_list()
    known = [("", "") if not text else code_for(text) for text in texts]
    return pl.DataFrame(
        [(text, scheme, code) for text, (scheme, code) in zip(texts, known, strict=True)],
        schema={"words": pl.String, "scheme": pl.String, "code": pl.String},
        orient="row",
    )
