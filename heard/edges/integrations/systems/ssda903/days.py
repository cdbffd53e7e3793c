"""Days as the return writes them, as polars expressions."""

import datetime

import polars as pl

PLACEHOLDER = datetime.date(1900, 1, 1)  # what several systems write where no date is known
_STATUTORY = "^(0?[1-9]| [1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4}$"
_ISO = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MIDNIGHT = r"[ T]00:00(:00(\.0+)?)?$"
# Outside these the sector's validator reads no date, because its library cannot hold one.
_FIRST, _LAST = datetime.date(1677, 9, 22), datetime.date(2262, 4, 11)


def statutory_day(column: str) -> pl.Expr:
    """dd/mm/yyyy, exactly as the statutory rules read it; null for anything else."""
    text = pl.col(column)
    day = text.str.to_date("%d/%m/%Y", strict=False)
    valid = text.str.contains(_STATUTORY) & day.is_between(_FIRST, _LAST)
    return pl.when(valid).then(day).otherwise(None)


def lenient_day(column: str) -> pl.Expr:
    """As above, and what spreadsheets make of a day where there is no doubt which day it is.

    That is: spaces around it, a time of midnight behind it, or year-month-day. Two-digit years
    and American order are not guessed.
    """
    text = pl.col(column).str.strip_chars().str.replace(_MIDNIGHT, "")
    statutory = pl.when(text.str.contains(_STATUTORY)).then(text).otherwise(None)
    iso = pl.when(text.str.contains(_ISO)).then(text).otherwise(None)
    return statutory.str.to_date("%d/%m/%Y", strict=False).fill_null(
        iso.str.to_date("%Y-%m-%d", strict=False)
    )
