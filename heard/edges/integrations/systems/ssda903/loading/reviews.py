"""The reviews that can be loaded. A broken rule is no reason to leave a review out."""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssda903.days import PLACEHOLDER, lenient_day
from heard.edges.integrations.systems.ssda903.loading.streams import (
    Review,
    Stream,
    first_reason,
    set_aside,
)
from heard.edges.integrations.systems.ssda903.loading.who import (
    CONTRADICTED,
    ID_REASONS,
    known_children,
    with_key,
)
from heard.edges.integrations.systems.ssda903.reading import Reading
from heard.edges.integrations.systems.ssda903.rules import CODES

LONGEST_CODE = 200
_CODE = pl.col("REVIEW_CODE").str.strip_chars().fill_null("")
_UPPER = _CODE.str.to_uppercase()


def reviews(
    reading: Reading, today: datetime.date, known: pl.DataFrame | None = None
) -> Stream[Review]:
    """Every review whose child and day can be read.

    Set aside: no id, no readable day, a day after today or 01/01/1900, a child whose date of birth
    is unknown or contradicted. The same child, day and code again is a duplicate; another code on
    that day loads too, and both are `to_settle` (a blank differs from a code).
    """
    known = known_children(reading, today) if known is None else known
    rows = (
        with_key(reading.table("Reviews"))
        .join(known, on="key", how="left", maintain_order="left")
        .with_columns(lenient_day("REVIEW").alias("day"), *_code_and_scheme())
        .with_columns(first_reason(*ID_REASONS, *_day_reasons(today), *_OTHER_REASONS))
    )
    fit = _with_first_of_its_kind(rows.filter(pl.col("reason").is_null()))
    loaded = fit.filter(pl.col("row") == pl.col("first_row"))
    again = fit.filter(pl.col("row") != pl.col("first_row"))
    return Stream(
        table="Reviews",
        thing=Review,
        loadable=loaded.select(Review._fields),
        loaded_rows=loaded.select("row"),
        duplicates=again.select(
            *(pl.lit("Reviews").alias("table"), "file", "line", "of_file", "of_line", "row")
        ),
        quarantined=set_aside(reading, "Reviews", rows.filter(pl.col("reason").is_not_null())),
    )


def _code_and_scheme() -> tuple[pl.Expr, pl.Expr]:
    statutory = _UPPER.is_in(CODES)
    looks_like_one = _UPPER.str.contains("^PN[0-9]$")
    code = pl.when(looks_like_one).then(_UPPER).otherwise(_CODE)
    scheme = pl.when(statutory).then(pl.lit("ssda903"))
    return (
        code.alias("code"),
        scheme.when(_CODE == "").then(pl.lit("")).otherwise(pl.lit("local")).alias("scheme"),
    )


def _day_reasons(today: datetime.date) -> tuple[tuple[pl.Expr, str], ...]:
    blank = pl.col("REVIEW").str.strip_chars().fill_null("") == ""
    return (
        (blank, "The day of the review (REVIEW) is blank."),
        (
            pl.col("day").is_null(),
            "The day of the review (REVIEW) is no date. Write day/month/year.",
        ),
        (
            pl.col("day") <= PLACEHOLDER,
            "The day of the review (REVIEW) is 01/01/1900 or before, which stands for no date.",
        ),
        (pl.col("day") > today, "The day of the review (REVIEW) is still to come."),
    )


_OTHER_REASONS: tuple[tuple[pl.Expr, str | pl.Expr], ...] = (
    (
        CONTRADICTED.fill_null(False),
        pl.format(
            "The return gives this child different dates of birth ({}), so nobody can tell whose "
            "review it is. Settle which is right, and send the return again.",
            "places",
        ),
    ),
    (
        pl.col("born").is_null(),
        "This child is not in the Header with a date of birth, and the row gives none that can "
        "be read (DOB).",
    ),
    (
        pl.col("code").str.len_chars() > LONGEST_CODE,
        f"The participation code (REVIEW_CODE) is longer than {LONGEST_CODE} characters.",
    ),
)


def _with_first_of_its_kind(fit: pl.DataFrame) -> pl.DataFrame:
    """Adds the place of the first row with this child, day and code, and whether codes differ."""
    same = ["key", "day", "code"]
    first = fit.unique(same, keep="first", maintain_order=True).select(
        *same,
        pl.col("row").alias("first_row"),
        pl.col("file").alias("of_file"),
        pl.col("line").alias("of_line"),
        (pl.len().over("key", "day") > 1).alias("to_settle"),
    )
    return fit.join(first, on=same, how="left", maintain_order="left")
