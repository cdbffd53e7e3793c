"""The children of the Header."""

import datetime

import polars as pl

from heard.edges.integrations.systems.ssda903.days import PLACEHOLDER, lenient_day
from heard.edges.integrations.systems.ssda903.loading.streams import (
    Child,
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

_CONTRADICTION = pl.format(
    "Two rows give this child different dates of birth ({}). Settle in the case management "
    "system which is right, and send the return again.",
    "places",
)


def children(
    reading: Reading, today: datetime.date, known: pl.DataFrame | None = None
) -> Stream[Child]:
    """One child for each id of the Header that has one usable date of birth.

    Set aside: no id, no usable date of birth, two that differ (both rows), and a later row that
    says another sex or ethnicity. A row that says the same again is a duplicate.
    """
    known = known_children(reading, today) if known is None else known
    rows = (
        with_key(reading.table("Header"))
        .join(known.drop("child_id", "born"), on="key", how="left", maintain_order="left")
        .with_columns(
            lenient_day("DOB").alias("born"),
            pl.col("id").alias("child_id"),
            pl.col("SEX", "ETHNIC").str.strip_chars().str.to_uppercase().fill_null(""),
        )
        .with_columns(first_reason(*ID_REASONS, *_birth_reasons(today)))
    )
    fit = _with_first_of_child(rows.filter(pl.col("reason").is_null()))
    again = fit.filter(pl.col("row") != pl.col("first_row"))
    same = (pl.col("SEX") == pl.col("first_sex")) & (pl.col("ETHNIC") == pl.col("first_ethnic"))
    other = again.filter(~same).with_columns(_OTHER.alias("reason"))
    loaded = fit.filter(pl.col("row") == pl.col("first_row"))
    return Stream(
        table="Header",
        thing=Child,
        loadable=loaded.rename({"SEX": "sex", "ETHNIC": "ethnicity"}).select(Child._fields),
        loaded_rows=loaded.select("row"),
        duplicates=again.filter(same).select(
            *(pl.lit("Header").alias("table"), "file", "line", "of_file", "of_line", "row")
        ),
        quarantined=set_aside(
            reading, "Header", rows.filter(pl.col("reason").is_not_null()), other
        ),
    )


def _birth_reasons(today: datetime.date) -> tuple[tuple[pl.Expr, str | pl.Expr], ...]:
    blank = pl.col("DOB").str.strip_chars().fill_null("") == ""
    return (
        (blank, "The date of birth (DOB) is blank."),
        (pl.col("born").is_null(), "The date of birth (DOB) is no date. Write day/month/year."),
        (
            pl.col("born") <= PLACEHOLDER,
            "The date of birth (DOB) is 01/01/1900 or before, which stands for no date.",
        ),
        (pl.col("born") > today, "The date of birth (DOB) lies in the future."),
        (CONTRADICTED.fill_null(False), _CONTRADICTION),
    )


_OTHER = pl.format(
    "This child is in the Header already (line {} of {}) with another sex or ethnicity, "
    "which was loaded. Settle which is right.",
    "of_line",
    "of_file",
)


def _with_first_of_child(fit: pl.DataFrame) -> pl.DataFrame:
    first = fit.unique("key", keep="first", maintain_order=True).select(
        "key",
        pl.col("row").alias("first_row"),
        pl.col("file").alias("of_file"),
        pl.col("line").alias("of_line"),
        pl.col("SEX").alias("first_sex"),
        pl.col("ETHNIC").alias("first_ethnic"),
    )
    return fit.join(first, on="key", how="left", maintain_order="left")
