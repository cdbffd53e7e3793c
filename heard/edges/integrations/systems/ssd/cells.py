"""Cells of an extract, as polars expressions: what stands for nothing, days, yes and no."""

import datetime

import polars as pl

# What suppliers' scripts and exports write where nothing is known.
PLACEHOLDERS = ("", "NULL", "SSD_PH", "PLACEHOLDER_DATA", "PLACEHOLDER", "(NULL)", "N/A", "#N/A")
NO_DAY = datetime.date(1900, 1, 1)
_ISO = r"^([0-9]{4}-[0-9]{2}-[0-9]{2})([ T][0-9:.]*(Z|[+-][0-9:]+)?)?$"
_BRITISH = r"^([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})( [0-9:.]*)?$"
_NO = ("N", "NO", "0", "F", "FALSE")
_YES = ("Y", "YES", "1", "T", "TRUE")


def known(text: pl.Expr) -> pl.Expr:
    """The text without spaces around it; null where it stands for nothing."""
    plain = text.str.strip_chars()
    return pl.when(~plain.str.to_uppercase().is_in(PLACEHOLDERS)).then(plain)


def day(column: str) -> pl.Expr:
    """The day, whatever the time: year-month-day or day/month/year. 01/01/1900 stands for none."""
    text = pl.col(column)
    iso = text.str.extract(_ISO, 1).str.to_date("%Y-%m-%d", strict=False)
    british = text.str.extract(_BRITISH, 1).str.to_date("%d/%m/%Y", strict=False)
    found = iso.fill_null(british)
    return pl.when(found > NO_DAY).then(found)


def unreadable(column: str) -> pl.Expr:
    """Whether something stands there that is no day at all."""
    text = pl.col(column)
    iso = text.str.extract(_ISO, 1).str.to_date("%Y-%m-%d", strict=False)
    british = text.str.extract(_BRITISH, 1).str.to_date("%d/%m/%Y", strict=False)
    return text.is_not_null() & iso.is_null() & british.is_null()


def says_yes(column: str) -> pl.Expr:
    """Yes; anything else is no."""
    return pl.col(column).str.to_uppercase().is_in(_YES).fill_null(False)


def does_not_say_no(column: str) -> pl.Expr:
    """For a restriction: anything that stands there and is not a plain no."""
    return (~pl.col(column).str.to_uppercase().is_in(_NO)).fill_null(False)
