"""The eight rules of the SSDA903 return that touch reviews, run over a whole return at once.

Counts are rows of the Reviews table. The logic is the collection's (2022/23, unchanged to 2026/27),
so that a file passes here when it passes there. Text is compared in capitals, as there.
"""

import polars as pl

from heard.edges.integrations.systems.ssda903.days import statutory_day
from heard.edges.integrations.systems.ssda903.reading import Reading

RULES = {
    "166": "The day of the review is blank, or is no date written as day/month/year.",
    "167": "The participation code is blank, or is none of PN0 to PN7.",
    "399": (
        "The child had short breaks only (every episode is V3 or V4), so no review, "
        "participation code or motherhood belongs in the return."
    ),
    "440": "The code says that the child was under 4 (PN0); by the dates the child was past 4.",
    "441": "The code says that the child was 4 or over (PN1 to PN7); by the dates, under 4.",
    "1012": "The child has no episode in the return, so no review of theirs belongs in it.",
    "INT08": "The child of the review is not in the Header.",
    "INT17": "The date of birth at the review is not the one in the Header.",
}
NEEDS = {
    "399": ("Episodes", "Header"),
    "1012": ("Episodes",),
    "INT08": ("Header",),
    "INT17": ("Header",),
}
OVER_FOUR_CODES = [f"PN{number}" for number in range(1, 8)]
CODES = ["PN0", *OVER_FOUR_CODES]
SHORT_BREAKS = ["V3", "V4"]

_FOURTH_BIRTHDAY = pl.col("born").dt.offset_by("4y")  # 29 February: the 28th where there is none
_ALL_SHORT_BREAKS = pl.col("only_short_breaks").fill_null(False)
_BROKEN: dict[str, pl.Expr] = {
    "166": pl.col("day").is_null(),
    "167": ~(
        (pl.col("REVIEW").is_not_null() & pl.col("REVIEW_CODE").is_in(CODES).fill_null(False))
        | (pl.col("REVIEW").is_null() & pl.col("REVIEW_CODE").is_null())
    ),
    "399": _ALL_SHORT_BREAKS
    & (
        pl.col("REVIEW").is_not_null()
        | pl.col("REVIEW_CODE").is_not_null()
        | pl.col("mother").fill_null(False)
    ),
    "440": (pl.col("REVIEW_CODE") == "PN0") & (pl.col("day") > _FOURTH_BIRTHDAY),
    "441": pl.col("REVIEW_CODE").is_in(OVER_FOUR_CODES) & (pl.col("day") < _FOURTH_BIRTHDAY),
    "1012": pl.col("in_episodes").is_null(),
    "INT08": pl.col("in_header").is_null(),
    "INT17": (pl.col("born") != pl.col("earliest_born"))
    | (pl.col("born") != pl.col("latest_born")),
}


def not_looked_at(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The rules that this return cannot be checked against, with the tables it would need."""
    missing = {
        rule: tuple(table for table in NEEDS.get(rule, ()) if table not in reading.tables)
        for rule in RULES
    }
    return {rule: tables for rule, tables in missing.items() if tables}


def failing(reading: Reading) -> pl.DataFrame:
    """One row for each review and rule that it breaks.

    Columns: rule, file, line, row, child, born, review, review_code; the last four as sent.
    """
    broken = _verdicts(reading).collect()
    sent = reading.table("Reviews").select(
        *("file", "line", "row"),
        pl.col("CHILD").alias("child"),
        pl.col("DOB").alias("born"),
        pl.col("REVIEW").alias("review"),
        pl.col("REVIEW_CODE").alias("review_code"),
    )
    found = [
        sent.filter(broken[rule]).select(pl.lit(rule).alias("rule"), pl.all()) for rule in RULES
    ]
    return pl.concat(found)


def check(reading: Reading) -> dict[str, int]:
    """Rule number to the number of review rows that break it.

    A rule that cannot be looked at counts 0, as in the collection: ask `not_looked_at`.
    """
    counts = _verdicts(reading).sum().collect()
    return {rule: int(counts[rule].item() or 0) for rule in RULES}


def _verdicts(reading: Reading) -> pl.LazyFrame:
    """A true or false for each rule, in the order of the Reviews table."""
    reviews = _lazy(reading, "Reviews").select(
        *(pl.col("CHILD", "REVIEW_CODE").str.to_uppercase(), "REVIEW"),
        statutory_day("DOB").alias("born"),
        statutory_day("REVIEW").alias("day"),
    )
    for facts in (_header_facts(reading), _episode_facts(reading)):
        reviews = reviews.join(
            facts, on="CHILD", how="left", nulls_equal=True, maintain_order="left"
        )
    cannot = not_looked_at(reading)
    return reviews.select(
        (
            pl.lit(False) & pl.col("day").is_null() if rule in cannot else verdict.fill_null(False)
        ).alias(rule)
        for rule, verdict in _BROKEN.items()
    )


def _lazy(reading: Reading, table: str) -> pl.LazyFrame:
    return reading.table(table).lazy()


def _header_facts(reading: Reading) -> pl.LazyFrame:
    """For each child of the Header: its dates of birth, and whether it is named as a mother."""
    header = _lazy(reading, "Header").select(
        pl.col("CHILD").str.to_uppercase(),
        statutory_day("DOB").alias("dob"),
        pl.col("MOTHER").is_not_null().alias("mother"),
    )
    return header.group_by("CHILD").agg(
        pl.col("dob").min().alias("earliest_born"),
        pl.col("dob").max().alias("latest_born"),
        pl.col("mother").any(),
        pl.lit(True).alias("in_header"),
    )


def _episode_facts(reading: Reading) -> pl.LazyFrame:
    """For each child of the Episodes: whether all its episodes are short breaks.

    Episodes without a child count for nobody's short breaks, but are found by a review without one.
    """
    short = pl.col("LS").is_in(SHORT_BREAKS).fill_null(False)
    return (
        _lazy(reading, "Episodes")
        .select(pl.col("CHILD", "LS").str.to_uppercase())
        .group_by("CHILD")
        .agg(
            (short.all() & pl.col("CHILD").is_not_null().all()).alias("only_short_breaks"),
            pl.lit(True).alias("in_episodes"),
        )
    )
